/// The cycles of a relation in which everything has at most one parent.
package enum ParentCycles {
  /// Returns each cycle once, in the order of the relation, from the member with the smallest number.
  ///
  /// - Parameter parents: For each number its parent, or a negative number.
  ///
  /// Cost: linear. Cycles come in the order of their smallest members.
  package static func find(in parents: [Int32]) -> [[Int]] {
    // 0: not seen; otherwise the walk that came by, from 1.
    var seenBy = [Int32](repeating: 0, count: parents.count)
    var cycles: [[Int]] = []
    for start in parents.indices where seenBy[start] == 0 {
      let walk = Int32(truncatingIfNeeded: start + 1)
      var node = start
      while seenBy[node] == 0 {
        seenBy[node] = walk
        guard parents[node] >= 0 else { break }
        node = Int(parents[node])
      }
      guard seenBy[node] == walk, parents[node] >= 0 else { continue }
      cycles.append(rotated(cycle(from: node, parents)))
    }
    return cycles.sorted { $0[0] < $1[0] }
  }

  private static func cycle(from start: Int, _ parents: [Int32]) -> [Int] {
    var members = [start]
    var node = Int(parents[start])
    while node != start {
      members.append(node)
      node = Int(parents[node])
    }
    return members
  }

  private static func rotated(_ members: [Int]) -> [Int] {
    guard let least = members.indices.min(by: { members[$0] < members[$1] }) else { return [] }
    return Array(members[least...] + members[..<least])
  }
}
