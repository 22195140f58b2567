import OrgModel

/// One step as written, with the steps before it.
struct DecisionStep: Sendable {
  var item: ItemID
  var part: DecisionPart

  /// The value of `by`; nil where nobody is named.
  var by: ItemID?

  /// Positions of the steps before it; -1 is the requester.
  var predecessors: [Int]
}

/// The steps of one decision in the order of the file, those of a `parallel` side by side.
struct DecisionSteps: Sendable {
  private(set) var steps: [DecisionStep] = []

  /// The positions of the steps that come round to themselves; empty where there is no circle.
  private(set) var cycle: [Int] = []

  /// Whether the reader refused a step, or left one out.
  private(set) var hasRefused = false

  init(_ graph: OrgGraph, decision: Int) {
    guard let list = graph.field(.decisionSteps, of: EntityRef(.decision, decision)) else {
      return
    }
    var names: [UInt32: Int] = [:]
    var afters: [(step: Int, ids: [UInt32])] = []
    var before = [-1]
    for item in graph.elements(of: list) {
      let inner = graph.field(.parallelParallel, of: item)
      let items = inner.map { Array(graph.elements(of: $0)) } ?? [item]
      var side: [Int] = []
      for step in items {
        guard let part = DecisionSteps.part(step, graph) else {
          hasRefused = true
          continue
        }
        let position = steps.count
        side.append(position)
        steps.append(
          DecisionStep(
            item: step,
            part: part,
            by: graph.field(.stepBy, of: step).flatMap { graph[$0].type == .absent ? nil : $0 },
            predecessors: before
          )
        )
        if let id = graph.field(.stepID, of: step), graph[id].type == .name {
          names[graph[id].payload] = names[graph[id].payload] ?? position
        }
        if let after = graph.field(.stepAfter, of: step), graph[after].type != .absent {
          let ids = graph[after].type == .list ? Array(graph.children(of: after)) : [after]
          afters.append((position, ids.map { graph[$0].payload }))
        }
      }
      if !side.isEmpty { before = side }
    }
    for (step, ids) in afters {
      let named = ids.compactMap { names[$0] }
      // Every id unknown leaves the implicit order; `after: []` starts at the requester.
      if !named.isEmpty { steps[step].predecessors = named }
      if ids.isEmpty { steps[step].predecessors = [-1] }
    }
    findCycle()
  }

  private static func part(_ step: ItemID, _ graph: OrgGraph) -> DecisionPart? {
    guard graph[step].type == .mapping, let item = graph.field(.stepAs, of: step),
      let position = graph.choice(item), position < DecisionPart.allCases.count
    else { return nil }
    return DecisionPart.allCases[position]
  }

  /// The positions in an order in which every step stands behind those before it.
  private(set) var order: [Int] = []

  private mutating func findCycle() {
    // Kahn's algorithm; what is left over lies on or behind a circle.
    var open = steps.map { step in step.predecessors.count { $0 >= 0 } }
    var ready = steps.indices.filter { open[$0] == 0 }
    var next = 0
    while next < ready.count {
      let done = ready[next]
      next += 1
      for step in steps.indices {
        let times = steps[step].predecessors.count { $0 == done }
        guard times > 0 else { continue }
        open[step] -= times
        if open[step] == 0 { ready.append(step) }
      }
    }
    order = ready
    guard let start = steps.indices.first(where: { open[$0] > 0 }) else { return }
    // Walking back along open steps must come round.
    var walk: [Int] = []
    var step = start
    while !walk.contains(step) {
      walk.append(step)
      guard let previous = steps[step].predecessors.first(where: { $0 >= 0 && open[$0] > 0 })
      else { return }
      step = previous
    }
    cycle = Array(walk[(walk.firstIndex(of: step) ?? 0)...].reversed())
  }
}
