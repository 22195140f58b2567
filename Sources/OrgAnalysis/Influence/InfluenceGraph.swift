import OrgModel

/// The metrics and what drives what, with the edges of each metric in the order of ids.
package struct InfluenceGraph: Sendable {
  /// The place of each metric among all, by the bytes of the ids.
  package let ranks: [Int32]

  /// The influences on each metric by the id of their source, those of a metric by that of their
  /// target; positions in `MetricFacts.influences`.
  package let incoming: IndexLists
  package let outgoing: IndexLists

  /// The influences themselves.
  package let edges: [Influence]

  /// The confidences that occur: a layer that leaves out none of them is the whole graph.
  private let leastConfidence: UInt8

  init(_ graph: OrgGraph, _ metrics: MetricFacts) {
    let count = metrics.levels.count
    let ranks = IDOrder(graph, .metric).ranks
    let edges = metrics.influences
    let positions = edges.indices.map { Int32(truncatingIfNeeded: $0) }
    func lists(_ key: (Influence) -> Int32, by other: (Influence) -> Int32) -> IndexLists {
      let sorted = positions.sorted {
        ranks[Int(other(edges[Int($0)]))] < ranks[Int(other(edges[Int($1)]))]
      }
      return IndexLists(count: count, keys: sorted.map { key(edges[Int($0)]) }, values: sorted)
    }
    self.ranks = ranks
    self.edges = edges
    incoming = lists(\.target, by: \.source)
    outgoing = lists(\.source, by: \.target)
    leastConfidence = edges.map(\.confidence).min() ?? InfluenceLayer.greatestConfidence
  }

  /// The number of metrics.
  package var count: Int { ranks.count }

  /// Returns whether a layer has every edge that the next wider one has.
  func isWhole(_ layer: InfluenceLayer) -> Bool {
    leastConfidence >= layer.leastConfidence
  }
}
