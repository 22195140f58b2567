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
    let position = Int(tree.positions[pocket])
    return set(writtenByPosition[position])
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
    claims(on: claims(of: pocket), by: pocket)
  }

  /// Returns the claims of a pocket on some of the products it claims.
  package func claims(on set: ProductSet, by pocket: Int) -> [Claim] {
    products.list(set).compactMap { product in
      claims(on: Int(product)).first { Int($0.pocket) == pocket }
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
    tree.ancestors(of: pocket).first {
      dimensions[$0] == dimensions[pocket] && !claims(of: $0).isEmpty
    }
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
    let named = writtenByUnit[unit].map { written[Int($0)].pocket }
    guard !named.isEmpty else { return [] }
    let covering = claims(onUnit: unit).map(\.pocket)
    var overlapping: Set<Int32> = []
    for first in named {
      for second in covering where overlap(Int(first), Int(second)) {
        overlapping.insert(first)
        overlapping.insert(second)
      }
    }
    guard !overlapping.isEmpty else { return [] }
    let products = products.list(ProductSet([self.products.range(within: unit, units)]))
    let isShared =
      allowsShared && !products.isEmpty
      && products.allSatisfy { isOverlapShared(Int($0), smallestClaims(on: Int($0))) }
    return isShared ? [] : overlapping.sorted()
  }

  private func overlap(_ first: Int, _ second: Int) -> Bool {
    dimensions[first] == dimensions[second] && !tree.isWithin(first, second)
      && !tree.isWithin(second, first)
  }
}
