import CEL
import OrgAnalysis
import OrgModel

// Decisions by their products, and decisions that decide the same.
extension DesignHost {
  /// The pairs of the decisions about a product, one each.
  func paths(ofProduct product: Int) -> [Int] {
    entries(facts.decisionScopes, of: product).compactMap {
      path(ofDecision: Int($0), for: product)
    }
  }

  /// The pair of a decision and a product; nil where the product is not in its scope.
  func path(ofDecision decision: Int, for product: Int) -> Int? {
    guard let place = facts.products.place(of: product) else { return nil }
    // The pairs of a decision are in the order of the places of their products.
    var range = decisions.pairs(of: decision)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let other = facts.products.place(of: Int(decisions.pairs[middle].product)) ?? -1
      if other == place { return middle }
      range = other < place ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The pairs of decisions of greater id with the type of a decision and one of its products, that
  /// another single actor decides and that no limit keeps apart.
  func rivals(ofDecision decision: Int) -> [Int] {
    let type = facts.decisions.types[decision]
    guard facts.decisions.byType.count(of: Int(type)) > 1 else { return [] }
    return decisions.pairs(of: decision).flatMap { pair -> [Int] in
      let product = Int(decisions.pairs[pair].product)
      guard product >= 0, let decider = decider(ofPair: pair) else { return [] }
      return entries(facts.decisionScopes, of: product).compactMap { other in
        guard facts.decisions.types[Int(other)] == type, precedes(decision, Int(other)),
          facts.decisions.overlap(decision, Int(other)),
          let rival = path(ofDecision: Int(other), for: product),
          let rivalDecider = self.decider(ofPair: rival),
          !facts.isSame(decisions.actors[decider], decisions.actors[rivalDecider])
        else { return nil }
        return rival
      }
    }
  }

  private func precedes(_ decision: Int, _ other: Int) -> Bool {
    decision != other
      && graph.idPrecedes(EntityRef(.decision, decision), EntityRef(.decision, other))
  }

  /// The actor that decides, where it is one.
  func decider(ofPair pair: Int) -> Int? {
    let deciders = decisions.actors(ofPair: pair, facts) { $0 == .decide }
    return deciders.count == 1 ? Int(deciders[0]) : nil
  }

  /// The end of a limit as written.
  func bound(_ field: Field, ofLimit entry: Int) -> Double? {
    graph.value(ofEntry: ItemID(entry))
      .flatMap { graph.field(field, of: $0) }
      .flatMap { graph.number($0) }
  }
}
