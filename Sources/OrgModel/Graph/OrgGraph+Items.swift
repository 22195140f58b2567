package import SourceText
import YAMLSyntax

extension OrgGraph {
  @inlinable @inline(__always)
  package subscript(item: ItemID) -> Item { items[item.index] }

  /// Returns the value of a field of a mapping, by a look along its values; nil where it has none.
  @inlinable
  package func field(_ field: Field, of mapping: ItemID) -> ItemID? {
    let end = mapping.index + Int(items[mapping.index].length)
    var index = mapping.index + 1
    while index < end {
      if items[index].fieldNumber == field.rawValue { return ItemID(index) }
      index += Int(items[index].length)
    }
    return nil
  }

  /// Returns the value of a field of an entry; nil where it has none or the value is absent.
  @inlinable @inline(__always)
  package func field(_ field: Field, of entity: EntityRef) -> ItemID? {
    guard let item = self.field(field, of: record(entity).body), items[item.index].type != .absent
    else { return nil }
    return item
  }

  /// The elements of a list; of any other value itself, of an absent one none.
  @inlinable @inline(__always)
  package func elements(of item: ItemID) -> ItemChildren {
    switch items[item.index].type {
    case .absent: ItemChildren(items: items, index: item.index, end: item.index)
    case .list, .mapping: children(of: item)
    default: ItemChildren(items: items, index: item.index, end: item.index + 1)
    }
  }

  /// The direct children of a list or mapping, in the order of the file.
  @inlinable @inline(__always)
  package func children(of item: ItemID) -> ItemChildren {
    ItemChildren(
      items: items,
      index: item.index + 1,
      end: item.index + Int(items[item.index].length)
    )
  }

  /// Returns the value of an entry item, which follows it; nil where it has none.
  @inlinable @inline(__always)
  package func value(ofEntry entry: ItemID) -> ItemID? {
    items[entry.index].length > 1 ? ItemID(entry.index + 1) : nil
  }

  /// Returns what a reference names; nil for any other outcome.
  @inlinable @inline(__always)
  package func reference(_ item: ItemID) -> EntityRef? {
    let item = items[item.index]
    return item.type == .reference ? EntityRef(packed: item.payload) : nil
  }

  /// Returns the first entry that a field names.
  @inlinable @inline(__always)
  package func firstReference(_ field: Field, of entity: EntityRef) -> EntityRef? {
    guard let item = self.field(field, of: entity) else { return nil }
    if let reference = reference(item) { return reference }
    guard items[item.index].type == .list else { return nil }
    for element in children(of: item) {
      if let reference = reference(element) { return reference }
    }
    return nil
  }

  /// Returns every entry that a field names, in the order of the file; the unresolved are left out.
  package func references(_ field: Field, of mapping: ItemID) -> [EntityRef] {
    guard let item = self.field(field, of: mapping) else { return [] }
    return elements(of: item).compactMap { reference($0) }
  }

  /// Returns every entry that a field names, in the order of the file; the unresolved are left out.
  package func references(_ field: Field, of entity: EntityRef) -> [EntityRef] {
    references(field, of: record(entity).body)
  }

  /// Returns the value as a number.
  package func number(_ item: ItemID) -> Double? {
    let item = items[item.index]
    return item.type == .number ? numbers[Int(item.payload)] : nil
  }

  /// Returns the position in the closed list, or 0 and 1 for a truth value.
  @inlinable @inline(__always)
  package func choice(_ item: ItemID) -> Int? {
    let item = items[item.index]
    return item.type == .choice || item.type == .boolean ? Int(item.payload) : nil
  }

  /// Returns the word of a closed list, aliases by the word they stand for.
  package func choiceWord(_ item: ItemID) -> String? {
    let value = items[item.index]
    guard value.type == .choice else { return nil }
    let words: [String]
    switch value.field.type {
    case .choice(let choices): words = choices
    case .part: words = DecisionPart.words
    default: return nil
    }
    let position = Int(value.payload)
    return position < words.count ? words[position] : nil
  }

  /// Returns the value as days since 1970-01-01.
  package func date(_ item: ItemID) -> Int? {
    let item = items[item.index]
    return item.type == .date ? Int(Int32(bitPattern: item.payload)) : nil
  }

  /// Returns the text of a value as the design has it; of a choice or reference its word or id, of
  /// a number, date or flag its usual form, however it is written.
  package func text(_ item: ItemID) -> String {
    let value = items[item.index]
    switch value.type {
    case .reference:
      return id(EntityRef(packed: value.payload))
    case .unread, .placeholder, .selector, .anyone, .wrongKind, .unresolved, .unknown, .name,
      .entry:
      return symbols.text(value.payload)
    case .boolean: return value.payload == 1 ? "true" : "false"
    case .choice: return choiceWord(item) ?? ""
    case .number:
      let number = numbers[Int(value.payload)]
      return Int(exactly: number).map(String.init) ?? String(number)
    case .date: return CalendarDate.text(ofDay: Int(Int32(bitPattern: value.payload)))
    default:
      if value.flags.contains(.stored) { return storedTexts[Int(value.payload)] }
      let quote: UInt32 = value.flags.contains(.quoted) ? 1 : 0
      let start = value.start + quote
      let end = value.end >= start + quote ? value.end - quote : start
      return sources.text(of: SourceSpan(file: file(of: item), start: start, end: end))
    }
  }

  /// The place of a value.
  package func span(_ item: ItemID) -> SourceSpan {
    let value = items[item.index]
    return SourceSpan(file: file(of: item), start: value.start, end: value.end)
  }

  /// Returns the file an item stands in, by binary search over the files.
  package func file(of item: ItemID) -> FileID {
    var low = 0
    var high = max(1, fileStarts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if fileStarts[middle] <= item.number { low = middle } else { high = middle }
    }
    return FileID(low)
  }
}

/// A walk over the items of one level.
package struct ItemChildren: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let items: [Item]
  @usableFromInline var index: Int
  @usableFromInline let end: Int

  @inlinable
  init(items: [Item], index: Int, end: Int) {
    self.items = items
    self.index = index
    self.end = end
  }

  @inlinable @inline(__always)
  package mutating func next() -> ItemID? {
    guard index < end else { return nil }
    defer { index += Int(items[index].length) }
    return ItemID(index)
  }

  /// Whether there is nothing left.
  @inlinable package var isEmpty: Bool { index >= end }
}
