import OrgModel

/// The person that each holder acts through: itself, or of a unit the filled lead.
struct HolderPeople: Sendable {
  /// The entry of each holder; -1 for a unit without a filled lead.
  private(set) var entries: [Int32] = []

  /// What entries that are the same person have in common, by holder; -1 where there is nobody.
  private(set) var identities: [Int32] = []

  /// The holders that act through each person, by identity.
  let holders: IndexLists

  init(_ facts: OrgFacts) {
    for holder in facts.incentives.holders {
      let person = HolderPeople.person(of: holder, facts)
      entries.append(person.map { Int32(truncatingIfNeeded: $0) } ?? -1)
      identities.append(
        person.map { Int32(truncatingIfNeeded: facts.people.identity(of: $0)) } ?? -1
      )
    }
    holders = IndexLists(count: facts.people.count, keys: identities)
  }

  private static func person(of holder: EntityRef, _ facts: OrgFacts) -> Int? {
    if holder.kind == .person { return holder.index }
    guard let lead = facts.units.lead(of: holder.index), facts.people.isFilled(lead) else {
      return nil
    }
    return lead
  }

  /// Returns the holders whose people name each person as their manager, by identity.
  func reporting(_ people: PeopleFacts) -> IndexLists {
    let managers = entries.map { entry in
      entry < 0 ? nil : people.manager(of: Int(entry)).map { people.identity(of: $0) }
    }
    return IndexLists(
      count: people.count,
      keys: managers.map { $0.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
    )
  }

  /// Returns the holders that act through the same person as an entry.
  func holders(as person: Int, _ people: PeopleFacts) -> ArraySlice<Int32> {
    holders[people.identity(of: person)]
  }
}
