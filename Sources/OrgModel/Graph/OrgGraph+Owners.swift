extension OrgGraph {
  /// Returns what an item stands in, as `kind/id`; for the reports of problems, not for loops.
  ///
  /// Cost: the number of entries in the item's file.
  package func ownerPath(of item: ItemID) -> String {
    for kind in EntityKind.allCases {
      if let index = entryIndex(of: item, among: entities[Int(kind.rawValue)]) {
        return path(EntityRef(kind, index))
      }
    }
    for holder in holders where contains(holder.body, item) {
      return incentivePath(of: item, in: holder)
    }
    for waiver in waivers where contains(waiver, item) {
      return field(.waiverTarget, of: waiver).map { text($0) } ?? "organization"
    }
    return "organization"
  }

  private func contains(_ outer: ItemID, _ item: ItemID) -> Bool {
    outer <= item && item.index < outer.index + Int(items[outer.index].length)
  }

  /// Bodies stand in the order of their entries, except those of entries declared again.
  private func entryIndex(of item: ItemID, among records: [EntityRecord]) -> Int? {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if records[middle].body <= item { low = middle + 1 } else { high = middle }
    }
    guard low > 0, contains(records[low - 1].body, item) else { return nil }
    return low - 1
  }

  /// Returns `incentive/holder/metric`, with the number of the incentive from the second one on.
  package func incentivePath(of item: ItemID, in holder: HolderRecord) -> String {
    var counts: [String: Int] = [:]
    let name = holder.holder.map(id) ?? symbols.text(holder.symbol)
    for record in holders where record.symbol == holder.symbol {
      for (position, incentive) in children(of: record.body).enumerated() {
        let metric = field(.incentiveMetric, of: incentive).map { text($0) } ?? ""
        let shown = metric.isEmpty ? String(position + 1) : metric
        counts[shown, default: 0] += 1
        if contains(incentive, item) {
          return IncentivePath.text(
            holder: name,
            metric: shown,
            occurrence: counts[shown, default: 1]
          )
        }
      }
    }
    return "incentive/" + name
  }
}
