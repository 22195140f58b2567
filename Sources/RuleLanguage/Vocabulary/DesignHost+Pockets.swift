import CEL
import OrgAnalysis
import OrgModel

extension DesignHost {
  func claims(onProduct product: Int) -> Value {
    .many(.claim, Int(productClaimStarts[product])..<Int(productClaimStarts[product + 1]))
  }

  func claims(onUnit unit: Int) -> Value {
    .many(.claim, Int(unitClaimStarts[unit])..<Int(unitClaimStarts[unit + 1]))
  }

  func smallestClaims(onProduct product: Int) -> Value {
    let pockets = Set(facts.pockets.smallestClaims(on: product).map(\.pocket))
    let all = Int(productClaimStarts[product])..<Int(productClaimStarts[product + 1])
    let smallest = all.filter { pockets.contains(claims[$0].pocket) }
    return .many(.claim, sortedByPocket(smallest))
  }

  private func sortedByPocket(_ indexes: [Int]) -> [Int] {
    indexes.sorted {
      graph.idPrecedes(
        EntityRef(.pocket, Int(claims[$0].pocket)),
        EntityRef(.pocket, Int(claims[$1].pocket))
      )
    }
  }

  func claims(ofPocket pocket: Int) -> Value {
    .many(.claim, claimIndexes(of: facts.pockets.claims(of: pocket), by: pocket))
  }

  func excess(ofPocket pocket: Int) -> Value {
    .many(.claim, claimIndexes(of: facts.pockets.excess(of: pocket), by: pocket))
  }

  func clashingClaims(onUnit unit: Int) -> Value {
    let clashing = Set(facts.pockets.clashingClaims(onUnit: unit).map(\.place))
    let all = Int(unitClaimStarts[unit])..<Int(unitClaimStarts[unit + 1])
    return .many(.claim, clashing.isEmpty ? [] : all.filter { clashing.contains(claims[$0].place) })
  }

  /// The shares of a product whose pocket is above that of another one.
  func nestedShares(ofProduct product: Int) -> Value {
    let tree = facts.pockets.tree
    // In preorder whatever is below a pocket follows it at once.
    let shares = facts.pockets.shares(of: product)
      .sorted { tree.positions[Int($0.pocket)] < tree.positions[Int($1.pocket)] }
    return .many(
      .share,
      zip(shares, shares.dropFirst())
        .filter { tree.isAbove(Int($0.pocket), Int($1.pocket)) }
        .map(\.0.place.index)
    )
  }

  private func claimIndexes(of set: ProductSet, by pocket: Int) -> [Int] {
    facts.products.list(set).compactMap { claim(on: Int($0), by: pocket) }
  }

  /// The claim of a pocket on a product; the claims on a product are in preorder.
  private func claim(on product: Int, by pocket: Int) -> Int? {
    let positions = facts.pockets.tree.positions
    var (low, high) = (Int(productClaimStarts[product]), Int(productClaimStarts[product + 1]))
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if positions[Int(claims[middle].pocket)] < positions[pocket] {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < end && Int(claims[low].pocket) == pocket ? low : nil
  }

  /// How a pocket comes to what it claims, in words.
  func words(for claim: Claim) -> String {
    if claim.ways.contains(.direct) { return "directly" }
    if claim.ways.contains(.shared) { return "as shared" }
    return claim.unit < 0 ? "directly" : "via unit '\(graph.id(EntityRef(.unit, Int(claim.unit))))'"
  }

  /// Whether a pocket names no product of any stage, directly, by units, or in a share.
  func coversNothing(_ pocket: Int) -> Bool {
    guard facts.pockets.footprint(of: pocket).isEmpty else { return false }
    let entity = EntityRef(.pocket, pocket)
    guard let covers = graph.field(.pocketCovers, of: entity) else {
      return !facts.pockets.hasShare(pocket)
    }
    if !graph.references(.coversProducts, of: covers).isEmpty { return false }
    let hasVoid = [Field.coversProducts, .coversUnits].contains { field in
      guard let item = graph.field(field, of: covers) else { return false }
      return graph.elements(of: item).contains { graph.reference($0) == nil }
    }
    if hasVoid { return false }
    let units = graph.references(.coversUnits, of: covers)
    return !units.contains { facts.products.hasAny(within: $0.index, facts.units.tree) }
      && !facts.pockets.hasShare(pocket)
  }

  /// The sum of the percentages of a mapping by pocket.
  func percentTotal(_ field: Field, of entity: EntityRef) -> Double {
    guard let item = graph.field(field, of: entity), graph[item].type == .mapping else { return 0 }
    return graph.children(of: item).reduce(0) { total, entry in
      total + (graph.value(ofEntry: entry).flatMap { graph.number($0) } ?? 0)
    }
  }

  /// The sizes of the builders that are not below another of them.
  func builderSize(of product: Int) -> Double {
    let builders = facts.products.builders[product].map { Int($0) }
    let tree = facts.units.tree
    var tops: Set<Int> = []
    var last: Int?
    for unit in builders.sorted(by: { tree.positions[$0] < tree.positions[$1] }) {
      if let last, tree.isWithin(unit, last) { continue }
      tops.insert(unit)
      last = unit
    }
    return builders.filter(tops.contains).reduce(0) { $0 + facts.units.size(of: $1) }
  }

  var pocketRoots: [Int] {
    (0..<graph.count(.pocket)).filter { facts.pockets.isRoot[$0] }
  }

  /// The deepest pocket; of several the one with the smallest id.
  var deepestPocket: Int? {
    (0..<graph.count(.pocket)).max {
      let (first, second) = (facts.pockets.depth(of: $0), facts.pockets.depth(of: $1))
      return first != second
        ? first < second : graph.idPrecedes(EntityRef(.pocket, $1), EntityRef(.pocket, $0))
    }
  }
}
