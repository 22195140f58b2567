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
    if type == .rejected, field?.type.mayName == true { part.hasRefusedReferences = true }
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

  /// Returns the number of an id or a reference, read without the characters that nobody sees.
  mutating func intern(_ node: Int) -> UInt32 {
    if isLong(node) { return part.symbols.intern(Array(name(node).utf8)[...]) }
    let isPlain = yaml.withTextBytes(of: node) { bytes in
      for index in bytes.indices where !(0x20...0x7E ~= bytes[index]) { return false }
      return true
    }
    return part.symbols.intern(isPlain ? yaml.textBytes(of: node) : cleanBytes(of: node)[...])
  }

  /// Returns the text of a key word or a reference without the characters that nobody sees, which
  /// are reported.
  mutating func cleanBytes(of node: Int) -> [UInt8] {
    guard let clean = yaml.cleanText(of: node) else { return Array(yaml.textBytes(of: node)) }
    if cleaned.insert(node).inserted { reportInvisible(node, clean.problem) }
    return clean.bytes
  }

  /// The same as a text, cut where it is long.
  mutating func cleanName(_ node: Int) -> String {
    isLong(node) ? name(node) : String(decoding: cleanBytes(of: node), as: UTF8.self)
  }

  /// Appends a text; a plain or quoted one that stands in the file as it is read is not copied.
  mutating func appendText(_ node: Int, field: Field) {
    let scalar = yaml.nodes[node]
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    let isReference = field == .waiverTarget || field == .waiverRule
    let clean = isReference && !isLong(node) ? cleanBytes(of: node) : nil
    let isClean = clean.map { $0.count == Int(scalar.count) } ?? true
    let isShort = yaml.textRange(of: node).count <= PartReader.longestText
    let isWritten =
      place == nil && isShort && isClean && !scalar.flags.contains(.decoded)
      && (isQuoted || scalar.style == .plain)
    if isWritten {
      append(.text, at: node, field: field, flags: isQuoted ? .quoted : [])
    } else if let clean, !isClean {
      let number = UInt32(part.storedTexts.count)
      part.storedTexts.append(String(decoding: clean, as: UTF8.self))
      append(.text, at: node, field: field, payload: number, flags: .stored)
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
