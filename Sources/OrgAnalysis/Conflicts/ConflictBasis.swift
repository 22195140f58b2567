import OrgModel

/// What conflicts are judged by: the facts of a design and the tables built on demand.
///
/// A class, so that those who judge by it share it and copy none of its tables; it never changes.
final class ConflictBasis: Sendable {
  let facts: OrgFacts
  let influence: InfluenceFacts
  let coupling: CouplingFacts
  let goals: GoalTable
  let tradeoffs: TradeoffFacts

  /// Whether each goal is on, or served by, something that is one thing for everybody: others have
  /// nothing in common with goals of another scope.
  let reachesAcross: [Bool]

  /// The metrics declared opposed to each, at either end.
  let opposed: IndexLists

  /// The place of each holder among all by id; a person stands before a unit of the same id.
  let holderRanks: [Int32]

  init(_ facts: OrgFacts, _ influence: InfluenceFacts, _ coupling: CouplingFacts) {
    self.facts = facts
    self.influence = influence
    self.coupling = coupling
    let peopleCount = facts.people.count
    let humans = facts.incentives.holders.map { holder in
      Int32(
        truncatingIfNeeded: holder.kind == .person
          ? facts.people.identity(of: holder.index) : peopleCount + holder.index
      )
    }
    goals = GoalTable(facts.incentives.list, ranks: influence.graph.ranks, humans: humans)
    reachesAcross = goals.goals.map { goal in
      let isAcross = facts.metrics.isAcross
      let wants = influence.wants(Int(goal.metric), Int(goal.direction), .all)
      return isAcross[Int(goal.metric)]
        || (0..<wants.count).contains { isAcross[Int(wants[$0].metric)] }
    }
    tradeoffs = TradeoffFacts(facts)
    opposed = ConflictBasis.opposed(facts.graph)
    holderRanks = IDOrder(facts.graph, facts.incentives.holders).ranks
  }

  private static func opposed(_ graph: OrgGraph) -> IndexLists {
    var pairs = IndexPairs()
    for metric in 0..<graph.count(.metric) {
      for other in graph.references(.metricOpposes, of: EntityRef(.metric, metric))
      where other.index != metric {
        pairs.keys += [Int32(truncatingIfNeeded: metric), Int32(truncatingIfNeeded: other.index)]
        pairs.values += [Int32(truncatingIfNeeded: other.index), Int32(truncatingIfNeeded: metric)]
      }
    }
    return pairs.lists(graph.count(.metric))
  }

  /// The layers that differ from the one before.
  var layers: [InfluenceLayer] {
    InfluenceLayer.allCases.filter { layer in
      InfluenceLayer(rawValue: layer.rawValue &- 1).map { !influence.graph.isWhole($0) } ?? true
    }
  }

  func incentive(_ index: Int32) -> Incentive { facts.incentives.list[Int(index)] }

  /// Returns the person a holder is, or who leads the unit; nil for a unit without a filled lead.
  func person(ofHolder holder: Int32) -> Int? {
    let person = coupling.people.entries[Int(holder)]
    return person < 0 ? nil : Int(person)
  }

  /// Returns the first goal of a person on something that both goals of a pair drive.
  func goal(of person: Int, downstreamOf first: Incentive, _ second: Incentive) -> Int32? {
    facts.scorecard(of: person).first {
      let entry = incentive($0)
      return entry.metric >= 0 && entry.direction != .maintain
        && isDownstream(entry.metric, of: first.metric, second.metric)
    }
  }

  /// Returns everything a holder is measured on, the scorecards of units the person leads included.
  func scorecard(ofHolder holder: Int32) -> [Int32] {
    let entity = facts.incentives.holders[Int(holder)]
    return entity.kind == .person
      ? facts.scorecard(of: entity.index) : Array(facts.incentives.byHolder[Int(holder)])
  }

  /// Returns whether a metric is driven by both goals of a pair, so that it measures the whole.
  func isDownstream(_ metric: Int32, of first: Int32, _ second: Int32) -> Bool {
    [first, second].allSatisfy {
      !influence.signs(from: Int($0), to: Int(metric), .correlated).isEmpty
    }
  }

  /// Returns whether two incentives are for something in common.
  func scopesMeet(_ first: Incentive, _ second: Incentive) -> Bool {
    first.scope == second.scope && !facts.incentives.scopes[Int(first.scope)].isEmpty
      || facts.incentives.scopes[Int(first.scope)].meets(facts.incentives.scopes[Int(second.scope)])
  }

  /// Returns whether two incentives meet at a metric.
  func meet(at metric: Int32, scopesMeet: Bool) -> Bool {
    scopesMeet || facts.metrics.isAcross[Int(metric)]
  }

  /// Returns whether a goal follows what is good of its metric, where up or down is.
  func followsGood(_ entry: Incentive) -> Bool {
    switch facts.metrics.goods[Int(entry.metric)] {
    case 0: entry.direction == .increase
    case 1: entry.direction == .decrease
    default: entry.direction != .maintain
    }
  }
}

extension Incentive {
  /// The values that are good enough; an empty range where the ends are exchanged.
  var admissible: (low: Double, high: Double) {
    (minimum ?? -.infinity, maximum ?? .infinity)
  }

  /// Whether no value can be good enough.
  package var isImpossible: Bool { admissible.low > admissible.high }

  /// Returns whether some value satisfies both targets.
  func isCompatible(with other: Incentive) -> Bool {
    max(admissible.low, other.admissible.low) <= min(admissible.high, other.admissible.high)
  }
}
