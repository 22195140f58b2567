package import SourceText

/// A comment that speaks to orglint, `# orglint: …`, with what it stands for.
package struct IgnoreComment: Hashable, Sendable {
  /// The word a comment to orglint begins with.
  package static let mark = "orglint:"

  /// From the `#` to the end of the line.
  package let span: SourceSpan

  /// What stands behind the mark.
  package let text: SourceSpan

  /// Where the places begin that it speaks of; nil where it stands above nothing.
  package let scope: SourceSpan?
}
