import OrgModel

extension OrgFacts {
  /// Returns whether a metric is a measure of the business or of a product.
  func isOutcome(_ metric: Int) -> Bool {
    metrics.levels[metric] == 0 || metrics.levels[metric] == 1
  }

  /// Returns whether an incentive asks somebody to move a metric.
  func isGoal(_ incentive: Int) -> Bool {
    let entry = incentives.list[incentive]
    return entry.holder >= 0 && entry.metric >= 0 && entry.direction.sign != 0
  }

  /// Returns all entries of whoever holds incentives: of a person the seats too, of a unit those of
  /// its filled lead.
  func entries(ofHolder holder: EntityRef) -> [Int] {
    if holder.kind == .person { return people.entries(sameAs: holder.index) }
    guard let lead = units.lead(of: holder.index), people.isFilled(lead) else { return [] }
    return people.entries(sameAs: lead)
  }
}
