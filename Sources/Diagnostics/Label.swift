package import SourceText

/// A place in a file with the words that stand beside it.
package struct Label: Hashable, Sendable {
  package let span: SourceSpan

  /// Empty where the underline says enough.
  package let text: String

  /// What stands at the place, as `kind/id`; empty where it is no entry.
  package let target: String

  /// Whether it is a step of the way that the finding tells, in the order of the labels.
  package let isStep: Bool

  package init(
    _ span: SourceSpan,
    _ text: String = "",
    target: String = "",
    isStep: Bool = false
  ) {
    self.span = span
    self.text = text
    self.target = target
    self.isStep = isStep
  }
}
