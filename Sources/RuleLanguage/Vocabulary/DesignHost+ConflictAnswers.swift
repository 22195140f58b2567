import CEL
package import OrgAnalysis
package import OrgModel

// What `orglint conflicts` is told, beside what rules see.
extension DesignHost {
  /// Returns the conflicts about an entry, or all; the gravest first, then by ids.
  package func conflictAnswers(about entry: EntityRef?) -> [ConflictAnswer] {
    conflicts.get().value.conflicts.filter { isAbout(entry, $0) }
      .enumerated()
      .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .map { answer($0.element) }
  }

  /// Returns the tensions that a declared trade-off manages, about an entry, or all.
  package func managedAnswers(about entry: EntityRef?) -> [ConflictAnswer] {
    conflicts.get().value.managed.filter { isAbout(entry, $0) }.map(answer)
  }

  /// Returns how many pairs about an entry, or in all, conflict and make no finding, for their
  /// holders are only weakly coupled.
  package func weakConflictCount(about entry: EntityRef?) -> Int {
    conflicts.get().value.weakPairs.count { pair in
      guard let entry else { return true }
      let found = [pair.first, pair.second].map { concerns(entry, $0) }
      let needsBoth = entry.kind == .product || entry.kind == .pocket
      return needsBoth ? !found.contains(false) : found.contains(true)
    }
  }

  /// Returns what ties those together who work for a product, or for the products of goals that
  /// conflict, by id.
  package func productTies(about entry: EntityRef?) -> [ProductTies] {
    let facts = conflicts.get().value
    let ties = ProductTieFacts(couplings.get().value, influence.get().value, facts)
    if let entry, entry.kind == .product { return ties.ties(of: entry.index).map { [$0] } ?? [] }
    let shared = (facts.conflicts + facts.managed).filter { isAbout(entry, $0) }
      .map { commonScope($0) }.filter { !$0.isAll }
    return self.facts.products.list(ProductSet(shared.flatMap(\.ranges)))
      .sorted { graph.idPrecedes(EntityRef(.product, Int($0)), EntityRef(.product, Int($1))) }
      .compactMap { ties.ties(of: Int($0)) }
  }

  /// Returns what a matrix shows of some incentives: for each pair its label, row by row above the
  /// diagonal.
  package func conflictLabels(_ incentives: [Int32]) -> [ConflictLabel] {
    let facts = conflicts.get().value
    var search = facts.newSearch()
    return incentives.indices.flatMap { first in
      incentives[(first + 1)...].map { facts.label(incentives[first], $0, &search) }
    }
  }

  /// Returns the incentives about an entry, or all, by holder and metric.
  package func incentives(about entry: EntityRef?) -> [Int32] {
    facts.incentives.list.indices.map { Int32(truncatingIfNeeded: $0) }
      .filter { index in
        incentive(index).metric >= 0 && incentive(index).holder >= 0
          && (entry.map { concerns($0, index) } ?? true)
      }
      .map { (path: incentivePath(Int($0)), index: $0) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map(\.index)
  }

  /// The holder of an incentive as `kind/id`.
  package func holderPath(ofIncentive index: Int32) -> String {
    holder(ofIncentive: Int(index)).map(graph.path) ?? ""
  }

  private func isAbout(_ entry: EntityRef?, _ conflict: Conflict) -> Bool {
    guard let entry else { return true }
    switch entry.kind {
    case .product, .pocket:
      return concerns(entry, conflict.first) && concerns(entry, conflict.second)
    case .metric:
      return conflict.witness.map(Int.init) == entry.index || concerns(entry, conflict.first)
        || concerns(entry, conflict.second)
    default: return concerns(entry, conflict.first) || concerns(entry, conflict.second)
    }
  }

  /// Whether an incentive is about a product or pocket, on a metric, or of a holder: a person with
  /// the units led, a unit with all in it.
  private func concerns(_ entry: EntityRef, _ index: Int32) -> Bool {
    guard let holder = holder(ofIncentive: Int(index)) else { return false }
    switch entry.kind {
    case .metric: return Int(incentive(index).metric) == entry.index
    case .product:
      guard let place = facts.products.place(of: entry.index) else { return false }
      return facts.incentives.scope(of: Int(index)).contains(place)
    case .pocket:
      return facts.incentives.scope(of: Int(index))
        .meets(facts.pockets.footprint(of: entry.index))
    case .person:
      if holder.kind == .person { return facts.people.isSame(holder.index, entry.index) }
      return facts.unitsLed(by: entry.index).contains(holder.index)
    case .unit:
      let unit = holder.kind == .unit ? holder.index : facts.unit(ofPerson: holder.index)
      return unit.map { facts.units.tree.isWithin($0, entry.index) } ?? false
    default: return holder == entry
    }
  }

  private func commonScope(_ conflict: Conflict) -> ProductSet {
    facts.incentives.scope(of: Int(conflict.first))
      .intersection(facts.incentives.scope(of: Int(conflict.second)))
  }
}

// MARK: - Words

extension DesignHost {
  private func answer(_ conflict: Conflict) -> ConflictAnswer {
    let chains = conflicts.get().value.chains(of: conflict)
    let arbiter = arbiter(of: conflict)
    let confidence = conflict.contest.map { DesignHost.confidenceWord($0.confidence) }
    return ConflictAnswer(
      first: side(conflict.first, chains.first, conflict, sign: 1),
      second: side(conflict.second, chains.second, conflict, sign: -1),
      kind: conflict.kind.name,
      severity: String(describing: conflict.severity),
      coupling: conflict.coupling.name,
      couplingWords: couplingWords(conflict),
      witness: conflict.witness.map { graph.id(EntityRef(.metric, Int($0))) },
      isAmbiguous: conflict.contest?.isAmbiguous ?? false,
      confidence: chains.first.isEmpty && chains.second.isEmpty ? nil : confidence,
      mitigations: mitigations(conflict),
      manager: arbiter.map(graph.id),
      managerHolds: arbiter.map { isMeasured($0, onBoth: conflict) } ?? false,
      tradeoff: tradeoffAnswer(conflict),
      further: Int(conflict.further),
      isWaived: conflict.exemption >= 0,
      onlyLever: onlyLeverWords(conflict).asString
    )
  }

  private func side(
    _ index: Int32,
    _ edges: [Int32],
    _ conflict: Conflict,
    sign: Int
  ) -> ConflictAnswer.Side {
    let goal = incentive(index)
    let metric = EntityRef(.metric, Int(goal.metric))
    return ConflictAnswer.Side(
      incentive: incentivePath(Int(index)),
      holder: holderPath(ofIncentive: index),
      metric: graph.path(metric),
      direction: goal.direction.word,
      place: keySpan(ofMapping: goal.item),
      holderShown: holderShown(index),
      words: chainWords(goal, edges, conflict, sign: sign),
      chain: edges.map(link)
    )
  }

  private func link(_ edge: Int32) -> ConflictAnswer.Link {
    let influence = facts.metrics.influences[Int(edge)]
    let value = graph.value(ofEntry: influence.item)
    return ConflictAnswer.Link(
      source: graph.path(EntityRef(.metric, Int(influence.source))),
      target: graph.path(EntityRef(.metric, Int(influence.target))),
      effect: influence.sign > 0 ? "raises" : "lowers",
      confidence: DesignHost.confidenceWord(influence.confidence),
      evidence: value.flatMap { graph.field(.influenceEvidence, of: $0) }.map { graph.text($0) },
      place: graph.span(influence.item)
    )
  }

  private func tradeoffAnswer(_ conflict: Conflict) -> ConflictAnswer.Tradeoff? {
    guard conflict.tradeoff >= 0 else { return nil }
    let entry = EntityRef(.tradeoff, Int(conflict.tradeoff))
    func text(_ field: Field) -> String? { graph.field(field, of: entry).map { graph.text($0) } }
    return ConflictAnswer.Tradeoff(
      id: graph.id(entry),
      policy: text(.tradeoffPolicy),
      arbiter: graph.firstReference(.tradeoffArbiter, of: entry).map(graph.id),
      reviewBy: text(.tradeoffReviewBy),
      faults: conflict.isManaged ? [] : tradeoffFaults(conflict),
      holds: conflict.isManaged
    )
  }
}
