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
  ///
  /// Of very many decisions of one type for one product not every two are compared.
  func rivals(ofDecision decision: Int) -> [Int] {
    let type = facts.decisions.types[decision]
    guard facts.decisions.byType.count(of: Int(type)) > 1 else { return [] }
    return decisions.pairs(of: decision).flatMap { pair -> [Int] in
      let product = decisions.pairs[pair].product
      guard product >= 0, let decider = decisions.decider(ofPair: pair),
        let same = pairsOfType.get().value[TypeOfProduct(type: type, product: product)],
        let own = same.firstIndex(after: pair, precedes: pairPrecedes)
      else { return [] }
      var rivals: [Int] = []
      for other in same[own...].prefix(PairLimits.compared) {
        let rival = Int(other)
        guard let rivalDecider = decisions.decider(ofPair: rival),
          !decisions.isSame(decider, rivalDecider),
          facts.decisions.overlap(decision, Int(decisions.pairs[rival].decision))
        else { continue }
        rivals.append(rival)
        if rivals.count == PairLimits.rivals { break }
      }
      return rivals
    }
  }

  /// The pairs of decisions and products by type and product, in the order of the decisions' ids.
  static func pairsOfType(
    _ decisions: DecisionTable,
    _ facts: OrgFacts
  ) -> [TypeOfProduct: [Int32]] {
    var found: [TypeOfProduct: [Int32]] = [:]
    let precedes = facts.graph.idPrecedes
    let order = (0..<facts.decisions.count).sorted {
      precedes(EntityRef(.decision, $0), EntityRef(.decision, $1))
    }
    for decision in order {
      for pair in decisions.pairs(of: decision) {
        let product = decisions.pairs[pair].product
        let key = TypeOfProduct(type: facts.decisions.types[decision], product: product)
        found[key, default: []].append(Int32(truncatingIfNeeded: pair))
      }
    }
    return found
  }

  /// Whether some decisions of one type for one product are too many to compare every two.
  package var hasUncomparedDecisions: Bool {
    pairsOfType.get().value.contains { key, pairs in
      key.product >= 0 && pairs.count > PairLimits.rivals + 1
        && (pairs.count > PairLimits.compared + 1 || hasSeveralDeciders(pairs))
    }
  }

  private func hasSeveralDeciders(_ pairs: [Int32]) -> Bool {
    let deciders = pairs.lazy.compactMap { self.decisions.decider(ofPair: Int($0)) }
    guard let first = deciders.first else { return false }
    return deciders.contains { !self.decisions.isSame($0, first) }
  }

  private func pairPrecedes(_ first: Int32, _ second: Int32) -> Bool {
    let (first, second) = (decisions.pairs[Int(first)], decisions.pairs[Int(second)])
    return graph.idPrecedes(
      EntityRef(.decision, Int(first.decision)),
      EntityRef(.decision, Int(second.decision))
    )
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

/// Decisions that may decide the same.
struct TypeOfProduct: Hashable {
  var type: Int32
  var product: Int32
}

/// How many decisions of one type for one product are compared with one of them, and how many of
/// these are told: each pair is a finding.
package enum PairLimits {
  package static let compared = 256
  package static let rivals = 8
}

extension [Int32] {
  /// Returns the index behind an element of a list in order; nil where nothing is behind it.
  fileprivate func firstIndex(after element: Int, precedes: (Int32, Int32) -> Bool) -> Int? {
    let element = Int32(truncatingIfNeeded: element)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(element, self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < count ? low : nil
  }
}
