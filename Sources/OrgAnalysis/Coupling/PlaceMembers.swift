import OrgModel

/// Which places of holders have a product, team or pocket.
struct PlaceMembers: Sendable {
  /// The places that have each team, pocket and pocket above, by rank.
  let ofTeam: IndexLists
  let ofPocket: IndexLists
  let ofParent: IndexLists

  /// Which places have which product.
  let ofProducts: RunMembers

  init(_ places: HolderPlaces, productCount: Int) {
    ofTeam = places.teams.inverted(count: places.teamOrder.entries.count) { $0 }
    ofPocket = places.pockets.inverted(count: places.pocketOrder.entries.count) { $0 }
    ofParent = places.parents.inverted(count: places.pocketOrder.entries.count) { $0 }
    ofProducts = RunMembers(places.products, productCount: productCount) {
      places.holders.count(of: $0)
    }
  }
}

/// The scopes that incentives or their metrics declare, and who is measured on each.
struct ScopeMembers: Sendable {
  /// The different scopes.
  private(set) var sets: [ProductSet] = []

  /// The holders with an incentive of each scope, and the scopes of each holder.
  let holders: IndexLists
  let ofHolder: IndexLists

  /// Which scopes have which product.
  let ofProducts: RunMembers

  init(_ facts: OrgFacts) {
    var numbers: [ProductSet: Int32] = [:]
    var pairs = IndexPairs()
    for (holder, incentives) in facts.incentives.holders.indices.map({
      (Int32(truncatingIfNeeded: $0), facts.incentives.byHolder[$0])
    }) {
      var seen: Set<Int32> = []
      for incentive in incentives.map({ facts.incentives.list[Int($0)] })
      where incentive.isScopeDeclared {
        let set = facts.incentives.scopes[Int(incentive.scope)]
        let number = numbers[set] ?? Int32(truncatingIfNeeded: sets.count)
        if numbers.updateValue(number, forKey: set) == nil { sets.append(set) }
        if seen.insert(number).inserted { pairs.add([number], to: holder) }
      }
    }
    let ofHolder = pairs.lists(facts.incentives.holders.count)
    self.ofHolder = ofHolder
    let holders = ofHolder.inverted(count: sets.count) { $0 }
    self.holders = holders
    ofProducts = RunMembers(sets, productCount: facts.products.checked.count) {
      holders.count(of: $0)
    }
  }
}
