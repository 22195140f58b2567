package import SourceText

/// Reads the YAML of a file into a tree, with the problems met on the way.
///
/// The bytes are those of `SourceFile`, UTF-8; what is not UTF-8 is a problem at its first byte.
/// Behind a syntax error nothing is read: what was complete before it is kept.
package func parseYAML(
  _ bytes: [UInt8],
  file: FileID,
  limits: YAMLLimits = .standard
) -> YAMLFile {
  guard bytes.count <= limits.fileSize else {
    return .unread(
      bytes,
      file,
      .fileTooLarge(
        SourceSpan(file: file, bytes: 0..<0),
        bytes: bytes.count,
        limit: limits.fileSize
      )
    )
  }
  if let line = DirectiveLimit.firstCrossed(in: bytes, limits) {
    let problem = YAMLProblem.directives(SourceSpan(file: file, bytes: line), limits)
    return parse(bytes, before: problem, file: file, limits: limits)
  }
  var builder = TreeBuilder(source: bytes, file: file, limits: limits)
  let outcome = EventStream.read(bytes, to: bytes.count, into: &builder)
  if case .invalidBytes(let offset) = outcome {
    let flaw = EncodingFlaw.first(in: bytes) ?? EncodingFlaw(.invalidUTF8, offset..<offset + 1)
    return parse(bytes, before: flaw.problem(in: bytes, file: file), file: file, limits: limits)
  }
  builder.closeAll()
  let invisible = InvisibleText(bytes)
  if let problem = invisible.problem(inLinesOf: builder.nodes, file: file) {
    return parse(bytes, before: problem, file: file, limits: limits)
  }
  switch outcome {
  case .complete:
    return builder.finish(isComplete: true, invisible)
  case .limitCrossed, .invalidBytes:
    break
  case .outOfMemory:
    builder.problems.append(.outOfMemory(SourceSpan(file: file, bytes: 0..<0)))
  case .failed(let failure):
    builder.problems.append(
      invisible.problem(behind: failure, builder.nodes, file: file)
        ?? .syntax(failure, in: bytes, file: file)
    )
  }
  return builder.finish(isComplete: false, invisible)
}

/// Reads the lines before the one that a problem is in.
///
/// Of a byte that YAML forbids the parser knows before it has parsed what stands before it.
private func parse(
  _ bytes: [UInt8],
  before problem: YAMLProblem,
  file: FileID,
  limits: YAMLLimits
) -> YAMLFile {
  var builder = TreeBuilder(source: bytes, file: file, limits: limits)
  let limit = SourceContext(source: bytes).startOfLine(at: Int(problem.span.start))
  // A syntax error is no news here: the text was cut off.
  _ = EventStream.read(bytes, to: limit, into: &builder)
  builder.problems.append(problem)
  return builder.finish(isComplete: false, InvisibleText(bytes))
}

extension TreeBuilder {
  /// Closes what is open and gives the file; the builder is used up.
  consuming func finish(isComplete: Bool, _ invisible: InvisibleText) -> YAMLFile {
    closeAll()
    cleanKeys(invisible)
    checkMergeValues()
    return YAMLFile(
      file: file,
      source: source,
      nodes: nodes,
      documents: documents,
      decoded: decoded,
      problems: problems,
      isComplete: isComplete,
      readEnd: isComplete ? source.count : lastEnd
    )
  }
}

extension YAMLFile {
  fileprivate static func unread(
    _ bytes: [UInt8],
    _ file: FileID,
    _ problem: YAMLProblem
  ) -> YAMLFile {
    YAMLFile(
      file: file,
      source: bytes,
      nodes: [],
      documents: [],
      decoded: [],
      problems: [problem],
      isComplete: false,
      readEnd: 0
    )
  }
}
