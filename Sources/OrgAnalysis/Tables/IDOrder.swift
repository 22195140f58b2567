package import OrgModel

/// Entries in the order of their ids.
package struct IDOrder: Sendable {
  /// The positions of the entries, the smallest id first.
  package let entries: [Int32]

  /// The place of each entry in `entries`.
  package let ranks: [Int32]

  /// Sorts the entries of a kind.
  package init(_ graph: OrgGraph, _ kind: EntityKind) {
    self.init(graph, (0..<graph.count(kind)).map { EntityRef(kind, $0) })
  }

  /// Sorts entries of any kind; of one id as the kinds are.
  init(_ graph: OrgGraph, _ all: [EntityRef]) {
    // Nearly all ids differ in their first bytes, which are compared as one number.
    let sorted = all.indices.map { (prefix: graph.idPrefix(all[$0]), position: $0) }
      .sorted { first, second in
        if first.prefix != second.prefix { return first.prefix < second.prefix }
        let (one, other) = (all[first.position], all[second.position])
        if graph.idPrecedes(one, other) { return true }
        return !graph.idPrecedes(other, one) && one < other
      }
    entries = sorted.map { Int32(truncatingIfNeeded: $0.position) }
    var ranks = [Int32](repeating: 0, count: entries.count)
    for (rank, entry) in entries.enumerated() {
      ranks[Int(entry)] = Int32(truncatingIfNeeded: rank)
    }
    self.ranks = ranks
  }

  /// Returns the ranks of some entries, ascending, each once.
  func sorted(_ entries: some Sequence<Int32>) -> [Int32] {
    var found: [Int32] = []
    for rank in entries.map({ ranks[Int($0)] }).sorted() where found.last != rank {
      found.append(rank)
    }
    return found
  }
}

/// Returns the smallest number that two ascending lists have in common, by binary search.
func firstCommon(_ first: ArraySlice<Int32>, _ second: ArraySlice<Int32>) -> Int32? {
  var (one, other) = (first, second)
  while let low = one.first, let high = other.first {
    if low == high { return low }
    if low < high {
      one = one[one.position(notBelow: high)...]
    } else {
      other = other[other.position(notBelow: low)...]
    }
  }
  return nil
}

extension ArraySlice<Int32> {
  /// Returns where the numbers of an ascending list begin that are not below one.
  func position(notBelow number: Int32) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
