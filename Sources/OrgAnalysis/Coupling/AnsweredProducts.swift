import OrgModel

/// What each person owns, leads and stewards, by identity, as ascending ranks by id.
struct AnsweredProducts: Sendable {
  let owned: IndexLists
  let led: IndexLists
  let stewarded: IndexLists

  let productOrder: IDOrder
  let stewardshipOrder: IDOrder

  init(_ facts: OrgFacts) {
    let products = IDOrder(facts.graph, .product)
    let stewardships = IDOrder(facts.graph, .stewardship)
    var owned = IndexPairs()
    var led = IndexPairs()
    for product in products.entries where facts.products.isChecked[Int(product)] {
      let rank = products.ranks[Int(product)]
      owned.add(facts.products.owners[Int(product)], rank, facts.people)
      led.add(facts.products.leads[Int(product)], rank, facts.people)
    }
    var stewarded = IndexPairs()
    for stewardship in stewardships.entries {
      let rank = stewardships.ranks[Int(stewardship)]
      stewarded.add(facts.groups.stewards[Int(stewardship)], rank, facts.people)
    }
    self.owned = owned.lists(facts.people.count)
    self.led = led.lists(facts.people.count)
    self.stewarded = stewarded.lists(facts.people.count)
    productOrder = products
    stewardshipOrder = stewardships
  }

  /// Returns the first product that one person owns and another leads, or the other way round.
  func product(ownedAndLed first: Int, _ second: Int) -> Int? {
    let one = firstCommon(owned[first], led[second])
    let other = firstCommon(led[first], owned[second])
    guard let rank = one.map({ min($0, other ?? $0) }) ?? other else { return nil }
    return Int(productOrder.entries[Int(rank)])
  }

  /// Returns the first stewardship of one person for a product that another owns or leads, and of
  /// these products the first.
  func stewardship(
    of steward: Int,
    for person: Int,
    _ facts: OrgFacts
  ) -> (stewardship: Int, product: Int)? {
    for rank in stewarded[steward] {
      let stewardship = Int(stewardshipOrder.entries[Int(rank)])
      let scope = facts.stewardshipScopes.sets[stewardship]
      let first = [owned[person], led[person]].compactMap { ranks in
        ranks.first { rank in
          let product = Int(productOrder.entries[Int(rank)])
          return facts.products.place(of: product).map(scope.contains) ?? false
        }
      }.min()
      if let first { return (stewardship, Int(productOrder.entries[Int(first)])) }
    }
    return nil
  }
}

extension IndexPairs {
  /// Adds a value for each of some people, by identity.
  fileprivate mutating func add(_ people: ArraySlice<Int32>, _ value: Int32, _ facts: PeopleFacts) {
    for person in people {
      keys.append(Int32(truncatingIfNeeded: facts.identity(of: Int(person))))
      values.append(value)
    }
  }
}
