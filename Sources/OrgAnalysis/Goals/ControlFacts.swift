import OrgModel

/// Who can move what incentives are about: who is named at the metric or at one that drives it,
/// and who decides what it is affected by.
///
/// Built only where something asks for it.
package final class ControlFacts: Sendable {
  /// Whether the holder of each incentive can move its metric.
  package let controls: [Control]

  /// Who decides something that each metric is affected by, each person once.
  package let deciders: IndexLists

  /// Whether a holder can move what is measured.
  package enum Control: UInt8, Sendable {
    /// Nobody is known to control the metric.
    case unknown
    case held, missing
  }

  package init(_ facts: OrgFacts, _ influence: InfluenceFacts) {
    let tables = ControllerTables(facts)
    deciders = tables.deciders
    var controls = [Control](repeating: .unknown, count: facts.incentives.list.count)
    var reaches: [Int: HolderReach] = [:]
    for (number, holder) in facts.incentives.holders.enumerated() {
      // The seats of one person reach the same.
      let isSeat = holder.kind == .person && facts.people.hasSeats(holder.index)
      let identity = isSeat ? facts.people.identity(of: holder.index) : -1
      var reach = reaches[identity]
      for index in facts.incentives.byHolder[number] {
        let metric = Int(facts.incentives.list[Int(index)].metric)
        guard metric >= 0 else { continue }
        let known = reach ?? HolderReach(holder, facts, tables.unitsOfPerson)
        reach = known
        if isSeat { reaches[identity] = known }
        controls[Int(index)] = ControlFacts.control(known, metric, tables, influence)
      }
    }
    self.controls = controls
  }

  private static func control(
    _ reach: HolderReach,
    _ metric: Int,
    _ tables: ControllerTables,
    _ influence: InfluenceFacts
  ) -> Control {
    var isKnown = tables.hasDeciders(metric)
    if isKnown, reach.reachesDecider(of: metric, tables) { return .held }
    let drivers = influence.wants(metric, 1, .all)
    // A search that was cut does not know all drivers.
    if drivers.isCut { return .unknown }
    for position in 0..<drivers.count {
      let driver = Int(drivers[position].metric)
      guard tables.isControlled(driver) else { continue }
      if reach.reachesController(of: driver, tables) { return .held }
      isKnown = true
    }
    return isKnown ? .missing : .unknown
  }
}

/// Who controls which metric, as positions in the reporting lines and in the tree of units.
struct ControllerTables: Sendable {
  /// Of the people who control a metric: where they stand in the lines, and their units.
  let people: PositionLists
  let unitsOfPeople: PositionLists

  /// The units that control a metric.
  let units: PositionLists

  /// The same for the people who decide what affects a metric.
  let decidingPeople: PositionLists
  let unitsOfDecidingPeople: PositionLists

  let deciders: IndexLists

  /// The units that list each person entry.
  let unitsOfPerson: IndexLists

  init(_ facts: OrgFacts) {
    let count = facts.graph.count(.metric)
    unitsOfPerson = facts.units.listed.inverted(count: facts.people.count) { $0 }
    var controllers = PersonPairs(unitsOfPerson: unitsOfPerson)
    var units = IndexPairs()
    for metric in 0..<count where facts.metrics.isControllable[metric] {
      let named = facts.graph.references(.metricControllableBy, of: EntityRef(.metric, metric))
      for entity in named {
        if entity.kind == .person {
          controllers.add(entity.index, to: metric, facts)
        } else {
          units.keys.append(Int32(truncatingIfNeeded: metric))
          units.values.append(facts.units.tree.positions[entity.index])
        }
      }
    }
    people = PositionLists(count: count, controllers.lines)
    unitsOfPeople = PositionLists(count: count, controllers.units)
    self.units = PositionLists(count: count, units)
    deciders = ControllerTables.deciders(facts)
    var deciding = PersonPairs(unitsOfPerson: unitsOfPerson)
    for metric in 0..<count {
      for person in deciders[metric] { deciding.add(Int(person), to: metric, facts) }
    }
    decidingPeople = PositionLists(count: count, deciding.lines)
    unitsOfDecidingPeople = PositionLists(count: count, deciding.units)
  }

  func isControlled(_ metric: Int) -> Bool { !people.isEmpty(metric) || !units.isEmpty(metric) }

  func hasDeciders(_ metric: Int) -> Bool { deciders.count(of: metric) > 0 }

  /// The people through whom those speak who decide what affects each metric, each once.
  private static func deciders(_ facts: OrgFacts) -> IndexLists {
    var pairs: [(metric: Int32, person: Int32)] = []
    for decision in 0..<facts.decisions.count {
      let affected = facts.graph.references(.decisionAffects, of: EntityRef(.decision, decision))
      guard !affected.isEmpty else { continue }
      let people = facts.decidingPeople(of: decision)
      for metric in affected {
        pairs += people.map { (Int32(truncatingIfNeeded: metric.index), $0) }
      }
    }
    pairs.sort { $0 < $1 }
    var distinct = IndexPairs()
    for pair in pairs
    where distinct.keys.last != pair.metric || distinct.values.last != pair.person {
      distinct.keys.append(pair.metric)
      distinct.values.append(pair.person)
    }
    return distinct.lists(facts.graph.count(.metric))
  }

  /// Collects where people stand, seats and several units included.
  private struct PersonPairs {
    var lines = IndexPairs()
    var units = IndexPairs()
    let unitsOfPerson: IndexLists

    mutating func add(_ person: Int, to metric: Int, _ facts: OrgFacts) {
      let key = Int32(truncatingIfNeeded: metric)
      for entry in facts.people.entries(sameAs: person) {
        lines.keys.append(key)
        lines.values.append(facts.people.lines.positions[entry])
        for unit in unitsOfPerson[entry] {
          units.keys.append(key)
          units.values.append(facts.units.tree.positions[Int(unit)])
        }
      }
    }
  }
}

extension OrgFacts {
  /// Returns the people who decide, or speak for who decides, for any product; some twice.
  func decidingPeople(of decision: Int) -> [Int32] {
    let scope: [Int?]
    if hasNoProduct(decision) {
      scope = [nil]
    } else if decisions.varies(decision) {
      scope = products(of: decision).map { Int($0) }
    } else {
      scope = products(of: decision).prefix(1).map { Int($0) }
    }
    return scope.flatMap { product in
      deciders(of: participants(of: decision, for: product)).flatMap { decider in
        decider.members.compactMap { speaker(of: $0).map { Int32(truncatingIfNeeded: $0) } }
      }
    }
  }
}
