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

  /// Where those stand in the lines who are measured on each metric in each direction.
  private let positions: PositionLists

  /// Whether each person, by identity, has anything on the scorecard.
  private let holds: [Bool]

  package init(_ facts: OrgFacts, _ influence: InfluenceFacts) {
    self.facts = facts
    self.influence = influence
    var pairs = IndexPairs()
    var holds = [Bool](repeating: false, count: facts.people.count)
    for (number, holder) in facts.incentives.holders.enumerated() {
      let entries = facts.entries(ofHolder: holder)
      if let first = entries.first { holds[facts.people.identity(of: first)] = true }
      for index in facts.incentives.byHolder[number] where facts.isGoal(Int(index)) {
        let entry = facts.incentives.list[Int(index)]
        let slot = CascadeFacts.slot(entry.metric, entry.direction.sign)
        pairs.add(entries.map { facts.people.lines.positions[$0] }, to: Int32(slot))
      }
    }
    positions = PositionLists(count: facts.graph.count(.metric) * 2, pairs)
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
      for index in outcomes(of: holder.index)
      where !isDriven(index, below: holder.index)
        && metrics.insert(facts.incentives.list[index].metric).inserted
      {
        isUncascaded[index] = true
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

  /// Whether somebody below a person is measured on something that serves an incentive.
  private func isDriven(_ incentive: Int, below person: Int) -> Bool {
    let wants = influence.wants(ofIncentive: incentive, .all)
    if wants.isCut { return true }
    let ranges = facts.people.entries(sameAs: person).map { facts.people.lines.range(of: $0) }
    return (0..<wants.count).contains { position in
      let slot = CascadeFacts.slot(wants[position].metric, Int(wants[position].sign))
      return ranges.contains { range in
        positions.positions(of: slot, in: range).contains { found in
          !facts.people.isSame(Int(facts.people.lines.preorder[Int(found)]), person)
        }
      }
    }
  }
}

// MARK: - Up

extension CascadeFacts {
  private mutating func findUnled() {
    var seen: Set<Int> = []
    var outcomesOfManager: [Int: [Int]] = [:]
    for holder in facts.incentives.holders where holder.kind == .person {
      guard seen.insert(facts.people.identity(of: holder.index)).inserted else { continue }
      for (report, manager) in managers(of: holder.index) {
        let identity = facts.people.identity(of: manager)
        let outcomes = outcomesOfManager[identity] ?? outcomes(of: manager)
        outcomesOfManager[identity] = outcomes
        guard !outcomes.isEmpty, !leads(holder.index, to: outcomes) else { continue }
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

  /// Whether something on the scorecard of a person serves one of a manager's measures.
  private func leads(_ person: Int, to outcomes: [Int]) -> Bool {
    let held = facts.scorecard(of: person).filter { facts.isGoal(Int($0)) }
    return outcomes.contains { outcome in
      let wants = influence.wants(ofIncentive: outcome, .all)
      return wants.isCut
        || held.contains { index in
          let entry = facts.incentives.list[Int(index)]
          return wants.find(entry.metric, entry.direction.sign) != nil
        }
    }
  }

  /// Whether none of a person's measures is driven from below, and each of them is told so.
  package func isUncascadedThroughout(_ person: Int) -> Bool {
    guard hasTwoReports(person) else { return false }
    let outcomes = outcomes(of: person)
    return !outcomes.isEmpty && outcomes.allSatisfy { !isDriven($0, below: person) }
  }

  /// Returns the measures of a person that nothing below drives, as incentives.
  package func uncascaded(of person: Int) -> [Int32] {
    facts.incentives(ofPerson: person).filter { isUncascaded[Int($0)] }
  }
}
