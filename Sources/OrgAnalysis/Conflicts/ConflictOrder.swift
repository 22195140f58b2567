import OrgModel

/// Puts conflicts into the order of their findings, and finds where each finding begins.
struct ConflictOrder: Sendable {
  private let basis: ConflictBasis
  private var ranks: [Int32] { basis.influence.graph.ranks }

  /// The places of the managers of peers, by their ids.
  private var managerRanks: [Int32: Int32] = [:]

  init(_ basis: ConflictBasis) { self.basis = basis }

  /// What makes pairs one finding.
  private struct Key: Hashable {
    var kind: Conflict.Kind
    var firstMetric: Int32
    var secondMetric: Int32
    var witness: Int32
    var manager: Int32
  }

  private func key(_ conflict: Conflict) -> Key {
    let (a, b) = (basis.incentive(conflict.first).metric, basis.incentive(conflict.second).metric)
    let isOrdered = ranks[Int(a)] <= ranks[Int(b)]
    let witness = conflict.witness ?? -1
    return Key(
      kind: conflict.reportedKind,
      firstMetric: conflict.isPeers ? witness : isOrdered ? a : b,
      secondMetric: conflict.isPeers ? witness : isOrdered ? b : a,
      witness: witness,
      manager: conflict.manager
    )
  }

  /// Returns conflicts by kind, metrics, witness, common manager and the ids of the holders.
  mutating func sort(_ conflicts: [Conflict]) -> [Conflict] {
    let managers = Set(conflicts.map(\.manager)).filter { $0 >= 0 }.sorted { first, second in
      basis.facts.graph.idPrecedes(EntityRef(.person, Int(first)), EntityRef(.person, Int(second)))
    }
    managerRanks = Dictionary(
      uniqueKeysWithValues: managers.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) }
    )
    return conflicts.map { (place($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The place of a conflict among all, as numbers to compare.
  private struct Place: Comparable {
    var finding: (Int32, Int32, Int32, Int32, Int32)
    var holders: (Int32, Int32)
    var incentives: (Int32, Int32)

    static func < (first: Place, second: Place) -> Bool {
      if first.finding != second.finding { return first.finding < second.finding }
      if first.holders != second.holders { return first.holders < second.holders }
      return first.incentives < second.incentives
    }

    static func == (first: Place, second: Place) -> Bool {
      first.finding == second.finding && first.holders == second.holders
        && first.incentives == second.incentives
    }
  }

  private func place(_ conflict: Conflict) -> Place {
    let key = key(conflict)
    let (a, b) = (basis.incentive(conflict.first), basis.incentive(conflict.second))
    return Place(
      finding: (
        Int32(key.kind.rawValue), ranks[Int(key.firstMetric)], ranks[Int(key.secondMetric)],
        key.witness < 0 ? -1 : ranks[Int(key.witness)], managerRanks[key.manager] ?? -1
      ),
      holders: (basis.holderRanks[Int(a.holder)], basis.holderRanks[Int(b.holder)]),
      incentives: (conflict.first, conflict.second)
    )
  }

  /// Returns the findings of conflicts that are in order.
  func groups(of conflicts: [Conflict]) -> [ConflictGroup] {
    var groups: [ConflictGroup] = []
    var start = 0
    while start < conflicts.count {
      let key = key(conflicts[start])
      var end = start + 1
      while end < conflicts.count, self.key(conflicts[end]) == key { end += 1 }
      groups.append(group(key, start..<end, conflicts))
      start = end
    }
    return groups
  }

  private func group(_ key: Key, _ pairs: Range<Int>, _ conflicts: [Conflict]) -> ConflictGroup {
    let left = pairs.filter { conflicts[$0].exemption < 0 }
    let judged = left.isEmpty ? Array(pairs) : left
    let greatest = judged.map { conflicts[$0].severity }.max() ?? .info
    let printed = judged.first { conflicts[$0].severity == greatest } ?? pairs.lowerBound
    return ConflictGroup(
      kind: key.kind,
      firstMetric: key.firstMetric,
      secondMetric: key.secondMetric,
      witness: key.witness,
      manager: key.manager,
      pairs: pairs,
      printed: printed,
      remaining: left.count
    )
  }
}
