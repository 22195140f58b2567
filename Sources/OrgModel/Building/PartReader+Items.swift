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
    if isLong(node) { return part.symbols.intern(Array(name(node).utf8)[...]) }
    return part.symbols.intern(yaml.textBytes(of: node))
  }

  /// Appends a text; a plain or quoted one that stands in the file as it is read is not copied.
  mutating func appendText(_ node: Int, field: Field) {
    let scalar = yaml.nodes[node]
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    let isShort = yaml.textRange(of: node).count <= PartReader.longestText
    let isWritten =
      place == nil && isShort && !scalar.flags.contains(.decoded)
      && (isQuoted || scalar.style == .plain)
    if isWritten {
      append(.text, at: node, field: field, flags: isQuoted ? .quoted : [])
    } else {
      append(.text, at: node, field: field, payload: store(node), flags: .stored)
    }
  }

  /// Keeps a text and returns its number; one that aliases name often is kept once.
  private mutating func store(_ node: Int) -> UInt32 {
    let number = UInt32(part.storedTexts.count)
    if place != nil {
      if let known = storedNumbers[node] { return known }
      storedNumbers[node] = number
    }
    let limit = PartReader.longestText
    part.storedTexts.append(longTexts.text(of: node, in: yaml, limit: limit, kept: 1000))
    return number
  }

  mutating func appendNumber(_ number: Double, at node: Int, field: Field) {
    append(.number, at: node, field: field, payload: UInt32(part.numbers.count))
    part.numbers.append(number)
  }
}
