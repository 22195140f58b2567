/// Goes through the pairs of incentives that may conflict, each once.
///
/// For each incentive the candidates come from one of two sides, whichever has fewer: the
/// incentives on goals opposed to its own, or those of the holders coupled with its holder. Both
/// give the same pairs.
struct ConflictFinder: Sendable {
  private let basis: ConflictBasis
  private let judge: ConflictJudge
  private let layers: [InfluenceLayer]
  private var search: ConflictSearch
  private var partners: GoalPartners
  private let ways: Ways

  /// The verdicts of the goal at hand with others, by goal, meeting of scopes and order.
  private var verdictSlots: [Int32]
  private var usedSlots: [Int32] = []
  private var verdicts: [ConflictVerdict.ByRow] = []

  private(set) var conflicts: [Conflict] = []

  /// The pairs that conflict and make no finding, as far as there is room.
  private(set) var weakPairs: [WeakPair] = []
  private var pairs = 0

  /// How many pairs of goals were not compared, for there was too much to look at.
  private(set) var skippedGoals = 0

  /// Whether pairs of incentives were left out, for there were too many.
  private(set) var isCut = false

  /// The sides from which candidates are taken; one alone for tests that compare them.
  enum Ways: Sendable {
    case fewer, byGoal, byCoupling
  }

  /// The bounds of hostile designs: in proportion to the goals, and seconds, not hours.
  private let workLimit: Int
  private let pairLimit: Int
  private let conflictLimit: Int

  init(_ basis: ConflictBasis, _ exemptions: [ConflictExemption], ways: Ways = .fewer) {
    self.basis = basis
    self.ways = ways
    judge = ConflictJudge(basis: basis, exemptions: exemptions)
    layers = basis.layers
    let count = basis.facts.incentives.list.count
    workLimit = min(10_000_000 + 10_000 * basis.goals.goals.count, 300_000_000)
    pairLimit = min(1_000_000 + 512 * count, 30_000_000)
    conflictLimit = min(10_000 + 32 * count, 500_000)
    search = ConflictSearch(basis.influence, basis.facts.metrics)
    partners = GoalPartners(basis)
    verdictSlots = [Int32](repeating: -1, count: basis.goals.goals.count * 4)
  }

  /// Finds all conflicts.
  mutating func run() {
    for goal in basis.goals.goals.indices {
      guard !isCut else { break }
      visit(goal)
    }
  }

  private mutating func visit(_ goal: Int) {
    let incentives = basis.goals.incentives[goal]
    if hasFewPartners(goal, incentives.count) {
      for incentive in incentives { compareOpposed(incentive, goal) }
    } else {
      compareFewer(incentives, goal)
    }
    for slot in usedSlots { verdictSlots[Int(slot)] = -1 }
    usedSlots.removeAll(keepingCapacity: true)
    verdicts.removeAll(keepingCapacity: true)
  }

  /// Returns whether it pays to go through the partners of a goal without a look at couplings.
  private mutating func hasFewPartners(_ goal: Int, _ count: Int) -> Bool {
    switch ways {
    case .byCoupling: false
    case .byGoal: partners.find(goal, within: .max)
    case .fewer: partners.find(goal, within: count * 64) && partners.incentiveCount <= 32
    }
  }

  private mutating func compareFewer(_ incentives: ArraySlice<Int32>, _ goal: Int) {
    let coupled = incentives.map { candidateCount(of: $0) }
    let bound = coupled.reduce(incentives.count * 16, &+)
    let isKnown = ways != .byCoupling && partners.find(goal, within: bound)
    for (incentive, count) in zip(incentives, coupled) {
      if isKnown, partners.incentiveCount <= count {
        compareOpposed(incentive, goal)
      } else {
        compareCoupled(incentive, goal, isKnown: isKnown)
      }
    }
  }

  private func candidateCount(of incentive: Int32) -> Int {
    let holder = Int(basis.incentive(incentive).holder)
    return basis.coupling.candidateCount(of: holder)
      + basis.facts.incentives.byHolder.count(of: holder)
  }

  private mutating func compareOpposed(_ incentive: Int32, _ goal: Int) {
    let metric = basis.goals.goals[goal].metric
    for partner in partners.list {
      let others = basis.goals.incentives[Int(partner)]
      // On two metrics one person holds the trade-off, whatever the seats.
      let own =
        basis.goals.goals[Int(partner)].metric == metric
        ? 0..<0 : basis.goals.own(incentive, in: others)
      for index in others.indices where !own.contains(index) {
        compare(incentive, others[index], goal, Int(partner))
      }
    }
  }

  private mutating func compareCoupled(_ incentive: Int32, _ goal: Int, isKnown: Bool) {
    let holder = basis.incentive(incentive).holder
    for coupled in basis.coupling.candidates(of: Int(holder)) + [holder] {
      for other in basis.facts.incentives.byHolder[Int(coupled)] {
        let partner = Int(basis.goals.ofIncentive[Int(other)])
        guard partner >= goal, !isKnown || partners.has(partner) else { continue }
        compare(incentive, other, goal, partner)
      }
    }
  }

  /// Compares two incentives, the goal of the first being no greater; of equal ones each pair once.
  private mutating func compare(_ one: Int32, _ other: Int32, _ goal: Int, _ partner: Int) {
    guard goal < partner || one < other, !isCut else { return }
    pairs += 1
    guard pairs <= pairLimit, conflicts.count < conflictLimit else {
      isCut = true
      return
    }
    let isTurned = precedes(other, one)
    let (first, second) = isTurned ? (other, one) : (one, other)
    let (a, b) = (basis.incentive(first), basis.incentive(second))
    let meets = basis.scopesMeet(a, b)
    guard meets || basis.reachesAcross[goal] && basis.reachesAcross[partner] else { return }
    let kind = judge.kind(a, b, scopesMeet: meets)
    let slot =
      kind == nil ? verdictSlot(goal, partner, scopesMeet: meets, isTurned: isTurned) : -1
    guard kind != nil || slot >= 0 else { return }
    guard let coupling = basis.coupling.coupling(a, b, scopesMeet: meets) else { return }
    let isOne = coupling.kind == .oneHolder
    guard isOne || a.holder != b.holder else { return }
    if isOne, kind != .direct, kind != .target { return }
    let found = slot < 0 ? [] : verdicts[slot]
    if let conflict = judge.conflict(first, second, coupling, kind, found) {
      conflicts.append(conflict)
    } else if weakPairs.count < conflictLimit {
      weakPairs.append(WeakPair(first: first, second: second))
    }
  }

  /// The order of a pair: by the ids of the holders, of one holder as written.
  private func precedes(_ first: Int32, _ second: Int32) -> Bool {
    let (a, b) = (basis.incentive(first), basis.incentive(second))
    guard a.holder != b.holder else { return first < second }
    return basis.holderRanks[Int(a.holder)] < basis.holderRanks[Int(b.holder)]
  }

  /// Returns where the verdicts of a pair of goals stand; -1 where influence adds none.
  private mutating func verdictSlot(
    _ goal: Int,
    _ partner: Int,
    scopesMeet: Bool,
    isTurned: Bool
  ) -> Int {
    let slot = partner * 4 + (scopesMeet ? 2 : 0) + (isTurned ? 1 : 0)
    if verdictSlots[slot] != -1 { return Int(verdictSlots[slot]) }
    usedSlots.append(Int32(truncatingIfNeeded: slot))
    verdictSlots[slot] = -2
    // One goal in two hands pulls one way, even where it gains and loses by a lever.
    guard goal != partner else { return -2 }
    guard search.work < workLimit else {
      skippedGoals += 1
      return -2
    }
    let (first, second) = isTurned ? (partner, goal) : (goal, partner)
    let found = search.verdicts(
      basis.goals.goals[first],
      basis.goals.goals[second],
      scopesMeet: scopesMeet,
      layers
    )
    guard found.contains(where: { $0 != nil }) else { return -2 }
    verdictSlots[slot] = Int32(truncatingIfNeeded: verdicts.count)
    verdicts.append(found)
    return verdicts.count - 1
  }
}
