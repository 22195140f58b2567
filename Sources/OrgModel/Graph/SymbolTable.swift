/// Distinct byte strings, numbered from 0 in the order they were first seen.
///
/// Open addressing over one arena: no string object an id.
package struct SymbolTable: Sendable {
  private var arena: [UInt8] = []
  /// Where each symbol ends in the arena; it begins where the one before ends.
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Symbol plus one, 0 where free; as many as a power of two.
  private var slots: [UInt32]

  /// Differs from run to run, so that no design can be made to collide.
  private static let seed = UInt32.random(in: 1...UInt32.max)

  package init(minimumCapacity: Int = 16) {
    var capacity = 32
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    ends.reserveCapacity(minimumCapacity)
    hashes.reserveCapacity(minimumCapacity)
  }

  package var count: Int { ends.count }

  /// The bytes of a symbol.
  package subscript(symbol: UInt32) -> ArraySlice<UInt8> {
    let index = Int(symbol)
    return arena[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// Returns the text of a symbol.
  package func text(_ symbol: UInt32) -> String {
    String(decoding: self[symbol], as: UTF8.self)
  }

  /// Returns the symbol of a byte string, which is added where it is new.
  package mutating func intern(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    intern(bytes, hash: SymbolTable.hash(bytes))
  }

  /// Returns the symbol of one of another table's.
  mutating func intern(_ symbol: UInt32, from other: SymbolTable) -> UInt32 {
    intern(other[symbol], hash: other.hashes[Int(symbol)])
  }

  private mutating func intern(_ bytes: ArraySlice<UInt8>, hash: UInt32) -> UInt32 {
    if let found = find(bytes, hash: hash) { return found }
    let symbol = UInt32(ends.count)
    arena.append(contentsOf: bytes)
    ends.append(UInt32(arena.count))
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() } else { place(symbol, hash) }
    return symbol
  }

  /// Returns the symbol of a byte string; nil where there is none.
  package func find(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    find(bytes, hash: SymbolTable.hash(bytes))
  }

  private func find(_ bytes: ArraySlice<UInt8>, hash: UInt32) -> UInt32? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let symbol = slots[slot] - 1
      if hashes[Int(symbol)] == hash, self[symbol] == bytes { return symbol }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func place(_ symbol: UInt32, _ hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = symbol + 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for symbol in hashes.indices { place(UInt32(symbol), hashes[symbol]) }
  }

  /// FNV-1a (Fowler, Noll, Vo), seeded, with its upper bits folded in.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash = seed ^ 0x811c_9dc5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}
