/// A metric that two goals need moved in opposite directions.
package struct Contest: Hashable, Sendable {
  package var metric: Int32

  /// The direction that serves the first of the two; the other one serves the second.
  package var sign: Int8

  /// The edges from the metric to each goal.
  package var firstLength: UInt16
  package var secondLength: UInt16

  /// The lesser of the confidences of both paths.
  package var confidence: UInt8

  /// Whether one of the two goals also loses by it.
  package var isAmbiguous: Bool

  /// The edges of both paths.
  package var length: Int { Int(firstLength) + Int(secondLength) }

  package var kind: Conflict.Kind {
    switch (firstLength, secondLength) {
    case (0, 0): .direct
    case (0, _), (_, 0): .sideEffect
    default: .lever
    }
  }

  /// Clear ones before ambiguous ones, then the shorter, the better known, the smaller id, more.
  func precedes(_ other: Contest, _ ranks: [Int32]) -> Bool {
    if isAmbiguous != other.isAmbiguous { return other.isAmbiguous }
    if length != other.length { return length < other.length }
    if confidence != other.confidence { return confidence > other.confidence }
    if metric != other.metric { return ranks[Int(metric)] < ranks[Int(other.metric)] }
    return sign > other.sign
  }
}
