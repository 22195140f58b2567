/// A metric and the direction somebody is rewarded for.
package struct Goal: Hashable, Sendable {
  package var metric: Int32

  /// 1, -1 or 0, for what is to be kept where it is.
  package var direction: Int8

  package init(metric: Int32, direction: Int) {
    self.metric = metric
    self.direction = Int8(clamping: direction)
  }
}

/// The different goals of a design, however many hold each.
struct GoalTable: Sendable {
  /// By the id of the metric, for each by direction.
  let goals: [Goal]

  /// The goal of each incentive; -1 where its metric or its holder is void.
  let ofIncentive: [Int32]

  /// The incentives with each goal.
  let incentives: IndexLists

  /// Whether somebody has a target for each goal.
  let hasTarget: [Bool]

  /// The first goal on each metric, or -1.
  private let firstOfMetric: [Int32]

  init(_ incentives: [Incentive], ranks: [Int32]) {
    func rank(_ entry: Incentive) -> Int64 {
      Int64(ranks[Int(entry.metric)]) * 3 + Int64(entry.direction.sign + 1)
    }
    let held = incentives.indices.filter {
      incentives[$0].metric >= 0 && incentives[$0].holder >= 0
    }
    let order = held.sorted { rank(incentives[$0]) < rank(incentives[$1]) }
    var goals: [Goal] = []
    var ofIncentive = [Int32](repeating: -1, count: incentives.count)
    var hasTarget: [Bool] = []
    var firstOfMetric = [Int32](repeating: -1, count: ranks.count)
    for index in order {
      let entry = incentives[index]
      let goal = Goal(metric: entry.metric, direction: entry.direction.sign)
      if goals.last != goal {
        if goals.last?.metric != goal.metric {
          firstOfMetric[Int(goal.metric)] = Int32(truncatingIfNeeded: goals.count)
        }
        goals.append(goal)
        hasTarget.append(false)
      }
      ofIncentive[index] = Int32(truncatingIfNeeded: goals.count - 1)
      if entry.hasTarget { hasTarget[goals.count - 1] = true }
    }
    self.goals = goals
    self.ofIncentive = ofIncentive
    self.hasTarget = hasTarget
    self.firstOfMetric = firstOfMetric
    self.incentives = IndexLists(count: goals.count, keys: ofIncentive)
  }

  /// Returns the goals on a metric.
  func onMetric(_ metric: Int32) -> Range<Int> {
    let first = Int(firstOfMetric[Int(metric)])
    guard first >= 0 else { return 0..<0 }
    var end = first
    while end < goals.count, goals[end].metric == metric { end += 1 }
    return first..<end
  }
}
