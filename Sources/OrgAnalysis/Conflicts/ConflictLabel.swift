/// What a matrix shows of two incentives, coupled or not, counting every influence.
package struct ConflictLabel: Hashable, Sendable {
  /// Nil where they do not conflict.
  package var kind: Conflict.Kind?

  /// What is contested; -1 where nothing is.
  package var witness: Int32 = -1
  package var isAmbiguous = false
}

extension ConflictFacts {
  /// Returns what to search pairs of incentives with, one after another.
  package func newSearch() -> ConflictSearch {
    ConflictSearch(basis.influence, basis.facts.metrics)
  }

  /// Returns what a matrix shows of two incentives.
  package func label(
    _ first: Int32,
    _ second: Int32,
    _ search: inout ConflictSearch
  ) -> ConflictLabel {
    let (a, b) = (basis.incentive(first), basis.incentive(second))
    guard a.metric >= 0, b.metric >= 0, a.holder >= 0, b.holder >= 0, first != second else {
      return ConflictLabel()
    }
    let meets = basis.scopesMeet(a, b)
    let judge = ConflictJudge(basis: basis, exemptions: [])
    let goals = [a, b].map { Goal(metric: $0.metric, direction: $0.direction.sign) }
    if let declared = judge.kind(a, b, scopesMeet: meets), declared != .direct {
      if declared == .target || !isOneHolder(a, b) { return ConflictLabel(kind: declared) }
    }
    guard goals[0] != goals[1] else { return ConflictLabel() }
    let frontier = search.frontier(goals[0], goals[1], .all, scopesMeet: meets)
    guard let contest = frontier.first else { return ConflictLabel() }
    return ConflictLabel(
      kind: contest.kind,
      witness: contest.metric,
      isAmbiguous: contest.isAmbiguous
    )
  }

  private func isOneHolder(_ first: Incentive, _ second: Incentive) -> Bool {
    basis.coupling.isOneHolder(Int(first.holder), Int(second.holder))
  }
}
