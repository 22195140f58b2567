import OrgModel

/// Who carries the result of a product, and so is inside a decision about it.
extension OrgFacts {
  /// Types of decisions for which the technology line is inside too.
  package static let technicalTypes = ["architecture", "release", "security", "incident"]

  /// Returns the persons inside, by who they are: owner, lead, the line of the result, and the
  /// managers between the owner and that line.
  package func inside(product: Int, isTechnical: Bool) -> Set<Int> {
    var inside: Set<Int> = []
    func add(_ person: Int) { inside.insert(people.identity(of: person)) }
    let owners = products.owners[product].map { Int($0) }
    owners.forEach(add)
    products.leads[product].forEach { add(Int($0)) }
    for owner in pockets.line(of: product) {
      add(Int(owner))
      for manager in people.managers(above: Int(owner)) { add(Int(manager)) }
    }
    for owner in owners.prefix(1) {
      let managers = people.managers(above: owner).map { Int($0) }
      for manager in managers {
        guard !inside.contains(people.identity(of: manager)) else { break }
        add(manager)
      }
    }
    if isTechnical {
      for lead in products.leads[product] {
        for manager in people.managers(above: Int(lead)) { add(Int(manager)) }
      }
    }
    return inside
  }

  /// Returns whether an actor is inside: the person it speaks through, of an any-of every member.
  package func isInside(_ actor: Actor, _ inside: Set<Int>) -> Bool {
    if case .anyOf(let members) = actor { return members.allSatisfy { isInside($0, inside) } }
    guard let person = speaker(of: actor) else { return false }
    return inside.contains(people.identity(of: person))
  }
}
