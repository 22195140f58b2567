import CEL
import OrgAnalysis
import OrgModel

extension DesignHost {
  /// The metrics that drive one, without itself, by their ids.
  func drivers(of metric: Int) -> [Int32] {
    let influence = influence.get().value
    let wants = influence.wants(metric, 1, .all)
    var found: [Int32] = []
    for position in 0..<wants.count {
      let driver = wants[position].metric
      if driver != metric, found.last != driver { found.append(driver) }
    }
    found.sort { influence.graph.ranks[Int($0)] < influence.graph.ranks[Int($1)] }
    return found
  }

  func controllers(of metric: Int) -> Value {
    var seen: Set<EntityRef> = []
    let named = ([Int32(truncatingIfNeeded: metric)] + drivers(of: metric)).flatMap {
      graph.references(.metricControllableBy, of: EntityRef(.metric, Int($0)))
    }
    let deciders = control.get().value.deciders[metric].map { EntityRef(.person, Int($0)) }
    return .many((named + deciders).filter { seen.insert($0).inserted })
  }

  /// Whether the holder, or somebody who depends on the holder more than weakly, is measured on
  /// one of the counter-metrics.
  func holdsCounter(_ incentive: Int) -> Bool {
    let entry = facts.incentives.list[incentive]
    guard entry.metric >= 0, entry.holder >= 0 else { return false }
    return couplings.get().value.isHeld(
      anyOf: counters[Int(entry.metric)],
      near: Int(entry.holder),
      atLeast: .medium
    )
  }

  /// The key of a person under `incentives`, else of the first seat of the person that has one.
  func ownScorecard(of person: Int) -> Int? {
    let seats = facts.people.entries(sameAs: person).sorted {
      graph.idPrecedes(EntityRef(.person, $0), EntityRef(.person, $1))
    }
    return ([person] + seats)
      .first { !facts.incentives.incentives(of: EntityRef(.person, $0)).isEmpty }
      .flatMap { scorecardOfPerson.get().value[$0] }
  }

  // MARK: - Effects

  func effect(_ index: Int) -> PocketEffect { pocketEffects.get().value.effects[index] }

  /// The influences by which a goal hurts a result of a pocket, or helps one.
  func edges(ofEffect index: Int, helping: Bool) -> [Int32] {
    let effect = effect(index)
    let influence = influence.get().value
    let goal = Int(effect.incentive)
    let metric = Int(facts.incentives.list[goal].metric)
    for pocket in effect.pockets {
      let isCost = facts.isCostPocket(Int(pocket))
      let results = graph.references(.pocketResults, of: EntityRef(.pocket, Int(pocket)))
        .sorted { graph.idPrecedes($0, $1) }
      for result in results {
        guard let good = influence.goodSign(of: result.index, ofCost: isCost),
          influence.effect(of: goal, on: result.index, ofCost: isCost, effect.kind.layer)
            .contains(helping ? .plus : .minus)
        else { continue }
        let sign = facts.incentives.list[goal].direction.sign * good * (helping ? 1 : -1)
        return influence.path(from: metric, sign: sign, to: result.index, effect.kind.layer)
      }
    }
    return []
  }

  func effect(ofIncentive incentive: Int, on metric: Int, _ layer: InfluenceLayer) -> String {
    switch influence.get().value.effect(of: incentive, on: metric, ofCost: false, layer) {
    case .plus: "aligned"
    case .minus: "counter"
    case []: "disconnected"
    default: "ambiguous"
    }
  }

  func effect(ofMetric first: Int, on metric: Int, _ layer: InfluenceLayer) -> String {
    switch influence.get().value.signs(from: first, to: metric, layer) {
    case .plus: "raises"
    case .minus: "lowers"
    case []: "disconnected"
    default: "ambiguous"
    }
  }

  // MARK: - Chains

  /// Returns a goal and what follows from it, step by step.
  func chain(fromIncentive incentive: Int, _ edges: [Int]) -> String {
    let entry = facts.incentives.list[incentive]
    guard entry.metric >= 0 else { return "" }
    return chain(from: Int(entry.metric), sign: entry.direction.sign, edges)
  }

  /// Returns a metric that moves in a direction and what follows over some influences.
  func chain(from metric: Int, sign: Int, _ edges: [Int]) -> String {
    var sign = sign
    var steps = [moved(metric, sign)]
    for edge in edges where facts.metrics.influences.indices.contains(edge) {
      let influence = facts.metrics.influences[edge]
      sign *= Int(influence.sign)
      steps.append(moved(Int(influence.target), sign))
    }
    return pathText(of: ValueList(steps.map(Value.string)))
  }

  private func moved(_ metric: Int, _ sign: Int) -> String {
    graph.id(EntityRef(.metric, metric)) + (sign > 0 ? " up" : sign < 0 ? " down" : " kept")
  }
}

extension InfluenceLayer {
  /// The layer of all influences with at least a confidence; nil for an unknown word.
  init?(leastConfidence word: String) {
    switch word {
    case "verified": self = .verified
    case "correlated": self = .correlated
    case "hypothesized": self = .all
    default: return nil
    }
  }
}
