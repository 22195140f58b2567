import SourceText

/// The problems of aliases, merge keys and limits, in words.
extension YAMLProblem {
  static func tooDeep(_ span: SourceSpan, limit: Int) -> YAMLProblem {
    YAMLProblem(
      .limit,
      span,
      "more than \(limit) lists and mappings stand inside one another here",
      help: "make the structure flatter; no org design needs this depth"
    )
  }

  static func tooManyNodes(_ span: SourceSpan, limit: Int) -> YAMLProblem {
    YAMLProblem(
      .limit,
      span,
      "the file has more than \(limit) values",
      help: "split the design into several files"
    )
  }

  static func tooManyProblems(_ span: SourceSpan, limit: Int) -> YAMLProblem {
    YAMLProblem(
      .limit,
      span,
      "the file has \(limit) problems; what follows is not read",
      help: "solve these first; often they have one cause"
    )
  }

  static func tooManyAliasedNodes(_ span: SourceSpan, limit: Int) -> YAMLProblem {
    YAMLProblem(
      .limit,
      span,
      "the aliases of this file stand for more than \(limit) values",
      help: "write the values out, or let fewer aliases stand for other aliases"
    )
  }

  static func fileTooLarge(_ span: SourceSpan, bytes: Int, limit: Int) -> YAMLProblem {
    YAMLProblem(
      .limit,
      span,
      "the file has \(bytes) bytes; at most \(limit) are read",
      help: "split the design into several files"
    )
  }

  static func directives(_ span: SourceSpan, _ limits: YAMLLimits) -> YAMLProblem {
    let span = SourceSpan(file: span.file, start: span.start, end: min(span.end, span.start + 100))
    return YAMLProblem(
      .limit,
      span,
      "the file has more than \(limits.directives) `%TAG` lines before one document, or one of more "
        + "than \(limits.directiveSize) bytes; what follows is not read",
      help: "delete the `%TAG` lines; an org design needs no tags"
    )
  }

  static func outOfMemory(_ span: SourceSpan) -> YAMLProblem {
    YAMLProblem(.limit, span, "there is not enough memory to read the file")
  }

  static func selfContaining(_ span: SourceSpan, name: String, anchor: SourceSpan) -> YAMLProblem {
    YAMLProblem(
      .limit,
      span,
      "`\(name)` stands inside the value that it stands for",
      help: "a value cannot contain itself; write out the part that is meant",
      related: [Related(anchor, "the value begins here")]
    )
  }

  static func undefinedAlias(_ span: SourceSpan, name: String) -> YAMLProblem {
    YAMLProblem(
      .syntax,
      span,
      "`\(name)` is an alias, and nothing before it has the anchor `&\(name.dropFirst())`",
      help: "a value that begins with `*` needs quotes: `\"\(name)\"`"
    )
  }

  static func aliasOfOtherDocument(_ span: SourceSpan, name: String) -> YAMLProblem {
    YAMLProblem(
      .syntax,
      span,
      "the anchor of `\(name)` stands in an earlier document, and anchors hold within their own",
      help: "write the value out here, or put both into one document: delete the `---` between"
    )
  }

  static func mergeOfNoMapping(_ span: SourceSpan) -> YAMLProblem {
    YAMLProblem(
      .type,
      span,
      "`<<` takes a mapping or a list of mappings",
      help: "point to a mapping with an alias, `<<: *name`; a key that is really `<<` needs quotes"
    )
  }
}
