import OrgModel

/// When the goals of two meet at a lever, and when somebody settles what they contest.
struct ContestRules: Sendable {
  private let couplings: CouplingFacts
  private let tradeoffs: TradeoffFacts

  /// The pairs of incentives whose conflict a trade-off manages.
  private let managed: Set<[Int32]>

  init(_ couplings: CouplingFacts, managed: [Conflict] = []) {
    self.couplings = couplings
    self.managed = Set(managed.map { ContestRules.pair($0.first, $0.second) })
    tradeoffs = TradeoffFacts(couplings.facts)
  }

  private static func pair(_ first: Int32, _ second: Int32) -> [Int32] {
    [min(first, second), max(first, second)]
  }

  /// Whether any trade-off is declared that may settle something.
  var settlesAny: Bool { !tradeoffs.isEmpty }

  /// Returns whether goals with two scopes meet at a metric.
  func meet(_ first: PartGoals.Entry, _ second: PartGoals.Entry, at metric: Int32) -> Bool {
    let facts = couplings.facts
    return facts.metrics.isAcross[Int(metric)]
      || facts.incentives.scopes[Int(first.scope)].meets(facts.incentives.scopes[Int(second.scope)])
  }

  /// Returns whether a trade-off that holds settles what two incentives contest, at whatever lever:
  /// it manages their conflict, or is between their metrics.
  ///
  /// Opposite directions of one metric are settled by none.
  func isSettled(_ first: Int32, _ second: Int32) -> Bool {
    guard settlesAny else { return false }
    if managed.contains(ContestRules.pair(first, second)) { return true }
    let facts = couplings.facts
    let (one, other) = (facts.incentives.list[Int(first)], facts.incentives.list[Int(second)])
    guard one.metric != other.metric else { return false }
    let people = [one, other].map { entry -> Int? in
      let person = couplings.people.entries[Int(entry.holder)]
      return person < 0 ? nil : Int(person)
    }
    let scopes = facts.incentives.scopes
    return tradeoffs.covering(one.metric, other.metric, witness: nil).contains { entry in
      tradeoffs.faults(
        of: Int(entry),
        people,
        common: scopes[Int(one.scope)].intersection(scopes[Int(other.scope)]),
        facts.people
      ).isEmpty
    }
  }
}
