import OrgModel

/// What those who work for one product have in common, and what sets them apart.
package struct ProductTies: Sendable {
  package let product: Int

  /// The holders of goals, by their ids.
  package let holders: [Int32]

  /// The levers that help several of them and hurt nobody, by their ids.
  package let freeLevers: [FreeLever]

  /// Whether they fall into two camps, each by its position in `holders`; nil for too many people.
  package let camps: Camps?

  /// Of more people nobody looks for camps.
  private static let campLimit = 256

  fileprivate init(
    product: Int,
    holders: [Int32],
    freeLevers: [FreeLever],
    conflicting: Set<UInt64>,
    levers: [Set<Int32>]
  ) {
    self.product = product
    self.holders = holders
    self.freeLevers = freeLevers
    guard holders.count <= ProductTies.campLimit else {
      camps = nil
      return
    }
    var ties: [Camps.Tie] = []
    for first in holders.indices {
      for second in holders.indices where second > first {
        if conflicting.contains(ProductTieFacts.key(holders[first], holders[second])) {
          ties.append(Camps.Tie(first, second, agrees: false))
        } else if !levers[first].isDisjoint(with: levers[second]) {
          ties.append(Camps.Tie(first, second, agrees: true))
        }
      }
    }
    camps = Camps(count: holders.count, ties)
  }
}

/// Looks at one product after another for what ties those together who work for it.
///
/// Built only where a report asks for it; influences that are at least correlated count.
package struct ProductTieFacts: Sendable {
  private let couplings: CouplingFacts
  private let goals: PartGoals
  private let levers: LeverTable
  private let rules: ContestRules
  private let order: IncentiveOrder
  private let metricRanks: [Int32]

  /// The pairs of holders with a conflict that is no mere information, mitigated or not.
  private let conflicting: Set<UInt64>

  package init(
    _ couplings: CouplingFacts,
    _ influence: InfluenceFacts,
    _ conflicts: ConflictFacts
  ) {
    self.couplings = couplings
    let list = couplings.facts.incentives.list
    goals = PartGoals(couplings)
    levers = LeverTable(couplings.facts, influence, .correlated)
    rules = ContestRules(couplings)
    metricRanks = influence.graph.ranks
    order = IncentiveOrder(couplings.facts, metricRanks: metricRanks)
    conflicting = Set(
      (conflicts.conflicts + conflicts.managed).filter { $0.baseSeverity >= .warning }.map {
        ProductTieFacts.key(list[Int($0.first)].holder, list[Int($0.second)].holder)
      }
    )
  }

  /// Returns the ties of a product; nil where fewer than two who work for it hold a goal, and for
  /// a product that is not checked.
  package func ties(of product: Int) -> ProductTies? {
    guard let place = couplings.facts.products.place(of: product) else { return nil }
    let cell = GroupReader(couplings).cell(at: place)
    let contest = LeverContest(cell, goals, levers, rules)
    let incentives = contest.entries.flatMap { position in
      let range = goals.entries[position].range
      return goals.incentives[Int(range.lowerBound)..<Int(range.upperBound)]
    }
    let list = couplings.facts.incentives.list
    var holders: [Int32] = []
    var levers: [Set<Int32>] = []
    for incentive in order.sort(incentives) {
      let holder = list[Int(incentive)].holder
      if holders.last != holder {
        holders.append(holder)
        levers.append([])
      }
      levers[levers.count - 1].formUnion(self.levers.clear[Int(list[Int(incentive)].slot)])
    }
    guard holders.count > 1 else { return nil }
    return ProductTies(
      product: product,
      holders: holders,
      freeLevers: contest.freeLevers(order, couplings.facts, metricRanks),
      conflicting: conflicting,
      levers: levers
    )
  }

  /// Two holders in either order.
  fileprivate static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    let (low, high) = (
      UInt32(bitPattern: min(first, second)), UInt32(bitPattern: max(first, second))
    )
    return UInt64(low) << 32 | UInt64(high)
  }
}
