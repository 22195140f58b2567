package import OrgModel

/// The entries of a kind in the order of their ids.
package struct IDOrder: Sendable {
  /// The entries, the smallest id first.
  package let entries: [Int32]

  /// The position of each entry in `entries`.
  package let ranks: [Int32]

  /// Sorts the entries of a kind.
  package init(_ graph: OrgGraph, _ kind: EntityKind) {
    entries = (0..<Int32(truncatingIfNeeded: graph.count(kind))).sorted(by: graph.precedes(kind))
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
