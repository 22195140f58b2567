import OrgAnalysis
import OrgModel

/// How decisions are made: a row for each, from who asks to who decides, hand-offs counted.
///
/// A decision is shown for the product with the longest way, or for the one asked for.
enum DecisionsView {
  /// The most decisions a picture shows.
  private static let mostRows = 24

  /// The most steps of a decision a picture shows.
  fileprivate static let mostSteps = 60

  static func diagram(_ scene: Scene) -> Diagram {
    let paths = longestFirst(paths(scene), scene)
    let isMarked = paths.map { scene.marks[EntityRef(.decision, $0.decision)] != nil }
    // With more than there is room for, those with findings are shown before others.
    let chosen = paths.indices.sorted { isMarked[$0] != isMarked[$1] ? isMarked[$0] : $0 < $1 }
      .prefix(mostRows).sorted()
    var diagram = Diagram(view: .decisions, title: title(scene))
    for index in chosen {
      var row = DecisionRow(path: paths[index], scene: scene)
      row.append(to: &diagram)
    }
    diagram.summary = summary(paths)
    if paths.count > mostRows {
      let rest = counted(paths.count - mostRows, "decision")
      diagram.notes = [
        "+ \(rest) not shown; orglint graph decisions --root product/ID draws those of a product"
      ]
    }
    let hidden = chosen.reduce(0) { $0 + max(0, paths[$1].actors.count - mostSteps) }
    if hidden > 0 {
      diagram.notes.append(
        "+ \(counted(hidden, "step")) not shown; a decision is drawn with its first \(mostSteps)"
      )
    }
    return diagram
  }

  private static func title(_ scene: Scene) -> String {
    guard let root = scene.options.root else { return GraphView.decisions.title }
    return (root.kind == .decision ? "Decision " : "Decisions for ") + scene.name(of: root)
  }

  private static func summary(_ paths: [DecisionPath]) -> String {
    guard let worst = paths.first else { return "No decision." }
    return "\(counted(paths.count, "decision")), the longest with "
      + "\(counted(worst.hands, "hand-off"))."
  }

  private static func paths(_ scene: Scene) -> [DecisionPath] {
    let facts = scene.facts
    if let root = scene.options.root, root.kind == .product {
      return facts.decisions(of: root.index).map { facts.evaluate(Int($0), for: root.index) }
    }
    if let root = scene.options.root { return [worst(root.index, facts)] }
    return (0..<facts.decisions.count).map { worst($0, facts) }
  }

  /// The path with the most hand-offs, of several the first product's.
  private static func worst(_ decision: Int, _ facts: OrgFacts) -> DecisionPath {
    let products = facts.products(of: decision)
    guard let first = products.first else { return facts.evaluate(decision, for: nil) }
    var worst = facts.evaluate(decision, for: Int(first))
    guard facts.decisions.varies(decision) else { return worst }
    for product in products.dropFirst() {
      let path = facts.evaluate(decision, for: Int(product))
      if path.hands > worst.hands { worst = path }
    }
    return worst
  }

  private static func longestFirst(_ paths: [DecisionPath], _ scene: Scene) -> [DecisionPath] {
    paths.sorted {
      $0.hands != $1.hands
        ? $0.hands > $1.hands
        : scene.graph.idPrecedes(
          EntityRef(.decision, $0.decision),
          EntityRef(.decision, $1.decision)
        )
    }
  }
}

/// One decision for one product, as a heading, who asks, and the steps.
private struct DecisionRow {
  let path: DecisionPath
  let scene: Scene
  private var heading = 0

  init(path: DecisionPath, scene: Scene) {
    self.path = path
    self.scene = scene
  }

  mutating func append(to diagram: inout Diagram) {
    heading = diagram.nodes.count
    diagram.nodes.append(headingNode())
    diagram.nodes.append(requesterNode())
    if scene.facts.decisions.isCyclic(path.decision) {
      appendCircle(to: &diagram)
    } else {
      appendSteps(to: &diagram)
    }
  }

  private func headingNode() -> Diagram.Node {
    let entity = EntityRef(.decision, path.decision)
    var node = scene.node(entity)
    node.shape = .heading
    let isCyclic = scene.facts.decisions.isCyclic(path.decision)
    node.lines.append(isCyclic ? "steps in a circle" : counted(path.hands, "hand-off"))
    if let product = path.product {
      node.lines.append("for " + scene.name(of: EntityRef(.product, product)))
    }
    let overrules = scene.facts.overrules(of: path.decision, for: path.product).map(\.actor)
    if !overrules.isEmpty { node.lines.append("overrule: " + names(overrules)) }
    let escalations = scene.facts.escalations(of: path.decision, for: path.product).map(\.actor)
    if !escalations.isEmpty { node.lines.append("escalates to: " + names(escalations)) }
    return node
  }

  private func requesterNode() -> Diagram.Node {
    var node = Diagram.Node(path.requester.map(name) ?? "anyone", parent: heading)
    node.entity = path.requester?.entity
    if path.requester == nil { node.shape = .open }
    node.lines = ["asks"]
    return node
  }

  /// Appends the steps at the column after all they follow.
  private func appendSteps(to diagram: inout Diagram) {
    let first = diagram.nodes.count
    // How many hand-offs of the longest way are behind each node, who asks before all.
    var reached = [0]
    let numbers = Dictionary(
      path.takeovers.enumerated().map { ($1, $0 + 1) },
      uniquingKeysWith: { first, _ in first }
    )
    let firstStep = scene.facts.decisions.steps(of: path.decision).lowerBound
    let order = scene.facts.decisions.order(of: path.decision)
    for (step, after) in order.prefix(DecisionsView.mostSteps) {
      var node = step.map(stepNode) ?? joinNode()
      let sources = after.isEmpty ? [0] : after.map { $0 + 1 }
      node.rank = 1 + (sources.map { diagram.nodes[first - 1 + $0].rank }.max() ?? 0)
      let target = diagram.nodes.count
      diagram.nodes.append(node)
      let longest = sources.max { reached[$0] < reached[$1] } ?? 0
      let number = step.flatMap { numbers[$0 - firstStep] }
      reached.append(number ?? reached[longest])
      for source in sources {
        var edge = Diagram.Edge(source: first - 1 + source, target: target)
        edge.isDirected = step != nil
        if source == longest, let number {
          edge.label = String(number)
          edge.details = "hand-off \(number)"
        }
        diagram.edges.append(edge)
      }
    }
  }

  /// Appends steps that wait for each other: as written, with a line back.
  private func appendCircle(to diagram: inout Diagram) {
    let first = diagram.nodes.count
    for step in scene.facts.decisions.steps(of: path.decision).prefix(DecisionsView.mostSteps) {
      var node = stepNode(step)
      node.rank = diagram.nodes.count - first + 1
      diagram.nodes.append(node)
      let target = diagram.nodes.count - 1
      diagram.edges.append(Diagram.Edge(source: target - 1, target: target))
    }
    guard diagram.nodes.count > first + 1 else { return }
    var edge = Diagram.Edge(source: diagram.nodes.count - 1, target: first, line: .dashed)
    edge.isBack = true
    edge.details = "the steps wait for each other in a circle"
    diagram.edges.append(edge)
  }

  private func stepNode(_ step: Int) -> Diagram.Node {
    let decisions = scene.facts.decisions
    let part = decisions.steps[step].part
    let actor = path.actors[step - decisions.steps(of: path.decision).lowerBound]
    var node = Diagram.Node(actor.map(name) ?? "nobody", entity: actor?.entity, parent: heading)
    node.shape = actor.map(scene.facts.isVacantSeat) ?? true ? .open : .box
    if node.shape == .box, !part.isBlocking { node.shape = .quiet }
    var words = part.rawValue
    let item = decisions.steps[step].item
    if !scene.options.redacts, let grounds = scene.graph.field(.stepGrounds, of: item),
      scene.graph[grounds].type == .text
    {
      words += " · " + scene.graph.text(grounds)
    }
    node.lines = [words]
    if let entity = actor?.entity { node.details = [scene.graph.path(entity)] }
    return node
  }

  private func joinNode() -> Diagram.Node {
    var node = Diagram.Node("", parent: heading)
    node.shape = .join
    return node
  }

  private func name(_ actor: Actor) -> String {
    actor.entity.map { scene.name(of: $0) } ?? "any of " + names(actor.members)
  }

  private func names(_ actors: [Actor]) -> String {
    let shown = actors.prefix(3).map { $0.entity.map { scene.name(of: $0) } ?? "any of several" }
    let rest = actors.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
