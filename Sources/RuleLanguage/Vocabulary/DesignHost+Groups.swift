import CEL
import OrgAnalysis
import OrgModel

extension DesignHost {
  func stranding(_ index: Int) -> Stranding { stranded.get().value.strandings[index] }

  /// More levers of one goal are not told.
  private static let leversPerGoal = 256

  func levers(ofStranding index: Int) -> [Int] {
    stranding(index).levers.indices.prefix(DesignHost.leversPerGoal)
      .map { index * DesignHost.leversPerGoal + $0 }
  }

  func contestedLever(_ index: Int) -> ContestedLever {
    let (stranding, number) = index.quotientAndRemainder(dividingBy: DesignHost.leversPerGoal)
    return self.stranding(stranding).levers[number]
  }

  /// The first opponents at all levers, each incentive once.
  func opposing(_ index: Int) -> [Int32] {
    var opposing: [Int32] = []
    for incentive in stranding(index).levers.flatMap(\.opposing)
    where opposing.count < 7 && !opposing.contains(incentive) {
      opposing.append(incentive)
    }
    return opposing
  }

  func opponentWords(_ lever: ContestedLever) -> String {
    names(lever.opposing.map { facts.incentives.list[Int($0)].holder }, of: lever.opponentCount)
  }

  func freeLeverWords(_ index: Int) -> [String] {
    stranding(index).freeLevers.map { lever in
      "\(graph.id(EntityRef(.metric, Int(lever.metric)))) \(lever.sign > 0 ? "up" : "down") helps "
        + "\(names(lever.holders, of: lever.holders.count)) and hurts nobody"
    }
  }

  /// Holders by their ids, the first five of more than seven.
  private func names(_ holders: [Int32], of count: Int) -> String {
    let shown = holders.prefix(count > 7 ? 5 : 7).map {
      self.shown(facts.incentives.holders[Int($0)])
    }
    return shown.joined(separator: ", ") + (count > 7 ? " and \(count - 5) more" : "")
  }
}
