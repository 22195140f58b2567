import OrgModel

/// Who in one group wants which lever moved which way.
struct LeverContest {
  private let goals: PartGoals
  private let levers: LeverTable
  private let rules: ContestRules

  /// The positions of the entries of the group.
  let entries: [Int]

  /// Which entries want which lever and that alone: the lever in the upper half.
  private var wanted: [UInt64]

  init(_ group: GroupTable.Group, _ goals: PartGoals, _ levers: LeverTable, _ rules: ContestRules) {
    self.goals = goals
    self.levers = levers
    self.rules = rules
    entries = group.parts.flatMap { goals.entries(of: $0) }
    wanted = []
    for entry in entries {
      for lever in levers.clear[Int(goals.entries[entry].slot)] {
        wanted.append(UInt64(UInt32(bitPattern: lever)) << 32 | UInt64(entry))
      }
    }
    wanted.sort()
  }

  /// The entries that want a lever, and that alone.
  private func entries(wanting lever: Int32) -> some Sequence<PartGoals.Entry> {
    let key = UInt64(UInt32(bitPattern: lever)) << 32
    var (low, high) = (0, wanted.count)
    while low < high {
      let middle = (low + high) / 2
      if wanted[middle] < key { low = middle + 1 } else { high = middle }
    }
    return wanted[low...].lazy.prefix { $0 >> 32 == key >> 32 }
      .map { goals.entries[Int($0 & 0xFFFF_FFFF)] }
  }

  /// Who of those with alike goals is not stranded: everybody, or those whom nobody else opposes.
  enum Escape {
    case everybody
    /// The identities of those who are the only opponents at some lever.
    case some([Int32])
  }

  /// Returns who escapes: with a lever that nobody else wants the other way.
  func escape(of entry: PartGoals.Entry) -> Escape {
    var escaped: [Int32] = []
    for lever in levers.clear[Int(entry.slot)] {
      var first: Int32?
      var isContested = false
      for other in entries(wanting: lever ^ 1) where rules.meet(other, entry, at: lever >> 1) {
        if other.hasOthers || first.map({ $0 != other.holder }) ?? false {
          isContested = true
          break
        }
        first = other.holder
      }
      if isContested { continue }
      guard let first else { return .everybody }
      escaped.append(first)
    }
    return .some(escaped)
  }

  /// Returns the incentives that want the other way what serves the goals of an entry, of each
  /// holder the first, or all where a trade-off may settle some; the holders of these goals may be
  /// among them.
  func opponents(of entry: PartGoals.Entry, at lever: Int32) -> [Int32] {
    var seen: Set<Int32> = []
    var found: [Int32] = []
    for other in entries(wanting: lever ^ 1) where rules.meet(other, entry, at: lever >> 1) {
      for position in other.range {
        let index = goals.incentives[Int(position)]
        if rules.settlesAny || seen.insert(goals.identity(of: index)).inserted {
          found.append(index)
        }
      }
    }
    return found
  }

  /// Returns the levers that help several holders and hurt none of the group, by their ids.
  func freeLevers(
    _ order: IncentiveOrder,
    _ facts: OrgFacts,
    _ metricRanks: [Int32]
  ) -> [FreeLever] {
    helpfulLevers().map { lever, incentives in
      FreeLever(
        metric: lever >> 1,
        sign: lever & 1 == 1 ? 1 : -1,
        holders: order.sort(incentives).map { facts.incentives.list[Int($0)].holder }
      )
    }.sorted { metricRanks[Int($0.metric)] < metricRanks[Int($1.metric)] }
  }

  /// The levers that serve goals of several holders and hurt nobody's, with one goal of each.
  private func helpfulLevers() -> [(lever: Int32, incentives: [Int32])] {
    var hurting = Set(wanted.map { Int32(truncatingIfNeeded: $0 >> 32) ^ 1 })
    for entry in entries { hurting.formUnion(levers.ambiguous[Int(goals.entries[entry].slot)]) }
    var free: [(lever: Int32, incentives: [Int32])] = []
    var start = 0
    while start < wanted.count {
      let lever = Int32(truncatingIfNeeded: wanted[start] >> 32)
      var end = start
      var seen: Set<Int32> = []
      var helped: [Int32] = []
      while end < wanted.count, wanted[end] >> 32 == wanted[start] >> 32 {
        if !hurting.contains(lever) {
          for position in goals.entries[Int(wanted[end] & 0xFFFF_FFFF)].range {
            let index = goals.incentives[Int(position)]
            if seen.insert(goals.identity(of: index)).inserted { helped.append(index) }
          }
        }
        end += 1
      }
      if helped.count > 1 { free.append((lever, helped)) }
      start = end
    }
    return free
  }
}
