import OrgModel

/// A decision for one product: who takes part, and how long the way is.
package struct DecisionPath: Sendable {
  package let decision: Int

  /// The product; nil for a decision of a design without checked products.
  package let product: Int?

  /// Who asks; nil where the requester is void.
  package let requester: Actor?

  /// Who takes each step, beside `DecisionFacts.steps(of:)`; nil where the actor is void.
  package let actors: [Actor?]

  /// The greatest number of hand-offs from the requester; 0 where the steps are in a circle.
  package internal(set) var hands = 0

  /// The actors of the longest way, equal neighbors merged.
  package internal(set) var way: [Actor] = []

  /// The steps, from 0, that take over from somebody on the longest way: one for each hand-off.
  package internal(set) var takeovers: [Int] = []
}

extension OrgFacts {
  /// Returns who takes part in a decision for a product, and the longest way.
  ///
  /// Cost: the number of steps; about a microsecond for a decision of three.
  package func evaluate(_ decision: Int, for product: Int?) -> DecisionPath {
    var path = participants(of: decision, for: product)
    var search = WaySearch(self, path)
    if let end = search.run() {
      path.hands = Int(search.value(at: end))
      path.way = search.way(to: end)
      path.takeovers = search.takeovers(to: end)
    }
    return path
  }

  /// Returns who takes part in a decision for a product, without the longest way.
  package func participants(of decision: Int, for product: Int?) -> DecisionPath {
    DecisionPath(
      decision: decision,
      product: product,
      requester: actor(decisions.requesters[decision], for: product),
      actors: decisions.steps(of: decision).map { actor(decisions.steps[$0].by, for: product) }
    )
  }

  /// Returns the checked products a decision is about, in the order of their places.
  package func products(of decision: Int) -> [Int32] {
    products.list(decisionScopes.sets[decision])
  }

  /// Returns whether a decision is evaluated once, without a product.
  package func hasNoProduct(_ decision: Int) -> Bool {
    products.checked.isEmpty && !decisionScopes.isDeclared[decision]
  }

  func actor(_ source: ActorSource, for product: Int?) -> Actor? {
    switch source {
    case .void: return nil
    case .named(let actor): return actor
    case .selector(let number):
      let role = decisions.selectors[Int(number)].role
      return select(role, for: product).person.map { .person(Int32(truncatingIfNeeded: $0)) }
    case .anyOf(let sources):
      let members = distinct(sources.compactMap { actor($0, for: product) })
      return members.count > 1 ? .anyOf(members) : members.first
    }
  }
}
