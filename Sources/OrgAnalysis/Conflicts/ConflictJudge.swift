import OrgModel

/// Judges one pair of incentives at a time: which conflict it is, how severe, and what lowers it.
struct ConflictJudge: Sendable {
  let basis: ConflictBasis
  let exemptions: [ConflictExemption]

  /// Returns the most telling conflict that holds whatever the influence; nil for none.
  func kind(_ first: Incentive, _ second: Incentive, scopesMeet: Bool) -> Conflict.Kind? {
    guard first.metric == second.metric else {
      return splits(first, second, scopesMeet: scopesMeet) ? .declaredSplit : nil
    }
    guard basis.meet(at: first.metric, scopesMeet: scopesMeet) else { return nil }
    if first.direction.sign * second.direction.sign < 0 { return .direct }
    return contradicts(first, second) ? .target : nil
  }

  /// Whether no value satisfies two targets each of which some value does.
  private func contradicts(_ first: Incentive, _ second: Incentive) -> Bool {
    first.hasTarget && second.hasTarget && !first.isImpossible && !second.isImpossible
      && !first.isCompatible(with: second)
  }

  /// Whether two goals are the two sides of what is declared opposed.
  private func splits(_ first: Incentive, _ second: Incentive, scopesMeet: Bool) -> Bool {
    guard basis.opposed[Int(first.metric)].contains(second.metric) else { return false }
    return [first, second].allSatisfy { entry in
      basis.followsGood(entry) && basis.meet(at: entry.metric, scopesMeet: scopesMeet)
    }
  }

  /// Returns the conflict of two incentives with a coupling; nil for none.
  ///
  /// `kind` is what holds without influence, the most telling; `verdicts` say what influence adds.
  func conflict(
    _ first: Int32,
    _ second: Int32,
    _ coupling: Coupling,
    _ kind: Conflict.Kind?,
    _ verdicts: ConflictVerdict.ByRow
  ) -> Conflict? {
    guard let found = unmitigated(first, second, coupling, kind, verdicts) else { return nil }
    var conflict = found
    conflict.severity = conflict.baseSeverity
    consider(&conflict)
    conflict.exemption = exemption(of: conflict)
    return conflict
  }

  private func unmitigated(
    _ first: Int32,
    _ second: Int32,
    _ coupling: Coupling,
    _ kind: Conflict.Kind?,
    _ verdicts: ConflictVerdict.ByRow
  ) -> Conflict? {
    func make(_ kind: Conflict.Kind, _ severity: ConflictSeverity) -> Conflict {
      Conflict(
        first: first,
        second: second,
        kind: kind,
        coupling: coupling.kind,
        baseSeverity: severity,
        severity: severity
      )
    }
    if let kind {
      var conflict = make(kind, ConflictSeverity.declared(kind, coupling.kind.strength))
      if kind == .direct { addDirectContest(to: &conflict) }
      return conflict
    }
    guard let verdict = verdicts[Int(coupling.kind.row.rawValue)] else { return nil }
    var conflict = make(verdict.contest.kind, verdict.severity)
    conflict.contest = verdict.contest
    conflict.layer = verdict.layer
    conflict.further = verdict.further
    if coupling.kind == .peers, let manager = coupling.object {
      conflict.manager = Int32(truncatingIfNeeded: manager.index)
    }
    return conflict
  }

  private func addDirectContest(to conflict: inout Conflict) {
    let (first, second) = (basis.incentive(conflict.first), basis.incentive(conflict.second))
    conflict.contest = Contest(
      metric: first.metric,
      sign: Int8(first.direction.sign),
      firstLength: 0,
      secondLength: 0,
      confidence: InfluenceLayer.greatestConfidence,
      isAmbiguous: false
    )
    conflict.isBounded =
      first.hasTarget && second.hasTarget && first.isCompatible(with: second)
    if conflict.isBounded { conflict.baseSeverity = .info }
  }

  /// Returns the first exemption that takes a conflict out of its finding, or -1.
  private func exemption(of conflict: Conflict) -> Int32 {
    guard !exemptions.isEmpty else { return -1 }
    let pair = [conflict.first, conflict.second]
    let index = exemptions.firstIndex { exemption in
      exemption.kind == conflict.reportedKind
        && pair.contains {
          exemption.names($0, basis.incentive($0), isPeers: conflict.isPeers)
        }
    }
    return index.map { Int32(truncatingIfNeeded: $0) } ?? -1
  }
}

// MARK: - What manages or lowers a conflict

extension ConflictJudge {
  private func consider(_ conflict: inout Conflict) {
    considerTradeoffs(&conflict)
    guard !conflict.isManaged else { return }
    findMitigation(&conflict)
    if !conflict.mitigation.isEmpty { conflict.severity = conflict.baseSeverity.lowered }
  }

  private func considerTradeoffs(_ conflict: inout Conflict) {
    guard conflict.kind != .direct, conflict.kind != .target else { return }
    let (first, second) = (basis.incentive(conflict.first), basis.incentive(conflict.second))
    let entries = basis.tradeoffs.covering(
      first.metric,
      second.metric,
      witness: conflict.witness
    )
    guard let covering = entries.first else { return }
    let holding = entries.first { basis.faults(of: Int($0), first, second).isEmpty }
    conflict.isManaged = holding != nil
    conflict.tradeoff = holding ?? covering
  }

  private func findMitigation(_ conflict: inout Conflict) {
    let (first, second) = (basis.incentive(conflict.first), basis.incentive(conflict.second))
    conflict.mitigation.arbiterIncentive = arbiter(first, second)
    guard conflict.coupling != .oneHolder else { return }
    let ours = basis.scorecard(ofHolder: first.holder)
    let theirs = basis.scorecard(ofHolder: second.holder)
    conflict.mitigation.sharedMetric = shared(first, second, ours, theirs)
    guard conflict.kind != .direct, first.metric != second.metric else { return }
    let paired = holds(ours, like: second) ?? holds(theirs, like: first)
    conflict.mitigation.pairedIncentive = paired ?? -1
  }

  /// The smallest metric of weight on both scorecards that both goals drive.
  private func shared(
    _ first: Incentive,
    _ second: Incentive,
    _ ours: [Int32],
    _ theirs: [Int32]
  ) -> Int32 {
    let ours = ours.filter { isShareable($0, first, second) }
    guard !ours.isEmpty else { return -1 }
    let theirs = theirs.filter { isShareable($0, first, second) }
    let common = ours.filter { our in
      let our = basis.incentive(our)
      return theirs.contains {
        let their = basis.incentive($0)
        return their.metric == our.metric && their.direction == our.direction
      }
    }
    let ranks = basis.influence.graph.ranks
    return common.map { basis.incentive($0).metric }
      .min { ranks[Int($0)] < ranks[Int($1)] } ?? -1
  }

  private func isShareable(_ index: Int32, _ first: Incentive, _ second: Incentive) -> Bool {
    let entry = basis.incentive(index)
    guard entry.metric >= 0, entry.metric != first.metric, entry.metric != second.metric,
      entry.direction != .maintain,
      basis.facts.incentives.share(of: Int(index)) >= basis.facts.settings.sharedWeight
    else { return false }
    return basis.isDownstream(entry.metric, of: first.metric, second.metric)
  }

  private func holds(_ scorecard: [Int32], like other: Incentive) -> Int32? {
    scorecard.first {
      let entry = basis.incentive($0)
      return entry.metric == other.metric && entry.direction == other.direction
    }
  }

  /// The incentive of the direct manager of both on something downstream of both goals.
  private func arbiter(_ first: Incentive, _ second: Incentive) -> Int32 {
    let people = basis.facts.people
    guard let p = basis.person(ofHolder: first.holder),
      let q = basis.person(ofHolder: second.holder),
      let above = people.manager(of: p), let other = people.manager(of: q),
      people.isSame(above, other), let common = people.commonManager(p, q),
      people.isSame(common, above)
    else { return -1 }
    return basis.goal(of: common, downstreamOf: first, second) ?? -1
  }
}

extension ConflictBasis {
  /// Returns what keeps an entry of `tradeoffs` from holding for two incentives.
  func faults(
    of tradeoff: Int,
    _ first: Incentive,
    _ second: Incentive
  ) -> [TradeoffFacts.Fault] {
    let scopes = facts.incentives.scopes
    return tradeoffs.faults(
      of: tradeoff,
      [person(ofHolder: first.holder), person(ofHolder: second.holder)],
      common: scopes[Int(first.scope)].intersection(scopes[Int(second.scope)]),
      facts.people
    )
  }
}
