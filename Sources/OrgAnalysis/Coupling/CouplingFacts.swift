import OrgModel

/// Who depends on whom among the holders of incentives, from tables that are linear in the design.
///
/// Built only where something asks for it. A holder is a position in `IncentiveFacts.holders`.
package final class CouplingFacts: Sendable {
  let facts: OrgFacts
  let people: HolderPeople
  let places: HolderPlaces
  let answered: AnsweredProducts
  let decisions: DecisionCouplings
  let near: NearHolders
  let members: PlaceMembers
  let scopes: ScopeMembers

  /// The holders whose people name each person as their manager, by identity.
  let reporting: IndexLists

  /// The couplings that the settings let count, strongest first.
  let kinds: [Coupling.Kind]

  /// The smallest rank by id of any run of product places.
  private let firstProduct: MinimumIndex

  /// The number of each unit among the holders; -1 where it holds nothing.
  let holderOfUnit: [Int32]

  package init(_ facts: OrgFacts) {
    self.facts = facts
    people = HolderPeople(facts)
    places = HolderPlaces(facts)
    answered = AnsweredProducts(facts)
    decisions = DecisionCouplings(facts, people)
    near = NearHolders(facts, people)
    members = PlaceMembers(places, productCount: facts.products.checked.count)
    scopes = ScopeMembers(facts)
    reporting = people.reporting(facts.people)
    kinds = Coupling.Kind.allCases.filter { facts.settings.couplings.contains($0.name) }
    let ranks = answered.productOrder.ranks
    firstProduct = MinimumIndex(facts.products.checked.map { ranks[Int($0)] })
    var holderOfUnit = [Int32](repeating: -1, count: facts.units.count)
    for (number, holder) in facts.incentives.holders.enumerated() where holder.kind == .unit {
      holderOfUnit[holder.index] = Int32(truncatingIfNeeded: number)
    }
    self.holderOfUnit = holderOfUnit
  }

  /// Returns the strongest coupling of two holders whatever they are measured on, of equally strong
  /// ones the first; in either order of the two it is the same.
  ///
  /// Cost: about constant. *Near* is given by distance alone.
  package func coupling(_ first: Int, _ second: Int) -> Coupling? {
    for kind in kinds {
      if let coupling = coupling(kind, first, second) { return coupling }
    }
    return nil
  }

  /// Returns the strongest coupling of the holders of two incentives; their effective scopes meet
  /// or not.
  package func coupling(
    _ first: Incentive,
    _ second: Incentive,
    scopesMeet: Bool
  ) -> Coupling? {
    let (one, other) = (Int(first.holder), Int(second.holder))
    for kind in kinds {
      let found: Coupling? =
        switch kind {
        case .sameScope: scopesMeet ? sameScope(first, second) : nil
        case .peers: scopesMeet ? peers(one, other) : nil
        default: coupling(kind, one, other)
        }
      if let found { return found }
    }
    return nil
  }

  private func coupling(_ kind: Coupling.Kind, _ first: Int, _ second: Int) -> Coupling? {
    switch kind {
    case .oneHolder: isOneHolder(first, second) ? Coupling(.oneHolder) : nil
    case .ownerAndLead: ownerAndLead(first, second)
    case .managerAndReport: earlier(manager(first, second), manager(second, first))
    case .sameProduct: sameProduct(first, second)
    case .sameTeam: same(.sameTeam, places.teams, places.teamOrder, .unit, first, second)
    case .samePocket: same(.samePocket, places.pockets, places.pocketOrder, .pocket, first, second)
    case .decisionPath: earlier(decision(first, second), decision(second, first))
    case .steward: earlier(steward(first, second), steward(second, first))
    // What the incentives are for tells these.
    case .sameScope, .peers: nil
    case .parentPocket:
      same(.parentPocket, places.parents, places.pocketOrder, .pocket, first, second)
    case .near: nearness(first, second)
    }
  }

  /// Of two that are alike the one with the smaller ids.
  private func earlier(_ first: Coupling?, _ second: Coupling?) -> Coupling? {
    guard let first else { return second }
    guard let second else { return first }
    for part in [\Coupling.shared, \.subject, \.object] {
      guard let one = first[keyPath: part], let other = second[keyPath: part] else { continue }
      if facts.graph.idPrecedes(one, other) { return first }
      if facts.graph.idPrecedes(other, one) { return second }
    }
    return first
  }

  func isPerson(_ holder: Int) -> Bool { facts.incentives.holders[holder].kind == .person }
}

// MARK: - The couplings

extension CouplingFacts {
  func isOneHolder(_ first: Int, _ second: Int) -> Bool {
    first == second
      || isPerson(first) && isPerson(second)
        && people.identities[first] == people.identities[second]
  }

  private func ownerAndLead(_ first: Int, _ second: Int) -> Coupling? {
    guard isPerson(first), isPerson(second) else { return nil }
    let (one, other) = (Int(people.identities[first]), Int(people.identities[second]))
    return answered.product(ownedAndLed: one, other)
      .map { Coupling(.ownerAndLead, shared: EntityRef(.product, $0)) }
  }

  /// The first reports to the second, leads it or is part of it.
  private func manager(_ first: Int, _ second: Int) -> Coupling? {
    let (one, other) = (people.entries[first], people.entries[second])
    if one >= 0, other >= 0, let manager = facts.people.manager(of: Int(one)),
      facts.people.isSame(manager, Int(other))
    {
      return Coupling(
        .managerAndReport,
        subject: EntityRef(.person, Int(one)),
        object: EntityRef(.person, Int(other))
      )
    }
    return leadOrPart(first, second)
  }

  private func leadOrPart(_ first: Int, _ second: Int) -> Coupling? {
    let (subject, object) = (facts.incentives.holders[first], facts.incentives.holders[second])
    guard object.kind == .unit else { return nil }
    let holds =
      subject.kind == .unit
      ? facts.units.tree.parent(of: subject.index) == object.index
      : people.identities[first] == people.identities[second]
    return holds ? Coupling(.managerAndReport, subject: subject, object: object) : nil
  }

  private func sameProduct(_ first: Int, _ second: Int) -> Coupling? {
    let one = places.products[Int(places.ofHolder[first])]
    let other = places.products[Int(places.ofHolder[second])]
    return firstProduct(of: one, other).map { Coupling(.sameProduct, shared: $0) }
  }

  /// The product with the smallest id that two sets have in common.
  private func firstProduct(of one: ProductSet, _ other: ProductSet) -> EntityRef? {
    guard one.meets(other) else { return nil }
    let ranks = one.intersection(other).ranges.compactMap { firstProduct.minimum(in: $0) }
    return ranks.min().map { EntityRef(.product, Int(answered.productOrder.entries[Int($0)])) }
  }

  /// What both incentives, or their metrics, say they are for.
  private func sameScope(_ first: Incentive, _ second: Incentive) -> Coupling? {
    guard first.isScopeDeclared, second.isScopeDeclared else { return nil }
    let sets = facts.incentives.scopes
    return firstProduct(of: sets[Int(first.scope)], sets[Int(second.scope)])
      .map { Coupling(.sameScope, shared: $0) }
  }

  /// Both report to one person; a seat and who acts in it are one.
  private func peers(_ first: Int, _ second: Int) -> Coupling? {
    let (one, other) = (people.entries[first], people.entries[second])
    guard one >= 0, other >= 0, !facts.people.isSame(Int(one), Int(other)),
      let manager = facts.people.manager(of: Int(one)),
      let another = facts.people.manager(of: Int(other)), facts.people.isSame(manager, another)
    else { return nil }
    return Coupling(.peers, object: EntityRef(.person, facts.people.identity(of: manager)))
  }

  private func same(
    _ kind: Coupling.Kind,
    _ lists: IndexLists,
    _ order: IDOrder,
    _ entityKind: EntityKind,
    _ first: Int,
    _ second: Int
  ) -> Coupling? {
    let one = lists[Int(places.ofHolder[first])]
    let other = lists[Int(places.ofHolder[second])]
    return firstCommon(one, other).map { rank in
      Coupling(kind, shared: EntityRef(entityKind, Int(order.entries[Int(rank)])))
    }
  }

  /// The first blocks what the second requests.
  private func decision(_ first: Int, _ second: Int) -> Coupling? {
    let (blocker, requester) = (people.identities[first], people.identities[second])
    guard blocker >= 0, requester >= 0,
      let rank = decisions.decision(of: requester, blockedBy: blocker)
    else { return nil }
    return Coupling(
      .decisionPath,
      subject: EntityRef(.person, Int(people.entries[first])),
      object: EntityRef(.person, Int(people.entries[second])),
      shared: EntityRef(.decision, Int(decisions.order.entries[Int(rank)]))
    )
  }

  /// The first stewards something for a product of the second.
  private func steward(_ first: Int, _ second: Int) -> Coupling? {
    guard isPerson(first), isPerson(second),
      let found = answered.stewardship(
        of: Int(people.identities[first]),
        for: Int(people.identities[second]),
        facts
      )
    else { return nil }
    return Coupling(
      .steward,
      subject: facts.incentives.holders[first],
      object: EntityRef(.product, found.product),
      shared: EntityRef(.stewardship, found.stewardship)
    )
  }

  private func nearness(_ first: Int, _ second: Int) -> Coupling? {
    let (one, other) = (people.entries[first], people.entries[second])
    guard one >= 0, other >= 0 else { return nil }
    return near.steps(Int(one), Int(other), facts.people).map { Coupling(.near, steps: $0) }
  }
}
