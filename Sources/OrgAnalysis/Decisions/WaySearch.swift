import OrgModel

/// The longest way through the steps of a decision, from the requester.
///
/// A step that nobody has to wait for, or whose actor is void, and every join let through what comes
/// before them. A hand-off costs 0 or 1, so it is enough to let through the best that comes before
/// and the best with another actor than that.
struct WaySearch {
  private let path: DecisionPath
  private let firstNode: Int
  private let nodeCount: Int
  private let predecessors: IndexLists

  /// The step at each node, from 0 as in the path; -1 for a join.
  private var steps: [Int32]
  /// What is common to equal actors, by node, the last one the requester; nobody where let through.
  private var keys: [UInt32]
  private var values: [Int32]
  /// The node a step follows on the longest way to it; -1 at the requester.
  private var previous: [Int32]
  /// The one or two nodes that what follows a node has to look at.
  private var first: [Int32]
  private var second: [Int32]

  /// The key of nobody.
  private static let nobody = UInt32.max

  private var requester: Int32 { Int32(truncatingIfNeeded: nodeCount) }

  /// Looks up who takes each step; the facts are not kept, as a copy costs more than the search.
  init(_ facts: OrgFacts, _ path: DecisionPath) {
    self.path = path
    let nodes = facts.decisions.nodes(of: path.decision)
    let firstStep = facts.decisions.steps(of: path.decision).lowerBound
    firstNode = nodes.lowerBound
    nodeCount = nodes.count
    predecessors = facts.decisions.predecessors
    steps = facts.decisions.nodeSteps[nodes].map { max(-1, $0 - Int32(firstStep)) }
    keys = [UInt32](repeating: WaySearch.nobody, count: nodes.count + 1)
    values = [Int32](repeating: 0, count: nodes.count + 1)
    previous = [Int32](repeating: -1, count: nodes.count + 1)
    first = previous
    second = previous
    for (node, step) in steps.enumerated()
    where step >= 0 && facts.decisions.steps[firstStep + Int(step)].part.isBlocking {
      if let actor = path.actors[Int(step)] { keys[node] = key(of: actor, at: node, facts) }
    }
    if let actor = path.requester { keys[nodeCount] = key(of: actor, at: 0, facts) }
  }

  private func key(of actor: Actor, at node: Int, _ facts: OrgFacts) -> UInt32 {
    if let entity = facts.identity(of: actor).entity { return entity.packed }
    for other in 0..<node where keys[other] != WaySearch.nobody {
      if let same = self.actor(at: other), facts.isSame(same, actor) { return keys[other] }
    }
    // No kind of entry has the number 15.
    return 0xF000_0000 | UInt32(truncatingIfNeeded: node)
  }

  /// Finds the way to every step; returns the last step of the longest, nil without any step.
  mutating func run() -> Int32? {
    var end: Int32?
    for node in 0..<nodeCount {
      collect(node)
      guard keys[node] != WaySearch.nobody else { continue }
      follow(node)
      let number = Int32(truncatingIfNeeded: node)
      if let known = end, !isBetter(number, values[node], known, values[Int(known)]) { continue }
      end = number
    }
    return end
  }

  func value(at node: Int32) -> Int32 { values[Int(node)] }

  /// Returns the actors up to a node, from the requester, equal neighbors merged.
  func way(to end: Int32) -> [Actor] {
    var way: [Actor] = []
    var lastKey: UInt32?
    var node = end
    while node >= 0 {
      let actor = node == requester ? path.requester : actor(at: Int(node))
      if let actor {
        // Of equal neighbors the one nearest to the requester is shown.
        if keys[Int(node)] == lastKey { way.removeLast() }
        way.append(actor)
        lastKey = keys[Int(node)]
      }
      node = previous[Int(node)]
    }
    return way.reversed()
  }

  private func actor(at node: Int) -> Actor? {
    steps[node] < 0 ? nil : path.actors[Int(steps[node])]
  }

  /// Brings together what comes before a node.
  private mutating func collect(_ node: Int) {
    let before = predecessors[firstNode + node]
    if before.isEmpty {
      first[node] = requester
      return
    }
    for predecessor in before {
      let position = Int(predecessor) - firstNode
      offer(first[position], to: node)
      offer(second[position], to: node)
    }
  }

  private mutating func offer(_ candidate: Int32, to node: Int) {
    guard candidate >= 0, candidate != first[node], candidate != second[node] else { return }
    let known = first[node]
    if known < 0 || isBetter(candidate, values[Int(candidate)], known, values[Int(known)]) {
      if known >= 0, keys[Int(known)] != keys[Int(candidate)] { second[node] = known }
      first[node] = candidate
    } else if keys[Int(known)] != keys[Int(candidate)] {
      let other = second[node]
      if other < 0 || isBetter(candidate, values[Int(candidate)], other, values[Int(other)]) {
        second[node] = candidate
      }
    }
  }

  /// Lets the actor of a node take over from the best that comes before.
  private mutating func follow(_ node: Int) {
    let (one, two) = (first[node], second[node])
    var best = one
    if two >= 0, isBetter(two, value(at: node, after: two), one, value(at: node, after: one)) {
      best = two
    }
    values[node] = value(at: node, after: best)
    previous[node] = best
    first[node] = Int32(truncatingIfNeeded: node)
    second[node] = -1
  }

  private func value(at node: Int, after other: Int32) -> Int32 {
    if other == requester, path.requester == nil { return 0 }
    return values[Int(other)] + (keys[Int(other)] == keys[node] ? 0 : 1)
  }

  /// The greater value, then the step listed first; the requester stands behind every step, so
  /// that a void one never displaces a step.
  private func isBetter(_ node: Int32, _ value: Int32, _ other: Int32, _ otherValue: Int32) -> Bool
  {
    if value != otherValue { return value > otherValue }
    return rank(node) < rank(other)
  }

  private func rank(_ node: Int32) -> Int32 {
    node == requester ? .max : steps[Int(node)]
  }
}
