package import Diagnostics
package import SourceText

/// An organization design as read: every entry of every file, with its references resolved.
///
/// Struct of arrays: an entry is a number, a value is an `Item`. Lists are kept as written, so that
/// a rule about duplicates can see them; what follows from them is in `OrgAnalysis`.
package struct OrgGraph: Sendable {
  package internal(set) var sources: SourceSet
  package internal(set) var symbols: SymbolTable

  /// The entries of each kind, in the order of files and lines; of a twice declared id the first.
  package internal(set) var entities: [[EntityRecord]]

  /// Entries whose id an earlier one of the kind has; only their problems are looked at.
  var repeats: [(kind: EntityKind, record: EntityRecord)] = []

  /// The scorecards, in the order of files and lines; a holder may have several.
  package internal(set) var holders: [HolderRecord]

  /// The `organization` mappings.
  package internal(set) var organizations: [ItemID]

  /// The waivers, as mappings.
  package internal(set) var waivers: [ItemID]

  /// The comments to orglint, in the order of files and lines.
  package internal(set) var ignoreComments: [IgnoreComment]

  package internal(set) var items: [Item]

  /// The first item of each file, by file id, and at the end the number of items.
  package internal(set) var fileStarts: [UInt32]

  var numbers: [Double]
  var storedTexts: [String]

  /// For each kind the entry of a symbol plus one; 0 where there is none.
  var entityOfSymbol: [[UInt32]]

  /// Which sections have at least one entry in any file.
  package internal(set) var sections: Set<Section>

  /// What the reader has to say, in no particular order.
  package internal(set) var diagnostics: [Diagnostic]

  /// What rules about references and ids look at.
  package internal(set) var problems: GraphProblems

  /// The files that were read to their first syntax error only.
  package internal(set) var incompleteFiles: [FileID]

  /// Whether a value was refused that may have named entries.
  package internal(set) var hasRefusedReferences = false

  /// Whether an entry or a section was refused, with all that it may have said.
  package internal(set) var hasRefusedEntries = false

  /// The kinds of which a section was refused: any id may be declared there.
  var refusedKinds: Set<EntityKind> = []

  package var isIncomplete: Bool { !incompleteFiles.isEmpty }

  /// The number of org files.
  package internal(set) var fileCount: Int
}
