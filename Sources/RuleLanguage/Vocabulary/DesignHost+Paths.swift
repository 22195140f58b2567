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

  /// The turns of the longest run of agreements whose order nobody said; of equal ones the first.
  ///
  /// An actor that comes again begins another run.
  func serialAgreements(ofPair pair: Int) -> [Int] {
    let decision = EntityRef(.decision, Int(decisions.pairs[pair].decision))
    guard let list = graph.field(.decisionSteps, of: decision) else { return [] }
    var turns: [ItemID: Int] = [:]
    for turn in decisions.pairs[pair].turns where decisions.turns[Int(turn)].part.isAgreement {
      turns[decisions.turns[Int(turn)].item] = Int(turn)
    }
    guard turns.count > 1 else { return [] }
    let ordered = orderedSteps(of: list)
    var longest: [Int] = []
    var run: [Int] = []
    var seen: Set<Actor> = []
    func end() {
      if run.count > longest.count { longest = run }
      (run, seen) = ([], [])
    }
    for item in graph.elements(of: list) {
      guard let turn = turns[item], !ordered.contains(item) else {
        end()
        continue
      }
      let actor = facts.identity(of: decisions.actors[Int(decisions.turns[turn].actor)])
      if seen.contains(actor) { end() }
      seen.insert(actor)
      run.append(turn)
    }
    end()
    return longest
  }

  /// The steps whose order is said: by `after` of their own, or by that of another.
  private func orderedSteps(of list: ItemID) -> Set<ItemID> {
    var ordered: Set<ItemID> = []
    var named: Set<UInt32> = []
    var ids: [(item: ItemID, name: UInt32)] = []
    let steps = graph.elements(of: list).flatMap { item in
      graph.field(.parallelParallel, of: item).map { Array(graph.elements(of: $0)) } ?? [item]
    }
    for step in steps {
      if let after = graph.field(.stepAfter, of: step) {
        ordered.insert(step)
        named.formUnion(graph.elements(of: after).map { graph[$0].payload })
      }
      if let id = graph.field(.stepID, of: step), graph[id].type == .name {
        ids.append((step, graph[id].payload))
      }
    }
    return ordered.union(ids.filter { named.contains($0.name) }.map(\.item))
  }

  /// The end of a limit as written.
  func bound(_ field: Field, ofLimit entry: Int) -> Double? {
    graph.value(ofEntry: ItemID(entry))
      .flatMap { graph.field(field, of: $0) }
      .flatMap { graph.number($0) }
  }
}
