/// A position in a design's items.
package struct ItemID: Hashable, Comparable, Sendable {
  @usableFromInline let number: UInt32

  @inlinable package var index: Int { Int(number) }

  @inlinable
  package init(_ index: Int) {
    number = UInt32(truncatingIfNeeded: index)
  }

  package static func < (first: ItemID, second: ItemID) -> Bool {
    first.number < second.number
  }
}

/// One value of a design, as the reader took it; items stand in preorder, as the file has them.
package struct Item: Sendable {
  /// The raw value of the field the value belongs to.
  package var fieldNumber: UInt8
  package var type: ItemType
  package var flags: Flags

  /// What it is depends on the type; see `ItemType`.
  package var payload: UInt32

  /// Byte offsets of its place in the file: of an aliased value the alias, of an entry the key.
  package var start: UInt32
  package var end: UInt32

  /// How many items the value takes, itself included.
  package var length: UInt32

  /// What else is known of a value.
  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The text is the file's bytes between the quotes.
    package static let quoted = Flags(rawValue: 1)
    /// The text stands in the graph's own store, at the payload.
    package static let stored = Flags(rawValue: 2)
    /// The value came by an alias or a merge key.
    package static let aliased = Flags(rawValue: 4)
    /// The reader reported the value, or something in it.
    package static let faulty = Flags(rawValue: 8)
  }

  /// The field the value belongs to; for an element of a list that of the list.
  package var field: Field { Field(rawValue: fieldNumber) ?? .organizationName }
}

/// What an item holds, and what its payload means.
package enum ItemType: UInt8, Sendable {
  /// A missing value: null, `""` or `[]` where nothing is said.
  case absent
  /// A value that the reader refused; it has its own diagnostic.
  case rejected
  /// A text. Payload: with the flag `stored` its number among the stored texts.
  case text
  /// A number. Payload: its number among the numbers.
  case number
  /// A truth value. Payload: 0 or 1.
  case boolean
  /// A date. Payload: days since 1970-01-01, as a signed number.
  case date
  /// One of a closed list. Payload: its position in the list.
  case choice
  /// An id or a name that refers to nothing outside its entry. Payload: symbol.
  case name
  /// A list; the elements follow.
  case list
  /// A mapping with fields; its values follow.
  case mapping
  /// A key of a mapping whose keys are free, placed at the key; the value follows as its own item.
  /// Payload: the symbol or, for a key that is a reference, what `outcome` says.
  case entry

  /// A reference not yet resolved. Payload: symbol.
  case unread
  /// A reference that names an entry. Payload: the entity, packed.
  case reference
  /// A reference that is a placeholder. Payload: symbol.
  case placeholder
  /// A reference by role, `po` for one. Payload: symbol.
  case selector
  /// The requester `anyone`. Payload: symbol.
  case anyone
  /// A reference to something of a kind the field does not take. Payload: symbol.
  case wrongKind
  /// A reference that names nothing. Payload: symbol.
  case unresolved
  /// A reference that names nothing that was read, in an incomplete run. Payload: symbol.
  case unknown

  /// Whether the value stands for a reference, whatever became of it.
  package var isReference: Bool { rawValue >= ItemType.unread.rawValue }
}
