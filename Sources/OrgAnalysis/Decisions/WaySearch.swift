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

  /// The nodes in topological order, and the requester behind them.
  private var nodes: [Node]

  private struct Node {
    /// The step, from 0 as in the path; -1 for a join.
    var step: Int32
    /// What is common to equal actors; `nobody` where let through.
    var key = WaySearch.nobody
    /// The hand-offs on the longest way to it.
    var value: Int32 = 0
    /// The node it follows on the longest way to it; -1 at the requester.
    var previous: Int32 = -1
    /// The one or two nodes that what follows has to look at.
    var first: Int32 = -1
    var second: Int32 = -1
  }

  /// The key of nobody.
  private static let nobody = UInt32.max

  private var requester: Int32 { Int32(truncatingIfNeeded: nodeCount) }

  /// Looks up who takes each step; the facts are not kept, as a copy costs more than the search.
  init(_ facts: OrgFacts, _ path: DecisionPath) {
    self.path = path
    let range = facts.decisions.nodes(of: path.decision)
    let firstStep = facts.decisions.steps(of: path.decision).lowerBound
    firstNode = range.lowerBound
    nodeCount = range.count
    predecessors = facts.decisions.predecessors
    nodes = [Node](repeating: Node(step: -1), count: range.count + 1)
    var groups: [Actor: UInt32] = [:]
    for node in 0..<range.count {
      let step = Int(facts.decisions.nodeSteps[range.lowerBound + node])
      guard step >= 0 else { continue }
      nodes[node].step = Int32(truncatingIfNeeded: step - firstStep)
      guard facts.decisions.steps[step].part.isBlocking,
        let actor = path.actors[step - firstStep]
      else { continue }
      nodes[node].key = WaySearch.key(of: actor, &groups, facts)
    }
    if let actor = path.requester {
      nodes[nodeCount].key = WaySearch.key(of: actor, &groups, facts)
    }
  }

  /// An any-of gets a number of its own, the same ones one.
  private static func key(
    of actor: Actor,
    _ groups: inout [Actor: UInt32],
    _ facts: OrgFacts
  ) -> UInt32 {
    let identity = facts.identity(of: actor)
    if let entity = identity.entity { return entity.packed }
    // No kind of entry has the number 15.
    let number = groups[identity] ?? 0xF000_0000 | UInt32(truncatingIfNeeded: groups.count)
    groups[identity] = number
    return number
  }

  /// Finds the way to every step; returns the last step of the longest, nil without any step.
  mutating func run() -> Int32? {
    var end: Int32?
    for node in 0..<nodeCount {
      collect(node)
      guard nodes[node].key != WaySearch.nobody else { continue }
      follow(node)
      let number = Int32(truncatingIfNeeded: node)
      if let known = end, !isBetter(number, nodes[node].value, known, nodes[Int(known)].value) {
        continue
      }
      end = number
    }
    return end
  }

  func value(at node: Int32) -> Int32 { nodes[Int(node)].value }

  /// Returns the actors up to a node, from the requester, equal neighbors merged.
  func way(to end: Int32) -> [Actor] {
    var way: [Actor] = []
    var lastKey: UInt32?
    var node = end
    while node >= 0 {
      let actor = node == requester ? path.requester : actor(at: Int(node))
      if let actor {
        // Of equal neighbors the one nearest to the requester is shown.
        if nodes[Int(node)].key == lastKey { way.removeLast() }
        way.append(actor)
        lastKey = nodes[Int(node)].key
      }
      node = nodes[Int(node)].previous
    }
    return way.reversed()
  }

  /// Returns the steps up to a node that take over from somebody, from the requester.
  func takeovers(to end: Int32) -> [Int] {
    var steps: [Int] = []
    var node = end
    while node >= 0, node != requester {
      let previous = nodes[Int(node)].previous
      if previous >= 0, nodes[Int(previous)].value < nodes[Int(node)].value {
        steps.append(Int(nodes[Int(node)].step))
      }
      node = previous
    }
    return steps.reversed()
  }

  /// The actor from whom each step takes over on the longest way to it; nil at its begin and for
  /// a step that is let through.
  var actorsBefore: [Actor?] {
    var actors = [Actor?](repeating: nil, count: path.actors.count)
    for node in nodes[..<nodeCount] where node.step >= 0 && node.previous >= 0 {
      let previous = node.previous
      actors[Int(node.step)] = previous == requester ? path.requester : actor(at: Int(previous))
    }
    return actors
  }

  private func actor(at node: Int) -> Actor? {
    nodes[node].step < 0 ? nil : path.actors[Int(nodes[node].step)]
  }

  /// Brings together what comes before a node.
  private mutating func collect(_ node: Int) {
    let before = predecessors[firstNode + node]
    if before.isEmpty {
      nodes[node].first = requester
      return
    }
    for predecessor in before {
      let position = Int(predecessor) - firstNode
      offer(nodes[position].first, to: node)
      offer(nodes[position].second, to: node)
    }
  }

  private mutating func offer(_ candidate: Int32, to node: Int) {
    guard candidate >= 0, candidate != nodes[node].first, candidate != nodes[node].second else {
      return
    }
    let known = nodes[node].first
    if known < 0 || isBetter(candidate, nodes[Int(candidate)].value, known, nodes[Int(known)].value)
    {
      if known >= 0, nodes[Int(known)].key != nodes[Int(candidate)].key {
        nodes[node].second = known
      }
      nodes[node].first = candidate
    } else if nodes[Int(known)].key != nodes[Int(candidate)].key {
      let other = nodes[node].second
      if other < 0
        || isBetter(candidate, nodes[Int(candidate)].value, other, nodes[Int(other)].value)
      {
        nodes[node].second = candidate
      }
    }
  }

  /// Lets the actor of a node take over from the best that comes before.
  private mutating func follow(_ node: Int) {
    let (one, two) = (nodes[node].first, nodes[node].second)
    var best = one
    if two >= 0, isBetter(two, value(at: node, after: two), one, value(at: node, after: one)) {
      best = two
    }
    nodes[node].value = value(at: node, after: best)
    nodes[node].previous = best
    nodes[node].first = Int32(truncatingIfNeeded: node)
    nodes[node].second = -1
  }

  private func value(at node: Int, after other: Int32) -> Int32 {
    if other == requester, path.requester == nil { return 0 }
    return nodes[Int(other)].value + (nodes[Int(other)].key == nodes[node].key ? 0 : 1)
  }

  /// The greater value, then the step listed first; the requester stands behind every step, so
  /// that a void one never displaces a step.
  private func isBetter(_ node: Int32, _ value: Int32, _ other: Int32, _ otherValue: Int32) -> Bool
  {
    if value != otherValue { return value > otherValue }
    return rank(node) < rank(other)
  }

  private func rank(_ node: Int32) -> Int32 {
    node == requester ? .max : nodes[Int(node)].step
  }
}
