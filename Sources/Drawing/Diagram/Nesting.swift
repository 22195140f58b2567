extension Diagram {
  /// A line of a text in which nodes stand inside others.
  enum NestingStep {
    case open(Int)
    case leaf(Int)
    case close
  }

  /// Whether nodes stand in others, and not below them.
  var hasContainers: Bool { view == .pockets || view == .decisions }

  /// Returns the nodes as nested text has them, each line with its indentation.
  ///
  /// Without containers every node is a leaf.
  func nesting() -> [(step: NestingStep, indent: String)] {
    var children = [[Int]](repeating: [], count: nodes.count + 1)
    for (node, entry) in nodes.enumerated() {
      children[entry.parent < 0 || !hasContainers ? nodes.count : entry.parent].append(node)
    }
    var steps: [(step: NestingStep, indent: String)] = []
    var depth = 1
    func append(_ step: NestingStep) {
      steps.append((step, String(repeating: "  ", count: min(depth, 20))))
    }
    // What is open is closed by -1.
    var stack = Array(children[nodes.count].reversed())
    while let node = stack.popLast() {
      if node < 0 {
        depth -= 1
        append(.close)
      } else if children[node].isEmpty {
        append(.leaf(node))
      } else {
        append(.open(node))
        depth += 1
        stack.append(-1)
        stack += children[node].reversed()
      }
    }
    return steps
  }
}
