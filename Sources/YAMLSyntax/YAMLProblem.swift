package import SourceText

/// A problem with the YAML of a file, in words for people who do not program.
///
/// Message and help begin in lower case and have no final period.
package struct YAMLProblem: Hashable, Sendable {
  package let id: ID
  package let span: SourceSpan
  package let message: String
  package let help: String?

  /// Other places that explain the problem, in the order to be read.
  package let related: [Related]

  /// The diagnostic that a problem is shown as.
  package enum ID: String, Hashable, Sendable {
    case syntax = "yaml-syntax"
    case encoding = "yaml-encoding"
    case limit = "yaml-limit"
    case type = "yaml-type"
    case duplicateKey = "yaml-duplicate-key"
    case invisible = "yaml-invisible"
  }

  /// A place with the words that stand beside it.
  package struct Related: Hashable, Sendable {
    package let span: SourceSpan
    package let text: String

    package init(_ span: SourceSpan, _ text: String) {
      self.span = span
      self.text = text
    }
  }

  package init(
    _ id: ID,
    _ span: SourceSpan,
    _ message: String,
    help: String? = nil,
    related: [Related] = []
  ) {
    self.id = id
    self.span = span
    self.message = message
    self.help = help
    self.related = related
  }
}
