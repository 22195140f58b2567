package import Diagnostics
package import SourceText

/// What one file adds to a design, before its references are resolved.
///
/// Parts of different files are built side by side and joined in the order of their paths.
package struct GraphPart: Sendable {
  package let file: FileID
  var symbols = SymbolTable(minimumCapacity: 256)
  var entities = [[EntityRecord]](repeating: [], count: EntityKind.allCases.count)
  var holders: [HolderRecord] = []
  var organizations: [ItemID] = []
  var waivers: [ItemID] = []
  var ignoreComments: [IgnoreComment] = []
  var items: [Item] = []
  var numbers: [Double] = []
  var storedTexts: [String] = []
  var sections: Set<Section> = []
  var unknownKeys: [UnknownKey] = []
  package internal(set) var diagnostics: [Diagnostic] = []
  var incentiveNotes: [IncentiveNote] = []
  var isComplete = true

  /// Whether a value was refused that may have named entries.
  var hasRefusedReferences = false

  /// Whether an entry or a section was refused, with all that it may have said.
  var hasRefusedEntries = false

  /// The kinds whose section was refused: any id may be declared there.
  var refusedKinds: Set<EntityKind> = []
}

/// A problem in an incentive: by its position among the diagnostics or the unknown keys.
struct IncentiveNote: Sendable {
  var incentive: ItemID
  var problem: Int
  var isUnknownKey: Bool
}
