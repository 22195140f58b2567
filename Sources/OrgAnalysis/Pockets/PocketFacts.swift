import OrgModel

/// The pockets of profit-and-loss accountability, what they claim and who owns them.
package final class PocketFacts: Sendable {
  /// The pockets by their parents, without edges inside a cycle.
  package let tree: Forest

  /// The filled entries of `owner`, of one person the first.
  package let owners: IndexLists

  /// The dimension of each pocket, as a position in `dimensionNames`.
  package let dimensions: [Int32]
  package let dimensionNames: [String]

  package let isPrimary: [Bool]

  /// Whether each pocket names no parent at all.
  package let isRoot: [Bool]

  /// The smallest pocket of each product; -1 where that is open.
  @usableFromInline let pocketOfProduct: [Int32]

  /// What each pocket itself claims, and from whom above it has that; -1 without one.
  let claimSets: [ProductSet]
  let claimingAncestors: [Int32]

  /// Every claim as written; of one by unit with all the unit has.
  let written: [Claim]

  /// Positions in `written`, by the pocket's position in preorder, by product and by unit.
  let writtenByPosition: IndexLists
  let writtenByProduct: IndexLists
  let writtenByUnit: IndexLists

  /// What each product is shared by, in the order of the file.
  let shares: [Share]
  let sharesByProduct: IndexLists

  let products: ProductFacts
  let units: Forest

  convenience init(
    _ graph: OrgGraph,
    _ people: PeopleFacts,
    _ units: UnitFacts,
    _ products: ProductFacts,
    _ settings: Settings
  ) {
    let open = PocketFacts(graph, people, units, products)
    self.init(open, pocketOfProduct: open.smallestPockets(settings, graph.precedes(.pocket)))
  }

  /// Reads everything but the smallest pockets of products, which only the rest tells.
  private init(
    _ graph: OrgGraph,
    _ people: PeopleFacts,
    _ units: UnitFacts,
    _ products: ProductFacts
  ) {
    let columns = Columns(graph, people)
    let tree = Forest(parents: columns.parents, precedes: graph.precedes(.pocket))
    self.tree = tree
    self.products = products
    self.units = units.tree
    owners = columns.owners.lists(tree.count)
    isRoot = columns.isRoot
    let inherited = columns.inherited(tree)
    dimensions = inherited.dimensions
    isPrimary = inherited.isPrimary
    dimensionNames = columns.dimensionNames
    let sharing = Sharing(graph)
    shares = sharing.shares
    sharesByProduct = IndexLists(count: products.count, keys: sharing.products)
    let written = columns.claims + sharing.claims
    self.written = written
    writtenByPosition = IndexLists(
      count: tree.count,
      keys: written.map { tree.positions[Int($0.pocket)] }
    )
    writtenByProduct = IndexLists(count: products.count, keys: written.map(\.product))
    writtenByUnit = IndexLists(count: units.count, keys: written.map(\.unit))
    pocketOfProduct = []
    claimSets = []
    claimingAncestors = []
  }

  /// Takes over all facts but the smallest pockets of products.
  private init(_ facts: PocketFacts, pocketOfProduct: [Int32]) {
    self.pocketOfProduct = pocketOfProduct
    (claimSets, claimingAncestors) = facts.claimTables()
    tree = facts.tree
    owners = facts.owners
    dimensions = facts.dimensions
    dimensionNames = facts.dimensionNames
    isPrimary = facts.isPrimary
    isRoot = facts.isRoot
    written = facts.written
    writtenByPosition = facts.writtenByPosition
    writtenByProduct = facts.writtenByProduct
    writtenByUnit = facts.writtenByUnit
    shares = facts.shares
    sharesByProduct = facts.sharesByProduct
    products = facts.products
    units = facts.units
  }
}

extension PocketFacts {
  /// The number of pockets.
  package var count: Int { tree.count }

  /// Returns who owns a pocket, if exactly one person does.
  @inlinable @inline(__always)
  package func owner(of pocket: Int) -> Int? {
    let list = owners[pocket]
    return list.count == 1 ? list.first.map { Int($0) } : nil
  }

  /// Returns the smallest pocket of a product; nil where there is none or none is the one.
  @inlinable @inline(__always)
  package func pocket(of product: Int) -> Int? {
    pocketOfProduct[product] < 0 ? nil : Int(pocketOfProduct[product])
  }

  /// Returns the owners of a product's pocket and of those above it, from the nearest.
  package func line(of product: Int) -> [Int32] {
    guard let pocket = pocket(of: product) else { return [] }
    var line: [Int32] = []
    if let owner = owner(of: pocket) { line.append(Int32(truncatingIfNeeded: owner)) }
    for above in tree.ancestors(of: pocket) {
      if let owner = owner(of: above) { line.append(Int32(truncatingIfNeeded: owner)) }
    }
    return line
  }

  /// Returns whether a pocket has no pocket below it.
  package func isLeaf(_ pocket: Int) -> Bool { tree.sizes[pocket] == 1 }

  /// Returns how many pockets stand from the root to one, both counted.
  package func depth(of pocket: Int) -> Int { Int(tree.depths[pocket]) + 1 }

  /// Returns what a product is shared by, void keys left out.
  package func shares(of product: Int) -> [Share] {
    sharesByProduct[product].map { shares[Int($0)] }
  }

  /// Returns whether at least two pockets share a product.
  package func isShared(_ product: Int) -> Bool {
    sharesByProduct.count(of: product) > 1
  }

  /// Returns what a pocket is cut by.
  package func dimension(of pocket: Int) -> String {
    dimensionNames[Int(dimensions[pocket])]
  }
}
