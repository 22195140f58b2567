/// Visits the simple paths that end at a metric, depth first, backwards, by the ids of sources.
///
/// Of paths to one metric with one sign the first is kept that is shortest, then best in
/// confidence; in this order of visits that is the one with the smallest ids read from the end.
/// Made once for many walks: what a walk leaves behind is as large as what it found.
struct PathWalk {
  private let graph: InfluenceGraph
  private let longest: Int
  private let limit: Int

  /// Length and confidence of the best path by metric and sign; less is better.
  private var best: [UInt32]
  private var found: [Int32] = []
  private var isOnPath: [Bool]
  private var stack: [Step] = []
  private(set) var isCut = false

  /// The path to record, at a look for one whose length and confidence are known.
  private var wanted: (slot: Int32, key: UInt32)?
  private var recorded: [Int32]?

  private struct Step {
    var metric: Int32
    /// The influence by which the walk came here; negative at the end of the path.
    var edge: Int32
    var sign: Int8
    var confidence: UInt8
    var next: Int
    var end: Int
  }

  init(_ graph: InfluenceGraph, longest: Int, limit: Int) {
    self.graph = graph
    self.longest = longest
    self.limit = limit
    best = [UInt32](repeating: .max, count: graph.count * 2)
    isOnPath = [Bool](repeating: false, count: graph.count)
  }

  /// Returns what serves more of a metric, ascending by metric and direction.
  mutating func wants(_ metric: Int, _ layer: InfluenceLayer) -> [Want] {
    walk(metric, layer.leastConfidence, longest: longest)
    found.sort()
    defer { forget() }
    return found.map { slot in
      let key = best[Int(slot)]
      return Want(
        metric: slot >> 1,
        sign: slot & 1 == 1 ? 1 : -1,
        confidence: InfluenceLayer.greatestConfidence - UInt8(key & 3),
        length: UInt16(truncatingIfNeeded: key >> 2)
      )
    }
  }

  /// Returns the influences on the best path to a metric, in the order they act, given what a walk
  /// found of it.
  ///
  /// The first path so long and so well known is the best one, so the walk goes no deeper and ends
  /// there.
  mutating func path(to metric: Int, _ best: Want, _ layer: InfluenceLayer) -> [Int32] {
    if best.length == 1 {
      // Few influences lead out of most metrics, many into some.
      let edge = graph.outgoing[Int(best.metric)].first { position in
        let edge = graph.edges[Int(position)]
        return edge.target == metric && edge.sign == best.sign && edge.confidence == best.confidence
      }
      if let edge { return [edge] }
    }
    let confidence = InfluenceLayer.greatestConfidence - best.confidence
    wanted = (
      best.metric * 2 + (best.sign > 0 ? 1 : 0), UInt32(best.length) << 2 | UInt32(confidence)
    )
    defer {
      forget()
      wanted = nil
      recorded = nil
    }
    walk(metric, layer.leastConfidence, longest: Int(best.length))
    return recorded ?? []
  }

  private mutating func forget() {
    for slot in found { best[Int(slot)] = .max }
    found.removeAll(keepingCapacity: true)
  }

  private mutating func walk(_ metric: Int, _ leastConfidence: UInt8, longest: Int) {
    isCut = false
    var visits = 1
    note(Int32(truncatingIfNeeded: metric), 1, InfluenceLayer.greatestConfidence)
    if longest > 0 {
      push(Int32(truncatingIfNeeded: metric), -1, 1, InfluenceLayer.greatestConfidence)
    }
    while let top = stack.last {
      guard top.next < top.end else {
        isOnPath[Int(top.metric)] = false
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let position = graph.incoming.value(at: top.next)
      let edge = graph.edges[Int(position)]
      guard edge.confidence >= leastConfidence, !isOnPath[Int(edge.source)] else { continue }
      guard visits < limit else {
        isCut = true
        return leave()
      }
      visits += 1
      let sign = top.sign * edge.sign
      let confidence = min(top.confidence, edge.confidence)
      note(edge.source, sign, confidence, by: position)
      if recorded != nil { return leave() }
      if stack.count < longest { push(edge.source, position, sign, confidence) }
    }
  }

  private mutating func leave() {
    for step in stack { isOnPath[Int(step.metric)] = false }
    stack.removeAll(keepingCapacity: true)
  }

  private mutating func push(_ metric: Int32, _ edge: Int32, _ sign: Int8, _ confidence: UInt8) {
    isOnPath[Int(metric)] = true
    let edges = graph.incoming.range(of: Int(metric))
    stack.append(
      Step(
        metric: metric,
        edge: edge,
        sign: sign,
        confidence: confidence,
        next: edges.lowerBound,
        end: edges.upperBound
      )
    )
  }

  /// Keeps a path if it is better than the one known; it is as long as the stack is high.
  @inline(__always)
  private mutating func note(
    _ metric: Int32,
    _ sign: Int8,
    _ confidence: UInt8,
    by edge: Int32 = -1
  ) {
    let slot = metric * 2 + (sign > 0 ? 1 : 0)
    let key =
      UInt32(truncatingIfNeeded: stack.count) << 2
      | UInt32(InfluenceLayer.greatestConfidence - confidence)
    let known = best[Int(slot)]
    guard key < known else { return }
    if known == .max { found.append(slot) }
    best[Int(slot)] = key
    if let wanted, wanted.slot == slot, wanted.key == key, edge >= 0 {
      recorded = [edge] + stack.dropFirst().reversed().map(\.edge)
    }
  }
}
