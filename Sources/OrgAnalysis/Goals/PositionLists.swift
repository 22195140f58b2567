/// Ascending positions of each of many entries, to ask whether one is in a range.
struct PositionLists: Sendable {
  private let lists: IndexLists

  /// Groups positions by the key beside them.
  init(count: Int, _ pairs: IndexPairs) {
    let order = pairs.values.indices.sorted { pairs.values[$0] < pairs.values[$1] }
    lists = IndexLists(
      count: count,
      keys: order.map { pairs.keys[$0] },
      values: order.map { pairs.values[$0] }
    )
  }

  func isEmpty(_ entry: Int) -> Bool { lists.count(of: entry) == 0 }

  /// Returns the positions of an entry in a range, ascending.
  func positions(of entry: Int, in range: Range<Int>) -> ArraySlice<Int32> {
    let all = lists[entry]
    let start = all.position(notBelow: Int32(truncatingIfNeeded: range.lowerBound))
    let rest = all[start...]
    return rest[..<rest.position(notBelow: Int32(truncatingIfNeeded: range.upperBound))]
  }

  /// Returns whether an entry has a position in a range.
  func hasAny(_ entry: Int, in range: Range<Int>) -> Bool {
    let all = lists[entry]
    let start = all.position(notBelow: Int32(truncatingIfNeeded: range.lowerBound))
    return start < all.endIndex && Int(all[start]) < range.upperBound
  }
}
