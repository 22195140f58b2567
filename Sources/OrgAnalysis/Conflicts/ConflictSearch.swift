/// Finds where two goals need a metric moved in opposite directions.
///
/// Made once for many pairs of goals; cost of one: what both want, and the edges out of what both
/// contest.
package struct ConflictSearch: Sendable {
  private let influence: InfluenceFacts
  private let isAcross: [Bool]

  /// The length of the contest at each metric and sign while a pair is looked at, else -1.
  private var lengths: [Int32]
  private var contests: [Contest] = []

  /// How much was looked at so far.
  private(set) var work = 0

  package init(_ influence: InfluenceFacts, _ metrics: MetricFacts) {
    self.influence = influence
    isAcross = metrics.isAcross
    lengths = [Int32](repeating: -1, count: influence.graph.count * 2)
  }

  /// Returns the contests of two goals that no shorter one further down explains, in their order.
  ///
  /// Where the scopes do not meet, only what is one thing for everybody is contested.
  package mutating func frontier(
    _ first: Goal,
    _ second: Goal,
    _ layer: InfluenceLayer,
    scopesMeet: Bool
  ) -> [Contest] {
    // Two goals on one metric in one direction pull one way.
    guard first != second else { return [] }
    let ours = influence.wants(Int(first.metric), Int(first.direction), layer)
    let theirs = influence.wants(Int(second.metric), Int(second.direction), layer)
    collect(ours, theirs, scopesMeet: scopesMeet)
    dropHeldTwice(first, ours, second, scopesMeet: scopesMeet, layer)
    dropHeldTwice(second, theirs, first, scopesMeet: scopesMeet, layer)
    guard !contests.isEmpty else { return [] }
    for contest in contests { lengths[slot(contest.metric, contest.sign)] = Int32(contest.length) }
    let frontier = contests.filter { !hasShorterSuccessor($0, layer.leastConfidence) }
    for contest in contests {
      lengths[slot(contest.metric, contest.sign)] = -1
      work += influence.graph.outgoing.count(of: Int(contest.metric))
    }
    return frontier.count < 2
      ? frontier : frontier.sorted { $0.precedes($1, influence.graph.ranks) }
  }

  private func slot(_ metric: Int32, _ sign: Int8) -> Int {
    Int(metric) * 2 + (sign > 0 ? 1 : 0)
  }

  private func hasShorterSuccessor(_ contest: Contest, _ leastConfidence: UInt8) -> Bool {
    influence.graph.outgoing[Int(contest.metric)].contains { position in
      let edge = influence.graph.edges[Int(position)]
      guard edge.confidence >= leastConfidence else { return false }
      let length = lengths[slot(edge.target, contest.sign * edge.sign)]
      return length >= 0 && length < contest.length
    }
  }

  /// Merges what both want, metric by metric.
  private mutating func collect(_ first: Wants, _ second: Wants, scopesMeet: Bool) {
    contests.removeAll(keepingCapacity: true)
    work += first.count + second.count + 1
    var (a, b) = (0, 0)
    while a < first.count, b < second.count {
      let (left, right) = (first[a].metric, second[b].metric)
      if left == right {
        let (ours, theirs) = (first.both(from: &a), second.both(from: &b))
        if scopesMeet || isAcross[Int(left)] { add(ours, theirs) }
      } else if left < right {
        a += 1
      } else {
        b += 1
      }
    }
  }

  private mutating func add(_ ours: Wants.Both, _ theirs: Wants.Both) {
    let isAmbiguous = ours.isBoth || theirs.isBoth
    func note(_ our: Want?, _ their: Want?) {
      guard let our, let their else { return }
      contests.append(
        Contest(
          metric: our.metric,
          sign: our.sign,
          firstLength: our.length,
          secondLength: their.length,
          confidence: min(our.confidence, their.confidence),
          isAmbiguous: isAmbiguous
        )
      )
    }
    note(ours.more, theirs.less)
    note(ours.less, theirs.more)
  }
}

// MARK: - One trade-off, held twice

extension ConflictSearch {
  /// Drops what a metric does to one goal only through the other one, which the first wants as the
  /// second does: the trade-off lies inside the second goal.
  ///
  /// Both ways lead from such a metric to one of the goals, so that it is ambiguous.
  private mutating func dropHeldTwice(
    _ goal: Goal,
    _ wants: Wants,
    _ inner: Goal,
    scopesMeet: Bool,
    _ layer: InfluenceLayer
  ) {
    guard goal.metric != inner.metric, scopesMeet || isAcross[Int(inner.metric)],
      contests.contains(where: { $0.isAmbiguous && $0.metric != inner.metric }),
      wants.find(inner.metric, Int(inner.direction)) != nil,
      wants.find(inner.metric, -Int(inner.direction)) == nil
    else { return }
    let reached = metrics(leadingTo: goal.metric, without: inner.metric, layer)
    contests.removeAll {
      $0.isAmbiguous && $0.metric != inner.metric && !reached.contains($0.metric)
    }
  }

  /// Returns the metrics from which a path leads to one that is short enough and avoids another.
  private mutating func metrics(
    leadingTo goal: Int32,
    without avoided: Int32,
    _ layer: InfluenceLayer
  ) -> Set<Int32> {
    let graph = influence.graph
    var reached: Set<Int32> = [goal]
    var border = [goal]
    for _ in 0..<influence.longestPath where !border.isEmpty {
      var next: [Int32] = []
      for metric in border {
        work += graph.incoming.count(of: Int(metric))
        for position in graph.incoming[Int(metric)] {
          let edge = graph.edges[Int(position)]
          guard edge.confidence >= layer.leastConfidence, edge.source != avoided,
            reached.insert(edge.source).inserted
          else { continue }
          next.append(edge.source)
        }
      }
      border = next
    }
    return reached
  }
}

extension Wants {
  /// What a goal wants of one metric: more, less, or by different paths both.
  struct Both {
    var more: Want?
    var less: Want?

    var isBoth: Bool { more != nil && less != nil }
  }

  /// Reads all entries of the metric at a position, and moves behind them.
  @inline(__always)
  func both(from position: inout Int) -> Both {
    var both = Both()
    let metric = self[position].metric
    while position < count, self[position].metric == metric {
      let want = self[position]
      if want.sign > 0 { both.more = want } else { both.less = want }
      position += 1
    }
    return both
  }
}
