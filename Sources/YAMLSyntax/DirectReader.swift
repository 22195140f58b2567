// Most designs are written in a small part of YAML: block mappings and lists, brackets, plain and
// quoted scalars of one line, literal and folded texts, comments. `DirectReader` reads that part in one pass over the bytes,
// several times faster than libyaml, into the same tree.
//
// It never judges. Whatever it does not know, or finds wrong, makes it give up, and the file is
// read by libyaml from the start: what is accepted, and what every problem says, stays libyaml's.

/// Reads a file of the plainest YAML without libyaml, or gives up.
struct DirectReader {
  /// The next byte.
  var position = 0

  /// The first byte of the line that holds the position.
  var lineStart = 0

  /// The column of the next content, once a line has been ended; -1 at the end of the file.
  private var column = -1

  /// Feeds a whole file to a builder; false if it has to be read by libyaml, by a new builder.
  static func read(_ bytes: [UInt8], into builder: inout TreeBuilder) -> Bool {
    let bytes = bytes.span
    guard PlainText.holds(bytes) else { return false }
    var reader = DirectReader()
    return reader.readDocument(bytes, into: &builder)
  }

  private mutating func readDocument(
    _ bytes: Span<UInt8>,
    into builder: inout TreeBuilder
  ) -> Bool {
    guard moveToContent(bytes, isFirst: true) else { return false }
    guard column >= 0 else { return true }
    builder.beginDocument(end: position)
    if column == 0, isMarker(bytes) {
      guard readStart(bytes, into: &builder) else { return false }
    }
    return readBlock(bytes, into: &builder) && column < 0
  }

  /// Reads the marker that begins the only document, alone in its line.
  private mutating func readStart(
    _ bytes: Span<UInt8>,
    into builder: inout TreeBuilder
  ) -> Bool {
    guard bytes[position] == UInt8(ascii: "-"), isBlankOrEnd(bytes, at: position + 3)
    else { return false }
    position += 3
    builder.beginDocument(end: position)
    return endLine(bytes) && column >= 0
  }

  // MARK: Lines

  /// Moves from the start of a line to the next content, over empty lines and comments; false
  /// where a marker of documents stands.
  private mutating func moveToContent(_ bytes: Span<UInt8>, isFirst: Bool = false) -> Bool {
    while true {
      lineStart = position
      while position < bytes.count, bytes[position] == 0x20 { position += 1 }
      guard position < bytes.count else {
        column = -1
        return true
      }
      if bytes[position] == UInt8(ascii: "#") {
        skipLine(bytes)
      } else if bytes[position] == 0x0A {
        position += 1
      } else {
        column = position - lineStart
        return column > 0 || isFirst || !isMarker(bytes)
      }
    }
  }

  private mutating func skipLine(_ bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    if position < bytes.count { position += 1 }
  }

  /// Whether three dots or dashes stand here.
  func isMarker(_ bytes: Span<UInt8>) -> Bool {
    let byte = bytes[position]
    return (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."))
      && position + 2 < bytes.count && bytes[position + 1] == byte && bytes[position + 2] == byte
  }

  /// Ends a line behind a value: nothing but blanks and a comment may follow.
  private mutating func endLine(_ bytes: Span<UInt8>) -> Bool {
    let start = position
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    if position < bytes.count {
      if bytes[position] == UInt8(ascii: "#"), position > start {
        skipLine(bytes)
      } else if bytes[position] == 0x0A {
        position += 1
      } else {
        return false
      }
    }
    return moveToContent(bytes)
  }

  /// Skips blanks behind a dash or a colon; true if nothing else stands in the line but a comment.
  private mutating func isLineEmpty(_ bytes: Span<UInt8>) -> Bool {
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    return position == bytes.count || bytes[position] == 0x0A
      || bytes[position] == UInt8(ascii: "#")
  }

  // MARK: Blocks

  /// Reads the mapping, list or bracket that begins at the content of a line.
  private mutating func readBlock(_ bytes: Span<UInt8>, into builder: inout TreeBuilder) -> Bool {
    if isDash(bytes) { return readSequence(bytes, at: column, into: &builder) }
    if isKey(bytes) { return readMapping(bytes, at: column, into: &builder) }
    return isBracket(bytes) && readFlow(bytes, into: &builder) && endLine(bytes)
  }

  private mutating func readMapping(
    _ bytes: Span<UInt8>,
    at indent: Int,
    into builder: inout TreeBuilder
  ) -> Bool {
    let node = YAMLNode(.mapping, position..<position, style: .block)
    guard builder.open(node, openEnd: position) else { return false }
    repeat {
      guard readKey(bytes, into: &builder), readValue(bytes, in: indent, into: &builder)
      else { return false }
    } while column == indent
    builder.close(bracketEnd: nil)
    return column < indent
  }

  /// Reads what stands behind the colon of an entry.
  private mutating func readValue(
    _ bytes: Span<UInt8>,
    in indent: Int,
    into builder: inout TreeBuilder
  ) -> Bool {
    let colonEnd = position
    guard isLineEmpty(bytes) else { return readInline(bytes, in: indent, into: &builder) }
    guard endLine(bytes, behind: colonEnd) else { return false }
    if column > indent { return readBlock(bytes, into: &builder) }
    // The dashes of a list may stand below the key's first letter.
    if column == indent, isDash(bytes) {
      return readSequence(bytes, at: indent, isBelowKey: true, into: &builder)
    }
    return builder.scalar(colonEnd..<colonEnd, style: .plain)
  }

  private mutating func readSequence(
    _ bytes: Span<UInt8>,
    at indent: Int,
    isBelowKey: Bool = false,
    into builder: inout TreeBuilder
  ) -> Bool {
    let node = YAMLNode(.sequence, position..<position, style: .block)
    guard builder.open(node, openEnd: position) else { return false }
    repeat {
      guard isDash(bytes) else {
        guard isBelowKey else { return false }
        break
      }
      guard readItem(bytes, in: indent, into: &builder) else { return false }
    } while column == indent
    builder.close(bracketEnd: nil)
    return column <= (isBelowKey ? indent : indent - 1)
  }

  private mutating func readItem(
    _ bytes: Span<UInt8>,
    in indent: Int,
    into builder: inout TreeBuilder
  ) -> Bool {
    position += 1
    let dashEnd = position
    if isLineEmpty(bytes) {
      guard endLine(bytes, behind: dashEnd) else { return false }
      if column > indent { return readBlock(bytes, into: &builder) }
      return builder.scalar(dashEnd..<dashEnd, style: .plain)
    }
    let inner = position - lineStart
    if isDash(bytes) { return readSequence(bytes, at: inner, into: &builder) }
    if isKey(bytes) { return readMapping(bytes, at: inner, into: &builder) }
    return readInline(bytes, in: indent, into: &builder)
  }

  /// Reads the value that begins in this line, and ends its last line.
  private mutating func readInline(
    _ bytes: Span<UInt8>,
    in indent: Int,
    into builder: inout TreeBuilder
  ) -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return readFlow(bytes, into: &builder) && endLine(bytes)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return readBlockScalar(bytes, in: indent, into: &builder) && moveToContent(bytes)
    default:
      guard let scalar = skipScalar(bytes, isInFlow: false) else { return false }
      return builder.scalar(scalar.range, style: scalar.style) && endLine(bytes)
    }
  }

  /// Ends a line that has nothing behind an indicator; a comment there needs a blank before it.
  private mutating func endLine(_ bytes: Span<UInt8>, behind indicator: Int) -> Bool {
    position = indicator
    return endLine(bytes)
  }

  // MARK: Looking ahead

  /// Whether a dash of a list stands here.
  private func isDash(_ bytes: Span<UInt8>) -> Bool {
    bytes[position] == UInt8(ascii: "-") && isBlankOrEnd(bytes, at: position + 1)
  }

  private func isBracket(_ bytes: Span<UInt8>) -> Bool {
    bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "[")
  }

  /// Whether a scalar with a colon behind it stands here.
  private func isKey(_ bytes: Span<UInt8>) -> Bool {
    var ahead = self
    return ahead.skipKey(bytes) != nil
  }
}
