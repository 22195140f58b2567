import OrgModel

/// Finds who is meant in a decision about one product.
struct DecisionResolver {
  let facts: OrgFacts
  private var graph: OrgGraph { facts.graph }

  init(_ facts: OrgFacts) {
    self.facts = facts
  }

  /// Returns who a value names: a reference, a selector, or an any-of; nil where it is void.
  func actor(_ item: ItemID, product: Int?) -> Actor? {
    let value = graph[item]
    switch value.type {
    case .reference: return actor(EntityRef(packed: value.payload))
    case .selector:
      guard let product, let selector = Selector(graph.symbols.text(value.payload)) else {
        return nil
      }
      return person(selector, product: product).map { .person(Int32($0)) }
    case .mapping:
      guard let any = graph.field(.anyOfAny, of: item) else { return nil }
      var members: [Actor] = []
      for element in graph.elements(of: any) {
        guard let member = actor(element, product: product),
          !members.contains(where: { facts.isSame($0, member) })
        else { continue }
        members.append(member)
      }
      return members.count > 1 ? .anyOf(members) : members.first
    default: return nil
    }
  }

  private func actor(_ entity: EntityRef) -> Actor? {
    let index = Int32(truncatingIfNeeded: entity.index)
    switch entity.kind {
    case .person: return .person(index)
    case .forum: return .forum(index)
    case .unit: return .unit(index)
    default: return nil
    }
  }

  private func person(_ selector: Selector, product: Int) -> Int? {
    switch selector {
    case .productOwner: return facts.products.owner(of: product)
    case .technologyLead: return facts.products.lead(of: product)
    case .unitLead: return unitLead(product)
    case .pocketOwner(let level):
      guard var pocket = facts.pockets.pocket(of: product) else { return nil }
      for _ in 0..<level {
        guard let parent = facts.pockets.tree.parent(of: pocket) else { return nil }
        pocket = parent
      }
      return facts.pockets.owner(of: pocket)
    case .managerOf(let inner):
      return person(inner, product: product).flatMap { facts.people.manager(of: $0) }
    case .managerOfReference(let text):
      let entity = graph.entity(.person, id: text) ?? graph.entity(path: text)
      guard let entity, entity.kind == .person else { return nil }
      return facts.people.manager(of: entity.index)
    case .steward(let id):
      return graph.entity(.stewardship, id: id)
        .flatMap { facts.groups.stewards[$0.index].first.map { Int($0) } }
    }
  }

  /// The lead of the product's home, or of the nearest unit above that has one.
  private func unitLead(_ product: Int) -> Int? {
    guard let home = facts.products.home(of: product) else { return nil }
    if let lead = facts.units.lead(of: home) { return lead }
    for unit in facts.units.tree.ancestors(of: home) {
      if let lead = facts.units.lead(of: Int(unit)) { return lead }
    }
    return nil
  }
}
