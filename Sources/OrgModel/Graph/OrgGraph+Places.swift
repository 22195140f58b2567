package import SourceText

extension OrgGraph {
  /// Returns the innermost of entries, incentives and waivers at a place; nil between entries.
  ///
  /// Cost: a binary search for each kind.
  package func entryItem(at place: SourceSpan) -> ItemID? {
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
    return innermostItem(of: nearest.body, at: place)
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
