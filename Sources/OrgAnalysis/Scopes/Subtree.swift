package import OrgModel

/// A part of a design: an entry, what is below it, and what is about that alone.
///
/// Below a unit are its units, their people and their products; below a pocket its pockets and
/// their products; below a person the reports and the products these own. A pocket, decision,
/// stewardship or initiative is in the part if it has products and all of them are there.
package struct Subtree: Sendable {
  /// For each kind whether each entry is in it.
  private var isIn: [[Bool]]

  /// Cost: linear in the entries of the design.
  package init(of root: EntityRef, in facts: OrgFacts) {
    isIn = EntityKind.allCases.map { [Bool](repeating: false, count: facts.graph.count($0)) }
    mark(root.kind, [Int32(truncatingIfNeeded: root.index)])
    switch root.kind {
    case .unit: markUnit(root.index, facts)
    case .pocket: markPocket(root.index, facts)
    case .person: markPerson(root.index, facts)
    case .product: break
    default: return
    }
    markOwners(of: facts)
  }

  /// Returns whether an entry is in the part.
  package func contains(_ entry: EntityRef) -> Bool {
    isIn[Int(entry.kind.rawValue)][entry.index]
  }

  private mutating func mark(_ kind: EntityKind, _ entries: some Sequence<Int32>) {
    for entry in entries { isIn[Int(kind.rawValue)][Int(entry)] = true }
  }

  private mutating func markUnit(_ unit: Int, _ facts: OrgFacts) {
    let tree = facts.units.tree
    mark(.unit, tree.subtree(of: unit))
    mark(.person, facts.units.members(within: unit))
    for product in 0..<facts.products.count {
      if let home = facts.products.unit(of: product), tree.isWithin(home, unit) {
        isIn[Int(EntityKind.product.rawValue)][product] = true
      }
    }
  }

  private mutating func markPocket(_ pocket: Int, _ facts: OrgFacts) {
    mark(.pocket, facts.pockets.tree.subtree(of: pocket))
    mark(.product, facts.products.list(facts.pockets.footprint(of: pocket)))
  }

  private mutating func markPerson(_ person: Int, _ facts: OrgFacts) {
    mark(.person, facts.people.lines.subtree(of: person))
    for product in 0..<facts.products.count {
      if let owner = facts.products.owner(of: product), contains(EntityRef(.person, owner)) {
        isIn[Int(EntityKind.product.rawValue)][product] = true
      }
    }
  }

  /// Marks what has products, all of which are in the part.
  private mutating func markOwners(of facts: OrgFacts) {
    let isInside = isIn[Int(EntityKind.product.rawValue)]
    let products = ProductSet(
      places: facts.products.checked.indices.filter { isInside[Int(facts.products.checked[$0])] }
        .map { Int32(truncatingIfNeeded: $0) }
    )
    func markThose(_ kind: EntityKind, _ set: (Int) -> ProductSet) {
      for index in 0..<facts.graph.count(kind) {
        let own = set(index)
        guard !own.isAll, !own.isEmpty, own.subtracting(products).isEmpty else { continue }
        isIn[Int(kind.rawValue)][index] = true
      }
    }
    markThose(.pocket) { facts.pockets.footprint(of: $0) }
    markThose(.decision) { facts.decisionScopes.sets[$0] }
    markThose(.stewardship) { facts.stewardshipScopes.sets[$0] }
    markThose(.initiative) { facts.initiativeScopes.sets[$0] }
  }
}
