import OrgModel

/// What the holders of incentives work on: products, teams and pockets.
///
/// Holders in one place share it, so that a unit of thousands costs as much as one person.
struct HolderPlaces: Sendable {
  /// The place of each holder.
  private(set) var ofHolder: [Int32] = []

  /// The holders in each place.
  private(set) var holders = IndexLists()

  /// The products of each place.
  private(set) var products: [ProductSet] = []

  /// The teams of each place, its pockets and those above, as ascending ranks by id.
  private(set) var teams = IndexLists()
  private(set) var pockets = IndexLists()
  private(set) var parents = IndexLists()

  let teamOrder: IDOrder
  let pocketOrder: IDOrder

  init(_ facts: OrgFacts) {
    teamOrder = IDOrder(facts.graph, .unit)
    pocketOrder = IDOrder(facts.graph, .pocket)
    var reader = Reader(facts, teamOrder, pocketOrder)
    for holder in facts.incentives.holders { ofHolder.append(reader.place(of: holder)) }
    products = reader.products
    teams = reader.teams.lists(products.count)
    pockets = reader.pockets.lists(products.count)
    parents = reader.parents.lists(products.count)
    holders = IndexLists(count: products.count, keys: ofHolder)
  }

  /// Reads what a holder works on, once for all that are in one place.
  private struct Reader {
    let facts: OrgFacts
    let teamOrder: IDOrder
    let pocketOrder: IDOrder
    var products: [ProductSet] = []
    var teams = IndexPairs()
    var pockets = IndexPairs()
    var parents = IndexPairs()

    /// The place of people without a role in each unit, at the end of those without a unit; -1
    /// where nobody asked yet.
    private var ofPeopleIn: [Int32]

    init(_ facts: OrgFacts, _ teamOrder: IDOrder, _ pocketOrder: IDOrder) {
      self.facts = facts
      self.teamOrder = teamOrder
      self.pocketOrder = pocketOrder
      ofPeopleIn = [Int32](repeating: -1, count: facts.units.count + 1)
    }

    mutating func place(of holder: EntityRef) -> Int32 {
      holder.kind == .person ? place(ofPerson: holder.index) : place(ofUnit: holder.index)
    }

    private mutating func place(ofUnit unit: Int) -> Int32 {
      let tree = facts.units.tree
      let built = facts.products.built(within: unit, tree).ranges
      return add(
        ProductSet(built + [facts.products.range(within: unit, tree)]),
        teams: facts.units.isTeam[unit] ? [Int32(truncatingIfNeeded: unit)] : [],
        owned: []
      )
    }

    private mutating func place(ofPerson person: Int) -> Int32 {
      let unit = facts.unit(ofPerson: person)
      let roles = facts.roles(of: person).filter { Reader.counts($0.role) }
      let key = unit ?? facts.units.count
      if roles.isEmpty, ofPeopleIn[key] >= 0 { return ofPeopleIn[key] }
      let place = place(in: unit, with: roles)
      if roles.isEmpty { ofPeopleIn[key] = place }
      return place
    }

    private static func counts(_ role: RoleHolding.Role) -> Bool {
      switch role {
      case .productOwner, .technologyLead, .pocketOwner, .unitLead: true
      case .steward, .anchor, .chair, .forumMember: false
      }
    }

    private mutating func place(in unit: Int?, with roles: [RoleHolding]) -> Int32 {
      let tree = facts.units.tree
      var parts = unit.map { facts.products.built(by: $0, tree).ranges } ?? []
      var teams = unit.map { facts.units.isTeam[$0] ? [Int32(truncatingIfNeeded: $0)] : [] } ?? []
      var owned: [Int32] = []
      for role in roles {
        let index = role.target.index
        switch role.role {
        case .productOwner, .technologyLead:
          guard let place = facts.products.place(of: index) else { continue }
          parts.append(ProductRange(place, place + 1))
        case .unitLead where facts.units.isTeam[index]:
          parts += facts.products.built(by: index, tree).ranges
          teams.append(Int32(truncatingIfNeeded: index))
        case .pocketOwner: owned.append(Int32(truncatingIfNeeded: index))
        default: continue
        }
      }
      return add(ProductSet(parts), teams: teams, owned: owned)
    }

    private mutating func add(_ set: ProductSet, teams: [Int32], owned: [Int32]) -> Int32 {
      let place = Int32(truncatingIfNeeded: products.count)
      products.append(set)
      self.teams.add(teamOrder.sorted(teams), to: place)
      var leaves = owned.filter { facts.pockets.isLeaf(Int($0)) }
      var last: Int32 = -1
      for product in facts.products.list(set) {
        let pocket = facts.pockets.pocketOfProduct[Int(product)]
        if pocket >= 0, pocket != last { leaves.append(pocket) }
        last = pocket
      }
      let ranks = pocketOrder.sorted(leaves)
      pockets.add(ranks, to: place)
      let tree = facts.pockets.tree
      let above = ranks.compactMap { rank in
        tree.parent(of: Int(pocketOrder.entries[Int(rank)])).map { Int32(truncatingIfNeeded: $0) }
      }
      let inner = owned.filter { !facts.pockets.isLeaf(Int($0)) }
      parents.add(pocketOrder.sorted(above + inner), to: place)
      return place
    }
  }
}

extension IndexPairs {
  /// Adds some values under one key.
  mutating func add(_ values: [Int32], to key: Int32) {
    keys += [Int32](repeating: key, count: values.count)
    self.values += values
  }
}
