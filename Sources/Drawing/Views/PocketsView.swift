import OrgAnalysis
import OrgModel

/// Which pocket carries the result of which product: nested boxes, with products in several of them
/// shown in each.
enum PocketsView {
  /// The most products shown in one pocket.
  private static let mostChips = 30

  /// The most pockets that the words in a product name.
  private static let mostNamed = 2

  static func diagram(_ scene: Scene) -> Diagram {
    let pockets = scene.facts.pockets
    let root = scene.options.root
    let cut = TreeCut(
      pockets.tree,
      root: root?.index,
      depth: scene.options.depth,
      marked: scene.marks.marked(.pocket)
    )
    var diagram = Diagram(view: .pockets, title: GraphView.pockets.title)
    if let root { diagram.title += " in " + scene.name(of: root) }
    scene.append(cut, to: &diagram) { node($0, scene) }
    diagram.edges = []
    var chips = Chips(cut: cut, scene: scene)
    chips.append(to: &diagram)
    if root == nil { chips.appendUncovered(to: &diagram) }
    diagram.summary = summary(cut, chips, scene)
    diagram.notes = TreeWords.notes(cut, "pocket", "pockets", view: .pockets)
    return diagram
  }

  private static func node(_ pocket: Int, _ scene: Scene) -> Diagram.Node {
    let entity = EntityRef(.pocket, pocket)
    let pockets = scene.facts.pockets
    var node = scene.node(entity)
    node.shape = .container
    let owners = pockets.owners[pocket]
    let names = owners.prefix(mostNamed).map { scene.name(of: EntityRef(.person, Int($0))) }
    var words = names.isEmpty ? "no owner" : names.joined(separator: ", ")
    if owners.count > mostNamed { words += " and \(owners.count - mostNamed) more" }
    if pockets.dimensionNames.count > 1, !scene.options.redacts {
      words += " · by " + pockets.dimension(of: pocket)
    }
    node.lines.append(words)
    return node
  }

  private static func summary(_ cut: TreeCut, _ chips: Chips, _ scene: Scene) -> String {
    var words = "\(counted(cut.entries.count, "pocket")) with "
    words += counted(chips.productCount, "product")
    if chips.overlapCount > 0 {
      words += "; \(counted(chips.overlapCount, "product")) in two or more of them"
    }
    return words + "."
  }

  /// The products in the pockets that are shown.
  private struct Chips {
    let scene: Scene

    /// The node of each pocket, of one that is not shown the nearest above; -1 for none.
    private var nodeOfPocket: [Int]
    private var counts: [Int]
    private(set) var productCount = 0
    private(set) var overlapCount = 0

    init(cut: TreeCut, scene: Scene) {
      self.scene = scene
      let tree = scene.facts.pockets.tree
      nodeOfPocket = [Int](repeating: -1, count: tree.count)
      for (node, pocket) in cut.entries.enumerated() { nodeOfPocket[Int(pocket)] = node }
      for pocket in tree.preorder where nodeOfPocket[Int(pocket)] < 0 {
        if let above = tree.parent(of: Int(pocket)) {
          nodeOfPocket[Int(pocket)] = nodeOfPocket[above]
        }
      }
      counts = [Int](repeating: 0, count: cut.entries.count)
    }

    mutating func append(to diagram: inout Diagram) {
      for product in scene.facts.products.checked { append(Int(product), to: &diagram) }
      for (pocket, count) in counts.enumerated() where count > PocketsView.mostChips {
        let rest = count - PocketsView.mostChips
        var more = Diagram.Node("+ \(counted(rest, "product"))", parent: pocket)
        more.shape = .more
        diagram.nodes.append(more)
      }
    }

    private mutating func append(_ product: Int, to diagram: inout Diagram) {
      let claims = scene.facts.pockets.smallestClaims(on: product)
      guard claims.contains(where: { nodeOfPocket[Int($0.pocket)] >= 0 }) else { return }
      productCount += 1
      let isOverlap = isOverlap(product, claims)
      if isOverlap { overlapCount += 1 }
      var first: Int?
      let shares =
        scene.facts.pockets.isShared(product) ? scene.facts.pockets.shares(of: product) : []
      let shareOfPocket = Dictionary(
        shares.map { ($0.pocket, $0) },
        uniquingKeysWith: { first, _ in first }
      )
      for claim in claims {
        let pocket = nodeOfPocket[Int(claim.pocket)]
        guard pocket >= 0 else { continue }
        counts[pocket] += 1
        guard counts[pocket] <= PocketsView.mostChips else { continue }
        var chip = scene.node(EntityRef(.product, product), parent: pocket)
        chip.shape = isOverlap ? .twice : .chip
        if let words = words(claim, claims, shareOfPocket) { chip.lines.append(words) }
        diagram.nodes.append(chip)
        let position = diagram.nodes.count - 1
        if let first, isOverlap, diagram.nodes[first].parent != pocket {
          diagram.edges.append(
            Diagram.Edge(
              source: first,
              target: position,
              line: .dashed,
              details: "the same product",
              isDirected: false
            )
          )
        }
        first = first ?? position
      }
    }

    /// Whether a product is claimed twice without being shared or split by dimension.
    private func isOverlap(_ product: Int, _ claims: [Claim]) -> Bool {
      let pockets = scene.facts.pockets
      return claims.count > 1 && !pockets.isOverlapShared(product, claims)
        && !pockets.haveDifferentDimensions(claims)
    }

    private func words(
      _ claim: Claim,
      _ claims: [Claim],
      _ shares: [Int32: Share]
    ) -> String? {
      if !shares.isEmpty {
        guard let percent = shares[claim.pocket]?.percent, abs(percent) < 1e6 else {
          return "shared"
        }
        return "shared, \(Int(percent.rounded())) %"
      }
      // Each pocket claims a product once.
      guard claims.count > 1 else { return nil }
      let others = claims.lazy.filter { $0.pocket != claim.pocket }
      let names = others.prefix(PocketsView.mostNamed).map {
        scene.name(of: EntityRef(.pocket, Int($0.pocket)))
      }
      let rest = claims.count - 1 - names.count
      return "also in " + names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// Appends the products that no pocket claims.
    mutating func appendUncovered(to diagram: inout Diagram) {
      guard scene.facts.pockets.count > 0 else { return }
      let products = scene.facts.products.checked.filter {
        scene.facts.pockets.claims(on: Int($0)).isEmpty
      }
      guard !products.isEmpty else { return }
      var container = Diagram.Node("In no pocket")
      container.shape = .open
      container.lines = [counted(products.count, "product")]
      let parent = diagram.nodes.count
      diagram.nodes.append(container)
      for product in products.prefix(PocketsView.mostChips) {
        var chip = scene.node(EntityRef(.product, Int(product)), parent: parent)
        chip.shape = .chip
        diagram.nodes.append(chip)
      }
      let rest = products.count - PocketsView.mostChips
      guard rest > 0 else { return }
      var more = Diagram.Node("+ \(counted(rest, "product"))", parent: parent)
      more.shape = .more
      diagram.nodes.append(more)
    }
  }
}
