/// A tidy tree: parents centered above what is below them, subtrees as near as they can stand.
///
/// After Reingold and Tilford (1981): the outline of a subtree is kept row by row, and a subtree is
/// pushed to the right until its outline is clear of those before it; with the shorter outline
/// merged into the longer one, the whole is linear. Nodes without anything below them hang in
/// columns under their parent, so that a large group stays narrow.
struct TreeLayout {
  /// The most nodes in one hanging column, more in a large picture.
  private var columnLength: Int { diagram.nodes.count > 60 ? 14 : 8 }

  private static let gap = 24
  private static let indent = 20

  /// Rows of the outline, in pixels.
  private static let row = 12
  private static let levelRows = 3

  private let diagram: Diagram
  private let boxWidth: Int
  private let boxRows: Int
  private var placement: Placement

  /// The blocks below each node; behind the nodes stands what is above all roots.
  private var blocks: [[Block]]

  /// The outline of each node's subtree, until it is merged into the one above.
  private var outlines: [Outline]

  /// A subtree, or a column of nodes with nothing below them.
  private struct Block {
    var nodes: [Int]
    var isColumn: Bool
    /// Of a subtree the center of its root, of a column the left edge, from the parent's center.
    var x = 0
  }

  static func place(_ diagram: Diagram) -> Placement {
    var layout = TreeLayout(diagram)
    layout.findBlocks()
    for node in diagram.nodes.indices.reversed() { layout.join(node) }
    layout.join(diagram.nodes.count)
    layout.setPlaces()
    layout.placement.fit(border: Sizes.border)
    return layout.placement
  }

  private init(_ diagram: Diagram) {
    self.diagram = diagram
    let widest = diagram.nodes.map { Sizes.width(of: $0) }.max() ?? 0
    boxWidth = (min(max(widest, 110), 204) + 1) / 2 * 2
    boxRows = Sizes.height(lines: diagram.nodes.map(\.shownLines.count).max() ?? 0) / TreeLayout.row
    placement = Placement(count: diagram.nodes.count)
    blocks = [[Block]](repeating: [], count: diagram.nodes.count + 1)
    outlines = [Outline](repeating: Outline(), count: diagram.nodes.count + 1)
  }

  // MARK: - Blocks

  private mutating func findBlocks() {
    let top = diagram.nodes.count
    var children = [[Int]](repeating: [], count: top + 1)
    for (node, entry) in diagram.nodes.enumerated() {
      children[entry.parent < 0 ? top : entry.parent].append(node)
    }
    for parent in children.indices {
      let single = children[parent].filter { children[$0].isEmpty }
      blocks[parent] = columns(single)
      for child in children[parent] where !children[child].isEmpty {
        blocks[parent].append(Block(nodes: [child], isColumn: false))
      }
    }
  }

  /// Splits nodes over as few columns as they need, evenly; one alone is a tree of its own.
  private func columns(_ nodes: [Int]) -> [Block] {
    guard !nodes.isEmpty else { return [] }
    let count = (nodes.count + columnLength - 1) / columnLength
    let length = (nodes.count + count - 1) / count
    return stride(from: 0, to: nodes.count, by: length).map {
      Block(nodes: Array(nodes[$0..<min($0 + length, nodes.count)]), isColumn: nodes.count > 1)
    }
  }

  // MARK: - From below

  /// Puts the blocks below a node side by side, and the node above their middle.
  private mutating func join(_ node: Int) {
    var outline = Outline()
    for index in blocks[node].indices {
      let next = takeOutline(of: blocks[node][index])
      let shift = index == 0 ? 0 : outline.distance(to: next) + TreeLayout.gap
      blocks[node][index].x = shift
      outline.merge(next, shift: shift)
    }
    let anchors = blocks[node].map(anchor)
    let first = anchors.first ?? 0
    let last = anchors.last ?? 0
    let middle = hasOneColumn(node) ? first + drop : (first + last) / 2
    outline.offset -= middle
    for index in blocks[node].indices { blocks[node][index].x -= middle }
    guard node < diagram.nodes.count else {
      outlines[node] = outline
      return
    }
    if !blocks[node].isEmpty {
      for _ in 0..<TreeLayout.levelRows { outline.push(first - middle, last - middle) }
    }
    for _ in 0..<boxRows { outline.push(-boxWidth / 2, boxWidth / 2) }
    outlines[node] = outline
  }

  /// Whether all below a node hangs in one column, which then stands right under it.
  private func hasOneColumn(_ node: Int) -> Bool {
    blocks[node].count == 1 && blocks[node][0].isColumn
  }

  /// How far left of a node's center the line to its only column goes down.
  private var drop: Int { boxWidth / 2 - TreeLayout.indent / 2 }

  /// Where the line from the parent meets a block, from the parent's center.
  private func anchor(_ block: Block) -> Int {
    block.isColumn ? block.x + TreeLayout.indent / 2 : block.x
  }

  private mutating func takeOutline(of block: Block) -> Outline {
    if !block.isColumn, let node = block.nodes.first {
      let outline = outlines[node]
      outlines[node] = Outline()
      return outline
    }
    var outline = Outline()
    let rows = block.nodes.count * (boxRows + 1) - 1
    for _ in 0..<rows { outline.push(0, TreeLayout.indent + boxWidth) }
    return outline
  }

  // MARK: - From above

  private mutating func setPlaces() {
    let top = diagram.nodes.count
    let left = outlines[top].leftmost
    // The middle of each node and its upper edge; parents come before their children.
    var centers = [Int](repeating: 0, count: top + 1)
    centers[top] = Sizes.border - left
    place(blocksOf: top, from: Sizes.border, &centers)
    for node in diagram.nodes.indices where !blocks[node].isEmpty {
      let frame = placement.frames[node]
      place(blocksOf: node, from: frame.bottom + TreeLayout.levelRows * TreeLayout.row, &centers)
      placement.strokes.append(Placement.Stroke(path: lines(below: node), edge: nil))
    }
  }

  private mutating func place(blocksOf node: Int, from y: Int, _ centers: inout [Int]) {
    for block in blocks[node] {
      for (index, child) in block.nodes.enumerated() {
        let left = centers[node] + block.x
        centers[child] = block.isColumn ? left + TreeLayout.indent + boxWidth / 2 : left
        placement.frames[child] = Placement.Frame(
          x: centers[child] - boxWidth / 2,
          y: y + index * (boxRows + 1) * TreeLayout.row,
          width: boxWidth,
          height: boxRows * TreeLayout.row
        )
      }
    }
  }

  /// One path for all lines below a node: down, along, and to each block.
  private func lines(below node: Int) -> String {
    let frame = placement.frames[node]
    let bus = frame.bottom + TreeLayout.levelRows * TreeLayout.row / 2
    let start = frame.center - (hasOneColumn(node) ? drop : 0)
    var path = "M\(start) \(frame.bottom)V\(bus)"
    for block in blocks[node] {
      guard let first = block.nodes.first, let last = block.nodes.last else { continue }
      if block.isColumn {
        let x = placement.frames[first].x - TreeLayout.indent / 2
        path += "M\(start) \(bus)H\(x)V\(placement.frames[last].middle)"
        for child in block.nodes {
          path += "M\(x) \(placement.frames[child].middle)h\(TreeLayout.indent / 2)"
        }
      } else {
        let child = placement.frames[first]
        path += "M\(start) \(bus)H\(child.center)V\(child.y)"
      }
    }
    return path
  }
}

/// The left and right edge of a subtree in each row, from the center of its root.
private struct Outline {
  /// From the lowest row to the highest, so that a root is added at the end.
  private var lefts: [Int] = []
  private var rights: [Int] = []

  /// What is to be added to every edge.
  var offset = 0

  var leftmost: Int { (lefts.min() ?? 0) + offset }

  /// Adds a row at the top.
  mutating func push(_ left: Int, _ right: Int) {
    lefts.append(left - offset)
    rights.append(right - offset)
  }

  /// Returns how far another outline must be moved so that it touches this one at the right.
  func distance(to other: Outline) -> Int {
    let rows = min(rights.count, other.lefts.count)
    var distance = Int.min
    for row in 1..<rows + 1 {
      let right = rights[rights.count - row] + offset
      let left = other.lefts[other.lefts.count - row] + other.offset
      distance = max(distance, right - left)
    }
    return rows == 0 ? 0 : distance
  }

  /// Adds another outline, moved, at the right; the cost is that of the shorter one.
  mutating func merge(_ other: Outline, shift: Int) {
    if lefts.isEmpty {
      self = other
      offset += shift
      return
    }
    if lefts.count >= other.lefts.count {
      for row in 0..<other.rights.count {
        let right = other.rights[other.rights.count - 1 - row] + other.offset + shift
        rights[rights.count - 1 - row] = right - offset
      }
      return
    }
    var merged = other
    merged.offset += shift
    for row in 0..<lefts.count {
      merged.lefts[merged.lefts.count - 1 - row] =
        lefts[lefts.count - 1 - row] + offset - merged.offset
    }
    self = merged
  }
}
