/// The entries of one mapping: its own in the order they are written, then the merged ones.
package struct YAMLEntries: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let nodes: [YAMLNode]
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  /// All entries of a mapping with a merge key; nil for the others, which are read on the way.
  @usableFromInline let merged: [YAMLEntry]?

  @inlinable init(nodes: [YAMLNode], mapping: Int) {
    self.nodes = nodes
    position = mapping + 1
    end = Int(nodes[mapping].next)
    merged = nil
  }

  @usableFromInline init(merged: [YAMLEntry]) {
    nodes = []
    position = 0
    end = merged.count
    self.merged = merged
  }

  @inlinable package mutating func next() -> YAMLEntry? {
    guard position < end else { return nil }
    if let merged {
      defer { position += 1 }
      return merged[position]
    }
    let key = position
    let place = Int(nodes[key].next)
    guard place < end else { return nil }
    position = Int(nodes[place].next)
    return YAMLEntry(key: resolved(key), value: resolved(place), place: place, isMerged: false)
  }

  @inlinable func resolved(_ node: Int) -> Int {
    nodes[node].kind == .alias ? Int(nodes[node].content) : node
  }
}
