package import SourceText

extension YAMLFile {
  /// Returns what each of some comments stands for, in the order they are written: at the end of a
  /// line that line, alone in its line the next entry of a mapping or list with all inside it.
  ///
  /// Nil for a comment alone that is indented deeper than what comes next, or with nothing of its
  /// collection behind it. Cost: the bytes between the comments and what comes next, once, and a
  /// binary search over the nodes for each entry.
  package func scopes(of comments: [YAMLComment]) -> [SourceSpan?] {
    var scopes: [SourceSpan?] = []
    // Backwards, so that a stack of comments leads to its entry in one walk.
    var below: CommentTarget?
    for comment in comments.reversed() {
      let start = Int(comment.span.start)
      guard comment.isAlone else {
        let line = SourceContext(source: source).startOfLine(at: start)
        scopes.append(SourceSpan(file: file, bytes: line..<start))
        continue
      }
      let end = below?.comment ?? source.count
      let next = Trivia.skip(in: source, from: Int(comment.span.end), to: end)
      if next < end || below == nil { below = target(at: next) }
      below?.comment = start
      let isAbove = below.map { column(of: start) <= $0.column } ?? false
      scopes.append(isAbove ? below?.scope : nil)
    }
    return scopes.reversed()
  }

  /// What comes next below a comment alone in its line.
  private struct CommentTarget {
    /// Where the highest of the comments above it that were looked at begins.
    var comment: Int
    var column: Int
    var scope: SourceSpan?
  }

  private func target(at next: Int) -> CommentTarget {
    guard next < source.count, !isMarker(at: next) else {
      return CommentTarget(comment: next, column: 0, scope: nil)
    }
    return CommentTarget(
      comment: next,
      column: column(of: next),
      scope: firstNode(from: next).map { scope(of: $0, from: next) }
    )
  }

  private func column(of offset: Int) -> Int {
    offset - SourceContext(source: source).startOfLine(at: offset)
  }

  /// Returns whether a collection or a document ends at an offset.
  private func isMarker(at offset: Int) -> Bool {
    let rest = source[offset...]
    return rest.first == UInt8(ascii: "}") || rest.first == UInt8(ascii: "]")
      || rest.starts(with: "---".utf8) || rest.starts(with: "...".utf8)
  }

  /// Returns the first node that begins at an offset or behind it.
  private func firstNode(from offset: Int) -> Int? {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(nodes[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count ? low : nil
  }

  /// Returns the entry that begins with a node; `start` is where its first character stands.
  private func scope(of first: Int, from start: Int) -> SourceSpan {
    var node = first
    let isItem = isDash(at: start)
    if isItem, node + 1 < nodes.count, nodes[node].kind == .sequence,
      Int(nodes[node].start) == start
    {
      node += 1
    } else if !isItem {
      while nodes[node].kind == .mapping, nodes[node].style == .block, node + 1 < nodes.count {
        node += 1
      }
    }
    return SourceSpan(file: file, bytes: start..<max(start, end(ofEntry: node, isItem: isItem)))
  }

  /// Returns whether an item of a list in block style begins at an offset.
  private func isDash(at offset: Int) -> Bool {
    guard source[offset] == UInt8(ascii: "-") else { return false }
    return offset + 1 == source.count || Trivia.isBlankOrBreak(source[offset + 1])
  }

  /// Returns where an item ends, and a key with its value.
  private func end(ofEntry node: Int, isItem: Bool) -> Int {
    let end = Int(nodes[node].end)
    let value = Int(nodes[node].next)
    let behind = Trivia.skip(in: source, from: end, to: source.count)
    let isKey = behind < source.count && source[behind] == UInt8(ascii: ":")
    return !isItem && isKey && value < nodes.count ? Int(nodes[value].end) : end
  }
}
