import OrgModel

/// Who answers for a product, and how far away its decisions are taken.
package struct ProductAnswer: Sendable {
  package let product: Int

  /// The smallest pocket it is in and those above, from the nearest; empty where that is open.
  package let pockets: [Int]

  /// The pockets that claim it, where there is no smallest one.
  package let openPockets: [Int]

  /// The stewardships and the decisions it is in the scope of, in the order of the files.
  package let stewardships: [Int]
  package let decisions: [Decided]

  /// A decision about the product.
  package struct Decided: Sendable {
    package let path: DecisionPath
    package let deciders: [Actor]
    package let climb: Int

    /// Where the single decider stands as seen from the product owner; nil without either.
    package let standing: Standing?
  }
}

extension OrgFacts {
  /// Returns who answers for a product.
  package func answer(for product: Int) -> ProductAnswer {
    let pocket = pockets.pocket(of: product)
    let line = pocket.map { [$0] + Array(pockets.tree.ancestors(of: $0)) } ?? []
    let claims = pockets.claims(on: product).map { Int($0.pocket) }
    return ProductAnswer(
      product: product,
      pockets: line,
      openPockets: line.isEmpty ? claims : [],
      stewardships: stewardships(of: product).map { Int($0) },
      decisions: decisions(of: product).map { decided(Int($0), for: product) }
    )
  }

  private func decided(_ decision: Int, for product: Int) -> ProductAnswer.Decided {
    let path = evaluate(decision, for: product)
    var standing: Standing?
    if let owner = products.owner(of: product),
      let speaker = decider(of: path).flatMap({ speaker(of: $0) })
    {
      standing = self.standing(of: speaker, from: owner)
    }
    return ProductAnswer.Decided(
      path: path,
      deciders: deciders(of: path),
      climb: climb(of: path),
      standing: standing
    )
  }
}
