import OrgModel

/// The order of incentives by the ids of holders and metrics.
struct IncentiveOrder: Sendable {
  private let incentives: [Incentive]
  private let metricRanks: [Int32]
  private let holderRanks: [Int32]

  init(_ facts: OrgFacts, metricRanks: [Int32]) {
    incentives = facts.incentives.list
    self.metricRanks = metricRanks
    holderRanks = IDOrder(facts.graph, facts.incentives.holders).ranks
  }

  func sort(_ incentives: [Int32]) -> [Int32] {
    incentives.map { (key: key(of: $0), incentive: $0) }
      .sorted { ($0.key.0, $0.key.1, $0.incentive) < ($1.key.0, $1.key.1, $1.incentive) }
      .map(\.incentive)
  }

  private func key(of incentive: Int32) -> (Int32, Int32) {
    let entry = incentives[Int(incentive)]
    return (holderRanks[Int(entry.holder)], metricRanks[Int(entry.metric)])
  }
}
