import OrgAnalysis
import OrgModel

// What the reports of one manager contest, as one finding.
extension DesignHost {
  /// The goals of a finding about peers as links, each once, by the ids of holders and metrics.
  func pulls(_ group: Int) -> [Int] {
    let base = conflicts.get().value.groups.count * DesignHost.linksPerConflict
    var seen: Set<Int32> = []
    var found: [(incentive: Int32, link: Int)] = []
    for pair in pairs(ofConflict: group) {
      for (side, incentive) in [conflict(pair).first, conflict(pair).second].enumerated()
      where seen.insert(incentive).inserted {
        found.append((incentive, base + pair * 2 + side))
      }
    }
    return found.sorted { precedes($0.incentive, $1.incentive) }.map(\.link)
  }

  private func precedes(_ first: Int32, _ second: Int32) -> Bool {
    let (one, other) = (incentive(first), incentive(second))
    if one.holder != other.holder, let a = holder(ofIncentive: Int(first)),
      let b = holder(ofIncentive: Int(second))
    {
      if graph.idPrecedes(a, b) { return true }
      if graph.idPrecedes(b, a) { return false }
    }
    let metrics = [one, other].map { EntityRef(.metric, Int($0.metric)) }
    return metrics[0] == metrics[1] ? first < second : graph.idPrecedes(metrics[0], metrics[1])
  }

  /// The holders of a finding about peers who need more of what is contested, or less; all of them
  /// where that is not asked.
  func pullers(_ group: Int, more: Bool? = nil) -> [EntityRef] {
    var seen: Set<EntityRef> = []
    return pulls(group).compactMap { index in
      guard case .pull(let pair, let isFirst) = link(index) else { return nil }
      let conflict = conflict(pair)
      let needsMore = ((conflict.contest?.sign ?? 1) > 0) == isFirst
      let incentive = isFirst ? conflict.first : conflict.second
      guard more ?? needsMore == needsMore, let holder = holder(ofIncentive: Int(incentive)),
        seen.insert(holder).inserted
      else { return nil }
      return holder
    }
  }
}
