/// Which of many product sets have a place, found without a look at the others.
///
/// A segment tree over the places: each run of a set stands at O(log n) nodes.
package struct RangeIndex: Sendable {
  /// The number of leaves, a power of two.
  private let width: Int
  private let sets: IndexLists

  init(count: Int, sets: [ProductSet]) {
    var width = 1
    while width < count { width *= 2 }
    var nodes: [Int32] = []
    var owners: [Int32] = []
    for (owner, set) in sets.enumerated() {
      for range in set.ranges {
        RangeIndex.forEachNode(of: range, width) { node in
          nodes.append(node)
          owners.append(Int32(truncatingIfNeeded: owner))
        }
      }
    }
    self.width = width
    self.sets = IndexLists(count: width * 2, keys: nodes, values: owners)
  }

  private static func forEachNode(of range: ProductRange, _ width: Int, _ visit: (Int32) -> Void) {
    var low = Int(range.start) + width
    var high = Int(range.end) + width
    while low < high {
      if low & 1 == 1 {
        visit(Int32(truncatingIfNeeded: low))
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        visit(Int32(truncatingIfNeeded: high))
      }
      low /= 2
      high /= 2
    }
  }

  /// Returns the sets that have a place, ascending; cost: their number and the depth of the tree.
  package func sets(at place: Int32) -> [Int32] {
    var found: [Int32] = []
    var node = Int(place) + width
    while node > 0 {
      for position in sets.range(of: node) { found.append(sets.value(at: position)) }
      node /= 2
    }
    found.sort()
    return found
  }
}
