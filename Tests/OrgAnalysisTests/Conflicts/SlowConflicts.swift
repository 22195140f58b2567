/// The conflicts of a small design by brute force, written from the definitions alone.
///
/// It walks forwards over every simple path, compares every pair and keeps sets as dictionaries; it
/// has no code in common with what it is compared to.
struct SlowConflicts {
  let design: SmallDesign
  let bound: Int

  /// What serves more and what serves less of each metric, by layer and metric.
  private var more: [[[Move: Path]]] = []
  private var less: [[[Move: Path]]] = []
  private var edges: [[SmallDesign.Edge]]

  init(design: SmallDesign, bound: Int) {
    self.design = design
    self.bound = bound
    edges = (0...2).map { layer in design.edges.filter { $0.confidence >= 2 - layer } }
    more = (0...2).map(enumerate)
    less = more.map { layer in
      layer.map { wants in
        Dictionary(
          uniqueKeysWithValues: wants.map { (Move(metric: $0.metric, sign: -$0.sign), $1) }
        )
      }
    }
  }

  struct Move: Hashable {
    var metric: Int
    var sign: Int
  }

  struct Path {
    var length: Int
    var confidence: Int

    /// The metrics from the goal backwards.
    var backwards: [Int]

    func isBetter(than other: Path) -> Bool {
      if length != other.length { return length < other.length }
      if confidence != other.confidence { return confidence > other.confidence }
      return backwards.lexicographicallyPrecedes(other.backwards)
    }
  }

  struct Hit: Hashable {
    var metric: Int
    var sign: Int
    var lengths: [Int]
    var confidence: Int
    var isAmbiguous: Bool

    var kind: String {
      lengths == [0, 0] ? "direct" : lengths.contains(0) ? "side-effect" : "lever"
    }
  }

  // MARK: Wants

  /// Calls back for each simple path that starts at a metric.
  private func forEachPath(
    _ path: [Int],
    _ sign: Int,
    _ confidence: Int,
    _ edges: [SmallDesign.Edge],
    _ visit: ([Int], Int, Int) -> Void
  ) {
    visit(path, sign, confidence)
    guard path.count <= bound, let end = path.last else { return }
    for edge in edges where edge.source == end && !path.contains(edge.target) {
      forEachPath(
        path + [edge.target],
        sign * edge.sign,
        min(confidence, edge.confidence),
        edges,
        visit
      )
    }
  }

  private func enumerate(_ layer: Int) -> [[Move: Path]] {
    var best = [[Move: Path]](repeating: [:], count: design.metrics.count)
    let edges = edges[layer]
    for start in design.metrics.indices {
      forEachPath([start], 1, 2, edges) { path, sign, confidence in
        guard let end = path.last else { return }
        let found = Path(
          length: path.count - 1,
          confidence: confidence,
          backwards: path.reversed()
        )
        let move = Move(metric: start, sign: sign)
        if best[end][move].map({ found.isBetter(than: $0) }) ?? true { best[end][move] = found }
      }
    }
    return best
  }

  func wants(_ metric: Int, _ direction: Int, _ layer: Int) -> [Move: Path] {
    direction == 0 ? [:] : direction > 0 ? more[layer][metric] : less[layer][metric]
  }

  // MARK: Hits and frontier

  private func meet(_ first: SmallDesign.Goal, _ second: SmallDesign.Goal, at metric: Int) -> Bool {
    first.scope & second.scope != 0 || design.metrics[metric].isAcross
  }

  func hits(_ first: SmallDesign.Goal, _ second: SmallDesign.Goal, _ layer: Int) -> [Hit] {
    allHits(first, second, layer).filter { hit in
      !isInside(hit.metric, second, of: first, layer)
        && !isInside(hit.metric, first, of: second, layer)
    }
  }

  /// Whether all that a metric does to a goal it does through another one, which the first wants as
  /// its own holder does.
  private func isInside(
    _ metric: Int,
    _ inner: SmallDesign.Goal,
    of outer: SmallDesign.Goal,
    _ layer: Int
  ) -> Bool {
    let wants = wants(outer.metric, outer.direction, layer)
    guard metric != inner.metric, meet(outer, inner, at: inner.metric),
      wants[Move(metric: inner.metric, sign: inner.direction)] != nil,
      wants[Move(metric: inner.metric, sign: -inner.direction)] == nil
    else { return false }
    var isInside = true
    forEachPath([metric], 1, 2, edges[layer]) { path, _, _ in
      if path.last == outer.metric, !path.contains(inner.metric) { isInside = false }
    }
    return isInside
  }

  /// The same with what is one trade-off, held twice.
  func allHits(_ first: SmallDesign.Goal, _ second: SmallDesign.Goal, _ layer: Int) -> [Hit] {
    if first.metric == second.metric, first.direction == second.direction { return [] }
    let ours = wants(first.metric, first.direction, layer)
    let theirs = wants(second.metric, second.direction, layer)
    return ours.compactMap { move, our in
      let other = Move(metric: move.metric, sign: -move.sign)
      guard let their = theirs[other], meet(first, second, at: move.metric) else { return nil }
      return Hit(
        metric: move.metric,
        sign: move.sign,
        lengths: [our.length, their.length],
        confidence: min(our.confidence, their.confidence),
        isAmbiguous: ours[other] != nil || theirs[move] != nil
      )
    }
  }

  func frontier(_ first: SmallDesign.Goal, _ second: SmallDesign.Goal, _ layer: Int) -> [Hit] {
    let hits = hits(first, second, layer)
    let kept = hits.filter { hit in
      !edges[layer].contains { edge in
        edge.source == hit.metric
          && hits.contains {
            $0.metric == edge.target && $0.sign == hit.sign * edge.sign
              && $0.lengths.reduce(0, +) < hit.lengths.reduce(0, +)
          }
      }
    }
    return kept.sorted { order($0).lexicographicallyPrecedes(order($1)) }
  }

  private func order(_ hit: Hit) -> [Int] {
    [hit.isAmbiguous ? 1 : 0, hit.lengths.reduce(0, +), -hit.confidence, hit.metric, -hit.sign]
  }

  // MARK: Coupling

  /// The class of the holders of two goals, 2 strong, 1 medium, 0 weak, 3 for peers, who are medium
  /// too; nil for none.
  private func strength(_ one: SmallDesign.Goal, _ other: SmallDesign.Goal) -> Int? {
    let (first, second) = (one.holder, other.holder)
    let meets = one.scope & other.scope != 0
    if first == second { return 2 }
    if design.manager(of: first) == second || design.manager(of: second) == first { return 2 }
    if design.isInTeam(first), design.isInTeam(second) { return 1 }
    if one.isScopeDeclared, other.isScopeDeclared, meets { return 1 }
    if meets, let manager = design.manager(of: first), manager == design.manager(of: second) {
      return 3
    }
    let (ours, theirs) = (line(first), line(second))
    return ours.contains(where: theirs.contains) ? 0 : nil
  }

  private func line(_ holder: Int) -> [Int] {
    [holder] + (design.manager(of: holder).map(line) ?? [])
  }

  // MARK: Findings

  private static let severities = ["info", "warning", "error"]

  /// Every pair that is a finding or managed, as text.
  func findings(offset: Int) -> [String] {
    let goals = design.goals
    return goals.indices.flatMap { first in
      goals.indices.filter { $0 > first }.compactMap { second in
        finding(first, second).map { "\(first + offset) × \(second + offset): \($0)" }
      }
    }
  }

  private func finding(_ first: Int, _ second: Int) -> String? {
    let (a, b) = (design.goals[first], design.goals[second])
    guard let strength = strength(a, b) else { return nil }
    var kind: String
    var severity: Int
    var witness: Int?
    var detail = ""
    if a.metric == b.metric, a.direction * b.direction < 0, meet(a, b, at: a.metric) {
      (kind, witness) = ("direct", a.metric)
      severity = strength > 0 ? 2 : 1
      if hasTarget(a), hasTarget(b), shareValue(a, b) { severity = 0 }
    } else if contradict(a, b) {
      kind = "target"
      severity = strength > 0 ? 2 : 1
    } else if a.holder == b.holder || a.metric == b.metric && a.direction == b.direction {
      return nil
    } else if split(a, b) {
      kind = "declared"
      severity = strength > 0 ? 1 : 0
    } else {
      guard let found = byInfluence(a, b, strength) else { return nil }
      (kind, severity, witness, detail) = (
        found.hit.kind, found.severity, found.hit.metric,
        " \(found.hit.sign > 0 ? "up" : "down") in \(found.layer), \(found.further) further"
      )
    }
    let shown = "\(kind) at \(witness.map { design.metricNames[$0] } ?? "-")\(detail)"
    if kind != "direct", kind != "target", let entry = covering(a, b, witness) {
      if entry.holds { return shown + " managed by \(entry.number)" }
      return shown + " " + lowered(a, b, kind, severity) + " not by \(entry.number)"
    }
    return shown + " " + lowered(a, b, kind, severity)
  }

  private func byInfluence(
    _ first: SmallDesign.Goal,
    _ second: SmallDesign.Goal,
    _ strength: Int
  ) -> (hit: Hit, severity: Int, layer: Int, further: Int)? {
    var best: (hit: Hit, severity: Int, layer: Int, further: Int)?
    for layer in 0...2 {
      let frontier = frontier(first, second, layer)
      for hit in frontier {
        var row: [Int?]
        switch (hit.kind, layer, hit.isAmbiguous) {
        case ("side-effect", 0...1, false), ("lever", 0, false): row = [0, 1, 1]
        case ("lever", 1, false): row = [nil, 0, 1]
        default: row = [nil, 0, 0]
        }
        // Of peers what is ambiguous is none, nor what is only believed and longer than 2.
        let isPlain = !hit.isAmbiguous && (layer < 2 || hit.lengths.reduce(0, +) <= 2)
        row.append(isPlain ? row[1] : nil)
        guard let severity = row[strength], best.map({ $0.severity < severity }) ?? true else {
          continue
        }
        best = (hit, severity, layer, frontier.count - 1)
      }
    }
    return best
  }

  private func hasTarget(_ goal: SmallDesign.Goal) -> Bool {
    goal.minimum != nil || goal.maximum != nil
  }

  private func values(_ goal: SmallDesign.Goal) -> [Double] {
    // Every target here is between whole numbers from 0 to 6; -1 and 7 stand for what is beyond.
    (-1...7).map(Double.init)
      .filter { $0 >= goal.minimum ?? -1 && $0 <= goal.maximum ?? 7 }
  }

  private func shareValue(_ first: SmallDesign.Goal, _ second: SmallDesign.Goal) -> Bool {
    !Set(values(first)).isDisjoint(with: values(second))
  }

  private func contradict(_ first: SmallDesign.Goal, _ second: SmallDesign.Goal) -> Bool {
    guard first.metric == second.metric, first.direction * second.direction >= 0,
      meet(first, second, at: first.metric), hasTarget(first), hasTarget(second),
      !values(first).isEmpty, !values(second).isEmpty
    else { return false }
    return !shareValue(first, second)
  }

  private func split(_ first: SmallDesign.Goal, _ second: SmallDesign.Goal) -> Bool {
    let (a, b) = (design.metrics[first.metric], design.metrics[second.metric])
    guard first.metric != second.metric,
      a.opposes.contains(second.metric) || b.opposes.contains(first.metric),
      meet(first, second, at: first.metric), meet(first, second, at: second.metric)
    else { return false }
    return zip([first, second], [a, b]).allSatisfy { goal, metric in
      guard let good = metric.good, good != 0 else { return goal.direction != 0 }
      return goal.direction == good
    }
  }

  // MARK: Mitigation

  private func drives(_ metric: Int, _ result: Int) -> Bool {
    wants(result, 1, 1).keys.contains { $0.metric == metric }
  }

  private func share(_ goal: SmallDesign.Goal) -> Double {
    goal.weight ?? 100 / Double(design.goals.filter { $0.holder == goal.holder }.count)
  }

  private func lowered(
    _ first: SmallDesign.Goal,
    _ second: SmallDesign.Goal,
    _ kind: String,
    _ severity: Int
  ) -> String {
    var reasons: [String] = []
    let ours = design.goals.filter { $0.holder == first.holder }
    let theirs = design.goals.filter { $0.holder == second.holder }
    func isDownstream(_ goal: SmallDesign.Goal) -> Bool {
      goal.direction != 0 && drives(first.metric, goal.metric) && drives(second.metric, goal.metric)
    }
    if first.holder != second.holder {
      let shared = ours.contains { our in
        our.metric != first.metric && our.metric != second.metric && isDownstream(our)
          && share(our) >= 20
          && theirs.contains {
            $0.metric == our.metric && $0.direction == our.direction && share($0) >= 20
          }
      }
      if shared { reasons.append("shared") }
      if kind != "direct", first.metric != second.metric {
        let isPaired =
          ours.contains { $0.metric == second.metric && $0.direction == second.direction }
          || theirs.contains { $0.metric == first.metric && $0.direction == first.direction }
        if isPaired { reasons.append("paired") }
      }
      if let manager = design.manager(of: first.holder),
        manager == design.manager(of: second.holder),
        design.goals.contains(where: { $0.holder == manager && isDownstream($0) })
      {
        reasons.append("arbiter")
      }
    }
    let result = reasons.isEmpty ? severity : max(0, severity - 1)
    return ([SlowConflicts.severities[result]] + reasons).joined(separator: " ")
  }

  private func covering(
    _ first: SmallDesign.Goal,
    _ second: SmallDesign.Goal,
    _ witness: Int?
  ) -> (number: Int, holds: Bool)? {
    let covering = design.tradeoffs.indices.filter { number in
      let between = Set(design.tradeoffs[number].between)
      if between.isSuperset(of: [first.metric, second.metric]) { return true }
      guard let witness, between.contains(witness) else { return false }
      return [first.metric, second.metric].contains { $0 != witness && between.contains($0) }
    }
    let holding = covering.first { holds(design.tradeoffs[$0], first, second) }
    if let holding { return (holding, true) }
    return covering.first.map { ($0, false) }
  }

  private func holds(
    _ entry: SmallDesign.Tradeoff,
    _ first: SmallDesign.Goal,
    _ second: SmallDesign.Goal
  ) -> Bool {
    guard entry.hasPolicy, !entry.isOverdue, let arbiter = entry.arbiter else { return false }
    let lines = [first, second].map { goal in line(goal.holder).dropFirst() }
    let parties = [first.holder, second.holder]
    if parties.contains(arbiter) {
      let others = lines[0].filter { lines[1].contains($0) && !parties.contains($0) }
      return others.isEmpty && lines.contains { $0.contains(arbiter) }
    }
    if lines.contains(where: { $0.contains(arbiter) }) { return true }
    return arbiter == design.outside && design.isOwnedOutside && first.scope & second.scope & 1 == 1
  }
}
