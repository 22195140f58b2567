// Bytes of YAML to a tree with places, through libyaml.
//
// `parseYAML` drives the parser in `EventStream`, the only file with unsafe code. Each event goes
// to `TreeBuilder`, which appends one node to a flat array: no object and no text per node, and the
// text of a scalar stays where it is in the source whenever it was written as it is meant. What
// goes wrong becomes a `YAMLProblem` beside the tree. The module knows the YAML 1.2 core schema, but
// no meaning of any key.

package import SourceText

/// The nodes of one YAML file, its source, and the problems met while reading it.
package struct YAMLFile: Sendable {
  package let file: FileID

  /// The bytes of the file, UTF-8 without a byte-order mark.
  package let source: [UInt8]

  /// All nodes of all documents in preorder.
  package let nodes: [YAMLNode]

  /// The index of the root node of each document.
  package let documents: [Int]

  /// The texts of the scalars that are not written byte for byte in the source.
  package let decoded: [UInt8]

  package let problems: [YAMLProblem]

  /// Whether the file was read to its end; if not, only what stands before the problem is here.
  package let isComplete: Bool

  /// Where reading ended; the length of the file when it is complete.
  let readEnd: Int

  /// Returns the place of a node in the source.
  @inlinable package func span(of node: Int) -> SourceSpan {
    SourceSpan(file: file, start: nodes[node].start, end: nodes[node].end)
  }

  /// Returns the anchored node an alias stands for, and any other node as it is.
  ///
  /// An alias that stands for nothing, which is a problem already, gives itself: its kind is still
  /// `alias`.
  @inlinable package func resolved(_ node: Int) -> Int {
    nodes[node].kind == .alias ? Int(nodes[node].content) : node
  }

  /// The indices of the children of a node; for a mapping keys and values in turn.
  @inlinable package func children(of node: Int) -> YAMLChildren {
    guard nodes[node].kind == .sequence || nodes[node].kind == .mapping else {
      return YAMLChildren(nodes: nodes, first: node, end: node)
    }
    return YAMLChildren(nodes: nodes, first: node + 1, end: Int(nodes[node].next))
  }
}
