/// A list of positions for each of many entries, in two arrays.
package struct IndexLists: Sendable {
  /// Where the list of each entry begins, and at the end the number of values; empty if all are.
  @usableFromInline let offsets: [UInt32]
  @usableFromInline let values: [Int32]

  /// Lists that are all empty.
  package init() {
    offsets = []
    values = []
  }

  /// Groups values by the key at the same position, in their order; a negative key is left out.
  package init(count: Int, keys: [Int32], values: [Int32]) {
    let offsets = IndexLists.offsets(count: count, keys: keys)
    var grouped = [Int32](repeating: 0, count: Int(offsets.last ?? 0))
    var next = offsets
    for (key, value) in zip(keys, values) where key >= 0 {
      grouped[Int(next[Int(key)])] = value
      next[Int(key)] += 1
    }
    self.offsets = grouped.isEmpty ? [] : offsets
    self.values = grouped
  }

  /// Groups the positions of an array by what stands there; a negative key is left out.
  package init(count: Int, keys: [Int32]) {
    let offsets = IndexLists.offsets(count: count, keys: keys)
    var grouped = [Int32](repeating: 0, count: Int(offsets.last ?? 0))
    var next = offsets
    for (index, key) in keys.enumerated() where key >= 0 {
      grouped[Int(next[Int(key)])] = Int32(truncatingIfNeeded: index)
      next[Int(key)] += 1
    }
    self.offsets = grouped.isEmpty ? [] : offsets
    self.values = grouped
  }

  private static func offsets(count: Int, keys: [Int32]) -> [UInt32] {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for key in keys where key >= 0 { offsets[Int(key) + 1] += 1 }
    for index in 0..<count { offsets[index + 1] += offsets[index] }
    return offsets
  }

  /// The positions of an entry.
  @inlinable @inline(__always)
  package subscript(index: Int) -> ArraySlice<Int32> {
    guard !offsets.isEmpty else { return [] }
    return values[Int(offsets[index])..<Int(offsets[index + 1])]
  }

  /// Returns the positions of a run of neighboring entries.
  package subscript(range: Range<Int>) -> ArraySlice<Int32> {
    guard !offsets.isEmpty else { return [] }
    return values[Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])]
  }

  /// Returns how many positions an entry has.
  @inlinable @inline(__always)
  package func count(of index: Int) -> Int {
    offsets.isEmpty ? 0 : Int(offsets[index + 1] - offsets[index])
  }

  /// Returns which values stand before those of an entry, for tables beside this one.
  @inlinable @inline(__always)
  package func range(of index: Int) -> Range<Int> {
    offsets.isEmpty ? 0..<0 : Int(offsets[index])..<Int(offsets[index + 1])
  }

  /// Returns one position by its place among those of all entries.
  @inlinable @inline(__always)
  package func value(at place: Int) -> Int32 { values[place] }

  /// The number of entries; 0 where all lists are empty.
  package var count: Int { max(0, offsets.count - 1) }

  /// The number of positions of all entries.
  package var total: Int { values.count }

  /// Returns the lists the other way round: for each value the entries that have it.
  package func inverted(count: Int, _ position: (Int) -> Int) -> IndexLists {
    var pairs = IndexPairs()
    pairs.keys.reserveCapacity(total)
    pairs.values.reserveCapacity(total)
    for entry in 0..<self.count {
      for value in self[entry] {
        pairs.keys.append(Int32(truncatingIfNeeded: position(Int(value))))
        pairs.values.append(Int32(truncatingIfNeeded: entry))
      }
    }
    return pairs.lists(count)
  }
}
