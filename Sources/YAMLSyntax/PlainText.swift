/// Text that every reader of YAML takes for the same characters and lines.
enum PlainText {
  /// Whether bytes are UTF-8 of printable characters, blanks and line feeds: no tab, no carriage
  /// return, no byte-order mark, and none of the characters that YAML 1.1 ends a line at.
  static func holds(_ bytes: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let end = endOfASCII(bytes, from: offset)
      guard end < bytes.count else { return true }
      guard bytes[end] >= 0xC2, let width = width(bytes, at: end) else { return false }
      offset = end + width
    }
    return true
  }

  /// Returns the first offset that is no printable ASCII and no line feed.
  private static func endOfASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte &- 0x20 < 0x5F || byte == 0x0A else { return offset }
      offset += 1
    }
    return offset
  }

  /// Returns the width of a character beyond ASCII; nil for one that is malformed or special.
  private static func width(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
    let first = bytes[offset]
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first <= 0xF4, offset + width <= bytes.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for next in offset + 1..<offset + width {
      guard bytes[next] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[next] & 0x3F)
    }
    let least: UInt32 = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000
    guard value >= least else { return nil }
    switch value {
    case 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
      return width
    default:
      return nil
    }
  }
}
