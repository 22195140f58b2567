import OrgModel
package import SourceText

/// One thing that a change does to a design: an entry that came, went, or says something else.
package struct Edit: Sendable {
  package var what: What

  /// What the edit is to, as `kind/id`; `organization` for the organization itself.
  package var path: String

  /// The key of the field that says something else; empty for an entry that came or went.
  package var field: String

  /// What the field said and says, in one line; empty for an entry that came or went.
  package var before: String
  package var after: String

  /// Where it stands in the base; nil for what came.
  package var basePlace: SourceSpan?

  /// Where it stands in the head; nil for what went, and the entry's key for a field that went.
  package var headPlace: SourceSpan?

  /// What was done to an entry.
  package enum What: String, CaseIterable, Sendable {
    case added, removed, changed
  }

  /// Whether the field is one that no rule reads and that may say who somebody is.
  package var isShownOnly: Bool {
    ["name", "description", "links", "contacts", "title"].contains(field)
  }

  /// Whether the field is free text, in which anybody may be named.
  package var isProse: Bool {
    isShownOnly
      || ["policy", "reason", "evidence", "purpose", "responsibilities", "discipline"]
        .contains(field)
      || ["holder", "aliases"].contains(field)
  }

  /// The kind of the entry, `person`.
  package var kind: String { path.pathKind }

  /// The id of the entry, of an incentive holder and metric.
  package var id: String { path.pathID }
}
