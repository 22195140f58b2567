/// Which edges of the influence graph count, by their confidence.
package enum InfluenceLayer: UInt8, CaseIterable, Sendable {
  case verified, correlated, all

  /// The least confidence of an edge: 0 hypothesized, 1 correlated, 2 verified.
  package var leastConfidence: UInt8 { 2 - rawValue }

  /// The confidence of a path without edges.
  package static let greatestConfidence: UInt8 = 2
}
