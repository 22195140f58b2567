extension DirectReader {
  /// How the line breaks at the end of a block scalar are read.
  private enum Chomping {
    case clip, strip, keep
  }

  /// Reads a literal or folded scalar and moves behind its last line; `indent` is the column of
  /// what it belongs to.
  ///
  /// Left to libyaml: an indentation that is told, a text without any line, leading lines of
  /// blanks, and lines of more blanks than the indentation.
  mutating func readBlockScalar(
    _ bytes: Span<UInt8>,
    in indent: Int,
    into builder: inout TreeBuilder
  ) -> Bool {
    let start = position
    let isFolded = bytes[start] == UInt8(ascii: ">")
    guard let chomping = skipHeader(bytes) else { return false }
    let firstText = builder.decoded.count
    let breaks = skipEmptyLines(bytes)
    builder.decoded.append(contentsOf: repeatElement(0x0A, count: breaks))
    let inner = blanks(bytes)
    guard inner > indent, position + inner < bytes.count, bytes[position + inner] != 0x0A else {
      return false
    }
    guard let end = readLines(bytes, inner, isFolded, chomping, into: &builder) else {
      return false
    }
    var node = YAMLNode(.scalar, start..<end, style: isFolded ? .folded : .literal)
    node.next = UInt32(truncatingIfNeeded: builder.nodes.count + 1)
    node.content = UInt32(truncatingIfNeeded: firstText)
    node.count = UInt32(truncatingIfNeeded: builder.decoded.count - firstText)
    node.flags.insert(.decoded)
    builder.append(node)
    return builder.hasRoom
  }

  /// Moves behind the line with the indicators; nil where more than how to chomp is told.
  private mutating func skipHeader(_ bytes: Span<UInt8>) -> Chomping? {
    position += 1
    var chomping = Chomping.clip
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") {
      chomping = .strip
    } else if position < bytes.count, bytes[position] == UInt8(ascii: "+") {
      chomping = .keep
    }
    if chomping != .clip { position += 1 }
    let indicatorEnd = position
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "#"), position > indicatorEnd {
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    }
    guard position < bytes.count, bytes[position] == 0x0A else { return nil }
    position += 1
    return chomping
  }

  private mutating func skipEmptyLines(_ bytes: Span<UInt8>) -> Int {
    let start = position
    while position < bytes.count, bytes[position] == 0x0A { position += 1 }
    return position - start
  }

  /// Returns how many blanks the line at the position begins with.
  private func blanks(_ bytes: Span<UInt8>) -> Int {
    var end = position
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return end - position
  }

  /// Reads the lines of a scalar and the breaks behind them; returns the end of its last line.
  private mutating func readLines(
    _ bytes: Span<UInt8>,
    _ indent: Int,
    _ isFolded: Bool,
    _ chomping: Chomping,
    into builder: inout TreeBuilder
  ) -> Int? {
    while true {
      let first = position + indent
      let wasIndented = bytes[first] == 0x20
      position = first
      while position < bytes.count, bytes[position] != 0x0A {
        builder.decoded.append(bytes[position])
        position += 1
      }
      let end = position
      guard let breaks = skipBreaks(bytes, indent) else { return nil }
      guard position < bytes.count, blanks(bytes) >= indent else {
        appendLastBreaks(breaks, chomping, into: &builder)
        return end
      }
      if isFolded, !wasIndented, bytes[position + indent] != 0x20 {
        appendFolded(breaks, into: &builder)
      } else {
        builder.decoded.append(contentsOf: repeatElement(0x0A, count: breaks))
      }
    }
  }

  /// Moves over line breaks and lines of blanks; nil where blanks go beyond the indentation.
  private mutating func skipBreaks(_ bytes: Span<UInt8>, _ indent: Int) -> Int? {
    var breaks = 0
    while position < bytes.count {
      let inner = blanks(bytes)
      let next = position + inner
      guard next < bytes.count else {
        // Blanks at the end of the file.
        return inner == 0 ? breaks : nil
      }
      guard bytes[next] == 0x0A else { return breaks }
      guard inner <= indent else { return nil }
      breaks += 1
      position = next + 1
    }
    return breaks
  }

  /// One break is folded to a blank; of several the first is dropped.
  private func appendFolded(_ breaks: Int, into builder: inout TreeBuilder) {
    if breaks == 1 {
      builder.decoded.append(0x20)
    } else {
      builder.decoded.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
    }
  }

  private func appendLastBreaks(
    _ breaks: Int,
    _ chomping: Chomping,
    into builder: inout TreeBuilder
  ) {
    switch chomping {
    case .strip: break
    case .clip: if breaks > 0 { builder.decoded.append(0x0A) }
    case .keep: builder.decoded.append(contentsOf: repeatElement(0x0A, count: breaks))
    }
  }
}
