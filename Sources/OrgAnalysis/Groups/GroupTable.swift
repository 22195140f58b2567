package import OrgModel

/// The groups in which goals meet: those who work for one product, and those who carry one result.
///
/// Who is in a group stands as parts: a place with everybody in it, or a single holder.
package struct GroupTable: Sendable {
  /// Those of the fewest holders first, then by their ids; of alike groups the first alone, and
  /// none of a single holder.
  package let groups: [Group]

  /// Holders who share a product or a pocket.
  package struct Group: Sendable {
    /// The product or pocket.
    package var entity: EntityRef

    /// A place of holders, or behind all places a holder.
    var parts: [Int32]
    package var holderCount: Int
  }

  private let couplings: CouplingFacts

  package init(_ couplings: CouplingFacts) {
    self.couplings = couplings
    let reader = GroupReader(couplings)
    groups = reader.distinct()
  }

  /// Returns the holders of a group, ascending.
  package func holders(of group: Group) -> [Int32] {
    let places = couplings.places
    return group.parts.flatMap { part -> [Int32] in
      let holder = Int(part) - places.products.count
      return holder < 0
        ? Array(places.holders[Int(part)]) : [Int32(truncatingIfNeeded: holder)]
    }.sorted()
  }
}

/// Reads who is in which group.
struct GroupReader {
  private let couplings: CouplingFacts
  private let facts: OrgFacts

  init(_ couplings: CouplingFacts) {
    self.couplings = couplings
    facts = couplings.facts
  }

  /// Returns the different groups of several holders.
  func distinct() -> [GroupTable.Group] {
    var seen: Set<[Int32]> = []
    var groups: [GroupTable.Group] = []
    for product in couplings.answered.productOrder.entries {
      guard let place = facts.products.place(of: Int(product)) else { continue }
      let cell = cell(at: place)
      if cell.holderCount > 1, seen.insert(cell.parts).inserted { groups.append(cell) }
    }
    for pocket in couplings.places.pocketOrder.entries {
      let line = line(of: Int(pocket))
      if line.holderCount > 1, seen.insert(line.parts).inserted { groups.append(line) }
    }
    return groups.enumerated().sorted { first, second in
      let (one, other) = (first.element, second.element)
      if one.holderCount != other.holderCount { return one.holderCount < other.holderCount }
      if facts.graph.idPrecedes(one.entity, other.entity) { return true }
      if facts.graph.idPrecedes(other.entity, one.entity) { return false }
      return first.offset < second.offset
    }.map(\.element)
  }

  /// Returns who works for a checked product, and who stewards something for it.
  func cell(at place: Int32) -> GroupTable.Group {
    let product = facts.products.product(at: place)
    let places = couplings.members.ofProducts.sets(at: place)
    var stewards: [Int] = []
    for stewardship in facts.stewardships(of: product) {
      stewards += facts.groups.stewards[Int(stewardship)].map { Int($0) }
    }
    let further = holders(as: stewards).filter { holder in
      !places.contains(couplings.places.ofHolder[Int(holder)])
    }
    return group(EntityRef(.product, product), places, further)
  }

  /// Returns who owns a pocket and those right below; of a leaf also who runs its products.
  func line(of pocket: Int) -> GroupTable.Group {
    let tree = facts.pockets.tree
    var people = [pocket] + tree.children(of: pocket).map { Int($0) }
    people = people.compactMap { facts.pockets.owner(of: $0) }
    if facts.pockets.isLeaf(pocket) {
      for product in facts.products.list(facts.pockets.footprint(of: pocket)) {
        people += facts.products.owners[Int(product)].map { Int($0) }
        people += facts.products.leads[Int(product)].map { Int($0) }
      }
    }
    return group(EntityRef(.pocket, pocket), [], holders(as: people))
  }

  /// The entries of some people that hold incentives, ascending, each once.
  private func holders(as people: [Int]) -> [Int32] {
    let found = people.flatMap { person in
      couplings.people.holders(as: person, facts.people).filter { couplings.isPerson(Int($0)) }
    }
    return Set(found).sorted()
  }

  private func group(
    _ entity: EntityRef,
    _ places: [Int32],
    _ holders: [Int32]
  ) -> GroupTable.Group {
    let all = couplings.places
    let first = Int32(truncatingIfNeeded: all.products.count)
    return GroupTable.Group(
      entity: entity,
      parts: places + holders.map { first + $0 },
      holderCount: places.reduce(holders.count) { $0 + all.holders.count(of: Int($1)) }
    )
  }
}
