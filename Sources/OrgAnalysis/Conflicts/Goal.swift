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

  /// The incentives with each goal, those of one human next to each other.
  let incentives: IndexLists

  /// What incentives of one human, or of one unit, have in common; -1 where there is no goal.
  private let humans: [Int32]

  /// Whether somebody has a target for each goal.
  let hasTarget: [Bool]

  /// The first goal on each metric, or -1.
  private let firstOfMetric: [Int32]

  /// - Parameter humans: What holders who are one human have in common.
  init(_ incentives: [Incentive], ranks: [Int32], humans: [Int32]) {
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
    let ofHuman = incentives.map { $0.holder < 0 ? -1 : humans[Int($0.holder)] }
    let byHuman = order.sorted { (ofHuman[$0], $0) < (ofHuman[$1], $1) }
    self.humans = ofHuman
    self.incentives = IndexLists(
      count: goals.count,
      keys: byHuman.map { ofIncentive[$0] },
      values: byHuman.map { Int32(truncatingIfNeeded: $0) }
    )
  }

  /// Returns where the incentives of the human who holds one stand among those with a goal.
  func own(_ incentive: Int32, in list: ArraySlice<Int32>) -> Range<Int> {
    let human = humans[Int(incentive)]
    func first(from low: Int, where holds: (Int32) -> Bool) -> Int {
      var (low, high) = (low, list.endIndex)
      while low < high {
        let middle = low + (high - low) / 2
        if holds(humans[Int(list[middle])]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first(from: list.startIndex) { $0 >= human }
    return start..<first(from: start) { $0 > human }
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
