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
  /// Returns whether a word stands anywhere in the file, so that looking for comments is worth it.
  ///
  /// Searches at memory speed; the word may as well stand in a scalar.
  package func mightContainComment(_ word: String) -> Bool {
    firstOffset(of: word, in: source) != nil
  }

  /// Returns all comments outside scalars, in the order they are written.
  ///
  /// Behind a syntax error none is known. Cost: the bytes between the scalars.
  package func comments() -> [YAMLComment] {
    var comments: [YAMLComment] = []
    var position = 0
    for node in nodes where node.kind == .scalar || node.kind == .alias {
      collectComments(from: position, to: Int(node.start), into: &comments)
      position = Int(node.end)
      if node.style == .literal || node.style == .folded {
        let line = Trivia.endOfLine(in: source, from: Int(node.start))
        collectComments(from: Int(node.start), to: min(line, position), into: &comments)
      }
    }
    collectComments(from: position, to: readEnd, into: &comments)
    if !isComplete {
      let end = Trivia.skip(in: source, from: readEnd, to: source.count)
      collectComments(from: max(position, readEnd), to: end, into: &comments)
    }
    return comments
  }

  /// Collects the comments in a range without scalars, where every `#` begins one.
  private func collectComments(
    from start: Int,
    to limit: Int,
    into comments: inout [YAMLComment]
  ) {
    var position = start
    while position < limit {
      if source[position] == UInt8(ascii: "#") {
        let end = Trivia.endOfLine(in: source, from: position)
        comments.append(comment(position..<end))
        position = end
      }
      position += 1
    }
  }

  private func comment(_ range: Range<Int>) -> YAMLComment {
    let start = range.lowerBound
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let end = source[range].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    let text = source[start..<end].dropFirst().firstIndex { !isBlank($0) } ?? end
    let before = source[..<start].last { !isBlank($0) }
    return YAMLComment(
      span: SourceSpan(file: file, bytes: start..<end),
      text: SourceSpan(file: file, bytes: text..<end),
      isAlone: before.map(Trivia.isBreak) ?? true
    )
  }
}
