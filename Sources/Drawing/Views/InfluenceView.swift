import OrgAnalysis
import OrgModel

/// Which metric drives which: from what is done at the left to results at the right.
enum InfluenceView {
  /// The most metrics a picture shows.
  private static let room = 90

  /// The most influences a picture shows.
  private static let mostEdges = 400

  /// The most metrics without any influence that a picture shows.
  private static let mostApart = 12

  /// How many steps from the metric asked for are shown.
  private static let usualDepth = 3

  /// The most holders named below a metric.
  private static let mostHolders = 2

  static func diagram(_ scene: Scene) -> Diagram {
    var metrics = chosen(scene)
    let connected = metrics.count
    if scene.options.root == nil { metrics += apart(scene).prefix(mostApart) }
    var diagram = Diagram(view: .influence, title: GraphView.influence.title)
    if let root = scene.options.root { diagram.title = "Influence around " + scene.name(of: root) }
    var nodes = [Int](repeating: -1, count: scene.graph.count(.metric))
    for metric in metrics.sorted() {
      nodes[metric] = diagram.nodes.count
      diagram.nodes.append(node(metric, scene))
    }
    appendEdges(to: &diagram, nodes, scene)
    let hidden = diagram.edges.count - mostEdges
    if hidden > 0 { diagram.edges.removeLast(hidden) }
    diagram.summary =
      "\(counted(metrics.count, "metric")) with \(counted(diagram.edges.count, "influence"))."
    diagram.notes = notes(connected, scene)
    if hidden > 0 { diagram.notes.append("+ \(counted(hidden, "influence")) not shown") }
    return diagram
  }

  private static func notes(_ connected: Int, _ scene: Scene) -> [String] {
    guard scene.options.root == nil else { return [] }
    let apart = apart(scene).count
    var notes: [String] = []
    let rest = scene.graph.count(.metric) - apart - connected
    if rest > 0 {
      notes.append(
        "+ \(counted(rest, "metric")) not shown; orglint graph influence --root metric/ID draws what is near"
      )
    }
    if apart > mostApart {
      notes.append("+ \(counted(apart - mostApart, "metric")) without any influence")
    }
    return notes
  }

  /// Returns the metrics that neither drive nor are driven, those with findings first.
  private static func apart(_ scene: Scene) -> [Int] {
    let facts = scene.facts.metrics
    let apart = (0..<scene.graph.count(.metric)).filter {
      facts.outgoing.count(of: $0) + facts.incoming.count(of: $0) == 0
    }
    let isMarked = apart.map { scene.marks[EntityRef(.metric, $0)] != nil }
    return zip(apart, isMarked).filter(\.1).map(\.0)
      + zip(apart, isMarked).filter { !$0.1 }.map(\.0)
  }

  /// Returns what is near the metric asked for, else what is nearest to results.
  private static func chosen(_ scene: Scene) -> [Int] {
    let facts = scene.facts.metrics
    if let root = scene.options.root {
      let depth = scene.options.depth ?? usualDepth
      let below = near([root.index], depth, facts, forward: true)
      let above = near([root.index], depth, facts, forward: false)
      return Array(Set(below).union(above))
    }
    let all = 0..<scene.graph.count(.metric)
    let ends = all.filter { facts.outgoing.count(of: $0) == 0 && facts.incoming.count(of: $0) > 0 }
    var found = near(ends, scene.options.depth ?? .max, facts, forward: false)
    // What only leads into a loop has no end to come from.
    let rest = Set(all.filter { facts.incoming.count(of: $0) > 0 }).subtracting(found).sorted()
    if found.count < room, !rest.isEmpty {
      let further = near(rest, scene.options.depth ?? .max, facts, forward: false)
      found += Set(further).subtracting(found).sorted().prefix(room - found.count)
    }
    return found
  }

  /// Walks breadth first until the picture is full.
  private static func near(
    _ starts: [Int],
    _ depth: Int,
    _ facts: MetricFacts,
    forward: Bool
  ) -> [Int] {
    var found = Array(starts.prefix(room))
    var seen = Set(found)
    var start = 0
    var level = 0
    while start < found.count, level < depth, found.count < room {
      let end = found.count
      for metric in found[start..<end] {
        for influence in forward ? facts.outgoing[metric] : facts.incoming[metric] {
          let edge = facts.influences[Int(influence)]
          let next = Int(forward ? edge.target : edge.source)
          guard found.count < room, seen.insert(next).inserted else { continue }
          found.append(next)
        }
      }
      start = end
      level += 1
    }
    return found
  }

  private static func node(_ metric: Int, _ scene: Scene) -> Diagram.Node {
    var node = scene.node(EntityRef(.metric, metric))
    let holders = scene.facts.incentives.byMetric[metric].filter {
      scene.facts.incentives.list[Int($0)].holder >= 0
    }
    guard !holders.isEmpty else { return node }
    var words = holders.prefix(mostHolders).map { holder(Int($0), scene) }
    if holders.count > mostHolders { words.append("+ \(holders.count - mostHolders)") }
    node.lines.append(words.joined(separator: " · "))
    node.details += holders.prefix(12).map { "incentive: " + holder(Int($0), scene) }
    return node
  }

  private static func holder(_ index: Int, _ scene: Scene) -> String {
    let incentive = scene.facts.incentives.list[index]
    let arrow =
      switch incentive.direction {
      case .increase: "↑"
      case .decrease: "↓"
      case .maintain: "="
      }
    return "\(arrow) \(scene.graph.id(scene.facts.incentives.holders[Int(incentive.holder)]))"
  }

  private static func appendEdges(
    to diagram: inout Diagram,
    _ nodes: [Int],
    _ scene: Scene
  ) {
    for influence in scene.facts.metrics.influences {
      let source = nodes[Int(influence.source)]
      let target = nodes[Int(influence.target)]
      guard source >= 0, target >= 0 else { continue }
      var edge = Diagram.Edge(source: source, target: target)
      edge.label = influence.sign < 0 ? "−" : "+"
      let (line, word): (Diagram.Edge.Line, String) =
        switch influence.confidence {
        case 2: (.solid, "verified")
        case 1: (.dashed, "correlated")
        default: (.dotted, "hypothesized")
        }
      edge.line = line
      let effect = influence.sign < 0 ? "lowers" : "raises"
      edge.details =
        "\(diagram.nodes[source].title) \(effect) \(diagram.nodes[target].title) (\(word))"
      diagram.edges.append(edge)
    }
  }
}
