extension DirectReader {
  /// Reads what stands in brackets, from its first bracket to behind its last.
  mutating func readFlow(_ bytes: Span<UInt8>, into builder: inout TreeBuilder) -> Bool {
    let isMapping = bytes[position] == UInt8(ascii: "{")
    let node = YAMLNode(
      isMapping ? .mapping : .sequence,
      position..<position + 1,
      style: .flow
    )
    position += 1
    guard builder.open(node, openEnd: position) else { return false }
    let bracket = isMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    guard skipSpace(bytes) else { return false }
    while bytes[position] != bracket {
      if isMapping {
        guard readFlowEntry(bytes, into: &builder) else { return false }
      } else {
        guard readFlowNode(bytes, into: &builder) else { return false }
      }
      guard skipSpace(bytes) else { return false }
      if bytes[position] == bracket { break }
      guard bytes[position] == UInt8(ascii: ",") else { return false }
      position += 1
      guard skipSpace(bytes) else { return false }
    }
    position += 1
    builder.close(bracketEnd: position)
    return true
  }

  private mutating func readFlowEntry(
    _ bytes: Span<UInt8>,
    into builder: inout TreeBuilder
  ) -> Bool {
    guard readKey(bytes, isInFlow: true, into: &builder) else { return false }
    let colonEnd = position
    guard skipSpace(bytes) else { return false }
    if bytes[position] == UInt8(ascii: ",") || bytes[position] == UInt8(ascii: "}") {
      return builder.scalar(colonEnd..<colonEnd, style: .plain)
    }
    return readFlowNode(bytes, into: &builder)
  }

  private mutating func readFlowNode(
    _ bytes: Span<UInt8>,
    into builder: inout TreeBuilder
  ) -> Bool {
    if bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "[") {
      return readFlow(bytes, into: &builder)
    }
    guard let scalar = skipScalar(bytes, isInFlow: true) else { return false }
    return builder.scalar(scalar.range, style: scalar.style) && endsHere(bytes)
  }

  /// Whether a scalar in brackets ends where it seems to: in the next line it would go on.
  private func endsHere(_ bytes: Span<UInt8>) -> Bool {
    var ahead = self
    guard ahead.skipSpace(bytes) else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(bytes[ahead.position])
  }

  /// Skips blanks, line breaks and comments between brackets; false at the end of the file, at a
  /// marker of documents and at a comment without a blank before it.
  private mutating func skipSpace(_ bytes: Span<UInt8>) -> Bool {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0x20:
        position += 1
      case 0x0A:
        position += 1
        lineStart = position
        guard position < bytes.count, !isMarker(bytes) else { return false }
      case UInt8(ascii: "#"):
        guard position > start else { return false }
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      default:
        return true
      }
    }
    return false
  }
}
