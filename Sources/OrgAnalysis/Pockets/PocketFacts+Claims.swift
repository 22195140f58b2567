package import OrgModel

extension PocketFacts {
  /// Returns the pockets that claim a checked product, each once, in preorder.
  ///
  /// Of a product claimed in several ways the place is that of the entry in `covers.products`,
  /// else of the unit, else of the share.
  package func claims(on product: Int) -> [Claim] {
    guard products.isChecked[product] else { return [] }
    var found = writtenByProduct[product].map { written[Int($0)] }
    if let unit = products.unit(of: product) {
      found += writtenByUnit[unit].map { written[Int($0)] }
      for above in units.ancestors(of: unit) {
        found += writtenByUnit[above].map { written[Int($0)] }
      }
    }
    guard found.count > 1 else { return found.map { named($0, product) } }
    found.sort {
      (tree.positions[Int($0.pocket)], $0.ways.rawValue, $0.place)
        < (tree.positions[Int($1.pocket)], $1.ways.rawValue, $1.place)
    }
    var claims: [Claim] = []
    for claim in found {
      if let last = claims.last, last.pocket == claim.pocket {
        claims[claims.count - 1].ways.formUnion(claim.ways)
      } else {
        claims.append(named(claim, product))
      }
    }
    return claims
  }

  private func named(_ claim: Claim, _ product: Int) -> Claim {
    var claim = claim
    claim.product = Int32(truncatingIfNeeded: product)
    return claim
  }

  /// Returns the claims on a product of the pockets that have no other claiming pocket below.
  package func smallestClaims(on product: Int) -> [Claim] {
    let claims = claims(on: product)
    guard claims.count > 1 else { return claims }
    return claims.indices.compactMap { index in
      // In preorder whatever is below a pocket follows it at once.
      let next = index + 1
      if next < claims.count,
        tree.isAbove(Int(claims[index].pocket), Int(claims[next].pocket))
      {
        return nil
      }
      return claims[index]
    }
  }

  /// Returns whether no two of some pockets have one dimension.
  package func haveDifferentDimensions(_ claims: [Claim]) -> Bool {
    Set(claims.map { dimensions[Int($0.pocket)] }).count == claims.count
  }

  /// Returns whether a product is shared, by all the pockets that would otherwise overlap.
  package func isOverlapShared(_ product: Int, _ smallest: [Claim]) -> Bool {
    isShared(product) && smallest.allSatisfy { $0.ways.contains(.shared) }
  }

  /// Returns whether the smallest pockets of a product are several, each of another dimension.
  package func isSplitByDimension(_ product: Int) -> Bool {
    let smallest = smallestClaims(on: product)
    return smallest.count > 1 && haveDifferentDimensions(smallest)
  }

  /// Returns the smallest pocket of every product, -1 where none is the one.
  func smallestPockets(_ settings: Settings, _ precedes: (Int32, Int32) -> Bool) -> [Int32] {
    let dimension = dimensionNames.firstIndex(of: settings.primaryDimension)
      .map { Int32(truncatingIfNeeded: $0) }
    return products.isChecked.indices.map { product in
      guard products.isChecked[product] else { return -1 }
      if isShared(product) { return largestShare(product, precedes) }
      let smallest = smallestClaims(on: product)
      if smallest.count < 2 { return smallest.first?.pocket ?? -1 }
      guard haveDifferentDimensions(smallest) else { return -1 }
      let primary = smallest.filter { isPrimary[Int($0.pocket)] }
      if primary.count > 1 { return -1 }
      return (primary.first ?? smallest.first { dimensions[Int($0.pocket)] == dimension })?.pocket
        ?? -1
    }
  }

  private func largestShare(_ product: Int, _ precedes: (Int32, Int32) -> Bool) -> Int32 {
    var best: Share?
    for share in shares(of: product) {
      if let known = best {
        let (new, old) = (share.percent ?? 0, known.percent ?? 0)
        guard new > old || (new == old && precedes(share.pocket, known.pocket)) else { continue }
      }
      best = share
    }
    return best?.pocket ?? -1
  }
}

extension PocketFacts {
  /// Returns the checked products that a pocket itself claims.
  package func claims(of pocket: Int) -> ProductSet {
    claimSets[pocket]
  }

  /// Reads what each pocket itself claims, and the nearest pocket above of the same dimension that
  /// claims something; -1 without one.
  func claimTables() -> (sets: [ProductSet], ancestors: [Int32]) {
    let sets = (0..<count).map { set(writtenByPosition[Int(tree.positions[$0])]) }
    var ancestors = [Int32](repeating: -1, count: count)
    // In preorder the pockets above one are the last of each dimension that it is within.
    var open = [[Int32]](repeating: [], count: dimensionNames.count)
    for pocket in tree.preorder {
      let dimension = Int(dimensions[Int(pocket)])
      while let last = open[dimension].last, !tree.isWithin(Int(pocket), Int(last)) {
        open[dimension].removeLast()
      }
      ancestors[Int(pocket)] = open[dimension].last ?? -1
      if !sets[Int(pocket)].isEmpty { open[dimension].append(pocket) }
    }
    return (sets, ancestors)
  }

  /// Returns the checked products that a pocket or one below it claims.
  package func footprint(of pocket: Int) -> ProductSet {
    set(writtenByPosition[tree.range(of: pocket)])
  }

  /// Returns the checked products that the pockets below one claim.
  package func footprint(below pocket: Int) -> ProductSet {
    set(writtenByPosition[tree.range(of: pocket).dropFirst()])
  }

  private func set(_ claims: ArraySlice<Int32>) -> ProductSet {
    ProductSet(
      claims.compactMap { index in
        let claim = written[Int(index)]
        if claim.unit >= 0 { return products.range(within: Int(claim.unit), units) }
        return products.place(of: Int(claim.product)).map { ProductRange($0, $0 + 1) }
      }
    )
  }

  /// Returns the claims of a pocket on each checked product, in the order of the products' places.
  package func claimList(of pocket: Int) -> [Claim] {
    var claims: [Int32: Claim] = [:]
    let own = writtenByPosition[Int(tree.positions[pocket])].map { written[Int($0)] }
    for claim in own.sorted(by: { ($0.ways.rawValue, $0.place) < ($1.ways.rawValue, $1.place) }) {
      let set =
        claim.unit >= 0
        ? ProductSet([products.range(within: Int(claim.unit), units)])
        : ProductSet(places: products.place(of: Int(claim.product)).map { [$0] } ?? [])
      for product in products.list(set) {
        claims[product, default: named(claim, Int(product))].ways.formUnion(claim.ways)
      }
    }
    return products.list(self.claims(of: pocket)).compactMap { claims[$0] }
  }

  /// Returns whether a product is shared by a pocket.
  package func hasShare(_ pocket: Int) -> Bool {
    writtenByPosition[Int(tree.positions[pocket])].contains {
      written[Int($0)].ways.contains(.shared)
    }
  }

  /// Returns what a pocket claims, no pocket below it covers and it does not retain.
  ///
  /// A leaf has no gap.
  package func gap(of pocket: Int, retained: [EntityRef]) -> ProductSet {
    guard !isLeaf(pocket) else { return .empty }
    let kept = ProductSet(places: retained.compactMap { products.place(of: $0.index) })
    return claims(of: pocket).subtracting(footprint(below: pocket)).subtracting(kept)
  }

  /// Returns the nearest pocket above, of the same dimension, that itself claims something.
  package func claimingAncestor(of pocket: Int) -> Int? {
    claimingAncestors[pocket] < 0 ? nil : Int(claimingAncestors[pocket])
  }

  /// Returns what a pocket claims beyond its nearest claiming ancestor; empty without one.
  package func excess(of pocket: Int) -> ProductSet {
    guard let ancestor = claimingAncestor(of: pocket) else { return .empty }
    return claims(of: pocket).subtracting(claims(of: ancestor))
  }
}

extension PocketFacts {
  /// Returns the claims of pockets that cover a unit or one above it, from the nearest unit.
  package func claims(onUnit unit: Int) -> [Claim] {
    var found = writtenByUnit[unit].map { written[Int($0)] }
    for above in units.ancestors(of: unit) {
      found += writtenByUnit[above].map { written[Int($0)] }
    }
    return found
  }

  /// Returns the pockets of one dimension, not nested, that cover a unit twice; mostly none.
  ///
  /// At least one of them names the unit itself, another it or a unit above. Nothing is wrong
  /// where the unit has products and all of them are shared by all these pockets.
  package func pocketsOverlapping(onUnit unit: Int, allowsShared: Bool = true) -> [Int32] {
    let overlapping = Set(clashingClaims(onUnit: unit).map(\.pocket))
    guard !overlapping.isEmpty else { return [] }
    let products = products.list(ProductSet([self.products.range(within: unit, units)]))
    let isShared =
      allowsShared && !products.isEmpty
      && products.allSatisfy { isOverlapShared(Int($0), smallestClaims(on: Int($0))) }
    return isShared ? [] : overlapping.sorted()
  }
}
