package import OrgModel

extension OrgFacts {
  /// Returns whether an actor carries the result of a product: all members of an any-of do.
  ///
  /// `isTechnical` lets the managers of the technology lead count as well.
  package func isInside(_ actor: Actor, of product: Int, isTechnical: Bool) -> Bool {
    actor.members.allSatisfy { member in
      guard let person = node(of: member) else { return !isSilentGroup(member) }
      return isInside(person, of: product, isTechnical: isTechnical)
    }
  }

  /// Returns whether a person carries the result of a product.
  package func isInside(_ person: Int, of product: Int, isTechnical: Bool) -> Bool {
    let line = pockets.line(of: product)
    if carriesResult(person, of: product, line) { return true }
    if isTechnical, let lead = products.lead(of: product), people.isAbove(person, lead) {
      return true
    }
    // The managers of the owner, up to the first who carries the result anyway.
    guard let owner = products.owner(of: product),
      let entry = people.nearest(person, above: owner)
    else { return false }
    for manager in people.managers(above: owner) {
      if manager == entry { return true }
      if carriesResult(manager, of: product, line) { return false }
    }
    return false
  }

  /// The owners and leads, the owners of its pockets and everybody above those.
  private func carriesResult(_ person: Int, of product: Int, _ line: [Int32]) -> Bool {
    products.owners[product].contains { people.isSame(Int($0), person) }
      || products.leads[product].contains { people.isSame(Int($0), person) }
      || line.contains { people.distance(from: Int($0), to: person) != nil }
  }

  /// Returns whether a person can settle what concerns a product.
  package func hasAuthority(_ person: Int, over product: Int?) -> Bool {
    if people.entries(sameAs: person).contains(where: people.isTop) { return true }
    guard let product else { return false }
    if pockets.pocket(of: product) != nil {
      return pockets.line(of: product).contains {
        people.distance(from: Int($0), to: person) != nil
      }
    }
    return products.owner(of: product).map { people.isAbove(person, $0) } ?? false
  }

  /// Returns the filled entries of `overrule` for a product.
  package func overrules(of decision: Int, for product: Int?) -> [(item: ItemID, actor: Actor)] {
    decisions.overrules[decision].compactMap { entry in
      guard let actor = actor(entry.source, for: product), !isVacantSeat(actor) else { return nil }
      return (entry.item, actor)
    }
  }

  /// Returns the entries of `escalates_to` for a product, vacant seats included.
  package func escalations(of decision: Int, for product: Int?) -> [(item: ItemID, actor: Actor)] {
    decisions.escalations[decision].compactMap { entry in
      actor(entry.source, for: product).map { (entry.item, $0) }
    }
  }

  /// Returns the first circle of the decider and those it escalates to, compared by the person
  /// they speak through, and the entry that closes it; nil without one.
  package func escalationCycle(
    of path: DecisionPath
  ) -> (actors: [Actor], repeated: ItemID)? {
    var actors: [Actor] = []
    var speakers: [Int?] = []
    if let decider = decider(of: path) {
      actors.append(decider)
      speakers.append(speaker(of: decider))
    }
    for (item, actor) in escalations(of: path.decision, for: path.product) {
      let speaker = speaker(of: actor)
      if let speaker, let first = speakers.firstIndex(of: speaker) {
        return (Array(actors[first...]), item)
      }
      actors.append(actor)
      speakers.append(speaker)
    }
    return nil
  }
}
