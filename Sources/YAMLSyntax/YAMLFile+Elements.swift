extension YAMLFile {
  /// Returns the elements of a sequence, aliases followed; of anything else the node itself.
  package func elements(of node: Int) -> [Int] {
    nodes[node].kind == .sequence ? children(of: node).map { resolved($0) } : [node]
  }
}
