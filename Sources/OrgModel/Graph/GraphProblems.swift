package import SourceText

/// What the reader met that rules of the families REF and HYG speak about.
package struct GraphProblems: Sendable {
  package internal(set) var references: [ReferenceProblem] = []
  package internal(set) var duplicates: [DuplicateID] = []
  package internal(set) var cycles: [ReferenceCycle] = []
  package internal(set) var unknownKeys: [UnknownKey] = []
}

/// A reference, or an id, that is not what it should be.
package struct ReferenceProblem: Sendable {
  /// What became of a reference.
  package enum Outcome: String, Sendable {
    case unresolved, wrongKind = "wrong-kind", placeholder, ambiguous
  }

  package var outcome: Outcome

  /// What holds the reference, as `kind/id`.
  package var holder: String

  /// The path of keys from the entry to the value, `covers.products`; `id` for an id.
  package var field: String

  /// The value as written.
  package var value: String
  package var span: SourceSpan
  package var accepted: [EntityKind]

  /// The kinds that have the id: of a wrong kind what was found, of an ambiguous one all that fit.
  package var found: [EntityKind]

  /// The nearest known ids, at most three, nearest first.
  package var suggestions: [String]

  /// Whether the field is one of the four accountable roles.
  package var role: Role?

  /// An accountable role, as the field that names it.
  package enum Role: String, CaseIterable, Sendable {
    case productOwner = "product_owner"
    case technologyLead = "technology_lead"
    case pocketOwner = "pocket_owner"
    case steward
  }
}

/// An id, or the organization, that is declared more than once.
package struct DuplicateID: Sendable {
  /// In what way ids are equal.
  package enum Form: String, Sendable {
    case twice, organization, letterCase = "case"
  }

  package var form: Form

  /// The entries, as `kind/id`: one, or the two that differ only in letter case.
  package var targets: [String]

  /// Where they stand, in the order of files and lines.
  package var places: [SourceSpan]

  /// For the organization, the fields that disagree; empty where only ids tell of two designs.
  package var fields: [String] = []

  /// For the organization, the folders or files of the designs, in the order of the places.
  package var designs: [String] = []
}

/// Entries that are above themselves.
package struct ReferenceCycle: Sendable {
  package var field: Field
  /// In the order of the references, beginning with the smallest id.
  package var members: [EntityRef]
  /// The value of the field in the first member.
  package var span: SourceSpan
}

/// A key that the format does not have.
package struct UnknownKey: Sendable {
  package var key: String
  package var span: SourceSpan
  /// The entry, as `kind/id`, or `file/path` at the top level.
  package var holder: String
  /// The keys from the entry to the unknown one.
  package var path: String
  package var suggestion: String?

  /// Whether it stands in a waiver, whose target is the holder.
  package var isInWaiver: Bool

  /// How many entries have it, through aliases and merge keys; the holder is the first.
  package var entries = 1
}
