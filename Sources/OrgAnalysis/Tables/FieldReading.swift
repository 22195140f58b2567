import OrgModel

extension OrgGraph {
  /// Returns the first entry that a value names, which may be a list.
  func firstReference(in value: ItemID) -> EntityRef? {
    if let reference = reference(value) { return reference }
    guard self[value].type == .list else { return nil }
    for element in children(of: value) {
      if let reference = reference(element) { return reference }
    }
    return nil
  }

  /// Returns the position of the first entry that a value names; -1 where it names none.
  func firstIndex(in value: ItemID) -> Int32 {
    firstReference(in: value).map { Int32(truncatingIfNeeded: $0.index) } ?? -1
  }

  /// Calls back for every field of an entry that has a value, the refused ones included.
  @inline(__always)
  func forEachField(of body: ItemID, _ visit: (Field, ItemID) -> Void) {
    let end = body.index + Int(items[body.index].length)
    var index = body.index + 1
    while index < end {
      let item = items[index]
      if item.type != .absent { visit(item.field, ItemID(index)) }
      index += max(1, Int(item.length))
    }
  }

  /// Returns the value of a field of a mapping; nil where it has none or the value is absent.
  func present(_ field: Field, of mapping: ItemID) -> ItemID? {
    guard let item = self.field(field, of: mapping), self[item].type != .absent else { return nil }
    return item
  }

  /// Returns the number that a field of a mapping has.
  func number(_ field: Field, of mapping: ItemID) -> Double? {
    self.field(field, of: mapping).flatMap { number($0) }
  }

  /// Returns the position of the word in the closed list of a field.
  func choice(_ field: Field, of mapping: ItemID) -> Int? {
    self.field(field, of: mapping).flatMap { choice($0) }
  }

  /// The entries of a mapping whose keys are free: each key, what it names, and its value.
  func entries(of mapping: ItemID) -> [(key: ItemID, names: EntityRef?, value: ItemID?)] {
    guard self[mapping].type == .mapping else { return [] }
    return children(of: mapping).map { ($0, reference($0), value(ofEntry: $0)) }
  }

  /// Returns which of two entries of a kind has the smaller id.
  func precedes(_ kind: EntityKind) -> (Int32, Int32) -> Bool {
    { idPrecedes(EntityRef(kind, Int($0)), EntityRef(kind, Int($1))) }
  }
}
