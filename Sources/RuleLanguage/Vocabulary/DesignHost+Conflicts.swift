import CEL
import OrgAnalysis
import OrgModel

// Conflicts as rules see them: the findings, their pairs, and the words for both.
extension DesignHost {
  /// A conflict by its position.
  func conflict(_ pair: Int) -> Conflict { conflicts.get().value.conflicts[pair] }

  /// A finding by its position.
  func conflictGroup(_ group: Int) -> ConflictGroup { conflicts.get().value.groups[group] }

  /// The positions of the pairs of a finding that no waiver takes out; all where it takes all.
  func pairs(ofConflict group: Int) -> [Int] {
    let conflicts = conflicts.get().value
    let found = conflicts.groups[group]
    return found.isTakenOut
      ? Array(found.pairs) : found.pairs.filter { conflicts.conflicts[$0].exemption < 0 }
  }

  /// The incentives of these pairs, each once, in the order of the files.
  func incentives(ofConflict group: Int) -> [Int32] {
    Set(pairs(ofConflict: group).flatMap { [conflict($0).first, conflict($0).second] }).sorted()
  }

  func incentive(_ index: Int32) -> Incentive { facts.incentives.list[Int(index)] }

  func holderShown(_ incentive: Int32) -> String {
    holder(ofIncentive: Int(incentive)).map(shown) ?? "nobody"
  }

  private func holderPossessive(_ incentive: Int32) -> String {
    let name = holderShown(incentive)
    return name.hasSuffix("s") ? name + "'" : name + "'s"
  }

  func metricShown(_ metric: Int32) -> String { shown(EntityRef(.metric, Int(metric))) }

  /// Whether the first or the second of a pair needs more of what is contested, or less.
  func wants(_ conflict: Conflict, first: Bool) -> Value {
    guard let contest = conflict.contest else { return .null }
    return .string((contest.sign > 0) == first ? "more" : "less")
  }

  /// The incentive on what is contested, and the other one, of a side effect.
  func sides(_ conflict: Conflict) -> (cause: Int32, effect: Int32) {
    (conflict.contest?.firstLength ?? 0) == 0
      ? (conflict.first, conflict.second) : (conflict.second, conflict.first)
  }

  func couplingWords(_ conflict: Conflict) -> String {
    conflicts.get().value.coupling(of: conflict)?.words(shown) ?? "one holder"
  }

  /// The interval in which both targets are met.
  func commonTarget(_ conflict: Conflict) -> Value {
    guard conflict.isBounded else { return .null }
    let (first, second) = (incentive(conflict.first), incentive(conflict.second))
    let low = [first.minimum, second.minimum].compactMap { $0 }.max()
    let high = [first.maximum, second.maximum].compactMap { $0 }.min()
    let ends = [low ?? -.infinity, high ?? .infinity].map { DesignHost.text(of: $0) }
    return .string("[\(ends.joined(separator: ", "))]")
  }

  /// A target as "at least 99.95", "at most 5" or "99 to 99.9".
  func targetWords(_ incentive: Int) -> Value {
    let entry = facts.incentives.list[incentive]
    switch (entry.minimum, entry.maximum) {
    case (let low?, let high?):
      return .string("\(DesignHost.text(of: low)) to \(DesignHost.text(of: high))")
    case (let low?, nil): return .string("at least \(DesignHost.text(of: low))")
    case (nil, let high?): return .string("at most \(DesignHost.text(of: high))")
    case (nil, nil): return .null
    }
  }

  /// What lowers a conflict, each in words.
  func mitigations(_ conflict: Conflict) -> [String] {
    var words: [String] = []
    let mitigation = conflict.mitigation
    if mitigation.sharedMetric >= 0 {
      words.append("both are measured on \(metricShown(mitigation.sharedMetric))")
    }
    if mitigation.pairedIncentive >= 0 {
      let paired = incentive(mitigation.pairedIncentive)
      words.append(
        "\(holderShown(mitigation.pairedIncentive)) is also measured on "
          + metricShown(paired.metric)
      )
    }
    if let manager = conflicts.get().value.easingManager(of: conflict) {
      let name = shown(EntityRef(.person, manager))
      let metric = incentive(mitigation.arbiterIncentive).metric
      words.append("\(name), who manages both, is measured on \(metricShown(metric))")
    }
    return words
  }

  /// Who could arbitrate.
  func arbiter(of conflict: Conflict) -> EntityRef? {
    conflicts.get().value.arbiter(of: conflict).map { EntityRef(.person, $0) }
  }

  /// Why the trade-off that covers a conflict does not hold, each reason in words.
  func tradeoffFaults(_ conflict: Conflict) -> [String] {
    let entity = EntityRef(.tradeoff, Int(conflict.tradeoff))
    let arbiter = graph.firstReference(.tradeoffArbiter, of: entity).map(shown) ?? "its arbiter"
    return conflicts.get().value.tradeoffFaults(of: conflict).map { fault in
      switch fault {
      case .noPolicy: return "it has no policy"
      case .noArbiter: return "nobody arbitrates"
      case .arbiterIsParty: return "\(arbiter) is one of the two"
      case .arbiterOutside: return "\(arbiter) answers for neither of the two"
      case .overdue: return "its review is past"
      }
    }
  }

  /// What a message adds to a conflict: what does not fit, lowers it, or is contested beside it.
  func qualifiers(_ conflict: Conflict) -> String {
    var parts: [String] = []
    let (first, second) = (incentive(conflict.first), incentive(conflict.second))
    if conflict.kind == .direct, first.hasTarget, second.hasTarget, !conflict.isBounded {
      parts.append("no value satisfies both")
    }
    if conflict.contest?.isAmbiguous == true {
      parts.append("for one of the two it works both ways")
    }
    let reasons = mitigations(conflict)
    if !reasons.isEmpty { parts.append("eased, for " + reasons.joined(separator: " and ")) }
    if conflict.tradeoff >= 0 {
      let name = shown(EntityRef(.tradeoff, Int(conflict.tradeoff)))
      let faults = tradeoffFaults(conflict).joined(separator: " and ")
      parts.append("trade-off \(name) does not hold, for \(faults)")
    }
    if conflict.further > 0 {
      let noun = conflict.further == 1 ? "lever" : "levers"
      parts.append("+\(conflict.further) further contested \(noun)")
    }
    return parts.map { "; " + $0 }.joined()
  }

  /// An entry of `tradeoffs` that would manage a finding, to copy; nil where nobody could arbitrate.
  func tradeoffExample(_ group: Int) -> String? {
    let found = conflictGroup(group)
    if conflicts.get().value.isLeftToManager(conflict(found.printed)) { return nil }
    // Of goals on one metric the trade-off is between that and what is contested.
    let isOne = found.firstMetric == found.secondMetric && found.witness >= 0
    let printed = conflict(found.printed)
    let metrics =
      found.manager < 0
      ? [isOne ? found.witness : found.firstMetric, found.secondMetric]
      : [incentive(printed.first).metric, incentive(printed.second).metric]
    let ids = metrics.map { graph.id(EntityRef(.metric, Int($0))) }
    let witness = found.witness < 0 ? nil : graph.id(EntityRef(.metric, Int(found.witness)))
    let name = witness ?? ids.joined(separator: "-and-")
    let arbiter = arbiter(of: conflict(found.printed)).map(graph.id) ?? "…"
    return "tradeoffs: { \(name): { between: [\(ids.joined(separator: ", "))], policy: …, "
      + "arbiter: \(arbiter) } }"
  }

  /// " (and 2 more pairs)", or nothing.
  func morePairs(_ group: Int) -> String {
    let more = pairs(ofConflict: group).count - 1
    guard more > 0 else { return "" }
    return " (and \(more) more pair\(more == 1 ? "" : "s"))"
  }

  /// The pairs of holders of a finding, as in `person/ana unit/team-a`.
  func holderPairs(_ group: Int) -> [String] {
    let names = pairs(ofConflict: group).map { pair in
      let conflict = conflict(pair)
      return [conflict.first, conflict.second]
        .compactMap { holder(ofIncentive: Int($0)).map(graph.path) }.joined(separator: " ")
    }
    return Set(names).sorted()
  }

  /// Who could arbitrate, and whether that person is measured on what both goals drive.
  func managerWords(_ conflict: Conflict) -> Value {
    guard let manager = arbiter(of: conflict) else { return .null }
    return .string(
      "nearest common manager: \(shown(manager))"
        + (isMeasured(manager, onBoth: conflict) ? "" : ", who holds nothing downstream of both")
    )
  }

  /// Whether somebody is measured on what both goals of a pair drive.
  func isMeasured(_ person: EntityRef, onBoth conflict: Conflict) -> Bool {
    conflicts.get().value.isMeasured(person.index, downstreamOf: conflict)
  }

  /// Of whose goals what is contested is the only lever; null where both have others.
  func onlyLeverWords(_ conflict: Conflict) -> Value {
    guard let witness = conflict.witness else { return .null }
    let conflicts = conflicts.get().value
    let goals = [(conflict.first, true), (conflict.second, false)]
      .filter { conflicts.isOnlyLever(of: conflict, forFirst: $0.1) }
      .map { "\(holderPossessive($0.0)) goal \(metricShown(incentive($0.0).metric))" }
    guard !goals.isEmpty else { return .null }
    return .string(
      "\(metricShown(witness)) is the only lever of \(goals.joined(separator: " and of "))"
    )
  }
}

extension DesignHost {
  /// Why not all goals were compared; null where they were.
  var skippedConflicts: Value {
    let conflicts = conflicts.get().value
    if conflicts.isCut {
      return .string("there are too many pairs of goals of people who depend on each other")
    }
    guard conflicts.skippedGoals > 0 else { return .null }
    let noun = conflicts.skippedGoals == 1 ? "pair of goals is" : "pairs of goals are"
    return .string(
      "\(conflicts.skippedGoals) \(noun) not compared, for too much influences both"
    )
  }
}

// MARK: - Chains

extension DesignHost {
  /// The steps of both chains of a finding: the influences of the first, the goal of the second,
  /// and its influences.
  ///
  /// The goal of the first is where the finding stands.
  func links(_ group: Int) -> [Int] {
    let chains = conflicts.get().value.chains(ofGroup: group)
    return (0..<chains.first.count + 1 + chains.second.count).map {
      group * DesignHost.linksPerConflict + $0
    }
  }

  /// No chain is longer than the bound on paths, so that the links of a finding fit.
  static let linksPerConflict = 256

  /// What a link is: an influence, or the goal at the end of the second chain.
  ///
  /// Behind those of all findings are the goals of all pairs: the first and the second of each.
  enum Link {
    case influence(Int32)
    case goal(Int32)
    case pull(pair: Int, isFirst: Bool)
  }

  func link(_ index: Int) -> Link {
    let pull = index - conflicts.get().value.groups.count * DesignHost.linksPerConflict
    if pull >= 0 { return .pull(pair: pull / 2, isFirst: pull % 2 == 0) }
    let (group, number) = index.quotientAndRemainder(dividingBy: DesignHost.linksPerConflict)
    let chains = conflicts.get().value.chains(ofGroup: group)
    if number < chains.first.count {
      return .influence(chains.first[chains.first.startIndex + number])
    }
    let behind = number - chains.first.count
    if behind == 0 { return .goal(conflict(conflictGroup(group).printed).second) }
    let position = chains.second.startIndex + behind - 1
    return .influence(chains.second[min(position, chains.second.endIndex - 1)])
  }

  func linkPlace(_ index: Int) -> Value {
    switch link(index) {
    case .influence(let edge): .one(.edge, Int(edge))
    case .goal(let incentive): .one(.incentive, Int(incentive))
    case .pull(let pair, let isFirst):
      .one(.incentive, Int(isFirst ? conflict(pair).first : conflict(pair).second))
    }
  }

  func linkWords(_ index: Int) -> String {
    switch link(index) {
    case .influence(let edge): influenceWords(edge)
    case .goal: chain(index / DesignHost.linksPerConflict, first: false)
    case .pull(let pair, let isFirst): pullWords(conflict(pair), isFirst: isFirst)
    }
  }

  private func influenceWords(_ edge: Int32) -> String {
    let influence = facts.metrics.influences[Int(edge)]
    let verb = influence.sign > 0 ? "raises" : "lowers"
    let confidence = DesignHost.confidenceWord(influence.confidence)
    return
      "\(metricShown(influence.source)) \(verb) \(metricShown(influence.target)), \(confidence)"
  }

  static func confidenceWord(_ confidence: UInt8) -> String {
    ["hypothesized", "correlated", "verified"][min(2, Int(confidence))]
  }

  /// A chain as "fin: discount-rate down → gross-margin up, verified".
  func chain(_ group: Int, first: Bool) -> String {
    let chains = conflicts.get().value.chains(ofGroup: group)
    let edges = Array(first ? chains.first : chains.second)
    return chain(conflict(conflictGroup(group).printed), edges, isFirst: first)
  }

  private func pullWords(_ conflict: Conflict, isFirst: Bool) -> String {
    let chains = conflicts.get().value.chains(of: conflict)
    return chain(conflict, isFirst ? chains.first : chains.second, isFirst: isFirst)
  }

  private func chain(_ conflict: Conflict, _ edges: [Int32], isFirst: Bool) -> String {
    let incentive = isFirst ? conflict.first : conflict.second
    let words = chainWords(self.incentive(incentive), edges, conflict, sign: isFirst ? 1 : -1)
    let confidences = edges.map { facts.metrics.influences[Int($0)].confidence }
    let known = confidences.min().map { ", " + DesignHost.confidenceWord($0) } ?? ""
    return "\(holderShown(incentive)): \(words)\(known)"
  }

  /// A chain from what is contested to a goal: "discount-rate down → gross-margin up".
  ///
  /// - Parameter sign: 1 for the first of a pair, -1 for the second.
  func chainWords(_ goal: Incentive, _ edges: [Int32], _ conflict: Conflict, sign: Int) -> String {
    var direction = conflict.contest.map { Int($0.sign) * sign } ?? goal.direction.sign
    var steps = [step(conflict.contest?.metric ?? goal.metric, direction)]
    for edge in edges {
      let influence = facts.metrics.influences[Int(edge)]
      direction *= Int(influence.sign)
      steps.append(step(influence.target, direction))
    }
    return pathText(of: ValueList(steps.map(Value.string)))
  }

  private func step(_ metric: Int32, _ sign: Int) -> String {
    let id = graph.id(EntityRef(.metric, Int(metric)))
    return sign == 0 ? id + " in its band" : id + (sign > 0 ? " up" : " down")
  }
}
