import OrgModel

/// The holders below each person, by reporting steps, as far down as counts as near.
struct NearHolders: Sendable {
  /// The most steps that count.
  let limit: Int

  /// The holders below each person, by identity, the nearest first; and how far each stands below.
  private let holders: IndexLists
  private let steps: IndexLists

  /// More steps than these are cut: no line of reporting is that long.
  private static let greatestLimit = 64

  init(_ facts: OrgFacts, _ people: HolderPeople) {
    limit = min(max(0, facts.settings.near), NearHolders.greatestLimit)
    var above = people.entries
    var pairs = IndexPairs()
    var steps: [Int32] = []
    for step in 0...limit {
      for holder in above.indices where above[holder] >= 0 {
        let person = Int(above[holder])
        pairs.keys.append(Int32(truncatingIfNeeded: facts.people.identity(of: person)))
        pairs.values.append(Int32(truncatingIfNeeded: holder))
        steps.append(Int32(truncatingIfNeeded: step))
        above[holder] = facts.people.lines.parents[person]
      }
    }
    holders = pairs.lists(facts.people.count)
    self.steps = IndexLists(count: facts.people.count, keys: pairs.keys, values: steps)
  }

  /// Returns the holders at most so many steps below a person.
  func below(_ identity: Int, within limit: Int) -> ArraySlice<Int32> {
    let steps = steps[identity]
    let count = steps.position(notBelow: Int32(truncatingIfNeeded: limit + 1)) - steps.startIndex
    return holders[identity].prefix(count)
  }

  /// Returns the reporting steps between two people; nil where they are more than the limit.
  ///
  /// Where seats make lines cross, the ways up from the one and from the other may meet elsewhere:
  /// the shorter way counts.
  func steps(_ first: Int, _ second: Int, _ people: PeopleFacts) -> Int? {
    let back = steps(from: second, to: first, people)
    guard let there = steps(from: first, to: second, people) else { return back }
    return min(there, back ?? there)
  }

  private func steps(from first: Int, to second: Int, _ people: PeopleFacts) -> Int? {
    var entry = first
    for up in 0...limit {
      if let down = people.distance(from: second, to: entry) {
        return up + down <= limit ? up + down : nil
      }
      guard let above = people.lines.parent(of: entry) else { return nil }
      entry = above
    }
    return nil
  }
}
