import OrgModel

/// Entries that each name at most one other above them, with the cycles cut out.
///
/// Every edge inside a cycle is ignored, so each entry of a cycle is a root. Entries are numbered
/// in preorder, so that what lies below an entry is a range.
package final class Forest: Sendable {
  /// What each entry names above it, cycles included; negative where nothing.
  package let declaredParents: [Int32]

  /// The same without the edges inside a cycle, and without those beyond the greatest depth.
  package let parents: [Int32]

  /// The entries that are too deep to have what they name above them.
  package let cut: [Int32]

  /// The most entries of a line: what goes up lines takes a time in proportion.
  package static let greatestDepth = 100

  /// The entries below each, without itself, as declared.
  package let declaredChildren: IndexLists

  /// The cycles, each once, rotated to its smallest id.
  package let cycles: [[Int32]]

  /// The entries in preorder.
  package let preorder: [Int32]

  /// The position of each entry in preorder.
  package let positions: [Int32]

  /// How many entries are below each, itself included.
  package let sizes: [Int32]

  /// How many entries are above each.
  package let depths: [Int32]

  /// Builds the tables in linear time.
  package init(parents declared: [Int32], precedes: (Int32, Int32) -> Bool) {
    declaredParents = declared
    cycles = Forest.cycles(of: declared, precedes)
    var parents = declared
    var children = declared
    var cut: [Int32] = []
    for cycle in cycles {
      for entry in cycle { parents[Int(entry)] = -1 }
      if cycle.count == 1 { children[Int(cycle[0])] = -1 }
    }
    declaredChildren = IndexLists(count: declared.count, keys: children)
    let walk = Forest.walk(&parents, declaredChildren, &cut)
    self.parents = parents
    self.cut = cut.sorted()
    depths = walk.depths
    sizes = Forest.sizes(parents, order: walk.order)
    let numbering = Forest.number(parents, declaredChildren, walk.order, sizes)
    preorder = numbering.preorder
    positions = numbering.positions
  }

  /// The number of entries.
  package var count: Int { parents.count }

  /// Returns every cycle once, from its smallest id.
  static func cycles(of parents: [Int32], _ precedes: (Int32, Int32) -> Bool) -> [[Int32]] {
    ParentCycles.find(in: parents).map { cycle in
      let members = cycle.map { Int32(truncatingIfNeeded: $0) }
      let first = members.indices.min { precedes(members[$0], members[$1]) } ?? 0
      return Array(members[first...] + members[..<first])
    }
  }

  /// Breadth first, roots in their order.
  private static func walk(
    _ parents: inout [Int32],
    _ children: IndexLists,
    _ cut: inout [Int32]
  ) -> (order: [Int32], depths: [Int32]) {
    var order: [Int32] = []
    order.reserveCapacity(parents.count)
    var depths = [Int32](repeating: 0, count: parents.count)
    for entry in parents.indices where parents[entry] < 0 {
      order.append(Int32(truncatingIfNeeded: entry))
    }
    var next = 0
    while next < order.count {
      let entry = order[next]
      next += 1
      for child in children[Int(entry)] where parents[Int(child)] == entry {
        order.append(child)
        if Int(depths[Int(entry)]) + 1 < greatestDepth {
          depths[Int(child)] = depths[Int(entry)] + 1
        } else {
          parents[Int(child)] = -1
          cut.append(child)
        }
      }
    }
    return (order, depths)
  }

  private static func sizes(_ parents: [Int32], order: [Int32]) -> [Int32] {
    var sizes = [Int32](repeating: 1, count: parents.count)
    for entry in order.reversed() where parents[Int(entry)] >= 0 {
      sizes[Int(parents[Int(entry)])] += sizes[Int(entry)]
    }
    return sizes
  }

  private static func number(
    _ parents: [Int32],
    _ children: IndexLists,
    _ order: [Int32],
    _ sizes: [Int32]
  ) -> (preorder: [Int32], positions: [Int32]) {
    var positions = [Int32](repeating: 0, count: parents.count)
    var preorder = [Int32](repeating: 0, count: parents.count)
    var nextRoot: Int32 = 0
    for entry in order {
      if parents[Int(entry)] < 0 {
        positions[Int(entry)] = nextRoot
        nextRoot += sizes[Int(entry)]
      }
      var next = positions[Int(entry)] + 1
      preorder[Int(next) - 1] = entry
      for child in children[Int(entry)] where parents[Int(child)] == entry {
        positions[Int(child)] = next
        next += sizes[Int(child)]
      }
    }
    return (preorder, positions)
  }
}

extension Forest {
  /// Returns the entry above, without the edges that are left out.
  @inlinable @inline(__always)
  package func parent(of entry: Int) -> Int? {
    parents[entry] < 0 ? nil : Int(parents[entry])
  }

  /// Returns the positions in preorder of an entry and all below it.
  @inlinable @inline(__always)
  package func range(of entry: Int) -> Range<Int> {
    let start = Int(positions[entry])
    return start..<start + Int(sizes[entry])
  }

  /// Returns an entry and all below it, in preorder.
  package func subtree(of entry: Int) -> ArraySlice<Int32> {
    preorder[range(of: entry)]
  }

  /// Returns whether an entry is another one or below it.
  @inlinable @inline(__always)
  package func isWithin(_ entry: Int, _ top: Int) -> Bool {
    let distance = positions[entry] &- positions[top]
    return distance >= 0 && distance < sizes[top]
  }

  /// Returns whether an entry is above another one.
  @inlinable @inline(__always)
  package func isAbove(_ top: Int, _ entry: Int) -> Bool {
    top != entry && isWithin(entry, top)
  }

  /// The entries above one, from the nearest.
  package func ancestors(of entry: Int) -> Ancestors {
    Ancestors(parents: parents, above: parents[entry])
  }

  /// Returns the entries directly below one, without the edges that are left out.
  package func children(of entry: Int) -> [Int32] {
    let children = declaredChildren[entry]
    if cycles.isEmpty, cut.isEmpty { return Array(children) }
    return children.filter { Int(parents[Int($0)]) == entry }
  }

  /// Returns the nearest entry that two are within; nil where they have none in common.
  package func commonAncestor(_ first: Int, _ second: Int) -> Int? {
    var entry = first
    while !isWithin(second, entry) {
      guard let above = parent(of: entry) else { return nil }
      entry = above
    }
    return entry
  }

  /// The entries above one, from the nearest.
  package struct Ancestors: Sequence, IteratorProtocol, Sendable {
    fileprivate let parents: [Int32]
    fileprivate var above: Int32

    package mutating func next() -> Int? {
      guard above >= 0 else { return nil }
      defer { above = parents[Int(above)] }
      return Int(above)
    }
  }
}
