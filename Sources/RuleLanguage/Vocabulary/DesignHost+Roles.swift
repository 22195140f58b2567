import OrgAnalysis

// Several roles of one person in one product.
extension DesignHost {
  /// The products in which a person has two or more of the roles of owner, technology lead, owner
  /// of its pocket and anchor: those owned first, then those led, then those anchored.
  func productsOfSeveralRoles(of person: Int) -> [Int32] {
    let identity = facts.people.identity(of: person)
    let roles = [
      targets(.productOwner, of: person), targets(.technologyLead, of: person),
      anchoredProducts.get().value[identity] ?? [],
    ]
    var counts: [Int32: Int] = [:]
    for products in roles {
      for product in Set(products) { counts[product, default: 0] += 1 }
    }
    var seen: Set<Int32> = []
    return roles.joined().filter { product in
      guard seen.insert(product).inserted else { return false }
      let ownsPocket =
        facts.pockets.pocket(of: Int(product)).flatMap { facts.pockets.owner(of: $0) }
        .map { facts.people.isSame($0, person) } ?? false
      return counts[product, default: 0] + (ownsPocket ? 1 : 0) > 1
    }
  }

  /// Who anchors which live products in quality initiatives that are not over.
  static func anchoredProducts(_ facts: OrgFacts) -> [Int: [Int32]] {
    var found: [Int: [Int32]] = [:]
    for (initiative, list) in facts.groups.anchorings.enumerated()
    where facts.groups.isActive[initiative] {
      for anchoring in list
      where anchoring.person >= 0 && facts.products.isChecked[Int(anchoring.product)] {
        found[facts.people.identity(of: Int(anchoring.person)), default: []]
          .append(anchoring.product)
      }
    }
    return found
  }
}
