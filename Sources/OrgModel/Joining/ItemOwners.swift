/// What each value of a design stands in, as `kind/id`; built when there is a problem to report.
package struct ItemOwners: Sendable {
  /// Where the body of each owner begins, ascending.
  private let starts: [ItemID]
  private let owners: [Owner]

  /// The scorecards of each holder, as positions among the graph's holders.
  private let records: [UInt64: [Int]]

  /// The incentives of the holders that were asked for.
  private var scorecards: [UInt64: Scorecard] = [:]

  private enum Owner: Sendable {
    case entry(EntityKind, symbol: UInt32)
    case holder(Int)
    case waiver
    case organization
  }

  private struct Scorecard: Sendable {
    var starts: [ItemID] = []
    var paths: [String] = []
  }

  package init(_ graph: OrgGraph) {
    var all: [(start: ItemID, owner: Owner)] = []
    for kind in EntityKind.allCases {
      for record in graph.entities[Int(kind.rawValue)] {
        all.append((record.body, .entry(kind, symbol: record.symbol)))
      }
    }
    all += graph.repeats.map { ($0.record.body, .entry($0.kind, symbol: $0.record.symbol)) }
    all += graph.waivers.map { ($0, .waiver) }
    all += graph.organizations.map { ($0, .organization) }
    var records: [UInt64: [Int]] = [:]
    for (index, record) in graph.holders.enumerated() {
      all.append((record.body, .holder(index)))
      records[ItemOwners.key(of: record), default: []].append(index)
    }
    all.sort { $0.start < $1.start }
    starts = all.map(\.start)
    owners = all.map(\.owner)
    self.records = records
  }

  /// Returns what an item stands in.
  package mutating func path(of item: ItemID, in graph: OrgGraph) -> String {
    guard let index = ItemOwners.last(in: starts, upTo: item) else { return "organization" }
    switch owners[index] {
    case .entry(let kind, let symbol): return kind.name + "/" + graph.symbols.text(symbol)
    case .holder(let record): return incentivePath(of: item, graph.holders[record], graph)
    case .waiver:
      return graph.field(.waiverTarget, of: starts[index]).map { graph.text($0) } ?? "organization"
    case .organization: return "organization"
    }
  }

  private mutating func incentivePath(
    of item: ItemID,
    _ record: HolderRecord,
    _ graph: OrgGraph
  ) -> String {
    let key = ItemOwners.key(of: record)
    let scorecard = scorecards[key] ?? readScorecard(key, graph)
    scorecards[key] = scorecard
    let index = ItemOwners.last(in: scorecard.starts, upTo: item)
    return index.map { scorecard.paths[$0] }
      ?? "incentive/" + (record.holder.map(graph.id) ?? graph.symbols.text(record.symbol))
  }

  /// Names the incentives of a holder over all files: from the second one on a metric its number
  /// follows.
  private func readScorecard(_ key: UInt64, _ graph: OrgGraph) -> Scorecard {
    var scorecard = Scorecard()
    var counts: [String: Int] = [:]
    for record in (records[key] ?? []).map({ graph.holders[$0] }) {
      for (position, incentive) in graph.children(of: record.body).enumerated() {
        let metric = graph.field(.incentiveMetric, of: incentive).map { graph.text($0) } ?? ""
        let shown = metric.isEmpty ? String(position + 1) : metric
        counts[shown, default: 0] += 1
        scorecard.starts.append(incentive)
        scorecard.paths.append(
          IncentivePath.text(
            holder: record.holder.map(graph.id) ?? graph.symbols.text(record.symbol),
            metric: shown,
            occurrence: counts[shown, default: 1]
          )
        )
      }
    }
    return scorecard
  }

  /// What the scorecards of one holder have in common: the entry, or the key of one that is none.
  private static func key(of record: HolderRecord) -> UInt64 {
    record.holder.map { UInt64($0.packed) } ?? UInt64(record.symbol) | 1 << 32
  }

  /// Returns the position of the last start that is not behind an item.
  private static func last(in starts: [ItemID], upTo item: ItemID) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= item { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
