import OrgModel

/// The goals of each part of a group, alike ones together.
///
/// Goals are alike that move one metric in one direction for the same products; of thousands of
/// members of a unit it then counts who holds one, and whether others do.
struct PartGoals: Sendable {
  struct Entry: Sendable {
    /// Twice the metric, and one more where it is to rise.
    var slot: Int32

    /// The position of the effective scope.
    var scope: Int32

    /// Who holds one, and whether somebody else does too.
    var holder: Int32
    var hasOthers: Bool

    /// The incentives, as a range of `incentives`.
    var range: Range<Int32>
  }

  private(set) var entries: [Entry] = []
  private(set) var incentives: [Int32] = []

  /// Positions in `entries` where those of each part begin.
  private var starts: [Int32] = [0]

  /// What entries that are the same person, and units, have in common, by holder.
  private let identities: [Int32]

  /// The holder of each incentive, or -1.
  private let holders: [Int32]

  init(_ couplings: CouplingFacts) {
    let facts = couplings.facts
    holders = facts.incentives.list.map(\.holder)
    let offset = Int32(truncatingIfNeeded: facts.people.count)
    identities = facts.incentives.holders.map { holder in
      let index = Int32(truncatingIfNeeded: holder.index)
      return holder.kind == .person
        ? Int32(truncatingIfNeeded: facts.people.identity(of: holder.index)) : offset + index
    }
    for place in 0..<couplings.places.products.count {
      add(couplings.places.holders[place], facts)
    }
    for holder in facts.incentives.holders.indices {
      add([Int32(truncatingIfNeeded: holder)], facts)
    }
  }

  /// Returns the positions in `entries` of the goals of a part.
  func entries(of part: Int32) -> Range<Int> {
    Int(starts[Int(part)])..<Int(starts[Int(part) + 1])
  }

  /// Returns what the holder of an incentive has in common with the same person alone.
  func identity(of incentive: Int32) -> Int32 {
    identities[Int(holders[Int(incentive)])]
  }

  private mutating func add(_ holders: ArraySlice<Int32>, _ facts: OrgFacts) {
    let list = facts.incentives.list
    let goals = holders.flatMap { facts.incentives.byHolder[Int($0)] }
      .filter { facts.isGoal(Int($0)) }
      .map { (slot: list[Int($0)].slot, scope: list[Int($0)].scope, incentive: $0) }
      .sorted { $0 < $1 }
    for goal in goals {
      let end = Int32(truncatingIfNeeded: incentives.count + 1)
      let holder = identities[Int(list[Int(goal.incentive)].holder)]
      incentives.append(goal.incentive)
      if entries.count > starts[starts.count - 1], let last = entries.last,
        last.slot == goal.slot, last.scope == goal.scope
      {
        entries[entries.count - 1].range = last.range.lowerBound..<end
        if last.holder != holder { entries[entries.count - 1].hasOthers = true }
      } else {
        entries.append(
          Entry(
            slot: goal.slot,
            scope: goal.scope,
            holder: holder,
            hasOthers: false,
            range: end - 1..<end
          )
        )
      }
    }
    starts.append(Int32(truncatingIfNeeded: entries.count))
  }
}

extension Incentive {
  /// Twice the metric, and one more where it is to rise; an incentive that keeps it has none.
  var slot: Int32 { metric * 2 + (direction.sign > 0 ? 1 : 0) }
}
