import OrgModel

/// The levers of each goal in one layer: the metrics somebody controls and that serve it.
///
/// A lever is twice the metric, and one more where it is to rise; its opposite differs in the last
/// bit.
struct LeverTable: Sendable {
  /// By the slot of a goal: the levers that serve it in one direction alone; and those that serve
  /// it in both, each twice.
  private(set) var clear = IndexLists()
  private(set) var ambiguous = IndexLists()

  /// Whether the search for what serves a goal was cut, by slot.
  private(set) var isCut: [Bool]

  init(_ facts: OrgFacts, _ influence: InfluenceFacts, _ layer: InfluenceLayer) {
    let isLever = influence.graph.levers(facts.metrics)
    var clear = IndexPairs()
    var ambiguous = IndexPairs()
    isCut = [Bool](repeating: false, count: isLever.count * 2)
    var isDone = isCut
    for index in facts.incentives.list.indices where facts.isGoal(index) {
      let slot = facts.incentives.list[index].slot
      guard !isDone[Int(slot)] else { continue }
      isDone[Int(slot)] = true
      let wants = influence.wants(ofIncentive: index, layer)
      isCut[Int(slot)] = wants.isCut
      var position = 0
      while position < wants.count {
        let both = wants.both(from: &position)
        guard let want = both.more ?? both.less, isLever[Int(want.metric)] else { continue }
        let lever = want.metric * 2 + (want.sign > 0 ? 1 : 0)
        if both.isBoth {
          ambiguous.add([lever, lever ^ 1], to: slot)
        } else {
          clear.add([lever], to: slot)
        }
      }
    }
    self.clear = clear.lists(isLever.count * 2)
    self.ambiguous = ambiguous.lists(isLever.count * 2)
  }

  /// Returns for each goal, by slot, whether each of its levers is wanted the other way by some
  /// goal, whoever holds it: only such a goal can be stranded.
  func contestable() -> [Bool] {
    var isWanted = [Bool](repeating: false, count: isCut.count)
    for slot in isCut.indices {
      for lever in clear[slot] { isWanted[Int(lever)] = true }
    }
    return isCut.indices.map { slot in
      clear.count(of: slot) > 0 && !isCut[slot] && clear[slot].allSatisfy { isWanted[Int($0 ^ 1)] }
    }
  }
}
