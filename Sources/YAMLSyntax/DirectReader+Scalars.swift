extension DirectReader {
  /// A scalar that stands in one line, as it is meant.
  struct Scalar {
    var range: Range<Int>
    var style: YAMLNode.Style
  }

  /// libyaml takes no key longer than 1,024 characters that has no question mark.
  private static let keyLimit = 1000

  /// Whether a blank, a line break or the end of the file stands at an offset.
  func isBlankOrEnd(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == 0x20 || bytes[offset] == 0x0A
  }

  /// Reads a key and its colon.
  mutating func readKey(
    _ bytes: Span<UInt8>,
    isInFlow: Bool = false,
    into builder: inout TreeBuilder
  ) -> Bool {
    guard let key = skipKey(bytes, isInFlow: isInFlow) else { return false }
    return builder.scalar(key.range, style: key.style)
  }

  /// Moves behind a key and its colon; nil if none stands here.
  mutating func skipKey(_ bytes: Span<UInt8>, isInFlow: Bool = false) -> Scalar? {
    guard let key = skipScalar(bytes, isInFlow: isInFlow), key.range.count < Self.keyLimit
    else { return nil }
    let isMerge =
      key.style == .plain && key.range.count == 2
      && bytes[key.range.lowerBound] == UInt8(ascii: "<")
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    guard !isMerge, position < bytes.count, bytes[position] == UInt8(ascii: ":"),
      isBlankOrEnd(bytes, at: position + 1)
    else { return nil }
    position += 1
    return key
  }

  /// Moves behind a scalar of one line; nil for one that is not written as it is meant.
  mutating func skipScalar(_ bytes: Span<UInt8>, isInFlow: Bool) -> Scalar? {
    switch bytes[position] {
    case UInt8(ascii: "'"): skipQuoted(bytes, .singleQuoted)
    case UInt8(ascii: "\""): skipQuoted(bytes, .doubleQuoted)
    default: skipPlain(bytes, isInFlow: isInFlow)
    }
  }

  private mutating func skipQuoted(_ bytes: Span<UInt8>, _ style: YAMLNode.Style) -> Scalar? {
    let start = position
    let quote = bytes[start]
    position += 1
    while position < bytes.count, bytes[position] != quote {
      guard bytes[position] != 0x0A, style == .singleQuoted || bytes[position] != 0x5C
      else { return nil }
      position += 1
    }
    guard position < bytes.count else { return nil }
    position += 1
    // Two quotes stand for one.
    guard position == bytes.count || bytes[position] != quote else { return nil }
    return Scalar(range: start..<position, style: style)
  }

  private mutating func skipPlain(_ bytes: Span<UInt8>, isInFlow: Bool) -> Scalar? {
    let start = position
    guard canBegin(bytes) else { return nil }
    var end = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 {
        position += 1
        continue
      }
      if byte == 0x0A { break }
      if byte == UInt8(ascii: "#"), position > end { break }
      if byte == UInt8(ascii: ":") {
        if isBlankOrEnd(bytes, at: position + 1) { break }
        if isInFlow, Self.isFlowIndicator(bytes[position + 1]) { return nil }
      }
      if isInFlow, Self.isFlowIndicator(byte) {
        if byte == UInt8(ascii: "?") { return nil }
        break
      }
      position += 1
      end = position
    }
    position = end
    return end > start ? Scalar(range: start..<end, style: .plain) : nil
  }

  /// Whether a plain scalar can begin here; of the indicators only a dash before a letter or digit.
  private func canBegin(_ bytes: Span<UInt8>) -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "-"):
      guard position + 1 < bytes.count else { return false }
      return Self.isWordByte(bytes[position + 1])
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"),
      UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      return false
    default: return true
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
  }

  @inline(__always)
  private static func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "?"):
      true
    default: false
    }
  }
}

extension TreeBuilder {
  /// Appends a scalar that is written as it is meant; false when the file may have no more nodes.
  @inline(__always)
  mutating func scalar(_ range: Range<Int>, style: YAMLNode.Style) -> Bool {
    let quote = style == .plain ? 0 : 1
    var node = YAMLNode(.scalar, range, style: style)
    node.next = UInt32(truncatingIfNeeded: nodes.count + 1)
    node.content = UInt32(truncatingIfNeeded: range.lowerBound + quote)
    node.count = UInt32(truncatingIfNeeded: range.count - 2 * quote)
    append(node)
    return hasRoom
  }
}
