/// What a change does to the files that silence findings: the configuration and the baseline.
enum SilencingFiles {
  /// Lines shown of one file; more are counted.
  private static let mostLines = 10

  /// Returns in words how the files differ between two sides, those that went first.
  static func changes(
    of paths: [String],
    from base: ChangeSide,
    to head: ChangeSide
  ) async throws(UsageError) -> [String] {
    if case .path = base { return [] }
    if case .path = head { return [] }
    var words: [String] = []
    for path in paths {
      let (old, new) = (try await base.bytes(of: path), try await head.bytes(of: path))
      switch (old, new) {
      case (nil, nil): continue
      case (nil, _): words.append("\(path) added")
      case (_, nil): words.append("\(path) removed")
      case (let old?, let new?): words += lines(of: path, old, new)
      }
    }
    return words
  }

  /// The lines that only one of two texts has, apart from blanks at their ends.
  private static func lines(of path: String, _ old: [UInt8], _ new: [UInt8]) -> [String] {
    guard old != new else { return [] }
    let (before, after) = (trimmedLines(old), trimmedLines(new))
    let (known, left) = (Set(before), Set(after))
    let changed =
      before.filter { !left.contains($0) }.map { "\(path): - \($0)" }
      + after.filter { !known.contains($0) }.map { "\(path): + \($0)" }
    if changed.isEmpty { return ["\(path): the order of its lines changed"] }
    let more = changed.count - mostLines
    return changed.prefix(mostLines) + (more > 0 ? ["\(path): and \(more) more lines"] : [])
  }

  private static func trimmedLines(_ bytes: [UInt8]) -> [String] {
    bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
      let text = String(decoding: line, as: UTF8.self)
      let start = text.firstIndex { $0 != " " } ?? text.endIndex
      let trimmed = text[start...]
      return trimmed.isEmpty || trimmed.hasPrefix("#") ? nil : String(trimmed)
    }
  }
}
