package import OrgModel

/// How many decisions wait for somebody.
package struct BlockingLoad: Sendable {
  /// A person, the one a seat stands for; a forum; or a unit.
  package let actor: EntityRef

  /// The pairs of a type of decision and a product that the actor blocks.
  package let pairs: Int

  /// The decisions these come from, in the order of the files.
  package let decisions: [Int32]
}

extension OrgFacts {
  /// Returns the number of pairs of a type of decision and a product in the scope of one.
  package func decisionPairCount() -> Int {
    decisions.typeNames.indices.reduce(0) { sum, type in
      let ranges = decisions.byType[type].flatMap { decisionScopes.sets[Int($0)].ranges }
      return sum + ProductSet(ranges).count
    }
  }

  /// Returns who blocks, each once, by kind and position.
  ///
  /// A person is not counted for products the person owns or leads; an any-of counts for nobody.
  /// Cost: all pairs of a decision and a product in its scope.
  package func blockingLoads() -> [BlockingLoad] {
    var pairs: [(actor: EntityRef, type: Int32, product: Int32, decision: Int32)] = []
    for decision in 0..<decisions.count {
      for product in products(of: decision) {
        let path = participants(of: decision, for: Int(product))
        for (_, actor) in blockingSteps(of: path) {
          guard let entity = identity(of: actor).entity, !isRun(Int(product), by: entity) else {
            continue
          }
          pairs.append(
            (entity, decisions.types[decision], product, Int32(decision))
          )
        }
      }
    }
    pairs.sort {
      ($0.actor, $0.type, $0.product, $0.decision) < ($1.actor, $1.type, $1.product, $1.decision)
    }
    return loads(pairs)
  }

  private func isRun(_ product: Int, by entity: EntityRef) -> Bool {
    guard entity.kind == .person else { return false }
    return products.owners[product].contains { people.isSame(Int($0), entity.index) }
      || products.leads[product].contains { people.isSame(Int($0), entity.index) }
  }

  private func loads(
    _ pairs: [(actor: EntityRef, type: Int32, product: Int32, decision: Int32)]
  ) -> [BlockingLoad] {
    var loads: [BlockingLoad] = []
    var start = 0
    while start < pairs.count {
      var end = start
      var count = 0
      var found: Set<Int32> = []
      while end < pairs.count, pairs[end].actor == pairs[start].actor {
        let isNew =
          end == start || pairs[end - 1].type != pairs[end].type
          || pairs[end - 1].product != pairs[end].product
        if isNew { count += 1 }
        found.insert(pairs[end].decision)
        end += 1
      }
      loads.append(
        BlockingLoad(actor: pairs[start].actor, pairs: count, decisions: found.sorted())
      )
      start = end
    }
    return loads
  }
}
