/// What a report says about a rule beside its findings.
package struct RuleMetadata: Hashable, Sendable {
  package let id: String
  package let family: String
  package let title: String

  /// The greatest severity of its variants.
  package let severity: Severity

  /// Markdown: why the rule exists.
  package let rationale: String

  package init(id: String, family: String, title: String, severity: Severity, rationale: String) {
    self.id = id
    self.family = family
    self.title = title
    self.severity = severity
    self.rationale = rationale
  }
}
