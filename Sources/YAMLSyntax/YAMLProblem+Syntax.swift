import SourceText

extension YAMLProblem {
  static func syntax(_ failure: ParserFailure, in source: [UInt8], file: FileID) -> YAMLProblem {
    YAMLProblem(
      .syntax,
      SourceSpan(file: file, bytes: failure.offset..<failure.offset),
      failure.problem
    )
  }
}
