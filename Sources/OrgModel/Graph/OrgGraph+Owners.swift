package import SourceText

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

extension OrgGraph {
  /// Returns the entry, incentive or waiver's target at a place as `kind/id`; nil between entries.
  ///
  /// Cost: a binary search for each kind.
  package func entryPath(at place: SourceSpan) -> String? {
    var nearest: (key: SourceSpan, body: ItemID)?
    func consider(_ key: SourceSpan?, _ body: ItemID) {
      guard let key, key.file == place.file, key.start > nearest?.key.start ?? 0 || nearest == nil
      else { return }
      nearest = (key, body)
    }
    for kind in EntityKind.allCases {
      let records = entities[Int(kind.rawValue)]
      guard let last = OrgGraph.last(in: records.count, before: place, { records[$0].keySpan })
      else { continue }
      consider(records[last].keySpan, records[last].body)
    }
    if let last = OrgGraph.last(in: holders.count, before: place, { holders[$0].keySpan }) {
      consider(holders[last].keySpan, holders[last].body)
    }
    if let last = OrgGraph.last(in: waivers.count, before: place, { span(waivers[$0]) }) {
      consider(span(waivers[last]), waivers[last])
    }
    guard let nearest else { return nil }
    let end = max(nearest.key.end, span(nearest.body).end)
    guard place.start < end else { return nil }
    return ownerPath(of: innermostItem(of: nearest.body, at: place))
  }

  /// Returns the element of a list at a place, and the list where it is none.
  private func innermostItem(of body: ItemID, at place: SourceSpan) -> ItemID {
    guard self[body].type == .list else { return body }
    return children(of: body).first { span($0).start <= place.start && place.start < span($0).end }
      ?? body
  }

  /// Returns the position of the last of some ordered places that begins no later than a place.
  private static func last(
    in count: Int,
    before place: SourceSpan,
    _ span: (Int) -> SourceSpan
  ) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let start = span(middle)
      if (start.file, start.start) <= (place.file, place.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? low - 1 : nil
  }
}
