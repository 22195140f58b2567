import OrgModel

/// The decisions as the design has them: steps in order, requesters, limits and types.
package final class DecisionFacts: Sendable {
  /// The steps of all decisions, in the order written.
  package let steps: [DecisionStep]

  /// Where the steps of each decision begin, and at the end their number.
  private let stepStarts: [Int32]

  /// The nodes of all step graphs in topological order: a step, or -1 for a join.
  let nodeSteps: [Int32]

  /// Where the nodes of each decision begin, and at the end their number.
  private let nodeStarts: [Int32]

  /// Positions in `nodeSteps` of what each node follows.
  let predecessors: IndexLists

  /// Whether the reader refused the steps of each decision, or one of them.
  package let hasRefused: [Bool]

  /// One circle of steps of each decision that has one, from its smallest id.
  private let cycles: [Int: [Int32]]

  let requesters: [ActorSource]
  let escalations: [[ActorEntry]]
  let overrules: [[ActorEntry]]
  let limits: [[Limit]]

  /// The distinct selectors, with the symbol of the text of each.
  let selectors: [(symbol: UInt32, role: RoleSelector)]

  private let numberOfSelector: [UInt32: Int32]

  /// The distinct types, in the order they first occur, and the type of each decision.
  package let typeNames: [String]
  package let types: [Int32]
  package let byType: IndexLists

  init(_ graph: OrgGraph) {
    var reader = DecisionReader()
    var columns = Columns()
    for decision in 0..<graph.count(.decision) {
      columns.read(EntityRef(.decision, decision), graph, &reader)
    }
    steps = columns.steps
    stepStarts = columns.stepStarts
    nodeSteps = columns.nodeSteps
    nodeStarts = columns.nodeStarts
    predecessors = columns.predecessors.lists(columns.nodeSteps.count)
    hasRefused = columns.hasRefused
    cycles = columns.cycles
    requesters = columns.requesters
    escalations = columns.escalations
    overrules = columns.overrules
    limits = columns.limits
    selectors = reader.selectors
    numberOfSelector = reader.numberOfSelector
    typeNames = reader.typeNames
    types = columns.types
    byType = IndexLists(count: reader.typeNames.count, keys: columns.types)
  }

  /// What the entries say, in one pass.
  private struct Columns {
    var steps: [DecisionStep] = []
    var stepStarts: [Int32] = [0]
    var nodeSteps: [Int32] = []
    var nodeStarts: [Int32] = [0]
    var predecessors = IndexPairs()
    var hasRefused: [Bool] = []
    var cycles: [Int: [Int32]] = [:]
    var requesters: [ActorSource] = []
    var escalations: [[ActorEntry]] = []
    var overrules: [[ActorEntry]] = []
    var limits: [[Limit]] = []
    var types: [Int32] = []

    mutating func read(
      _ decision: EntityRef,
      _ graph: OrgGraph,
      _ reader: inout DecisionReader
    ) {
      types.append(reader.type(of: decision, graph))
      requesters.append(reader.requester(of: decision, graph))
      escalations.append(reader.actors(graph.field(.decisionEscalatesTo, of: decision), graph))
      overrules.append(reader.actors(graph.field(.decisionOverrule, of: decision), graph))
      limits.append(reader.limits(of: decision, graph))
      let first = steps.count
      var isRefused = false
      let stepGraph = reader.stepGraph(of: decision, into: &steps, &isRefused, graph)
      hasRefused.append(isRefused)
      stepStarts.append(Int32(truncatingIfNeeded: steps.count))
      append(stepGraph)
      nodeStarts.append(Int32(truncatingIfNeeded: nodeSteps.count))
      if nodeSteps.count == nodeStarts[decision.index], steps.count > first {
        cycles[decision.index] = rotated(stepGraph.cycle(), graph)
      }
    }

    /// Appends the nodes in topological order; of a circle nothing.
    private mutating func append(_ stepGraph: StepGraph) {
      let order = stepGraph.ordered()
      guard order.count == stepGraph.steps.count else { return }
      let start = nodeSteps.count
      var ranks = [Int32](repeating: 0, count: order.count)
      for (rank, node) in order.enumerated() {
        ranks[Int(node)] = Int32(truncatingIfNeeded: start + rank)
        nodeSteps.append(stepGraph.steps[Int(node)])
      }
      for node in order {
        for predecessor in stepGraph.predecessors[Int(node)] {
          predecessors.keys.append(ranks[Int(node)])
          predecessors.values.append(ranks[Int(predecessor)])
        }
      }
    }

    /// Steps without an id stand behind those with one, as written.
    private func rotated(_ cycle: [Int32], _ graph: OrgGraph) -> [Int32] {
      func precedes(_ first: Int32, _ second: Int32) -> Bool {
        switch (steps[Int(first)].name, steps[Int(second)].name) {
        case (nil, nil): first < second
        case (nil, _): false
        case (_, nil): true
        case (let first?, let second?):
          graph.symbols[first].lexicographicallyPrecedes(graph.symbols[second])
        }
      }
      let first = cycle.indices.min { precedes(cycle[$0], cycle[$1]) } ?? 0
      return Array(cycle[first...] + cycle[..<first])
    }
  }
}

extension DecisionFacts {
  /// The number of decisions.
  package var count: Int { types.count }

  /// Returns the positions in `steps` of a decision's steps, those of a `parallel` included.
  package func steps(of decision: Int) -> Range<Int> {
    Int(stepStarts[decision])..<Int(stepStarts[decision + 1])
  }

  func nodes(of decision: Int) -> Range<Int> {
    Int(nodeStarts[decision])..<Int(nodeStarts[decision + 1])
  }

  /// Returns the nodes of a decision's steps, each behind those it follows.
  ///
  /// A node is the position of a step in `steps`, or nil where steps side by side come together.
  /// Empty where steps wait for each other in a circle.
  package func order(of decision: Int) -> [(step: Int?, after: [Int])] {
    let nodes = nodes(of: decision)
    return nodes.map { node in
      let step = Int(nodeSteps[node])
      return (step < 0 ? nil : step, predecessors[node].map { Int($0) - nodes.lowerBound })
    }
  }

  /// Returns whether some steps of a decision wait for each other in a circle.
  package func isCyclic(_ decision: Int) -> Bool { cycles[decision] != nil }

  /// Returns one circle of steps, from the smallest id, as positions in `steps`.
  package func cycle(of decision: Int) -> [Int32] { cycles[decision] ?? [] }

  /// Returns the position of the selector with a text.
  func selector(_ symbol: UInt32) -> Int32? { numberOfSelector[symbol] }

  /// Returns whether the actors of a decision depend on the product.
  package func varies(_ decision: Int) -> Bool {
    requesters[decision].varies || steps(of: decision).contains { steps[$0].by.varies }
  }

  /// Returns the limits of a decision, as written.
  package func limits(of decision: Int) -> [Limit] { limits[decision] }

  /// Returns the type of a decision; its id where it declares none.
  package func type(of decision: Int) -> String { typeNames[Int(types[decision])] }

  /// Returns whether the limits of two decisions leave a case that both are for.
  package func overlap(_ first: Int, _ second: Int) -> Bool {
    limits[first].allSatisfy { limit in
      limits[second].allSatisfy { other in
        limit.name != other.name
          || max(limit.minimum, other.minimum) < min(limit.maximum, other.maximum)
      }
    }
  }

  /// Returns whether two decisions have a limit of one name.
  package func haveCommonLimit(_ first: Int, _ second: Int) -> Bool {
    limits[first].contains { limit in limits[second].contains { $0.name == limit.name } }
  }
}
