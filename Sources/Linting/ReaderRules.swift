import Diagnostics

/// The diagnostics of the reader, which no rule file has.
package enum ReaderRules {
  /// Id and meaning of each.
  package static let all: [(id: String, title: String)] = [
    ("yaml-syntax", "the file is no YAML"),
    ("yaml-encoding", "the file has bytes that are no text"),
    ("yaml-duplicate-key", "a key stands twice in one mapping"),
    ("yaml-type", "a value is of a wrong type"),
    ("yaml-value", "a value is none of those a field takes"),
    ("yaml-invisible", "a name has a character that nobody sees"),
    ("yaml-empty-key", "a key has no value"),
    ("yaml-id", "an id has a character that ids do not take"),
    ("yaml-limit", "a file is larger or deeper than orglint reads"),
    ("yaml-version", "a document does not say which version of the format it is in"),
    ("yaml-not-an-org-file", "a file looks like an org file but does not say so"),
    ("yaml-ambiguous-scalar", "other tools read an id as something else"),
    ("rule-file", "a rule file is malformed"),
    ("rule-failed", "a rule failed while it ran"),
  ]

  /// Whether a diagnostic says that a file was not read to its end, which is never green.
  package static func endsReading(_ id: String) -> Bool {
    ["yaml-syntax", "yaml-encoding", "yaml-limit", "yaml-invisible"].contains(id)
  }

  static func metadata(_ id: String) -> RuleMetadata {
    RuleMetadata(
      id: id,
      family: String(id.prefix { $0 != "-" }),
      title: all.first { $0.id == id }?.title ?? id,
      severity: id == "yaml-not-an-org-file"
        ? .warning : id == "yaml-ambiguous-scalar" ? .info : .error,
      rationale: ""
    )
  }
}
