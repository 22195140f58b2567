import SourceText

extension YAMLProblem {
  /// Explains a syntax error; its place is inside the file, at its end at the latest.
  static func syntax(_ failure: ParserFailure, in source: [UInt8], file: FileID) -> YAMLProblem {
    let explanation = SyntaxExplanation(failure, in: source)
    let bounds = 0..<source.count
    let related = explanation.relatedOffset.map { offset in
      Related(
        SourceSpan(file: file, bytes: (offset..<offset + 1).clamped(to: bounds)),
        explanation.relatedText
      )
    }
    return YAMLProblem(
      .syntax,
      SourceSpan(file: file, bytes: explanation.range.clamped(to: bounds)),
      explanation.message,
      help: explanation.help,
      related: related.map { [$0] } ?? []
    )
  }
}
