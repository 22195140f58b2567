import OrgModel

/// The goals of which every lever is contested: those who hold them can only win at the expense of
/// others.
///
/// Built only where something asks for it.
package struct StrandedFacts: Sendable {
  /// By incentive, of one holder and metric one.
  package private(set) var strandings: [Stranding] = []

  /// The position in `strandings` of each incentive; -1 for most.
  package private(set) var positions: [Int32]

  /// - Parameter managed: The conflicts that a trade-off manages.
  package init(
    _ couplings: CouplingFacts,
    _ influence: InfluenceFacts,
    managed: [Conflict] = []
  ) {
    let facts = couplings.facts
    positions = [Int32](repeating: -1, count: facts.incentives.list.count)
    let goals = PartGoals(couplings)
    let rules = ContestRules(couplings, managed: managed)
    let order = IncentiveOrder(facts, metricRanks: influence.graph.ranks)
    var groups: GroupTable?
    var isSettled = [Bool](repeating: false, count: facts.incentives.list.count)
    for layer in [InfluenceLayer.correlated, .all] {
      let levers = LeverTable(facts, influence, layer)
      let candidates = levers.contestable()
      guard candidates.contains(true) else { continue }
      let table = groups ?? GroupTable(couplings)
      groups = table
      var search = StrandedSearch(
        couplings: couplings,
        influence: influence,
        goals: goals,
        levers: levers,
        candidates: candidates,
        layer: layer,
        rules: rules,
        order: order,
        isSettled: isSettled
      )
      for group in table.groups { search.look(at: group) }
      isSettled = search.isSettled
      strandings += search.found
    }
    keepFirstOfMetric(facts)
    for (position, stranding) in strandings.enumerated() {
      positions[Int(stranding.incentive)] = Int32(truncatingIfNeeded: position)
    }
  }

  /// Of several incentives of one holder on one metric the one that is better known is told, then
  /// the first.
  private mutating func keepFirstOfMetric(_ facts: OrgFacts) {
    var seen: Set<Int64> = []
    strandings.sort { ($0.layer.rawValue, $0.incentive) < ($1.layer.rawValue, $1.incentive) }
    strandings = strandings.filter { stranding in
      let entry = facts.incentives.list[Int(stranding.incentive)]
      return seen.insert(Int64(entry.holder) << 32 | Int64(entry.metric)).inserted
    }
    strandings.sort { $0.incentive < $1.incentive }
  }
}

/// Looks for stranded goals in one layer, group after group.
private struct StrandedSearch {
  let couplings: CouplingFacts
  let influence: InfluenceFacts
  let goals: PartGoals
  let levers: LeverTable
  let candidates: [Bool]
  let layer: InfluenceLayer
  let rules: ContestRules
  let order: IncentiveOrder

  /// The incentives that are known to be stranded, told or not.
  var isSettled: [Bool]
  private(set) var found: [Stranding] = []

  mutating func look(at group: GroupTable.Group) {
    let isWorthwhile = group.parts.contains { part in
      goals.entries(of: part).contains { entry in isOpen(goals.entries[entry]) }
    }
    guard isWorthwhile else { return }
    let contest = LeverContest(group, goals, levers, rules)
    var free: [FreeLever]?
    for position in contest.entries {
      let entry = goals.entries[position]
      guard isOpen(entry), case .some(let escaped) = contest.escape(of: entry) else { continue }
      let rosters = rosters(entry, contest)
      for index in entry.range {
        let incentive = goals.incentives[Int(index)]
        guard !isSettled[Int(incentive)], !escaped.contains(goals.identity(of: incentive)),
          let levers = contestedLevers(of: incentive, rosters)
        else { continue }
        isSettled[Int(incentive)] = true
        // Where one lever and one opponent are all there is, the conflict of the two says so.
        if levers.count == 1, levers[0].opponentCount == 1 { continue }
        let known =
          free ?? contest.freeLevers(order, couplings.facts, influence.graph.ranks)
        free = known
        found.append(
          Stranding(
            incentive: incentive,
            layer: layer,
            group: group.entity,
            levers: levers,
            freeLevers: known
          )
        )
      }
    }
  }

  private func isOpen(_ entry: PartGoals.Entry) -> Bool {
    candidates[Int(entry.slot)]
      && entry.range.contains { !isSettled[Int(goals.incentives[Int($0)])] }
  }

  /// Who opposes alike goals at each of their levers, by ids.
  private typealias Roster = (lever: Int32, opposing: [Int32])

  private func rosters(_ entry: PartGoals.Entry, _ contest: LeverContest) -> [Roster] {
    let ranks = influence.graph.ranks
    return levers.clear[Int(entry.slot)]
      .sorted { ranks[Int($0 >> 1)] < ranks[Int($1 >> 1)] }
      .map { ($0, byHolder(contest.opponents(of: entry, at: $0))) }
  }

  /// Returns the levers of one goal with who contests them; nil where one is left to it.
  private func contestedLevers(of incentive: Int32, _ rosters: [Roster]) -> [ContestedLever]? {
    let own = goals.identity(of: incentive)
    var contested: [ContestedLever] = []
    for (lever, opposing) in rosters {
      let (named, count) = opponents(opposing, of: incentive, own)
      guard count > 0 else { return nil }
      contested.append(
        ContestedLever(
          metric: lever >> 1,
          sign: lever & 1 == 1 ? 1 : -1,
          opposing: named,
          opponentCount: count
        )
      )
    }
    return contested
  }

  /// Returns the first opponents of one goal at a lever, one incentive each, and how many there are.
  private func opponents(
    _ opposing: [Int32],
    of incentive: Int32,
    _ own: Int32
  ) -> (named: [Int32], count: Int) {
    let most = ContestedLever.namedOpponents + 1
    guard rules.settlesAny else {
      let isAmong = opposing.contains { goals.identity(of: $0) == own }
      let others = opposing.lazy.filter { goals.identity(of: $0) != own }
      return (Array(others.prefix(most)), opposing.count - (isAmong ? 1 : 0))
    }
    var seen: Set<Int32> = [own]
    var named: [Int32] = []
    for other in opposing
    where !seen.contains(goals.identity(of: other))
      && !rules.isSettled(other, incentive)
    {
      seen.insert(goals.identity(of: other))
      if named.count < most { named.append(other) }
    }
    return (named, seen.count - 1)
  }

  private func byHolder(_ incentives: [Int32]) -> [Int32] {
    order.sort(incentives)
  }
}
