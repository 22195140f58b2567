import SourceText

/// Where a file has blanks and format characters that nobody tells from a space, or sees at all.
///
/// In prose they do no harm. In a key they hide what it names; at the start of a line they look like
/// an indentation that they are not; and some end a line, and with it a comment, without being seen.
struct InvisibleText {
  private let source: [UInt8]

  /// The offset of each, in order.
  private let offsets: [Int]

  init(_ source: [UInt8]) {
    self.source = source
    offsets = invisibleOffsets(in: source[...])
  }

  var isEmpty: Bool { offsets.isEmpty }

  /// Returns the first that makes the lines of the file others than they look; nil where none does.
  ///
  /// - Parameter nodes: The nodes of the file, all of them closed.
  func problem(inLinesOf nodes: [YAMLNode], file: FileID) -> YAMLProblem? {
    var walk = ScalarWalk(nodes)
    let first = offsets.first { offset in
      let scalar = walk.scalar(at: offset)
      if isBreak(offset) { return scalar == nil && goesOn(behind: offset) }
      guard isBlank(offset), let scalar, !walk.isInFlow else { return false }
      let node = nodes[scalar]
      guard node.style == .plain else { return false }
      return node.start == offset ? isIndentation(offset) : runsOn(offset, key: node)
    }
    return first.flatMap { offset in
      problem(
        at: offset,
        file,
        isBreak(offset) ? YAMLProblem.invisibleBreak : YAMLProblem.invisibleInSyntax
      )
    }
  }

  /// Returns the first that may have led to a syntax error: one outside of what was read, in the line
  /// of the error or where the key begins that has no colon.
  func problem(
    behind failure: ParserFailure,
    _ nodes: [YAMLNode],
    file: FileID
  ) -> YAMLProblem? {
    guard !failure.context.contains("quoted") else { return nil }
    let context = SourceContext(source: source)
    let isKey = failure.context.contains("simple key")
    let start = isKey ? failure.contextOffset ?? failure.offset : failure.offset
    let lines = context.startOfLine(at: start)...context.line(at: failure.offset).upperBound
    var walk = ScalarWalk(nodes)
    let first = offsets.first { offset in
      guard lines.contains(offset), !isInComment(offset) else { return false }
      return walk.scalar(at: offset).map { nodes[$0].style == .plain && isIndentation(offset) }
        ?? true
    }
    return first.flatMap { problem(at: $0, file, YAMLProblem.invisibleInSyntax) }
  }

  private func problem(
    at offset: Int,
    _ file: FileID,
    _ words: (Unicode.Scalar, SourceSpan) -> YAMLProblem
  ) -> YAMLProblem? {
    scalar(at: offset).map { scalar in
      words(scalar, SourceSpan(file: file, bytes: offset..<offset + UTF8.width(scalar)))
    }
  }

  private func isBreak(_ offset: Int) -> Bool {
    [0x85, 0x2028, 0x2029].contains(scalar(at: offset)?.value)
  }

  private func isBlank(_ offset: Int) -> Bool {
    scalar(at: offset)?.properties.generalCategory == .spaceSeparator
  }

  /// Whether anything but blanks and a comment stands between a break and the end of its line.
  private func goesOn(behind offset: Int) -> Bool {
    let next = source[offset...].first { $0 < 0x80 && !Trivia.isBlank($0) }
    return next.map { !Trivia.isBreak($0) && $0 != UInt8(ascii: "#") } ?? false
  }

  /// Whether nothing but spaces stands before an offset in its line.
  private func isIndentation(_ offset: Int) -> Bool {
    SourceContext(source: source).firstInLine(of: offset) == offset
  }

  /// Whether a blank keeps a colon from ending a key, which takes its value in up to the next colon.
  private func runsOn(_ offset: Int, key: YAMLNode) -> Bool {
    source[offset - 1] == UInt8(ascii: ":")
      && source[Int(key.end)...].first { $0 != 0x20 } == UInt8(ascii: ":")
  }

  private func isInComment(_ offset: Int) -> Bool {
    let start = SourceContext(source: source).startOfLine(at: offset)
    return source[start..<offset].indices.contains { index in
      source[index] == UInt8(ascii: "#") && (index == start || Trivia.isBlank(source[index - 1]))
    }
  }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    EncodingFlaw.scalar(at: offset, in: source[...])
  }
}

/// Finds the scalars that offsets stand in; the offsets come in order.
private struct ScalarWalk {
  private let nodes: [YAMLNode]
  private var next = 0
  private var last: Int?
  private var flowEnd = 0

  /// Whether the scalar found last stands between brackets.
  private(set) var isInFlow = false

  init(_ nodes: [YAMLNode]) {
    self.nodes = nodes
  }

  mutating func scalar(at offset: Int) -> Int? {
    while next < nodes.count, nodes[next].start <= offset {
      let node = nodes[next]
      if node.kind == .scalar {
        last = next
        isInFlow = next < flowEnd
      } else if node.style == .flow, next >= flowEnd {
        flowEnd = Int(node.next)
      }
      next += 1
    }
    return last.flatMap { nodes[$0].end > offset ? $0 : nil }
  }
}

/// Returns where the invisible characters of UTF-8 begin, tabs and line breaks aside.
func invisibleOffsets(in bytes: ArraySlice<UInt8>) -> [Int] {
  guard bytes.reduce(0, |) >= 0x80 else { return [] }
  var offsets: [Int] = []
  var offset = bytes.startIndex
  while offset < bytes.endIndex {
    guard bytes[offset] >= 0x80, let scalar = EncodingFlaw.scalar(at: offset, in: bytes) else {
      offset += 1
      continue
    }
    if isInvisible(scalar) { offsets.append(offset) }
    offset += UTF8.width(scalar)
  }
  return offsets
}

extension TreeBuilder {
  /// Takes the invisible characters out of the keys, each with a problem, and marks these keys.
  mutating func cleanKeys(_ invisible: InvisibleText) {
    guard !invisible.isEmpty || !decoded.isEmpty else { return }
    for mapping in nodes.indices where nodes[mapping].kind == .mapping {
      var key = mapping + 1
      while key < Int(nodes[mapping].next), problems.count < limits.problems {
        cleanKey(key)
        key = Int(nodes[Int(nodes[key].next)].next)
      }
    }
  }

  private mutating func cleanKey(_ key: Int) {
    let node = nodes[key]
    guard node.kind == .scalar else { return }
    let range = Int(node.content)..<Int(node.content + node.count)
    let isDecoded = node.flags.contains(.decoded)
    guard
      let clean = CleanText(isDecoded ? decoded[range] : source[range], isEscaped: isDecoded)
    else { return }
    let place = isDecoded ? node.range : clean.place
    problems.append(
      .invisible(
        clean.scalar,
        SourceSpan(file: file, bytes: place),
        in: "the key",
        text: clean.original
      )
    )
    nodes[key].content = UInt32(truncatingIfNeeded: decoded.count)
    nodes[key].count = UInt32(truncatingIfNeeded: clean.bytes.count)
    nodes[key].flags.formUnion([.decoded, .cleaned])
    decoded.append(contentsOf: clean.bytes)
  }
}

/// A text without its invisible characters.
package struct CleanText {
  package let bytes: [UInt8]

  /// The first that is left out, and where it stands among the bytes.
  package let scalar: Unicode.Scalar
  package let place: Range<Int>
  package let original: String

  /// Cleans a text; nil where there is nothing to leave out.
  ///
  /// Tabs and line breaks stay: an id that has one is told by its own rule.
  ///
  /// - Parameter isEscaped: Whether control characters count, which only escapes bring.
  package init?(_ text: ArraySlice<UInt8>, isEscaped: Bool) {
    let offsets = invisibleOffsets(in: text)
    let control = isEscaped ? text.firstIndex(where: CleanText.isControl) : nil
    guard let first = [offsets.first, control].compactMap(\.self).min(),
      let scalar = EncodingFlaw.scalar(at: first, in: text)
    else { return nil }
    self.scalar = scalar
    place = first..<first + UTF8.width(scalar)
    original = String(decoding: text, as: UTF8.self)
    let kept = original.unicodeScalars.filter { scalar in
      guard let byte = UInt8(exactly: scalar.value), byte < 0x80 else {
        return !isInvisible(scalar)
      }
      return !isEscaped || !CleanText.isControl(byte)
    }
    bytes = Array(String(String.UnicodeScalarView(kept)).utf8)
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte)) || byte == 0x7F
  }
}

extension YAMLFile {
  /// Returns the text of a scalar without its invisible characters, and the problem that they are;
  /// nil where it has none.
  package func cleanText(of node: Int) -> (bytes: [UInt8], problem: YAMLProblem)? {
    let isDecoded = nodes[node].flags.contains(.decoded)
    guard let clean = CleanText(textBytes(of: node), isEscaped: isDecoded) else { return nil }
    let span = isDecoded ? span(of: node) : SourceSpan(file: file, bytes: clean.place)
    return (clean.bytes, .invisible(clean.scalar, span, in: "the value", text: clean.original))
  }
}
