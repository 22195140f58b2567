package import SourceText

/// One comment of a file, up to the end of its line.
package struct YAMLComment: Hashable, Sendable {
  /// From the `#` to the end of the line, blanks there left out.
  package let span: SourceSpan

  /// The part behind the `#` and the blanks that follow it.
  package let text: SourceSpan

  /// Whether nothing stands before the comment in its line.
  package let isAlone: Bool
}

extension YAMLFile {
  /// Returns the comments outside scalars that begin with a text, in the order they are written.
  ///
  /// Behind a syntax error none is known. Cost: a search at memory speed and, only where there may
  /// be one, the bytes between the scalars.
  package func comments(beginningWith text: String = "") -> [YAMLComment] {
    guard mightHaveComment(beginningWith: text) else { return [] }
    var comments: [YAMLComment] = []
    var position = 0
    for node in nodes where node.kind == .scalar || node.kind == .alias {
      collectComments(from: position, to: Int(node.start), text, into: &comments)
      position = Int(node.end)
      if node.style == .literal || node.style == .folded {
        let line = Trivia.endOfLine(in: source, from: Int(node.start))
        collectComments(from: Int(node.start), to: min(line, position), text, into: &comments)
      }
    }
    collectComments(from: position, to: readEnd, text, into: &comments)
    if !isComplete {
      let end = Trivia.skip(in: source, from: readEnd, to: source.count)
      collectComments(from: max(position, readEnd), to: end, text, into: &comments)
    }
    return comments
  }

  /// Returns whether a text stands behind a `#`, be it in a scalar.
  private func mightHaveComment(beginningWith text: String) -> Bool {
    if text.isEmpty { return true }
    var position = 0
    while let found = firstOffset(of: text, in: source, from: position) {
      if source[..<found].last(where: { !Trivia.isBlank($0) }) == UInt8(ascii: "#") { return true }
      position = found + 1
    }
    return false
  }

  /// Collects the comments in a range without scalars, where every `#` begins one.
  private func collectComments(
    from start: Int,
    to limit: Int,
    _ text: String,
    into comments: inout [YAMLComment]
  ) {
    var position = start
    while position < limit {
      if source[position] == UInt8(ascii: "#") {
        let end = Trivia.endOfLine(in: source, from: position)
        let comment = comment(position..<end)
        if source[comment.text.bytes].starts(with: text.utf8) { comments.append(comment) }
        position = end
      }
      position += 1
    }
  }

  private func comment(_ range: Range<Int>) -> YAMLComment {
    let start = range.lowerBound
    let end = source[range].lastIndex { !Trivia.isBlank($0) }.map { $0 + 1 } ?? start
    let text = source[start..<end].dropFirst().firstIndex { !Trivia.isBlank($0) } ?? end
    let before = source[..<start].last { !Trivia.isBlank($0) }
    return YAMLComment(
      span: SourceSpan(file: file, bytes: start..<end),
      text: SourceSpan(file: file, bytes: text..<end),
      isAlone: before.map(Trivia.isBreak) ?? true
    )
  }
}
