import Diagnostics
import SourceText

/// Lines, columns and shown paths of the files that findings point into.
///
/// Files without a finding are not scanned. A column costs at most two blocks of bytes, so that
/// many findings in one long line stay linear.
struct Places {
  private static let blockSize = 1024

  private struct Entry {
    let path: String
    let lines: LineTable

    /// The number of characters before each block of bytes.
    let characters: [Int]
  }

  private let sources: SourceSet
  private var entries: [Entry?]

  init(_ report: Report, options: RenderOptions) {
    sources = report.sources
    entries = [Entry?](repeating: nil, count: report.sources.files.count)
    for finding in report.withNotices { add(finding, options) }
    for silenced in report.silencing?.silenced ?? [] { add(silenced.finding, options) }
    if options.showSuppressed {
      for suppressed in report.suppressed {
        add(suppressed.finding, options)
        if let place = suppressed.place { add(place.file, options) }
      }
    }
  }

  private mutating func add(_ finding: Diagnostic, _ options: RenderOptions) {
    add(finding.primary.span.file, options)
    for label in finding.related { add(label.span.file, options) }
  }

  private mutating func add(_ file: FileID, _ options: RenderOptions) {
    let index = Int(file.index)
    guard entries.indices.contains(index), entries[index] == nil else { return }
    let source = sources[file]
    entries[index] = Entry(
      path: options.pathBase?.path(source.path) ?? source.path,
      lines: LineTable(source.bytes),
      characters: Places.characterCounts(source.bytes)
    )
  }

  private static func characterCounts(_ bytes: [UInt8]) -> [Int] {
    var counts = [0]
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      let block = bytes[start..<min(start + blockSize, bytes.count)]
      // Nearly all blocks are ASCII, which is told many bytes at once.
      let isASCII = block.reduce(0, |) < 0x80
      let count = isASCII ? block.count : block.count { $0 & 0xC0 != 0x80 }
      counts.append((counts.last ?? 0) + count)
    }
    return counts
  }

  /// Returns the path as the design has it, still to be escaped.
  func path(of span: SourceSpan) -> String {
    entry(span.file)?.path ?? ""
  }

  /// Returns the place of a span in lines and columns; the first character for an unknown file.
  func range(of span: SourceSpan) -> SourceRange {
    guard let entry = entry(span.file) else {
      return SourceRange(line: 1, column: 1, endLine: 1, endColumn: 1)
    }
    let bytes = sources[span.file].bytes
    let start = min(span.bytes.lowerBound, bytes.count)
    let end = min(max(span.bytes.upperBound, start), bytes.count)
    let line = entry.lines.line(at: start)
    let endLine = entry.lines.line(at: end)
    return SourceRange(
      line: line,
      column: column(of: start, line: line, entry, bytes),
      endLine: endLine,
      endColumn: column(of: end, line: endLine, entry, bytes)
    )
  }

  /// Returns the part of a span on its first line; one that spans several ends with that line.
  func firstLine(of span: SourceSpan) -> SourceRange {
    let whole = range(of: span)
    guard whole.endLine > whole.line else { return whole }
    let content = content(ofLine: whole.line, in: span.file)
    let start = min(span.bytes.lowerBound, content.upperBound)
    return range(of: SourceSpan(file: span.file, bytes: start..<content.upperBound))
  }

  /// Returns the place of a span with columns in bytes of UTF-8.
  func byteRange(of span: SourceSpan) -> SourceRange {
    let range = range(of: span)
    guard let entry = entry(span.file) else { return range }
    let start = entry.lines.range(ofLine: range.line).lowerBound
    let end = entry.lines.range(ofLine: range.endLine).lowerBound
    return SourceRange(
      line: range.line,
      column: max(0, span.bytes.lowerBound - start) + 1,
      endLine: range.endLine,
      endColumn: max(0, span.bytes.upperBound - end) + 1
    )
  }

  private func column(of offset: Int, line: Int, _ entry: Entry, _ bytes: [UInt8]) -> Int {
    let start = entry.lines.range(ofLine: line).lowerBound
    return 1 + count(before: offset, entry, bytes) - count(before: start, entry, bytes)
  }

  private func count(before offset: Int, _ entry: Entry, _ bytes: [UInt8]) -> Int {
    let block = offset / Places.blockSize
    let rest = bytes[block * Places.blockSize..<offset]
    return entry.characters[block] + rest.count { $0 & 0xC0 != 0x80 }
  }

  /// Returns the bytes of a file; none for an unknown one.
  func bytes(of file: FileID) -> [UInt8] {
    entry(file) == nil ? [] : sources[file].bytes
  }

  /// Returns the bytes of a one-based line without its line break.
  func content(ofLine line: Int, in file: FileID) -> Range<Int> {
    guard let entry = entry(file) else { return 0..<0 }
    let range = entry.lines.range(ofLine: line)
    let bytes = sources[file].bytes
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }

  private func entry(_ file: FileID) -> Entry? {
    let index = Int(file.index)
    return entries.indices.contains(index) ? entries[index] : nil
  }
}
