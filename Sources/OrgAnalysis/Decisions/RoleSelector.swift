import OrgModel

/// A selector whose ids are looked up.
indirect enum RoleSelector: Sendable {
  case productOwner, technologyLead, unitLead
  case pocketOwner(level: Int)
  case managerOf(RoleSelector)
  case managerOfPerson(Int?)
  case steward(Int?)

  /// Whether whatever keeps it from naming somebody has a finding of its own.
  var isAlwaysExplained: Bool {
    switch self {
    case .productOwner, .steward: true
    default: false
    }
  }

  init(_ selector: Selector, _ graph: OrgGraph) {
    switch selector {
    case .productOwner: self = .productOwner
    case .technologyLead: self = .technologyLead
    case .unitLead: self = .unitLead
    case .pocketOwner(let level): self = .pocketOwner(level: level)
    case .managerOf(let inner): self = .managerOf(RoleSelector(inner, graph))
    case .managerOfReference(let text):
      let entity = graph.entity(path: text) ?? graph.entity(.person, id: text)
      self = .managerOfPerson(entity.flatMap { $0.kind == .person ? $0.index : nil })
    case .steward(let id): self = .steward(graph.entity(.stewardship, id: id)?.index)
    }
  }
}

/// Whom a selector names for a product.
enum Selection: Sendable {
  case person(Int)

  /// Nobody; `isExplained` where what causes it has a finding of its own.
  case nobody(isExplained: Bool)

  var person: Int? {
    if case .person(let person) = self { person } else { nil }
  }
}

extension OrgFacts {
  /// Resolves a selector for a product; without a product it names nobody, which is no finding.
  func select(_ selector: RoleSelector, for product: Int?) -> Selection {
    guard let product else { return .nobody(isExplained: true) }
    switch selector {
    case .productOwner:
      return products.owner(of: product).map { .person($0) } ?? .nobody(isExplained: true)
    case .technologyLead: return selectLead(of: product)
    case .unitLead: return selectUnitLead(of: product)
    case .pocketOwner(let level): return selectPocketOwner(level, of: product)
    case .managerOf(let inner):
      let selection = select(inner, for: product)
      return selection.person.map { selectManager(of: $0) } ?? selection
    case .managerOfPerson(let person):
      return person.map { selectManager(of: $0) } ?? .nobody(isExplained: true)
    case .steward(let stewardship):
      guard let stewardship else { return .nobody(isExplained: true) }
      return groups.stewards[stewardship].first.map { .person(Int($0)) }
        ?? .nobody(isExplained: true)
    }
  }

  /// No rule asks for the technology lead of a product without software.
  private func selectLead(of product: Int) -> Selection {
    if let lead = products.lead(of: product) { return .person(lead) }
    let isNamed = graph.field(.productTechnologyLead, of: EntityRef(.product, product)) != nil
    return .nobody(isExplained: isNamed || products.isSoftware[product])
  }

  private func selectManager(of person: Int) -> Selection {
    if let manager = people.manager(of: person) { return .person(manager) }
    let isNamed = graph.field(.personReportsTo, of: EntityRef(.person, person)) != nil
    return .nobody(isExplained: isNamed)
  }

  private func selectUnitLead(of product: Int) -> Selection {
    guard let home = products.home(of: product) else {
      let isNamed = graph.field(.productUnit, of: EntityRef(.product, product)) != nil
      return .nobody(isExplained: isNamed)
    }
    if let lead = units.lead(of: home) { return .person(lead) }
    var isExplained = graph.field(.unitLead, of: EntityRef(.unit, home)) != nil
    for unit in units.tree.ancestors(of: home) {
      if let lead = units.lead(of: unit) { return .person(lead) }
      isExplained = isExplained || graph.field(.unitLead, of: EntityRef(.unit, unit)) != nil
    }
    return .nobody(isExplained: isExplained)
  }

  /// Without pockets no rule asks for the pocket of a product.
  private func selectPocketOwner(_ level: Int, of product: Int) -> Selection {
    guard var pocket = pockets.pocket(of: product) else {
      return .nobody(isExplained: pockets.count > 0)
    }
    guard level < pockets.count else { return .nobody(isExplained: false) }
    for _ in 0..<level {
      guard let above = pockets.tree.parent(of: pocket) else {
        return .nobody(isExplained: !pockets.isRoot[pocket])
      }
      pocket = above
    }
    return pockets.owner(of: pocket).map { .person($0) } ?? .nobody(isExplained: true)
  }
}
