import OrgAnalysis
import OrgModel

/// The parts people have beside their roles, in decisions and trade-offs, by identity.
struct PersonParts: Sendable {
  /// The decisions with a decide step that speaks through somebody.
  private(set) var decided: [Int: [Int32]] = [:]

  /// The trade-offs somebody arbitrates.
  private(set) var arbitrated: [Int: [Int32]] = [:]

  /// The decisions with a step that names somebody.
  private(set) var inSteps: [Int: [Int32]] = [:]

  /// The products whose tactical decisions somebody alone decides.
  private(set) var soleProducts: [Int: [Int32]] = [:]

  /// Linear in the entries and in the turns of all decisions.
  init(_ graph: OrgGraph, _ facts: OrgFacts, _ decisions: DecisionTable) {
    for tradeoff in 0..<graph.count(.tradeoff) {
      let arbiter = graph.firstReference(.tradeoffArbiter, of: EntityRef(.tradeoff, tradeoff))
      guard let arbiter, facts.people.isFilled(arbiter.index) else { continue }
      PersonParts.add(tradeoff, &arbitrated[facts.people.identity(of: arbiter.index), default: []])
    }
    for decision in 0..<graph.count(.decision) {
      for step in decisions.steps[decision] {
        guard let by = graph.field(.stepBy, of: step.item) else { continue }
        let names = graph.field(.anyOfAny, of: by).map { Array(graph.elements(of: $0)) } ?? [by]
        for name in names {
          guard let entity = graph.reference(name), entity.kind == .person else { continue }
          PersonParts.add(decision, &inSteps[facts.people.identity(of: entity.index), default: []])
        }
      }
    }
    readDeciders(graph, facts, decisions)
  }

  private mutating func readDeciders(
    _ graph: OrgGraph,
    _ facts: OrgFacts,
    _ decisions: DecisionTable
  ) {
    /// Who decides every tactical decision about a product so far; -1 for several.
    var soleDeciders: [Int32: Int] = [:]
    for decision in 0..<graph.count(.decision) {
      let choice = graph.field(.decisionClass, of: EntityRef(.decision, decision))
        .flatMap { graph.choice($0) }
      let isTactical = (choice ?? 0) == 0
      for pair in decisions.pairs(of: decision) {
        let deciders = decisions.deciders(ofPair: pair)
        let people = deciders.map { decider in
          facts.speaker(of: decisions.actors[Int(decider)]).map { facts.people.identity(of: $0) }
        }
        for person in people {
          if let person { PersonParts.add(decision, &decided[person, default: []]) }
        }
        let product = decisions.pairs[pair].product
        guard isTactical, product >= 0, people.count == 1 else { continue }
        let person = people[0] ?? -1
        let known = soleDeciders[product] ?? person
        soleDeciders[product] = known == person ? person : -1
      }
    }
    for (product, person) in soleDeciders where person >= 0 {
      soleProducts[person, default: []].append(product)
    }
  }

  /// What is added comes in ascending order.
  private static func add(_ entry: Int, _ list: inout [Int32]) {
    let entry = Int32(truncatingIfNeeded: entry)
    if list.last != entry { list.append(entry) }
  }
}

/// The kinds of units that no rule knows.
struct UnknownKinds: Sendable {
  /// The units of each such kind, by id; by the first of them.
  private(set) var units: [Int: [Int32]] = [:]

  init(_ graph: OrgGraph, _ facts: OrgFacts) {
    var byWord: [String: [Int32]] = [:]
    for unit in 0..<graph.count(.unit) {
      guard let kind = facts.units.kind(of: unit), !Settings.unitKinds.contains(kind) else {
        continue
      }
      byWord[kind, default: []].append(Int32(truncatingIfNeeded: unit))
    }
    for units in byWord.values {
      let sorted = units.sorted {
        graph.idPrecedes(EntityRef(.unit, Int($0)), EntityRef(.unit, Int($1)))
      }
      self.units[Int(sorted[0])] = sorted
    }
  }
}
