/// The conflicts of a design, found once and only where a rule or a command asks for them.
///
/// `groups` are the findings, with their pairs among `conflicts`; `managed` are the tensions that
/// a declared trade-off settles. For each pair it tells both causal chains (`chains`), who could
/// arbitrate (`arbiter`), why a trade-off does not hold (`tradeoffFaults`) and whether what is
/// contested is the only lever of a goal (`isOnlyLever`). `label` says of any two incentives,
/// coupled or not, what a matrix shows.
package struct ConflictFacts: Sendable {
  let basis: ConflictBasis

  /// The conflicts that are findings, those of a group next to each other.
  package private(set) var conflicts: [Conflict] = []

  /// The findings, by rule, metrics and witness in the order of ids.
  package private(set) var groups: [ConflictGroup] = []

  /// The tensions that a declared trade-off manages, in the same order.
  package private(set) var managed: [Conflict] = []

  /// What waivers name under the rules on conflicts.
  package let exemptions: [ConflictExemption]

  /// The exemptions that took a pair out of a finding.
  package private(set) var usedExemptions: [ConflictExemption] = []

  /// The metrics whose search ended at its limit, by id.
  package private(set) var cutGoals: [Int32] = []

  /// The pairs of incentives that conflict and make no finding, for their holders are only weakly
  /// coupled, or peers.
  package private(set) var weakPairs: [WeakPair] = []

  /// How many pairs of goals were not compared.
  package private(set) var skippedGoals = 0

  /// The influences of the pair that each finding speaks of: those to its first goal, then those to
  /// its second.
  private var links: [Int32] = []
  private var linkStarts: [Int] = [0]

  /// Whether pairs of incentives were left out because there were too many.
  package private(set) var isCut = false

  /// The metrics that somebody controls; where there are none, those that nothing drives.
  package let isLever: [Bool]

  package init(
    _ facts: OrgFacts,
    _ influence: InfluenceFacts,
    _ coupling: CouplingFacts,
    exemptions: [ConflictExemption] = []
  ) {
    self.init(facts, influence, coupling, exemptions, ways: .fewer)
  }

  init(
    _ facts: OrgFacts,
    _ influence: InfluenceFacts,
    _ coupling: CouplingFacts,
    _ exemptions: [ConflictExemption],
    ways: ConflictFinder.Ways
  ) {
    basis = ConflictBasis(facts, influence, coupling)
    isLever = influence.graph.levers(facts.metrics)
    self.exemptions = exemptions
    var finder = ConflictFinder(basis, exemptions, ways: ways)
    finder.run()
    skippedGoals = finder.skippedGoals
    isCut = finder.isCut
    weakPairs = finder.weakPairs
    cutGoals = findCutGoals()
    var order = ConflictOrder(basis)
    let sorted = order.sort(finder.conflicts)
    managed = sorted.filter(\.isManaged)
    conflicts = sorted.filter { !$0.isManaged }
    groups = order.groups(of: conflicts)
    let used = Set(conflicts.map(\.exemption)).filter { $0 >= 0 }
    usedExemptions = used.sorted().map { exemptions[Int($0)] }
    var walk = influence.newWalk()
    for group in groups {
      let chains = chains(of: conflicts[group.printed], &walk)
      for chain in [chains.first, chains.second] {
        links += chain
        linkStarts.append(links.count)
      }
    }
  }

  private func findCutGoals() -> [Int32] {
    let metrics = basis.goals.goals.filter { $0.direction != 0 }.map(\.metric)
    var cut: [Int32] = []
    for metric in metrics where cut.last != metric {
      if InfluenceLayer.allCases.contains(where: { basis.influence.isCut(Int(metric), $0) }) {
        cut.append(metric)
      }
    }
    return cut
  }
}

extension InfluenceGraph {
  /// Returns which metrics are levers: those with a controller, else those that nothing drives.
  package func levers(_ metrics: MetricFacts) -> [Bool] {
    metrics.isControllable.contains(true)
      ? metrics.isControllable : ranks.indices.map { incoming.count(of: $0) == 0 }
  }
}

extension ConflictFacts {
  /// How many pairs of incentives are in a conflict of warning or error, waived ones included.
  package var graveCount: Int { conflicts.count { $0.severity > .info } }

  /// Returns the influences from what is contested to each of the two goals, in the order in which
  /// they act; empty for a goal on the contested metric itself.
  package func chains(of conflict: Conflict) -> (first: [Int32], second: [Int32]) {
    var walk = basis.influence.newWalk()
    return chains(of: conflict, &walk)
  }

  /// Returns the same for the pair that a finding speaks of, which is at hand.
  package func chains(ofGroup group: Int) -> (first: ArraySlice<Int32>, second: ArraySlice<Int32>) {
    let (start, middle) = (linkStarts[group * 2], linkStarts[group * 2 + 1])
    return (links[start..<middle], links[middle..<linkStarts[group * 2 + 2]])
  }

  private func chains(
    of conflict: Conflict,
    _ walk: inout PathWalk
  ) -> (first: [Int32], second: [Int32]) {
    guard let contest = conflict.contest else { return ([], []) }
    func chain(_ incentive: Int32, _ sign: Int) -> [Int32] {
      let goal = basis.incentive(incentive)
      return basis.influence.path(
        from: Int(contest.metric),
        sign: sign * goal.direction.sign,
        to: Int(goal.metric),
        conflict.layer,
        &walk
      )
    }
    return (chain(conflict.first, Int(contest.sign)), chain(conflict.second, -Int(contest.sign)))
  }

  /// Returns the coupling of a pair, with what both share.
  package func coupling(of conflict: Conflict) -> Coupling? {
    let (first, second) = (basis.incentive(conflict.first), basis.incentive(conflict.second))
    return basis.coupling.coupling(
      first,
      second,
      scopesMeet: basis.scopesMeet(first, second)
    )
  }

  /// Returns who could arbitrate: the lowest person above both who is neither of the two.
  package func arbiter(of conflict: Conflict) -> Int? {
    basis.facts.people.arbiter(of: people(of: conflict))
  }

  /// Returns whether one of a pair manages the other, directly or not, and nobody else is above
  /// both: then nobody could arbitrate.
  package func isLeftToManager(_ conflict: Conflict) -> Bool {
    let people = people(of: conflict)
    return people.contains { person in
      person.map { basis.facts.people.settlesOwnCase($0, in: people) } ?? false
    }
  }

  private func people(of conflict: Conflict) -> [Int?] {
    [conflict.first, conflict.second].map { basis.person(ofHolder: basis.incentive($0).holder) }
  }

  /// Returns who manages both of a pair directly, where that lowers their conflict.
  package func easingManager(of conflict: Conflict) -> Int? {
    guard conflict.mitigation.arbiterIncentive >= 0 else { return nil }
    return people(of: conflict).first.flatMap(\.self).flatMap(basis.facts.people.manager)
  }

  /// Returns whether somebody is measured on something that both goals of a pair drive.
  package func isMeasured(_ person: Int, downstreamOf conflict: Conflict) -> Bool {
    let (first, second) = (basis.incentive(conflict.first), basis.incentive(conflict.second))
    return basis.goal(of: person, downstreamOf: first, second) != nil
  }

  /// Returns what keeps the trade-off that covers a conflict from holding.
  package func tradeoffFaults(of conflict: Conflict) -> [TradeoffFacts.Fault] {
    guard conflict.tradeoff >= 0 else { return [] }
    return basis.faults(
      of: Int(conflict.tradeoff),
      basis.incentive(conflict.first),
      basis.incentive(conflict.second)
    )
  }

  /// Returns whether what is contested is all by which somebody can serve a goal of the pair, unless
  /// it is the goal itself.
  ///
  /// Influences that are at least correlated count, and all where the conflict needs them.
  package func isOnlyLever(of conflict: Conflict, forFirst: Bool) -> Bool {
    guard let witness = conflict.witness, isLever[Int(witness)] else { return false }
    let incentive = Int(forFirst ? conflict.first : conflict.second)
    guard basis.facts.incentives.list[incentive].metric != witness else { return false }
    let layer = conflict.layer == .all ? InfluenceLayer.all : .correlated
    let wants = basis.influence.wants(ofIncentive: incentive, layer)
    var position = 0
    var levers = 0
    while position < wants.count {
      let metric = wants[position].metric
      let both = wants.both(from: &position)
      guard isLever[Int(metric)], !both.isBoth else { continue }
      if metric != witness { return false }
      levers += 1
    }
    return levers == 1
  }
}
