/// A metric and a direction that serve a goal, with the best path that leads there.
package struct Want: Hashable, Sendable {
  package var metric: Int32

  /// 1 where more of the metric serves, -1 where less does.
  package var sign: Int8

  /// The least confidence of the edges on the path; verified where it has none.
  package var confidence: UInt8

  /// The number of edges on the path.
  package var length: UInt16

  /// Ascending by metric, for each the direction -1 before 1.
  fileprivate var key: Int64 { Int64(metric) * 2 + (sign > 0 ? 1 : 0) }
}

/// The directions in which paths lead from one metric to another, or serve a result.
package struct Signs: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let plus = Signs(rawValue: 1)
  package static let minus = Signs(rawValue: 2)

  /// The same with both directions exchanged.
  package var flipped: Signs {
    Signs(rawValue: (rawValue & 1) << 1 | rawValue >> 1)
  }

  /// Returns the directions multiplied by a sign; none for 0.
  package func times(_ sign: Int) -> Signs {
    sign == 0 ? [] : sign > 0 ? self : flipped
  }
}

/// Everything that serves one goal: a metric moved in one direction.
package struct Wants: Sendable {
  /// What serves more of the metric, ascending by metric.
  private let forMore: ArraySlice<Want>
  private let flips: Bool

  /// Whether the search ended at its limit, so that there may be more.
  package let isCut: Bool

  init(_ forMore: ArraySlice<Want>, direction: Int, isCut: Bool) {
    self.forMore = direction == 0 ? [] : forMore
    flips = direction < 0
    self.isCut = isCut
  }

  package var count: Int { forMore.count }

  /// Returns an entry by its position; ascending by metric, for each metric in no order.
  @inline(__always)
  package subscript(position: Int) -> Want {
    var want = forMore[forMore.startIndex + position]
    if flips { want.sign = -want.sign }
    return want
  }

  /// Returns the best path to a metric in a direction, by binary search; nil where there is none.
  package func find(_ metric: Int32, _ sign: Int) -> Want? {
    let wanted = Int64(metric) * 2 + ((sign > 0) != flips ? 1 : 0)
    var low = forMore.startIndex
    var high = forMore.endIndex
    while low < high {
      let middle = (low + high) / 2
      if forMore[middle].key < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < forMore.endIndex, forMore[low].key == wanted else { return nil }
    return self[low - forMore.startIndex]
  }

  /// Returns in which directions moving a metric serves the goal.
  package func signs(at metric: Int) -> Signs {
    let metric = Int32(truncatingIfNeeded: metric)
    var signs: Signs = []
    if find(metric, 1) != nil { signs.insert(.plus) }
    if find(metric, -1) != nil { signs.insert(.minus) }
    return signs
  }
}
