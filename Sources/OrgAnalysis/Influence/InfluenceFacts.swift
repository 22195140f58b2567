import OrgModel

/// What serves which goal, through declared influence: the metrics that move it, and how.
///
/// Built only where something asks for it, from the facts of a design. What it answers:
///
/// - `wants(metric, direction, layer)`: everything whose move serves a goal, each with the length
///   and confidence of its best path. Ascending by metric; `find(u, s)` looks one up.
/// - `path(from: u, sign: s, to: metric, layer)`: the influences on that path, in the order in
///   which they act; `s` is the sign of the path, so for a goal of direction `d` and a want `(u, t)`
///   it is `t * d`. Walks anew: for what is shown, not for searching.
/// - `signs(from: u, to: metric, layer)`: whether paths of both signs lead from one to another.
/// - `effect(of: incentive, on: result, ofCost:, layer)`: whether a goal helps a result, hurts it,
///   or both.
/// - `isCut(metric, layer)`: whether the search ended at its limit.
///
/// Goals of opposite directions mirror each other, so a metric is searched once for a layer. The
/// metrics on scorecards and the results of pockets are searched ahead; any other one is searched
/// at each question.
package final class InfluenceFacts: Sendable {
  package let graph: InfluenceGraph

  /// The longest path that counts, in edges.
  package let longestPath: Int

  /// A search for one goal visits no more paths than this.
  package static let visitLimit = 100_000

  /// A longer bound than this is cut to it: it would find ambiguity, not insight.
  private static let longestBound = 64

  /// The position of each metric among those searched ahead, or -1.
  private let numbers: [Int32]
  private let layers: [Layer]

  private let incentives: [Incentive]
  private let goods: [Int8]

  /// What was found in one layer, goal after goal.
  private struct Layer: Sendable {
    var starts: [Int] = [0]
    var wants: [Want] = []
    var isCut: [Bool] = []
  }

  package init(_ facts: OrgFacts) {
    let graph = InfluenceGraph(facts.graph, facts.metrics)
    self.graph = graph
    longestPath = min(max(0, facts.settings.maxPath), InfluenceFacts.longestBound)
    incentives = facts.incentives.list
    goods = facts.metrics.goods
    var numbers = [Int32](repeating: -1, count: graph.count)
    let asked = InfluenceFacts.askedMetrics(facts)
    for (number, metric) in asked.enumerated() {
      numbers[Int(metric)] = Int32(truncatingIfNeeded: number)
    }
    self.numbers = numbers
    var layers: [Layer] = []
    var walk = PathWalk(graph, longest: longestPath, limit: InfluenceFacts.visitLimit)
    for layer in InfluenceLayer.allCases {
      if let narrower = layers.last, graph.isWhole(InfluenceLayer.allCases[layers.count - 1]) {
        layers.append(narrower)
      } else {
        layers.append(InfluenceFacts.search(asked, layer, &walk))
      }
    }
    self.layers = layers
  }

  /// The metrics on scorecards and the results of pockets, each once.
  private static func askedMetrics(_ facts: OrgFacts) -> [Int32] {
    var isAsked = [Bool](repeating: false, count: facts.metrics.levels.count)
    for incentive in facts.incentives.list where incentive.metric >= 0 {
      isAsked[Int(incentive.metric)] = true
    }
    for pocket in 0..<facts.graph.count(.pocket) {
      for result in facts.graph.references(.pocketResults, of: EntityRef(.pocket, pocket)) {
        isAsked[result.index] = true
      }
    }
    return isAsked.indices.compactMap { isAsked[$0] ? Int32(truncatingIfNeeded: $0) : nil }
  }

  private static func search(
    _ metrics: [Int32],
    _ layer: InfluenceLayer,
    _ walk: inout PathWalk
  ) -> Layer {
    var result = Layer()
    for metric in metrics {
      result.wants += walk.wants(Int(metric), layer)
      result.starts.append(result.wants.count)
      result.isCut.append(walk.isCut)
    }
    return result
  }
}

extension InfluenceFacts {
  /// Returns everything that serves a goal; nothing for direction 0.
  package func wants(_ metric: Int, _ direction: Int, _ layer: InfluenceLayer) -> Wants {
    let number = Int(numbers[metric])
    guard number >= 0 else { return searchNow(metric, direction, layer) }
    let found = layers[Int(layer.rawValue)]
    let slice = found.wants[found.starts[number]..<found.starts[number + 1]]
    return Wants(slice, direction: direction, isCut: found.isCut[number])
  }

  /// Returns everything that serves the goal of an incentive; nothing where its metric is void.
  package func wants(ofIncentive incentive: Int, _ layer: InfluenceLayer) -> Wants {
    let entry = incentives[incentive]
    guard entry.metric >= 0 else { return Wants([], direction: 0, isCut: false) }
    return wants(Int(entry.metric), entry.direction.sign, layer)
  }

  private func searchNow(_ metric: Int, _ direction: Int, _ layer: InfluenceLayer) -> Wants {
    var walk = newWalk()
    let found = walk.wants(metric, layer)
    return Wants(found[...], direction: direction, isCut: walk.isCut)
  }

  func newWalk() -> PathWalk {
    PathWalk(graph, longest: longestPath, limit: InfluenceFacts.visitLimit)
  }

  /// Returns the influences on the best path of a sign, in the order in which they act.
  package func path(
    from source: Int,
    sign: Int,
    to metric: Int,
    _ layer: InfluenceLayer
  ) -> [Int32] {
    var walk = newWalk()
    return path(from: source, sign: sign, to: metric, layer, &walk)
  }

  /// The same with a walk that was made before.
  func path(
    from source: Int,
    sign: Int,
    to metric: Int,
    _ layer: InfluenceLayer,
    _ walk: inout PathWalk
  ) -> [Int32] {
    let source = Int32(truncatingIfNeeded: source)
    guard let best = wants(metric, 1, layer).find(source, sign) else { return [] }
    return walk.path(to: metric, best, layer)
  }

  /// Returns whether the search for what serves a goal ended at its limit.
  package func isCut(_ metric: Int, _ layer: InfluenceLayer) -> Bool {
    wants(metric, 1, layer).isCut
  }

  /// Returns the signs of the paths from one metric to another; a metric leads to itself.
  package func signs(from source: Int, to metric: Int, _ layer: InfluenceLayer) -> Signs {
    wants(metric, 1, layer).signs(at: source)
  }

  /// Returns whether a goal helps a result (`plus`), hurts it (`minus`), both, or neither.
  ///
  /// `ofCost` says that the result is a cost pocket's, where less is better unless it says `good`.
  /// Nothing where the result has a band.
  package func effect(
    of incentive: Int,
    on result: Int,
    ofCost: Bool,
    _ layer: InfluenceLayer
  ) -> Signs {
    let entry = incentives[incentive]
    guard entry.metric >= 0, let good = goodSign(of: result, ofCost: ofCost) else { return [] }
    return signs(from: Int(entry.metric), to: result, layer)
      .times(entry.direction.sign * good)
  }

  /// Returns 1 where more of a result is better, -1 where less is; nil for a band.
  package func goodSign(of result: Int, ofCost: Bool) -> Int? {
    switch goods[result] {
    case 0: 1
    case 1: -1
    case 2: nil
    default: ofCost ? -1 : 1
    }
  }
}
