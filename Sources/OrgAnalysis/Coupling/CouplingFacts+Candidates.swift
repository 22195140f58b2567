import OrgModel

extension CouplingFacts {
  /// Returns the holders that may be coupled with one, ascending, each once, without itself: all
  /// that are, and some that are not.
  package func candidates(
    of holder: Int,
    atLeast strength: Coupling.Strength = .weak,
    isAlone: Bool = false
  ) -> [Int32] {
    var found = Set<Int32>()
    forEachList(of: holder, strength, isAlone: isAlone) { found.formUnion($0) }
    found.remove(Int32(truncatingIfNeeded: holder))
    return found.sorted()
  }

  /// Returns no less than the number of candidates, found without a list of them.
  package func candidateCount(
    of holder: Int,
    atLeast strength: Coupling.Strength = .weak,
    isAlone: Bool = false
  ) -> Int {
    var count = 0
    forEachList(of: holder, strength, isAlone: isAlone, productsByCount: { count += $0 }) {
      count += $0.count
    }
    return min(count, facts.incentives.holders.count - 1)
  }

  /// Returns whether a holder, or one that depends on it so much, is measured on one of some
  /// metrics.
  package func isHeld(
    anyOf metrics: ArraySlice<Int32>,
    near holder: Int,
    atLeast strength: Coupling.Strength
  ) -> Bool {
    func isNear(_ other: Int) -> Bool {
      isOneHolder(holder, other)
        || coupling(holder, other).map { $0.kind.strength >= strength } ?? false
    }
    let incentives = facts.incentives
    let held = metrics.reduce(0) { $0 + incentives.byMetric.count(of: Int($1)) }
    // To count the candidates costs more than to look at a few.
    if held <= 16 || held <= candidateCount(of: holder, atLeast: strength, isAlone: true) {
      return metrics.contains { metric in
        incentives.byMetric[Int(metric)].contains { index in
          let other = incentives.list[Int(index)].holder
          return other >= 0 && isNear(Int(other))
        }
      }
    }
    let others =
      [Int32(truncatingIfNeeded: holder)]
      + candidates(of: holder, atLeast: strength, isAlone: true)
    return others.contains { other in
      incentives.byHolder[Int(other)].contains { metrics.contains(incentives.list[Int($0)].metric) }
        && isNear(Int(other))
    }
  }

  /// Calls back with lists that together have everybody a holder is coupled with; with only the
  /// number of those by a product where that is asked for.
  ///
  /// - Parameter isAlone: Whether only what couples holders counts, and not what they are measured
  ///   on.
  private func forEachList(
    of holder: Int,
    _ strength: Coupling.Strength,
    isAlone: Bool,
    productsByCount: ((Int) -> Void)? = nil,
    _ visit: (ArraySlice<Int32>) -> Void
  ) {
    let kinds = kinds.filter { $0.strength >= strength && (!isAlone || !$0.isOfIncentives) }
    let place = Int(places.ofHolder[holder])
    if kinds.contains(.sameProduct) {
      for range in places.products[place].ranges {
        if let productsByCount {
          productsByCount(members.ofProducts.count(meeting: range))
        } else {
          visitPlaces(members.ofProducts.sets(meeting: range)[...], visit)
        }
      }
    }
    if kinds.contains(.sameScope) {
      for range in scopes.ofHolder[holder].flatMap({ scopes.sets[Int($0)].ranges }) {
        if let productsByCount {
          productsByCount(scopes.ofProducts.count(meeting: range))
        } else {
          for set in scopes.ofProducts.sets(meeting: range) { visit(scopes.holders[Int(set)]) }
        }
      }
    }
    if kinds.contains(.sameTeam) {
      for rank in places.teams[place] { visitPlaces(members.ofTeam[Int(rank)], visit) }
    }
    if kinds.contains(.samePocket) {
      for rank in places.pockets[place] { visitPlaces(members.ofPocket[Int(rank)], visit) }
    }
    if kinds.contains(.parentPocket) {
      for rank in places.parents[place] { visitPlaces(members.ofParent[Int(rank)], visit) }
    }
    visitUnits(of: holder, kinds, visit)
    let person = people.entries[holder]
    if person >= 0 { visitPeople(as: Int(person), kinds, visit) }
  }

  private func visitPlaces(_ found: ArraySlice<Int32>, _ visit: (ArraySlice<Int32>) -> Void) {
    for place in found { visit(places.holders[Int(place)]) }
  }

  /// The units above and below one that hold something.
  private func visitUnits(
    of holder: Int,
    _ kinds: [Coupling.Kind],
    _ visit: (ArraySlice<Int32>) -> Void
  ) {
    let entity = facts.incentives.holders[holder]
    guard entity.kind == .unit, kinds.contains(.managerAndReport) else { return }
    let tree = facts.units.tree
    let around =
      tree.children(of: entity.index)
      + (tree.parent(of: entity.index).map { [Int32(truncatingIfNeeded: $0)] } ?? [])
    visit(around.map { holderOfUnit[Int($0)] }.filter { $0 >= 0 }[...])
  }

  private func visitPeople(
    as person: Int,
    _ kinds: [Coupling.Kind],
    _ visit: (ArraySlice<Int32>) -> Void
  ) {
    let identity = facts.people.identity(of: person)
    // Seats of one person, units the person leads.
    visit(people.holders[identity])
    if kinds.contains(.managerAndReport) { visitLine(of: person, visit) }
    if kinds.contains(.peers), let manager = facts.people.manager(of: person) {
      visit(reporting[facts.people.identity(of: manager)])
    }
    if kinds.contains(.ownerAndLead) || kinds.contains(.steward) {
      visitProducts(of: identity, kinds, visit)
    }
    if kinds.contains(.steward) { visitStewardships(of: identity, visit) }
    if kinds.contains(.decisionPath) {
      for other in decisions.blockers[identity] { visit(people.holders[Int(other)]) }
      for other in decisions.requesters[identity] { visit(people.holders[Int(other)]) }
    }
    if kinds.contains(.near) { visitNear(person, visit) }
  }

  private func visitLine(of person: Int, _ visit: (ArraySlice<Int32>) -> Void) {
    if let manager = facts.people.manager(of: person) {
      visit(people.holders(as: manager, facts.people))
    }
    visit(reporting[facts.people.identity(of: person)])
  }

  /// The other owners and leads of what a person owns or leads, and who stewards it.
  private func visitProducts(
    of identity: Int,
    _ kinds: [Coupling.Kind],
    _ visit: (ArraySlice<Int32>) -> Void
  ) {
    for rank in [answered.owned[identity], answered.led[identity]].joined() {
      let product = Int(answered.productOrder.entries[Int(rank)])
      visitAnswering(for: product, visit)
      guard kinds.contains(.steward) else { continue }
      for stewardship in facts.stewardships(of: product) {
        for steward in facts.groups.stewards[Int(stewardship)] {
          visit(people.holders(as: Int(steward), facts.people))
        }
      }
    }
  }

  private func visitAnswering(for product: Int, _ visit: (ArraySlice<Int32>) -> Void) {
    for person in [facts.products.owners[product], facts.products.leads[product]].joined() {
      visit(people.holders(as: Int(person), facts.people))
    }
  }

  private func visitStewardships(of identity: Int, _ visit: (ArraySlice<Int32>) -> Void) {
    for rank in answered.stewarded[identity] {
      let stewardship = Int(answered.stewardshipOrder.entries[Int(rank)])
      for product in facts.products.list(facts.stewardshipScopes.sets[stewardship]) {
        visitAnswering(for: Int(product), visit)
      }
    }
  }

  private func visitNear(_ person: Int, _ visit: (ArraySlice<Int32>) -> Void) {
    var entry = person
    for step in 0...near.limit {
      visit(near.below(facts.people.identity(of: entry), within: near.limit - step))
      guard let above = facts.people.lines.parent(of: entry) else { return }
      entry = above
    }
  }
}
