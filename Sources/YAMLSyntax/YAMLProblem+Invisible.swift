import SourceText

/// The problems of characters that nobody sees, in words.
extension YAMLProblem {
  static func invisible(
    _ scalar: Unicode.Scalar,
    _ span: SourceSpan,
    in what: String,
    text: String
  ) -> YAMLProblem {
    YAMLProblem(
      .invisible,
      span,
      "\(what) '\(text.prefix(128))' contains an invisible character: \(words(for: scalar))",
      help: help(for: scalar)
    )
  }

  /// A character that ends a line, and a comment with it.
  static func invisibleBreak(_ scalar: Unicode.Scalar, _ span: SourceSpan) -> YAMLProblem {
    YAMLProblem(
      .invisible,
      span,
      "\(words(for: scalar)) ends a line here without showing it; orglint reads no further",
      help: "delete it, or type a line break in its place"
    )
  }

  /// A character where only a space may stand.
  static func invisibleInSyntax(_ scalar: Unicode.Scalar, _ span: SourceSpan) -> YAMLProblem {
    YAMLProblem(
      .invisible,
      span,
      "\(words(for: scalar)) stands where YAML takes only spaces; orglint reads no further",
      help: help(for: scalar)
    )
  }

  private static func help(for scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .spaceSeparator: "delete it, or type a space in its place"
    default: "delete it; editors and web pages leave such characters behind"
    }
  }

  /// The code point with the name that people know it by.
  private static func words(for scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let properties = scalar.properties
    let name =
      switch scalar.value {
      case 0x09: "tab"
      case 0x0A: "line feed"
      case 0x85: "next line"
      case 0xFEFF: "byte-order mark"
      default: properties.name ?? ""
      }
    return name.isEmpty ? code : "\(code) (\(name.lowercased()))"
  }
}
