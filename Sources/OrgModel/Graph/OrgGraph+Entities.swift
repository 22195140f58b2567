package import SourceText

extension OrgGraph {
  /// Returns how many entries of a kind there are.
  @inlinable @inline(__always)
  package func count(_ kind: EntityKind) -> Int {
    entities[Int(kind.rawValue)].count
  }

  /// Returns where an entry stands, and its fields.
  @inlinable @inline(__always)
  package func record(_ entity: EntityRef) -> EntityRecord {
    entities[Int(entity.kind.rawValue)][entity.index]
  }

  /// Returns the id of an entry.
  package func id(_ entity: EntityRef) -> String {
    symbols.text(record(entity).symbol)
  }

  /// Returns `kind/id`.
  package func path(_ entity: EntityRef) -> String {
    entity.kind.name + "/" + id(entity)
  }

  /// Returns the entry of a kind with an id.
  package func entity(_ kind: EntityKind, symbol: UInt32) -> EntityRef? {
    let table = entityOfSymbol[Int(kind.rawValue)]
    guard Int(symbol) < table.count, table[Int(symbol)] != 0 else { return nil }
    return EntityRef(kind, Int(table[Int(symbol)]) - 1)
  }

  /// Returns the entry of a kind with an id.
  package func entity(_ kind: EntityKind, id: some StringProtocol) -> EntityRef? {
    symbols.find(Array(id.utf8)[...]).flatMap { entity(kind, symbol: $0) }
  }

  /// Returns the entry that `kind/id` names.
  package func entity(path: some StringProtocol) -> EntityRef? {
    guard let slash = path.firstIndex(of: "/"), let kind = EntityKind(name: path[..<slash])
    else { return nil }
    return entity(kind, id: path[path.index(after: slash)...])
  }

  /// Compares two ids of any kind by their bytes.
  package func idPrecedes(_ first: EntityRef, _ second: EntityRef) -> Bool {
    symbols[record(first).symbol].lexicographicallyPrecedes(symbols[record(second).symbol])
  }

  /// Returns a number with the order of the first 16 bytes of an id; ids that begin alike have one.
  package func idPrefix(_ entity: EntityRef) -> UInt128 {
    let bytes = symbols[record(entity).symbol].prefix(16)
    let number = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    return number << UInt128(8 * (16 - bytes.count))
  }

  /// The place of an entry's key.
  package func keySpan(_ entity: EntityRef) -> SourceSpan {
    record(entity).keySpan
  }
}
