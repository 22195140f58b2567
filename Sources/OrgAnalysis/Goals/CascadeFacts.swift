import OrgModel

/// Whether what managers are measured on is driven by what those below are measured on.
///
/// Built only where something asks for it; hypothesized influences count.
package struct CascadeFacts: Sendable {
  /// Whether each incentive is a manager's measure of the business or of a product that no
  /// incentive below drives, the first of its holder on its metric.
  package private(set) var isUncascaded: [Bool]

  /// By report, the managers' entries to none of whose measures anything leads that it is measured on.
  ///
  /// Of several entries of one person who report to one manager it is the one that stands for the
  /// person, else the smallest id.
  private var unledManagers: [Int: [Int32]] = [:]

  private let facts: OrgFacts
  private let influence: InfluenceFacts

  /// Where those stand in the lines who are measured on each metric in each direction; those with
  /// several seats by identity beside them.
  private let positions: PositionLists
  private let seated: IndexLists

  /// The people none of whose measures is driven from below, by identity.
  private var uncascadedPeople: Set<Int> = []

  /// Whether each person, by identity, has anything on the scorecard.
  private let holds: [Bool]

  package init(_ facts: OrgFacts, _ influence: InfluenceFacts) {
    self.facts = facts
    self.influence = influence
    var pairs = IndexPairs()
    var seated = IndexPairs()
    var known: Set<Int64> = []
    var holds = [Bool](repeating: false, count: facts.people.count)
    for (number, holder) in facts.incentives.holders.enumerated() {
      guard let person = facts.person(ofHolder: holder) else { continue }
      let identity = facts.people.identity(of: person)
      let hasSeats = facts.people.hasSeats(person)
      holds[identity] = true
      for index in facts.incentives.byHolder[number] where facts.isGoal(Int(index)) {
        let entry = facts.incentives.list[Int(index)]
        let slot = Int32(CascadeFacts.slot(entry.metric, entry.direction.sign))
        if !hasSeats {
          pairs.add([facts.people.lines.positions[person]], to: slot)
        } else if known.insert(Int64(slot) << 32 | Int64(identity)).inserted {
          seated.add([Int32(truncatingIfNeeded: identity)], to: slot)
        }
      }
    }
    positions = PositionLists(count: facts.graph.count(.metric) * 2, pairs)
    self.seated = seated.lists(facts.graph.count(.metric) * 2)
    self.holds = holds
    isUncascaded = [Bool](repeating: false, count: facts.incentives.list.count)
    guard facts.people.areLinesDeclared else { return }
    findUncascaded()
    findUnled()
  }

  private static func slot(_ metric: Int32, _ sign: Int) -> Int {
    Int(metric) * 2 + (sign > 0 ? 1 : 0)
  }

  /// The measures of a person that are to be driven from below.
  private func outcomes(of person: Int) -> [Int] {
    facts.incentives(ofPerson: person).map { Int($0) }.filter {
      facts.isGoal($0) && facts.isOutcome(Int(facts.incentives.list[$0].metric))
    }
  }
}

// MARK: - Down

extension CascadeFacts {
  private mutating func findUncascaded() {
    var seen: Set<Int> = []
    for holder in facts.incentives.holders where holder.kind == .person {
      guard seen.insert(facts.people.identity(of: holder.index)).inserted,
        hasTwoReports(holder.index)
      else { continue }
      var metrics: Set<Int32> = []
      let outcomes = outcomes(of: holder.index)
      var search = DriverSearch(self, below: holder.index)
      let undriven = outcomes.filter { !search.isDriven($0) }
      for index in undriven
      where metrics.insert(facts.incentives.list[index].metric).inserted {
        isUncascaded[index] = true
      }
      if !undriven.isEmpty, undriven.count == outcomes.count {
        uncascadedPeople.insert(facts.people.identity(of: holder.index))
      }
    }
  }

  /// Whether an entry of a person has at least two reports who hold incentives.
  package func hasTwoReports(_ person: Int) -> Bool {
    facts.people.entries(sameAs: person).contains { entry in
      var count = 0
      for report in facts.people.reports(of: entry)
      where !facts.people.isSame(Int(report), entry)
        && holds[facts.people.identity(of: Int(report))]
      {
        count += 1
        if count == 2 { return true }
      }
      return false
    }
  }

  /// Looks for whoever below one person is measured on something that serves an incentive.
  private struct DriverSearch {
    private let cascade: CascadeFacts
    private let person: Int
    private let ranges: [Range<Int>]

    /// What is known of goals by metric and direction, and of people with several seats.
    private var known: [Int: Bool] = [:]
    private var isBelow: [Int32: Bool] = [:]

    init(_ cascade: CascadeFacts, below person: Int) {
      self.cascade = cascade
      self.person = person
      let people = cascade.facts.people
      ranges = joined(people.entries(sameAs: person).map { people.lines.range(of: $0) })
    }

    mutating func isDriven(_ incentive: Int) -> Bool {
      let entry = cascade.facts.incentives.list[incentive]
      let slot = CascadeFacts.slot(entry.metric, entry.direction.sign)
      if let known = known[slot] { return known }
      let wants = cascade.influence.wants(ofIncentive: incentive, .all)
      var isDriven = wants.isCut
      for position in 0..<wants.count where !isDriven {
        isDriven = isHeld(CascadeFacts.slot(wants[position].metric, Int(wants[position].sign)))
      }
      known[slot] = isDriven
      return isDriven
    }

    private mutating func isHeld(_ slot: Int) -> Bool {
      let people = cascade.facts.people
      let isHeld = ranges.contains { range in
        cascade.positions.positions(of: slot, in: range).contains { found in
          !people.isSame(Int(people.lines.preorder[Int(found)]), person)
        }
      }
      return isHeld || cascade.seated[slot].contains { isBelowPerson($0) }
    }

    private mutating func isBelowPerson(_ identity: Int32) -> Bool {
      if let known = isBelow[identity] { return known }
      let people = cascade.facts.people
      let found =
        !people.isSame(Int(identity), person)
        && people.entries(sameAs: Int(identity)).contains { people.isAbove(person, $0) }
      isBelow[identity] = found
      return found
    }
  }
}

// MARK: - Up

extension CascadeFacts {
  private mutating func findUnled() {
    var seen: Set<Int> = []
    var servedOfManager: [Int: Served] = [:]
    for holder in facts.incentives.holders where holder.kind == .person {
      guard seen.insert(facts.people.identity(of: holder.index)).inserted else { continue }
      let held = heldSlots(of: holder.index)
      for (report, manager) in managers(of: holder.index) {
        let identity = facts.people.identity(of: manager)
        let served = servedOfManager[identity] ?? served(by: outcomes(of: manager))
        servedOfManager[identity] = served
        guard served.isAsked, !served.isReached(by: held) else { continue }
        unledManagers[report, default: []].append(Int32(truncatingIfNeeded: manager))
      }
    }
  }

  /// The managers of all entries of a person, each once with the entry that reports there, without
  /// the person.
  private func managers(of person: Int) -> [(report: Int, manager: Int)] {
    let entries = facts.people.entries(sameAs: person)
    let seats = entries.dropFirst().sorted {
      facts.graph.idPrecedes(EntityRef(.person, $0), EntityRef(.person, $1))
    }
    var seen: Set<Int> = []
    return (entries.prefix(1) + seats).compactMap { entry in
      guard let manager = facts.people.manager(of: entry),
        !facts.people.isSame(manager, person),
        seen.insert(facts.people.identity(of: manager)).inserted
      else { return nil }
      return (entry, manager)
    }
  }

  /// Returns the managers of a report to whose measures nothing leads that the report holds.
  package func unledManagers(of report: Int) -> [Int32] { unledManagers[report] ?? [] }

  /// What a person is measured on, by metric and direction.
  private func heldSlots(of person: Int) -> Set<Int> {
    let goals = facts.scorecard(of: person).filter { facts.isGoal(Int($0)) }
    return Set(
      goals.map {
        let entry = facts.incentives.list[Int($0)]
        return CascadeFacts.slot(entry.metric, entry.direction.sign)
      }
    )
  }

  /// All that serves one of a manager's measures.
  private struct Served {
    var slots: Set<Int> = []

    /// Whether there are any measures, and whether the search for what serves one was cut.
    var isAsked = false
    var isCut = false

    func isReached(by held: Set<Int>) -> Bool {
      isCut
        || (held.count < slots.count
          ? held.contains(where: slots.contains) : slots.contains(where: held.contains))
    }
  }

  private func served(by outcomes: [Int]) -> Served {
    var served = Served(isAsked: !outcomes.isEmpty)
    for outcome in outcomes {
      let wants = influence.wants(ofIncentive: outcome, .all)
      if wants.isCut { served.isCut = true }
      for position in 0..<wants.count {
        served.slots.insert(
          CascadeFacts.slot(wants[position].metric, Int(wants[position].sign))
        )
      }
    }
    return served
  }

  /// Whether none of a person's measures is driven from below, and each of them is told so.
  package func isUncascadedThroughout(_ person: Int) -> Bool {
    uncascadedPeople.contains(facts.people.identity(of: person))
  }

  /// Returns the measures of a person that nothing below drives, as incentives.
  package func uncascaded(of person: Int) -> [Int32] {
    facts.incentives(ofPerson: person).filter { isUncascaded[Int($0)] }
  }
}
