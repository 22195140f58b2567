/// Who takes part in a decision: one person, forum or unit, or any one of several.
package indirect enum Actor: Hashable, Sendable {
  case person(Int32)
  case forum(Int32)
  case unit(Int32)
  case anyOf([Actor])
}

extension OrgFacts {
  /// Returns the person an actor speaks through; nil where there is none, as for an any-of.
  package func speaker(of actor: Actor) -> Int? {
    switch actor {
    case .person(let person): people.resolved(Int(person))
    case .forum(let forum): groups.chairs[Int(forum)].first.map { Int($0) }
    case .unit(let unit): units.lead(of: Int(unit)).flatMap { people.resolved($0) }
    case .anyOf: nil
    }
  }

  /// Returns whether two actors are the same: one person, forum or unit, or any-ofs alike.
  package func isSame(_ first: Actor, _ second: Actor) -> Bool {
    switch (first, second) {
    case (.person(let first), .person(let second)): people.isSame(Int(first), Int(second))
    case (.anyOf(let first), .anyOf(let second)):
      first.count == second.count
        && first.allSatisfy { member in second.contains { isSame(member, $0) } }
    default: first == second
    }
  }

  /// Returns the persons a group of people is: members and chair, the members of an any-of.
  package func members(of actor: Actor) -> [Int] {
    switch actor {
    case .person(let person): [Int(person)]
    case .forum(let forum):
      groups.members[Int(forum)].map { Int($0) } + groups.chairs[Int(forum)].map { Int($0) }
    case .unit: []
    case .anyOf(let members): members.flatMap(self.members)
    }
  }
}
