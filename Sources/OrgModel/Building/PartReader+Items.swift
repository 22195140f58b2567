import YAMLSyntax

extension PartReader {
  /// Appends an item for a node, placed at the alias where the value came by one.
  @discardableResult
  mutating func append(
    _ type: ItemType,
    at node: Int,
    field: Field?,
    payload: UInt32 = 0,
    flags: Item.Flags = []
  ) -> ItemID {
    let placed = yaml.nodes[place ?? node]
    part.items.append(
      Item(
        fieldNumber: field?.rawValue ?? .max,
        type: type,
        flags: place == nil ? flags : flags.union(.aliased),
        payload: payload,
        start: placed.start,
        end: placed.end,
        length: 1
      )
    )
    return ItemID(part.items.count - 1)
  }

  /// Ends a list or mapping: what was appended since belongs to it.
  mutating func close(_ item: ItemID) {
    part.items[item.index].length = UInt32(part.items.count - item.index)
  }

  mutating func intern(_ node: Int) -> UInt32 {
    part.symbols.intern(yaml.textBytes(of: node))
  }

  /// Appends a text; a plain or quoted one that stands in the file as it is read is not copied.
  mutating func appendText(_ node: Int, field: Field) {
    let scalar = yaml.nodes[node]
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    let isWritten =
      place == nil && !scalar.flags.contains(.decoded) && (isQuoted || scalar.style == .plain)
    if isWritten {
      append(.text, at: node, field: field, flags: isQuoted ? .quoted : [])
    } else {
      append(
        .text,
        at: node,
        field: field,
        payload: UInt32(part.storedTexts.count),
        flags: .stored
      )
      part.storedTexts.append(yaml.text(of: node))
    }
  }

  mutating func appendNumber(_ number: Double, at node: Int, field: Field) {
    append(.number, at: node, field: field, payload: UInt32(part.numbers.count))
    part.numbers.append(number)
  }
}
