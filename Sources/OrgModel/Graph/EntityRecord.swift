package import SourceText

/// A declared entry: its id and where it stands.
package struct EntityRecord: Sendable {
  package var symbol: UInt32
  package var file: FileID
  package var keyStart: UInt32
  package var keyEnd: UInt32

  /// The mapping with its fields.
  package var body: ItemID

  /// The place of the key.
  package var keySpan: SourceSpan { SourceSpan(file: file, start: keyStart, end: keyEnd) }
}

/// One key under `incentives`, with the scorecard below it.
package struct HolderRecord: Sendable {
  package var symbol: UInt32
  package var file: FileID
  package var keyStart: UInt32
  package var keyEnd: UInt32

  /// The list of incentives.
  package var body: ItemID

  /// The person or unit; nil where the key names none.
  package var holder: EntityRef?

  /// The place of the key.
  package var keySpan: SourceSpan { SourceSpan(file: file, start: keyStart, end: keyEnd) }
}
