package import OrgModel

/// The scorecards: who is rewarded for which metric, in which direction, for which products.
package final class IncentiveFacts: Sendable {
  /// Every incentive, in the order of the files.
  package let list: [Incentive]

  /// The people and units that hold incentives, each once, in the order of the files.
  package let holders: [EntityRef]

  /// The incentives of each holder.
  package let byHolder: IndexLists

  /// The incentives on each metric.
  package let byMetric: IndexLists

  /// The different effective scopes.
  package let scopes: [ProductSet]

  /// Whether at least one incentive of each holder has a weight.
  package let isWeighted: [Bool]

  private let holderOfPerson: [Int32]
  private let holderOfUnit: [Int32]

  init(_ graph: OrgGraph, _ metrics: MetricFacts) {
    var columns = Columns(graph, metrics)
    let byHolder = IndexLists(count: columns.holders.count, keys: columns.list.map(\.holder))
    columns.countOccurrences(graph.count(.metric), byHolder)
    let list = columns.list
    self.list = list
    self.byHolder = byHolder
    holders = columns.holders
    byMetric = IndexLists(count: graph.count(.metric), keys: list.map(\.metric))
    isWeighted = columns.holders.indices.map { holder in
      byHolder[holder].contains { list[Int($0)].weight != nil }
    }
    scopes = []
    holderOfPerson = columns.holderOfPerson
    holderOfUnit = columns.holderOfUnit
  }

  /// Takes over all facts but the scopes: a position in `scopes` for each incentive.
  init(_ facts: IncentiveFacts, _ found: EffectiveScopes.Found, scopes: [ProductSet]) {
    var list = facts.list
    for index in list.indices {
      list[index].scope = found.positions[index]
      list[index].isScopeDeclared = found.isDeclared[index]
    }
    self.list = list
    self.scopes = scopes
    holders = facts.holders
    byHolder = facts.byHolder
    byMetric = facts.byMetric
    isWeighted = facts.isWeighted
    holderOfPerson = facts.holderOfPerson
    holderOfUnit = facts.holderOfUnit
  }

  /// What the scorecards say, in one pass.
  private struct Columns {
    var list: [Incentive] = []
    var holders: [EntityRef] = []
    var holderOfPerson: [Int32]
    var holderOfUnit: [Int32]

    init(_ graph: OrgGraph, _ metrics: MetricFacts) {
      holderOfPerson = [Int32](repeating: -1, count: graph.count(.person))
      holderOfUnit = [Int32](repeating: -1, count: graph.count(.unit))
      for (record, scorecard) in graph.holders.enumerated() {
        let items = graph.children(of: scorecard.body).filter { graph[$0].type == .mapping }
        // An empty list makes nobody a holder.
        guard !items.isEmpty else { continue }
        let holder = scorecard.holder.map { number(of: $0) } ?? -1
        for item in items {
          list.append(Incentive(item, graph, metrics, holder: holder, record: record))
        }
      }
    }

    private mutating func number(of holder: EntityRef) -> Int32 {
      let known = holder.kind == .person ? holderOfPerson[holder.index] : holderOfUnit[holder.index]
      if known >= 0 { return known }
      let number = Int32(truncatingIfNeeded: holders.count)
      holders.append(holder)
      if holder.kind == .person {
        holderOfPerson[holder.index] = number
      } else {
        holderOfUnit[holder.index] = number
      }
      return number
    }

    mutating func countOccurrences(_ metricCount: Int, _ byHolder: IndexLists) {
      var counts = [Int32](repeating: 0, count: metricCount)
      var lastHolder = [Int](repeating: -1, count: metricCount)
      for holder in holders.indices {
        for index in byHolder[holder] {
          let metric = Int(list[Int(index)].metric)
          guard metric >= 0 else { continue }
          counts[metric] = lastHolder[metric] == holder ? counts[metric] + 1 : 1
          lastHolder[metric] = holder
          list[Int(index)].occurrence = counts[metric]
        }
      }
    }
  }
}

extension Incentive {
  init(_ item: ItemID, _ graph: OrgGraph, _ metrics: MetricFacts, holder: Int32, record: Int) {
    let metric = graph.present(.incentiveMetric, of: item).map { graph.firstIndex(in: $0) } ?? -1
    declaredDirection = graph.choice(.incentiveDirection, of: item)
      .flatMap { Direction(rawValue: UInt8(clamping: $0)) }
    direction =
      declaredDirection ?? (metric < 0 ? nil : Direction(good: metrics.goods[Int(metric)]))
      ?? .increase
    weight = graph.number(.incentiveWeight, of: item)
    let target = graph.present(.incentiveTarget, of: item)
    if let number = target.flatMap({ graph.number($0) }) {
      minimum = direction == .decrease ? nil : number
      maximum = direction == .increase ? nil : number
    } else {
      minimum = target.flatMap { graph.number(.targetMin, of: $0) }
      maximum = target.flatMap { graph.number(.targetMax, of: $0) }
    }
    hasTarget = minimum != nil || maximum != nil
    self.item = item
    self.holder = holder
    self.metric = metric
    self.record = Int32(truncatingIfNeeded: record)
    occurrence = 1
    scope = 0
  }
}

extension Incentive.Direction {
  /// Follows the good direction of a metric; nil where it has none.
  init?(good: Int8) {
    guard good >= 0 else { return nil }
    self.init(rawValue: UInt8(good))
  }
}

extension IncentiveFacts {
  /// Returns the position of a holder; nil for who holds nothing.
  package func holder(_ entity: EntityRef) -> Int? {
    let number =
      switch entity.kind {
      case .person: holderOfPerson[entity.index]
      case .unit: holderOfUnit[entity.index]
      default: Int32(-1)
      }
    return number < 0 ? nil : Int(number)
  }

  /// Returns the incentives under the holder's own key.
  package func incentives(of entity: EntityRef) -> ArraySlice<Int32> {
    holder(entity).map { byHolder[$0] } ?? []
  }

  /// Returns what an incentive counts in its scorecard, in percent.
  package func share(of incentive: Int) -> Double {
    let holder = Int(list[incentive].holder)
    if holder < 0 || isWeighted[holder] { return list[incentive].weight ?? 0 }
    return 100 / Double(byHolder.count(of: holder))
  }

  /// Returns the products for which an incentive counts.
  package func scope(of incentive: Int) -> ProductSet {
    scopes[Int(list[incentive].scope)]
  }
}

extension OrgFacts {
  /// Returns `incentive/holder/metric`, with ids as written where they name nothing.
  package func path(ofIncentive incentive: Int) -> String {
    let entry = incentives.list[incentive]
    let holder =
      entry.holder >= 0
      ? graph.id(incentives.holders[Int(entry.holder)])
      : graph.symbols.text(graph.holders[Int(entry.record)].symbol)
    return IncentivePath.text(
      holder: holder,
      metric: metricText(entry.item),
      occurrence: Int(entry.occurrence)
    )
  }

  /// Returns the metric of an incentive as written; empty where there is none.
  package func metricText(_ item: ItemID) -> String {
    graph.field(.incentiveMetric, of: item).map { graph.text($0) } ?? ""
  }
}
