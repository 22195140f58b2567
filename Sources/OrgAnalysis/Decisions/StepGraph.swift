/// The order of the steps of one decision: what each has to wait for.
///
/// Between the steps of a `parallel` and what follows stands a join, so that the edges are no more
/// than the steps and the names in `after`.
struct StepGraph {
  /// The step at each node; -1 for a join.
  private(set) var steps: [Int32] = []
  private(set) var predecessors: [[Int32]] = []

  /// The node of each step, from the first one added.
  private var nodes: [Int] = []
  private var firstStep = 0

  /// The nodes that what comes next follows.
  private var exits: [Int32] = []

  /// Adds a step that follows what was added before.
  mutating func add(step: Int) {
    let node = append(Int32(truncatingIfNeeded: step), after: exits)
    exits = [node]
  }

  /// Adds steps side by side.
  mutating func add(parallel: Range<Int>) {
    guard !parallel.isEmpty else { return }
    let nodes = parallel.map { append(Int32(truncatingIfNeeded: $0), after: exits) }
    exits = [append(-1, after: nodes)]
  }

  private mutating func append(_ step: Int32, after: [Int32]) -> Int32 {
    if step >= 0 {
      if nodes.isEmpty { firstStep = Int(step) }
      nodes.append(steps.count)
    }
    steps.append(step)
    predecessors.append(after)
    return Int32(truncatingIfNeeded: steps.count - 1)
  }

  /// Lets a step follow exactly some others.
  mutating func setPredecessors(ofStep step: Int, to others: [Int]) {
    guard let node = node(ofStep: step) else { return }
    predecessors[node] = others.compactMap {
      self.node(ofStep: $0).map { Int32(truncatingIfNeeded: $0) }
    }
  }

  private func node(ofStep step: Int) -> Int? {
    nodes.indices.contains(step - firstStep) ? nodes[step - firstStep] : nil
  }

  /// Returns the nodes in an order in which each follows its predecessors; fewer where the steps
  /// wait for each other in a circle.
  func ordered() -> [Int32] {
    // Without `after` the order written is one already.
    if predecessors.indices.allSatisfy({ node in predecessors[node].allSatisfy { $0 < node } }) {
      return predecessors.indices.map { Int32(truncatingIfNeeded: $0) }
    }
    var waiting = predecessors.map(\.count)
    var keys: [Int32] = []
    var values: [Int32] = []
    for (node, list) in predecessors.enumerated() {
      for predecessor in list {
        keys.append(predecessor)
        values.append(Int32(truncatingIfNeeded: node))
      }
    }
    let successors = IndexLists(count: steps.count, keys: keys, values: values)
    var order = waiting.indices.filter { waiting[$0] == 0 }.map { Int32(truncatingIfNeeded: $0) }
    var next = 0
    while next < order.count {
      for successor in successors[Int(order[next])] {
        waiting[Int(successor)] -= 1
        if waiting[Int(successor)] == 0 { order.append(successor) }
      }
      next += 1
    }
    return order
  }

  /// Returns the steps of one circle in their order, joins left out; empty where there is none.
  func cycle() -> [Int32] {
    var isOrdered = [Bool](repeating: false, count: steps.count)
    for node in ordered() { isOrdered[Int(node)] = true }
    guard let start = isOrdered.firstIndex(of: false) else { return [] }
    // Whatever is left waits for something that is left; going back must come round.
    var seen = [Bool](repeating: false, count: steps.count)
    var node = start
    while !seen[node] {
      seen[node] = true
      guard let before = predecessors[node].first(where: { !isOrdered[Int($0)] }) else { return [] }
      node = Int(before)
    }
    let last = node
    var backwards: [Int32] = []
    repeat {
      if steps[node] >= 0 { backwards.append(steps[node]) }
      guard let before = predecessors[node].first(where: { !isOrdered[Int($0)] }) else { return [] }
      node = Int(before)
    } while node != last
    return backwards.reversed()
  }
}
