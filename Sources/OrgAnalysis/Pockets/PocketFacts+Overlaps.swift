// Pockets that cover a unit twice.
extension PocketFacts {
  /// Returns those of the claims of pockets that cover a unit or one above it that clash with
  /// another one, in their order.
  ///
  /// Two clash if their pockets have one dimension and are not nested, and one of them names this
  /// very unit, so that it is raised where it begins.
  package func clashingClaims(onUnit unit: Int) -> [Claim] {
    guard !writtenByUnit[unit].isEmpty else { return [] }
    let claims = claims(onUnit: unit)
    guard claims.count > 1 else { return [] }
    let all = NestedPockets(claims.map(\.pocket), self)
    let named = NestedPockets(claims.lazy.filter { Int($0.unit) == unit }.map(\.pocket), self)
    return claims.filter { claim in
      (Int(claim.unit) == unit ? all : named).hasOneBeside(claim.pocket)
    }
  }
}

/// Some pockets, sorted so that those not nested with another one are counted.
private struct NestedPockets {
  private let facts: PocketFacts
  private var byDimension: [Int32: [Int32]] = [:]

  init(_ pockets: some Sequence<Int32>, _ facts: PocketFacts) {
    self.facts = facts
    for pocket in Set(pockets) {
      byDimension[facts.dimensions[Int(pocket)], default: []].append(
        facts.tree.positions[Int(pocket)]
      )
    }
    for dimension in byDimension.keys { byDimension[dimension]?.sort() }
  }

  /// Returns whether one of the pockets of its dimension is neither it, nor above, nor below it.
  func hasOneBeside(_ pocket: Int32) -> Bool {
    let positions = byDimension[facts.dimensions[Int(pocket)]] ?? []
    let range = facts.tree.range(of: Int(pocket))
    let first = index(of: range.lowerBound, in: positions)
    let end = index(of: range.upperBound, in: positions)
    if end < positions.count { return true }
    // Of those before it those above it are not beside it.
    var above = 0
    for ancestor in facts.tree.ancestors(of: Int(pocket)) {
      let position = facts.tree.positions[ancestor]
      let index = index(of: Int(position), in: positions)
      if index < positions.count, positions[index] == position { above += 1 }
    }
    return above < first
  }

  /// Returns the first index of a position that is not less.
  private func index(of position: Int, in positions: [Int32]) -> Int {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(positions[middle]) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
