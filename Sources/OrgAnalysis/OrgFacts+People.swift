package import OrgModel

extension OrgFacts {
  /// The people, units and pockets whose lines end because they are deeper than any design.
  package var cutLines: [EntityRef] {
    [(EntityKind.person, people.lines), (.unit, units.tree), (.pocket, pockets.tree)].flatMap {
      kind,
      forest in
      forest.cut.map { EntityRef(kind, Int($0)) }
    }
  }

  /// Returns the unit of a person; of a seat without one that of who acts in it.
  package func unit(ofPerson person: Int) -> Int? {
    let own = units.unitOfPerson[person]
    if own >= 0 { return Int(own) }
    guard let acting = people.resolved(person), units.unitOfPerson[acting] >= 0 else { return nil }
    return Int(units.unitOfPerson[acting])
  }

  /// Returns the roles of a person, those of all seats included.
  package func roles(of person: Int) -> [RoleHolding] {
    roles.of(people.identity(of: person))
  }

  /// Returns what a person has in one role, in the order of the files.
  package func targets(of person: Int, as role: RoleHolding.Role) -> [Int] {
    roles.targets(of: people.identity(of: person), as: role).map { Int($0) }
  }

  /// Returns the units that a person leads, in any seat.
  package func unitsLed(by person: Int) -> [Int] {
    targets(of: person, as: .unitLead)
  }

  /// Returns the incentives of a person: those of every entry that is the same person.
  package func incentives(ofPerson person: Int) -> [Int32] {
    people.entries(sameAs: person).flatMap { incentives.incentives(of: EntityRef(.person, $0)) }
  }

  /// Returns a person's own incentives and those of the units the person leads.
  package func scorecard(of person: Int) -> [Int32] {
    var found = incentives(ofPerson: person)
    for unit in unitsLed(by: person) {
      found += incentives.incentives(of: EntityRef(.unit, unit))
    }
    return found
  }

  /// Returns the products a person owns or leads, of the pockets owned and stewardships held.
  package func products(answeredForBy person: Int) -> ProductSet {
    var parts: [ProductRange] = []
    for holding in roles(of: person) {
      let index = holding.target.index
      switch holding.role {
      case .productOwner, .technologyLead:
        guard let place = products.place(of: index) else { continue }
        parts.append(ProductRange(place, place + 1))
      case .pocketOwner: parts += pockets.footprint(of: index).ranges
      case .steward: parts += stewardshipScopes.sets[index].ranges
      default: continue
      }
    }
    return ProductSet(parts)
  }

  /// Returns the checked products that are built at or below a unit, else those that have it, or
  /// one below it, as their unit.
  package func products(builtOrHeldBy unit: Int) -> ProductSet {
    let built = products.built(within: unit, units.tree)
    return built.isEmpty ? ProductSet([products.range(within: unit, units.tree)]) : built
  }

  /// Returns the checked products that a unit, or one it is part of, builds.
  package func products(builtWith unit: Int) -> ProductSet {
    let tree = units.tree
    let builders = [unit] + tree.ancestors(of: unit).map { Int($0) }
    return ProductSet(builders.flatMap { products.built(by: $0, tree).ranges })
  }

  /// Returns whether somebody is another person or above, dotted lines counting as solid ones.
  ///
  /// Cost: the number of managers of either kind.
  package func reaches(_ manager: Int, from person: Int) -> Bool {
    var seen: Set<Int> = [person]
    var open = [person]
    while let entry = open.popLast() {
      if people.isSame(entry, manager) { return true }
      let dotted = graph.references(.personDotted, of: EntityRef(.person, entry)).map(\.index)
      for next in [people.lines.parent(of: entry)].compactMap(\.self) + dotted
      where seen.insert(next).inserted {
        open.append(next)
      }
    }
    return false
  }

  /// Returns the teams at or below the units that build a product, each once.
  package func teams(of product: Int) -> [Int32] {
    let builders = products.builders[product]
    if builders.count == 1, let builder = builders.first {
      return Array(units.teams(within: Int(builder)))
    }
    var seen: Set<Int32> = []
    return builders.flatMap { units.teams(within: Int($0)) }.filter { seen.insert($0).inserted }
  }

  /// Returns the products of a scope's kind of entry: a decision, a stewardship, an initiative.
  package func scope(of entity: EntityRef) -> ProductSet {
    switch entity.kind {
    case .decision: decisionScopes.sets[entity.index]
    case .stewardship: stewardshipScopes.sets[entity.index]
    case .initiative: initiativeScopes.sets[entity.index]
    default: .empty
    }
  }

  /// Returns the decisions with a product in their scope, in the order of the files.
  package func decisions(of product: Int) -> [Int32] {
    products.place(of: product).map(decisionScopes.entries) ?? []
  }

  /// Returns the stewardships with a product in their scope, in the order of the files.
  package func stewardships(of product: Int) -> [Int32] {
    products.place(of: product).map(stewardshipScopes.entries) ?? []
  }

  /// Returns the initiatives with a product in their scope, in the order of the files.
  package func initiatives(of product: Int) -> [Int32] {
    products.place(of: product).map(initiativeScopes.entries) ?? []
  }

  var scopeReader: ScopeReader {
    ScopeReader(graph: graph, units: units.tree, products: products, pockets: pockets)
  }
}
