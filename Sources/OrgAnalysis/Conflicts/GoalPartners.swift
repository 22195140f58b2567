/// The goals that may conflict with a goal: they want something it wants the other way, are on its
/// metric, or on one declared opposed.
struct GoalPartners: Sendable {
  private let basis: ConflictBasis

  /// The goals that want each metric moved in each direction, counting every influence.
  private let wanters: IndexLists

  /// The search in which each goal was last found to be a partner; one goal may be looked at twice.
  private var stamps: [Int32]
  private var search: Int32 = -1
  private var current: Int32 = -1

  /// The partners that are no smaller than the goal, and itself where it may be one.
  private(set) var list: [Int32] = []

  /// How many incentives have them as goals.
  private(set) var incentiveCount = 0

  init(_ basis: ConflictBasis) {
    self.basis = basis
    stamps = [Int32](repeating: -1, count: basis.goals.goals.count)
    var pairs = IndexPairs()
    for (index, goal) in basis.goals.goals.enumerated() {
      let wants = basis.influence.wants(Int(goal.metric), Int(goal.direction), .all)
      for position in 0..<wants.count {
        pairs.keys.append(GoalPartners.slot(wants[position].metric, wants[position].sign))
        pairs.values.append(Int32(truncatingIfNeeded: index))
      }
    }
    wanters = pairs.lists(basis.influence.graph.count * 2)
  }

  private static func slot(_ metric: Int32, _ sign: Int8) -> Int32 {
    metric * 2 + (sign > 0 ? 1 : 0)
  }

  /// Returns whether a goal was found to be a partner.
  func has(_ goal: Int) -> Bool { stamps[goal] == search }

  /// Finds the partners of a goal; false where that would cost more than a bound.
  mutating func find(_ goal: Int, within bound: Int) -> Bool {
    let entry = basis.goals.goals[goal]
    let wants = basis.influence.wants(Int(entry.metric), Int(entry.direction), .all)
    var cost = 0
    for position in 0..<wants.count {
      cost += wanters.count(of: opposite(wants[position])) + 1
    }
    guard cost <= bound else { return false }
    list.removeAll(keepingCapacity: true)
    incentiveCount = 0
    current = Int32(truncatingIfNeeded: goal)
    search &+= 1
    for position in 0..<wants.count {
      for other in wanters[opposite(wants[position])] { add(other) }
    }
    addDeclared(entry, hasTarget: basis.goals.hasTarget[goal])
    return true
  }

  private func opposite(_ want: Want) -> Int {
    Int(GoalPartners.slot(want.metric, -want.sign))
  }

  private mutating func addDeclared(_ goal: Goal, hasTarget: Bool) {
    for other in basis.goals.onMetric(goal.metric)
    where hasTarget && basis.goals.hasTarget[other] {
      add(Int32(truncatingIfNeeded: other))
    }
    guard goal.direction != 0 else { return }
    for metric in basis.opposed[Int(goal.metric)] {
      for other in basis.goals.onMetric(metric) { add(Int32(truncatingIfNeeded: other)) }
    }
  }

  private mutating func add(_ goal: Int32) {
    guard goal >= current, stamps[Int(goal)] != search else { return }
    stamps[Int(goal)] = search
    list.append(goal)
    incentiveCount += basis.goals.incentives.count(of: Int(goal))
  }
}
