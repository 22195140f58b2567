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

  /// Returns whoever holds incentives: a person, or of a unit its filled lead.
  func person(ofHolder holder: EntityRef) -> Int? {
    if holder.kind == .person { return holder.index }
    return units.lead(of: holder.index).flatMap { people.isFilled($0) ? $0 : nil }
  }
}
