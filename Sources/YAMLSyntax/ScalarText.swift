package import SourceText

/// The text of a YAML scalar and where each of its bytes was written.
package struct ScalarText: Hashable, Sendable {
  package let text: String

  /// The place of the whole scalar, quotes and all.
  package let span: SourceSpan

  /// The runs of the text in order, without gaps in the text.
  private let runs: [Run]

  /// A part of the text and the part of the file that it was read from.
  struct Run: Hashable, Sendable {
    var decodedStart: Int
    var decodedCount: Int
    var fileStart: Int
    var fileCount: Int

    /// Whether each byte of the text is one byte of the file; else the parts belong together as a
    /// whole, like an escape and its character, or a folded line break and its space.
    var isCopied: Bool
  }

  init(text: String, span: SourceSpan, runs: [Run]) {
    self.text = text
    self.span = span
    self.runs = runs
  }

  /// Returns where a range of bytes of the text was written.
  ///
  /// A range that begins or ends inside an escape or a folded line break takes all of it. An empty
  /// range gives the empty place before its byte; anything outside the text gives the end.
  package func span(of decoded: Range<Int>) -> SourceSpan {
    guard let last = runs.last else { return emptySpan(at: span.bytes.lowerBound) }
    let textEnd = last.decodedStart + last.decodedCount
    guard decoded.lowerBound < textEnd, decoded.lowerBound >= 0 else {
      return emptySpan(at: last.fileStart + last.fileCount)
    }
    let start = place(of: decoded.lowerBound).lowerBound
    guard !decoded.isEmpty else { return emptySpan(at: start) }
    let end = place(of: min(decoded.upperBound, textEnd) - 1).upperBound
    return SourceSpan(file: span.file, bytes: start..<max(start, end))
  }

  private func emptySpan(at offset: Int) -> SourceSpan {
    SourceSpan(file: span.file, bytes: offset..<offset)
  }

  /// Returns the bytes of the file that one byte of the text comes from.
  private func place(of offset: Int) -> Range<Int> {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].decodedStart <= offset { low = middle } else { high = middle }
    }
    let run = runs[low]
    guard run.isCopied else { return run.fileStart..<run.fileStart + run.fileCount }
    let place = run.fileStart + offset - run.decodedStart
    return place..<place + 1
  }
}

extension YAMLFile {
  /// Returns the text of a scalar with the places of its bytes; empty for other nodes.
  package func scalarText(_ node: Int) -> ScalarText {
    let bytes = textBytes(of: node)
    var aligner = ScalarAligner(source: source, range: nodes[node].range, text: Array(bytes))
    return ScalarText(
      text: String(decoding: bytes, as: UTF8.self),
      span: span(of: node),
      runs: aligner.runs(for: nodes[node].style)
    )
  }
}
