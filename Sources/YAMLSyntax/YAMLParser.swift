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
    // A syntax error is no news here: the text was cut off.
    var builder = TreeBuilder(source: bytes, file: file, limits: limits)
    _ = EventStream.read(bytes, to: line.lowerBound, into: &builder)
    builder.problems.append(.directives(SourceSpan(file: file, bytes: line), limits))
    return builder.finish(isComplete: false)
  }
  var builder = TreeBuilder(source: bytes, file: file, limits: limits)
  switch EventStream.read(bytes, to: bytes.count, into: &builder) {
  case .complete:
    return builder.finish(isComplete: true)
  case .limitCrossed:
    return builder.finish(isComplete: false)
  case .outOfMemory:
    builder.problems.append(.outOfMemory(SourceSpan(file: file, bytes: 0..<0)))
    return builder.finish(isComplete: false)
  case .failed(let failure):
    builder.problems.append(.syntax(failure, in: bytes, file: file))
    return builder.finish(isComplete: false)
  case .invalidBytes(let offset):
    return parseBefore(invalidByte: offset, in: bytes, file: file, limits: limits)
  }
}

/// Reads the lines before the one with a byte that YAML forbids.
///
/// The parser reads ahead, so when it meets the byte, what stands before it is not parsed yet.
private func parseBefore(
  invalidByte offset: Int,
  in bytes: [UInt8],
  file: FileID,
  limits: YAMLLimits
) -> YAMLFile {
  let flaw = EncodingFlaw.first(in: bytes) ?? EncodingFlaw(.invalidUTF8, offset..<offset + 1)
  var builder = TreeBuilder(source: bytes, file: file, limits: limits)
  let limit = bytes[..<flaw.range.lowerBound].lastIndex(where: Trivia.isBreak).map { $0 + 1 } ?? 0
  // A syntax error is no news here: the text was cut off.
  _ = EventStream.read(bytes, to: limit, into: &builder)
  builder.problems.append(flaw.problem(in: bytes, file: file))
  return builder.finish(isComplete: false)
}

extension TreeBuilder {
  /// Closes what is open and gives the file; the builder is used up.
  consuming func finish(isComplete: Bool) -> YAMLFile {
    if !isComplete { closeAll() }
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
