package import OrgModel

/// A role that a person has, and for what.
package struct RoleHolding: Hashable, Sendable {
  package var role: Role

  /// The product, pocket, stewardship, initiative, forum or unit.
  package var target: EntityRef

  /// The entry that was named, the person or a seat of the person.
  package var entry: Int32

  /// What a person answers for.
  package enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case productOwner, technologyLead, pocketOwner, steward, anchor, chair, forumMember, unitLead
  }
}

/// The roles of each person, those of the seats the person acts in included.
package final class RoleFacts: Sendable {
  private let holdings: [RoleHolding]

  /// Positions in `holdings`, by the identity of the person.
  private let byPerson: IndexLists

  init(_ holdings: [RoleHolding], _ people: PeopleFacts) {
    self.holdings = holdings
    byPerson = IndexLists(
      count: people.count,
      keys: holdings.map { Int32(truncatingIfNeeded: people.identity(of: Int($0.entry))) }
    )
  }

  /// Returns the roles of a person, by the order of roles, then that of the files.
  ///
  /// Product owner and technology lead count for checked products alone; an anchor counts once for
  /// each initiative, also where that is over.
  package func of(_ identity: Int) -> [RoleHolding] {
    byPerson[identity].map { holdings[Int($0)] }
  }

  /// Returns what a person has in one role, in the order of the files.
  package func targets(of identity: Int, as role: RoleHolding.Role) -> [Int32] {
    var targets: [Int32] = []
    for position in byPerson.range(of: identity) {
      let holding = holdings[Int(byPerson.value(at: position))]
      if holding.role == role { targets.append(Int32(truncatingIfNeeded: holding.target.index)) }
    }
    return targets
  }

  /// Returns the identities of everybody who has one of some roles, ascending.
  func identities(in roles: Set<RoleHolding.Role>) -> [Int] {
    (0..<byPerson.count).filter { identity in
      byPerson[identity].contains { roles.contains(holdings[Int($0)].role) }
    }
  }

  /// Returns how many roles a person has.
  package func count(of identity: Int) -> Int { byPerson.count(of: identity) }
}

/// Collects roles from the tables.
struct RoleCollector {
  var holdings: [RoleHolding] = []

  mutating func add(_ role: RoleHolding.Role, _ kind: EntityKind, _ lists: IndexLists) {
    for target in 0..<lists.count {
      for person in lists[target] { add(role, EntityRef(kind, target), person) }
    }
  }

  mutating func addProducts(_ products: ProductFacts) {
    for (role, lists) in [
      (RoleHolding.Role.productOwner, products.owners), (.technologyLead, products.leads),
    ] {
      for product in products.checked.sorted() {
        for person in lists[Int(product)] { add(role, EntityRef(.product, Int(product)), person) }
      }
    }
  }

  /// A pocket that two people own has no owner.
  mutating func addPockets(_ pockets: PocketFacts) {
    for pocket in 0..<pockets.count {
      guard let owner = pockets.owner(of: pocket) else { continue }
      add(.pocketOwner, EntityRef(.pocket, pocket), Int32(truncatingIfNeeded: owner))
    }
  }

  mutating func addLeads(_ units: UnitFacts, _ people: PeopleFacts) {
    for unit in 0..<units.count {
      guard let lead = units.lead(of: unit), people.isFilled(lead) else { continue }
      add(.unitLead, EntityRef(.unit, unit), Int32(truncatingIfNeeded: lead))
    }
  }

  private mutating func add(_ role: RoleHolding.Role, _ target: EntityRef, _ entry: Int32) {
    holdings.append(RoleHolding(role: role, target: target, entry: entry))
  }
}
