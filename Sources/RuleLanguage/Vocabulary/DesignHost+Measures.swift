import CEL
import OrgAnalysis
import OrgModel

/// A declared holder with the places of the incentives, merged over files.
struct Scorecard: Sendable {
  var symbol: UInt32
  var holder: EntityRef?

  /// The positions among the graph's holders, in path order.
  var records: [Int]

  static func all(in graph: OrgGraph) -> [Scorecard] {
    var scorecards: [Scorecard] = []
    var positions: [UInt32: Int] = [:]
    for (index, record) in graph.holders.enumerated() {
      if let position = positions[record.symbol] {
        scorecards[position].records.append(index)
      } else {
        positions[record.symbol] = scorecards.count
        scorecards.append(
          Scorecard(symbol: record.symbol, holder: record.holder, records: [index])
        )
      }
    }
    return scorecards
  }

  /// Returns the positions of those that people hold, by the person.
  static func positionsOfPeople(_ scorecards: [Scorecard]) -> [Int: Int] {
    var positions: [Int: Int] = [:]
    for (position, scorecard) in scorecards.enumerated() {
      if let holder = scorecard.holder, holder.kind == .person {
        positions[holder.index] = position
      }
    }
    return positions
  }
}

/// Which metrics anything in the design refers to.
enum MetricUse {
  static func find(_ graph: OrgGraph) -> [Bool] {
    var isUsed = [Bool](repeating: false, count: graph.count(.metric))
    for index in graph.items.indices where graph.items[index].type == .reference {
      let entity = EntityRef(packed: graph.items[index].payload)
      if entity.kind == .metric { isUsed[entity.index] = true }
    }
    // A metric that drives another is used by that.
    for metric in isUsed.indices
    where graph.field(.metricDrives, of: EntityRef(.metric, metric)) != nil {
      isUsed[metric] = true
    }
    return isUsed
  }

  /// Returns the counter-metrics of each metric: those it names, then those that name it.
  static func counters(_ graph: OrgGraph) -> IndexLists {
    var metrics: [Int32] = []
    var counters: [Int32] = []
    for metric in 0..<graph.count(.metric) {
      for counter in graph.references(.metricCounter, of: EntityRef(.metric, metric)) {
        metrics.append(Int32(truncatingIfNeeded: metric))
        counters.append(Int32(truncatingIfNeeded: counter.index))
      }
    }
    let count = metrics.count
    for pair in 0..<count where metrics[pair] != counters[pair] {
      metrics.append(counters[pair])
      counters.append(metrics[pair])
    }
    return IndexLists(count: graph.count(.metric), keys: metrics, values: counters)
  }
}

extension DesignHost {
  func isUsed(_ metric: Int) -> Bool { usedMetrics[metric] }

  func incentivePath(_ incentive: Int) -> String { facts.path(ofIncentive: incentive) }

  /// The person or unit that holds an incentive; nil where the key names nobody.
  func holder(ofIncentive incentive: Int) -> EntityRef? {
    let holder = facts.incentives.list[incentive].holder
    return holder < 0 ? nil : facts.incentives.holders[Int(holder)]
  }

  func metricText(_ item: ItemID) -> String {
    facts.metricText(item)
  }

  func setters(of incentive: Int) -> Value {
    let named = graph.references(.incentiveSetBy, of: facts.incentives.list[incentive].item)
    return .many(
      .person,
      named.compactMap { setter -> Int? in
        let person = setter.kind == .unit ? facts.units.lead(of: setter.index) : setter.index
        return person.flatMap { facts.people.isFilled($0) ? $0 : nil }
      }
    )
  }

  /// Products without an anchor, or with one that is null or an empty seat; what has a finding of
  /// its own counts as an anchor here.
  func unanchored(_ initiative: Int) -> [Int32] {
    let entity = EntityRef(.initiative, initiative)
    var anchored: Set<Int32> = []
    if let anchors = graph.field(.initiativeAnchors, of: entity), graph[anchors].type == .mapping {
      for entry in graph.children(of: anchors) {
        guard let product = graph.reference(entry), let value = graph.value(ofEntry: entry),
          graph[value].type != .absent
        else { continue }
        let isEmpty = graph.reference(value).map { !facts.people.isFilled($0.index) } ?? false
        if !isEmpty { anchored.insert(Int32(product.index)) }
      }
    }
    return facts.products.list(facts.scope(of: entity)).filter { !anchored.contains($0) }
  }

  /// The group of rivals that a stewardship is the first of.
  func rivals(ofStewardship stewardship: Int) -> RivalStewards.Group? {
    let rivals = rivalStewards.get().value
    return rivals.groupOfFirst[Int32(truncatingIfNeeded: stewardship)].map { rivals.groups[$0] }
  }

  func position(ofIncentive incentive: Int) -> Int {
    guard let holder = holder(ofIncentive: incentive) else { return 0 }
    let all = facts.incentives.incentives(of: holder)
    return all.firstIndex { Int($0) == incentive }.map { $0 - all.startIndex } ?? 0
  }

  func scorecardPath(_ index: Int) -> String {
    let scorecard = scorecards[index]
    return scorecard.holder.map { graph.path($0) }
      ?? "person/" + graph.symbols.text(scorecard.symbol)
  }

  /// The sum of the weights that are given.
  func total(ofScorecard index: Int) -> Double {
    guard let holder = scorecards[index].holder else { return 0 }
    return facts.incentives.incentives(of: holder).reduce(0) {
      $0 + (facts.incentives.list[Int($1)].weight ?? 0)
    }
  }

  /// The weights that are given, each with its horizon; empty where none is named.
  private func weights(ofScorecard index: Int) -> [(horizon: String, weight: Double)] {
    incentives(ofScorecard: index).compactMap { incentive in
      let entry = facts.incentives.list[Int(incentive)]
      let horizon = graph.field(.incentiveHorizon, of: entry.item).map { graph.text($0) }
      return entry.weight.map { (horizon ?? "", $0) }
    }
  }

  func horizonTotals(ofScorecard index: Int) -> [Double] {
    var order: [String] = []
    var totals: [String: Double] = [:]
    for (horizon, weight) in weights(ofScorecard: index) {
      if totals[horizon] == nil { order.append(horizon) }
      totals[horizon, default: 0] += weight
    }
    return order.compactMap { totals[$0] }
  }

  func incentives(ofScorecard index: Int) -> ArraySlice<Int32> {
    scorecards[index].holder.map { facts.incentives.incentives(of: $0) } ?? []
  }
}
