<<<<<<< HEAD
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
=======
/// The cycles of entries that each name at most one other above them.
package enum ParentCycles {
  /// Returns every cycle once, in the order of the references, beginning with the smallest entry.
  ///
  /// `parents` has for each entry the one it names, or a negative number; an entry that names
  /// itself is a cycle of one. The cycles stand in the order of their first member by position.
  /// Cost: linear.
  package static func find(
    in parents: [Int32],
    precedes: (Int32, Int32) -> Bool
  ) -> [[Int32]] {
    var cycles: [[Int32]] = []
    // The walk that came by first, from 1; a walk that meets its own number has closed a cycle.
    var walk = [Int32](repeating: 0, count: parents.count)
    for start in parents.indices where walk[start] == 0 && parents[start] >= 0 {
      let number = Int32(truncatingIfNeeded: start) &+ 1
      var entry = start
      while walk[entry] == 0 {
        walk[entry] = number
        guard parents.indices.contains(Int(parents[entry])) else { break }
        entry = Int(parents[entry])
        if walk[entry] == number {
          cycles.append(cycle(through: entry, parents, precedes))
        }
      }
    }
    return cycles
  }

  private static func cycle(
    through entry: Int,
    _ parents: [Int32],
    _ precedes: (Int32, Int32) -> Bool
  ) -> [Int32] {
    var members = [Int32(entry)]
    while let last = members.last, parents[Int(last)] != members[0] {
      members.append(parents[Int(last)])
    }
    var smallest = 0
    for position in members.indices where precedes(members[position], members[smallest]) {
      smallest = position
    }
    return Array(members[smallest...] + members[..<smallest])
>>>>>>> af0865e (Start the analysis with people and units)
  }
}
