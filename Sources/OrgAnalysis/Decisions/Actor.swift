package import OrgModel

/// Who takes part in a decision: one person, forum or unit, or any one of several.
package indirect enum Actor: Hashable, Sendable {
  case person(Int32)
  case forum(Int32)
  case unit(Int32)

  /// At least two different ones, in the order they are listed.
  case anyOf([Actor])

  /// Names an entry; nil for a kind that takes no part in decisions.
  init?(_ entity: EntityRef) {
    let index = Int32(truncatingIfNeeded: entity.index)
    switch entity.kind {
    case .person: self = .person(index)
    case .forum: self = .forum(index)
    case .unit: self = .unit(index)
    default: return nil
    }
  }

  /// The entry that is named; nil for an any-of.
  package var entity: EntityRef? {
    switch self {
    case .person(let index): EntityRef(.person, Int(index))
    case .forum(let index): EntityRef(.forum, Int(index))
    case .unit(let index): EntityRef(.unit, Int(index))
    case .anyOf: nil
    }
  }

  /// Whoever is named, of an any-of each member.
  package var members: [Actor] {
    if case .anyOf(let members) = self { members } else { [self] }
  }
}

extension OrgFacts {
  /// Returns whether two actors are the same: one person, forum or unit, or any-ofs alike.
  package func isSame(_ first: Actor, _ second: Actor) -> Bool {
    identity(of: first) == identity(of: second)
  }

  /// Returns what actors have in common iff they are the same: the person an entry stands for in its
  /// place, in an any-of too, whose members have an order that does not depend on the list.
  package func identity(of actor: Actor) -> Actor {
    switch actor {
    case .person(let person):
      .person(Int32(truncatingIfNeeded: people.identity(of: Int(person))))
    case .anyOf(let members):
      // The members of an any-of are entries.
      .anyOf(
        members.map(identity).sorted { ($0.entity?.packed ?? 0) < ($1.entity?.packed ?? 0) }
      )
    case .forum, .unit: actor
    }
  }

  /// Returns the actors with those that are the same as an earlier one left out.
  func distinct(_ actors: some Sequence<Actor>) -> [Actor] {
    var seen: Set<Actor> = []
    return actors.filter { seen.insert(identity(of: $0)).inserted }
  }

  /// Returns the entry an actor's reporting line starts at: the seat named, of a forum the chair,
  /// of a unit the lead; nil for an any-of and for a group that has nobody.
  package func node(of actor: Actor) -> Int? {
    switch actor {
    case .person(let person): return Int(person)
    case .forum(let forum): return groups.chairs[Int(forum)].first.map { Int($0) }
    case .unit(let unit):
      guard let lead = units.lead(of: Int(unit)), people.isFilled(lead) else { return nil }
      return lead
    case .anyOf: return nil
    }
  }

  /// Returns the person an actor speaks through; nil for an any-of and where there is nobody.
  package func speaker(of actor: Actor) -> Int? {
    node(of: actor).flatMap { people.resolved($0) }
  }

  /// Returns whether an actor is a group that nobody speaks for, as designed: a chair or lead whose
  /// name is at fault has a finding of its own.
  package func isSilentGroup(_ actor: Actor) -> Bool {
    let name: ItemID?
    switch actor {
    case .forum(let forum):
      name = graph.field(.forumChair, of: EntityRef(.forum, Int(forum)))
    case .unit(let unit): name = graph.field(.unitLead, of: EntityRef(.unit, Int(unit)))
    case .person, .anyOf: return false
    }
    guard speaker(of: actor) == nil, let name else { return speaker(of: actor) == nil }
    return graph.elements(of: name).allSatisfy { graph.reference($0) != nil }
  }

  /// Returns whether an actor is a vacant seat that nobody acts in.
  package func isVacantSeat(_ actor: Actor) -> Bool {
    guard case .person(let person) = actor else { return false }
    return !people.isFilled(Int(person))
  }

  /// Returns the persons a group of people is: members and chair, the members of an any-of.
  package func members(of actor: Actor) -> [Int] {
    switch actor {
    case .person(let person): [Int(person)]
    case .forum(let forum):
      groups.members[Int(forum)].map { Int($0) } + groups.chairs[Int(forum)].map { Int($0) }
    case .unit: []
    case .anyOf(let members): members.flatMap { self.members(of: $0) }
    }
  }
}
