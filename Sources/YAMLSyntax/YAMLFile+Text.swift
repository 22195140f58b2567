extension YAMLFile {
  /// Returns where the text of a scalar stands: in `decoded` if the node has that flag, else in
  /// `source`; empty for other nodes.
  @inlinable package func textRange(of node: Int) -> Range<Int> {
    let node = nodes[node]
    guard node.kind == .scalar else { return 0..<0 }
    return Int(node.content)..<Int(node.content) + Int(node.count)
  }

  /// Returns the bytes of the text of a scalar without copying; empty for other nodes.
  @inlinable package func textBytes(of node: Int) -> ArraySlice<UInt8> {
    let range = textRange(of: node)
    return nodes[node].flags.contains(.decoded) ? decoded[range] : source[range]
  }

  /// Gives the bytes of the text of a scalar to a function, without any reference counting.
  @inlinable package func withTextBytes<Result>(
    of node: Int,
    _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let range = textRange(of: node)
    return nodes[node].flags.contains(.decoded)
      ? body(decoded.span.extracting(range)) : body(source.span.extracting(range))
  }

  /// Returns the text of a scalar; empty for other nodes.
  package func text(of node: Int) -> String {
    String(decoding: textBytes(of: node), as: UTF8.self)
  }

  /// Returns whether a node is a scalar with this text, in whatever style.
  package func isScalar(_ node: Int, _ text: String) -> Bool {
    nodes[node].kind == .scalar && text.utf8.elementsEqual(textBytes(of: node))
  }

  /// Returns the name of an alias, as it is written.
  package func aliasName(of node: Int) -> String {
    guard nodes[node].kind == .alias else { return "" }
    return String(decoding: source[nodes[node].range].dropFirst(), as: UTF8.self)
  }
}
