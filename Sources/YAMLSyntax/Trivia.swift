/// What stands between the tokens of YAML: blanks, line breaks and comments.
enum Trivia {
  @inline(__always)
  static func isBlankOrBreak(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09
  }

  @inline(__always)
  static func isBreak(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D
  }

  /// Returns the end of the line that holds an offset, before its line break.
  static func endOfLine(in source: [UInt8], from offset: Int) -> Int {
    var position = offset
    while position < source.count, !isBreak(source[position]) { position += 1 }
    return position
  }

  /// Returns the first offset that is neither blank, line break nor comment, at most `limit`.
  ///
  /// The start must lie between two tokens, where every `#` begins a comment.
  static func skip(in source: [UInt8], from start: Int, to limit: Int) -> Int {
    var position = start
    while position < limit {
      if source[position] == UInt8(ascii: "#") {
        position = min(endOfLine(in: source, from: position), limit)
      } else if isBlankOrBreak(source[position]) {
        position += 1
      } else {
        break
      }
    }
    return position
  }

  /// Returns the end of the last byte between two tokens that is no blank, line break or comment.
  static func endOfContent(in source: [UInt8], from start: Int, to limit: Int) -> Int {
    var end = start
    var position = skip(in: source, from: start, to: limit)
    while position < limit {
      end = position + 1
      position = skip(in: source, from: end, to: limit)
    }
    return end
  }

  /// Returns where the last line with text of a block scalar ends, before its line break.
  ///
  /// Blanks that end that line are text; lines of nothing but blanks are left out.
  static func endOfBlockScalar(in source: [UInt8], from start: Int, to limit: Int) -> Int {
    var end = limit
    while end > start, isBlankOrBreak(source[end - 1]) { end -= 1 }
    return min(endOfLine(in: source, from: end), limit)
  }

  /// Returns the offset behind a number of anchors and tags and what separates them.
  static func skipProperties(
    _ count: Int,
    in source: [UInt8],
    from start: Int,
    to limit: Int
  ) -> Int {
    var position = start
    for _ in 0..<count {
      position = skip(in: source, from: position, to: limit)
      position = endOfProperty(in: source, from: position, to: limit)
    }
    return skip(in: source, from: position, to: limit)
  }

  private static func endOfProperty(in source: [UInt8], from start: Int, to limit: Int) -> Int {
    var position = start
    if start < limit, source[start] == UInt8(ascii: "&") {
      position += 1
      while position < limit, isOfAnchor(source[position]) { position += 1 }
      return position
    }
    let isVerbatim = start + 1 < limit && source[start + 1] == UInt8(ascii: "<")
    while position < limit, !isBlankOrBreak(source[position]) {
      if isVerbatim {
        if source[position] == UInt8(ascii: ">") { return position + 1 }
      } else if source[position] == UInt8(ascii: ",") {
        return position
      }
      position += 1
    }
    return position
  }

  /// Whether libyaml takes a byte into the name of an anchor: a scalar such as `:u` may follow it
  /// without a blank.
  private static func isOfAnchor(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
