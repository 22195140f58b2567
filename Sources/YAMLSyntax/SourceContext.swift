/// Looks at what stands around a place in a source, for explaining it; any offset is allowed.
struct SourceContext {
  let source: [UInt8]

  /// Returns the byte at an offset; nil behind the end.
  func byte(at offset: Int) -> UInt8? {
    source.indices.contains(offset) ? source[offset] : nil
  }

  /// Returns the character at an offset, empty behind the end.
  func character(at offset: Int) -> String {
    guard source.indices.contains(offset) else { return "" }
    let text = String(decoding: source[offset..<min(offset + 4, source.count)], as: UTF8.self)
    return text.unicodeScalars.first.map { String(Character($0)) } ?? ""
  }

  /// Returns the closing bracket or brace at an offset.
  func bracket(at offset: Int) -> String? {
    ["]", "}"].first { $0.utf8.first == byte(at: offset) }
  }

  /// Returns the range of the word at an offset: to the next blank, line break, comma or bracket,
  /// at least one character if there is any.
  func word(at offset: Int) -> Range<Int> {
    let start = min(max(offset, 0), source.count)
    let stops = Set(" \t\r\n,[]{}".utf8)
    var end = min(start + 1, source.count)
    if start < end, stops.contains(source[start]) {
      return Trivia.isBreak(source[start]) ? start..<start : start..<end
    }
    while end < source.count, !stops.contains(source[end]) { end += 1 }
    return start..<end
  }

  /// Returns where an unbroken run of one byte begins that ends before an offset.
  func start(of byte: UInt8, before offset: Int) -> Int {
    var start = min(offset, source.count)
    while start > 0, source[start - 1] == byte { start -= 1 }
    return start
  }

  /// Returns the offset where the line that holds an offset begins.
  func startOfLine(at offset: Int) -> Int {
    let end = min(max(offset, 0), source.count)
    return source[..<end].lastIndex(where: Trivia.isBreak).map { $0 + 1 } ?? 0
  }

  /// Returns the first offset in the line of another, at most that one, that is no blank.
  func firstInLine(of offset: Int) -> Int {
    var position = startOfLine(at: offset)
    while position < min(offset, source.count), isBlank(source[position]) { position += 1 }
    return position
  }

  /// Returns the line at an offset without the blanks around it.
  func line(at offset: Int) -> Range<Int> {
    let end = Trivia.endOfLine(in: source, from: min(max(offset, 0), source.count))
    let start = firstInLine(of: end)
    let last = source[start..<end].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? end
    return start..<last
  }

  /// Returns the tabs in the indentation of a line, if the place is in it or at its end.
  func tabInIndentation(at offset: Int) -> Range<Int>? {
    let start = startOfLine(at: offset)
    var end = start
    while end < source.count, isBlank(source[end]) { end += 1 }
    guard offset <= end, let tab = source[start..<end].firstIndex(of: 0x09) else { return nil }
    var last = tab
    while last < end, source[last] == 0x09 { last += 1 }
    return tab..<last
  }

  /// Returns the first line up to that of an offset that git puts where two changes meet.
  func mergeMarker(before offset: Int) -> Range<Int>? {
    let end = Trivia.endOfLine(in: source, from: min(max(offset, 0), source.count))
    var start = 0
    while let found = firstOffset(of: "<<<<<<< ", in: source, from: start), found < end {
      if startOfLine(at: found) == found { return line(at: found) }
      start = found + 1
    }
    return nil
  }

  /// Returns whether a colon and a blank stand in the line before a place.
  func hasEntry(before offset: Int) -> Bool {
    let line = source[startOfLine(at: offset)..<min(max(offset, 0), source.count)]
    return zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: ":") && isBlank($1) }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09
  }
}
