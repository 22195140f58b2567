/// The indices of the children of one node, in the order they are written.
package struct YAMLChildren: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let nodes: [YAMLNode]
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  @inlinable init(nodes: [YAMLNode], first: Int, end: Int) {
    self.nodes = nodes
    position = first
    self.end = end
  }

  @inlinable package mutating func next() -> Int? {
    guard position < end else { return nil }
    defer { position = Int(nodes[position].next) }
    return position
  }
}
