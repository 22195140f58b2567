import OrgAnalysis
import OrgModel
import RuleLanguage

/// What ties those together who work for a product, by ids.
struct ProductTieAnswer {
  /// `product/app`.
  let target: String
  let freeLevers: [FreeLever]

  /// The two camps, each by ids; empty where there are none.
  let camps: [[String]]

  /// Three of whom the first agrees with both others, who conflict, or all three conflict.
  let triangle: Triangle?

  /// The fewest ties without which there were two camps; nil where it was not computed.
  let frustration: Int?

  struct FreeLever {
    var metric: String
    var isUp: Bool
    var holders: [String]
  }

  /// Three who cannot fall into two camps.
  struct Triangle {
    /// Who agrees with both others; nil where all three conflict.
    var middle: String?
    var others: [String]
  }

  init(_ ties: ProductTies, _ host: DesignHost) {
    let graph = host.graph
    let holders = host.facts.incentives.holders
    let names = ties.holders.map { graph.path(holders[Int($0)]) }
    target = graph.path(EntityRef(.product, ties.product))
    freeLevers = ties.freeLevers.map { lever in
      FreeLever(
        metric: graph.path(EntityRef(.metric, Int(lever.metric))),
        isUp: lever.sign > 0,
        holders: lever.holders.map { graph.path(holders[Int($0)]) }
      )
    }
    let colors = ties.camps?.camps ?? []
    camps =
      colors.isEmpty
      ? [] : [0, 1].map { camp in names.indices.filter { colors[$0] == camp }.map { names[$0] } }
    frustration = ties.camps?.frustration
    let middle = ties.camps?.middle
    triangle = ties.camps?.triangle.map { three in
      Triangle(
        middle: middle.map { names[$0] },
        others: three.filter { $0 != middle }.map { names[$0] }
      )
    }
  }

  /// Whether there is anything to tell.
  var isEmpty: Bool { freeLevers.isEmpty && camps.isEmpty && triangle == nil }
}
