/// Columns from left to right, lines between them, each with a place of its own at a node's side.
struct LayerLayout {
  private static let columnGap = 72
  private static let rowGap = 14
  private static let portGap = 18

  private let diagram: Diagram
  private let boxWidth: Int
  private let boxHeight: Int
  private let layering: Layering
  private var placement: Placement
  private var heights: [Int]

  /// The middle of each cell.
  private var middles: [Double]

  static func place(_ diagram: Diagram) -> Placement {
    var layout = LayerLayout(diagram)
    layout.setMiddles()
    layout.setFrames()
    layout.connect()
    layout.placement.fit(border: Sizes.border)
    return layout.placement
  }

  /// The nodes without any line, which stand in rows below the others.
  private let single: [Int]

  private init(_ diagram: Diagram) {
    self.diagram = diagram
    var isConnected = [Bool](repeating: false, count: diagram.nodes.count)
    for edge in diagram.edges {
      isConnected[edge.source] = true
      isConnected[edge.target] = true
    }
    single = diagram.nodes.indices.filter { !isConnected[$0] }
    boxWidth = min(max(diagram.nodes.map { Sizes.width(of: $0) }.max() ?? 0, 100), 230)
    boxHeight = Sizes.height(lines: diagram.nodes.map(\.shownLines.count).max() ?? 0)
    layering = Layering(
      nodeCount: diagram.nodes.count,
      edges: diagram.edges.map { ($0.source, $0.target) },
      leavingOut: single
    )
    placement = Placement(count: diagram.nodes.count)
    let base = boxHeight
    heights = layering.cells.map { cell in
      guard cell.isNode else { return 4 }
      return max(base, max(cell.before.count, cell.behind.count) * LayerLayout.portGap + 6)
    }
    middles = [Double](repeating: 0, count: layering.cells.count)
  }

  // MARK: - Nodes

  /// Moves each column towards what it is connected with, to and fro, without changing its order.
  private mutating func setMiddles() {
    for column in layering.columns { settle(column, towards: column.map { middles[$0] }) }
    for sweep in 0..<16 {
      let columns = sweep % 2 == 0 ? layering.columns : layering.columns.reversed()
      for column in columns {
        let wishes = column.map { cell in
          let own = layering.cells[cell]
          let sides =
            sweep < 12 ? (sweep % 2 == 0 ? own.before : own.behind) : own.before + own.behind
          guard !sides.isEmpty else { return middles[cell] }
          return sides.reduce(0) { $0 + middles[$1] } / Double(sides.count)
        }
        settle(column, towards: wishes)
      }
    }
  }

  /// Gives the cells of a column the places nearest to what they wish that keep them apart.
  ///
  /// Neighbors that would overlap are pooled and stand around the mean of their wishes.
  private mutating func settle(_ column: [Int], towards wishes: [Double]) {
    var offsets: [Double] = []
    var pools: [(start: Int, sum: Double, count: Int)] = []
    for (index, cell) in column.enumerated() {
      let gap =
        index == 0
        ? 0
        : Double((heights[column[index - 1]] + heights[cell]) / 2 + LayerLayout.rowGap)
      offsets.append((offsets.last ?? 0) + gap)
      pools.append((index, wishes[index] - offsets[index], 1))
      while pools.count > 1 {
        let (last, previous) = (pools[pools.count - 1], pools[pools.count - 2])
        guard last.sum / Double(last.count) < previous.sum / Double(previous.count) else { break }
        pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    for pool in pools {
      let mean = pool.sum / Double(pool.count)
      for index in pool.start..<pool.start + pool.count {
        middles[column[index]] = mean + offsets[index]
      }
    }
  }

  private mutating func setFrames() {
    let connected = layering.columns.joined()
    let top = connected.map { middles[$0] - Double(heights[$0]) / 2 }.min() ?? 0
    for cell in middles.indices { middles[cell] += Double(Sizes.border) - top }
    for node in diagram.nodes.indices {
      placement.frames[node] = Placement.Frame(
        x: left(of: node),
        y: Int(middles[node].rounded()) - heights[node] / 2,
        width: boxWidth,
        height: heights[node]
      )
    }
    setSingleFrames()
  }

  private mutating func setSingleFrames() {
    let isSingle = Set(single)
    let bottom = diagram.nodes.indices.filter { !isSingle.contains($0) }
      .map { placement.frames[$0].bottom }.max()
    let top = bottom.map { $0 + 2 * LayerLayout.rowGap } ?? Sizes.border
    let step = boxWidth + LayerLayout.rowGap
    let whole = max(layering.columns.count, 4) * (boxWidth + LayerLayout.columnGap)
    let columns = max(1, whole / step)
    for (index, node) in single.enumerated() {
      placement.frames[node] = Placement.Frame(
        x: Sizes.border + index % columns * step,
        y: top + index / columns * (boxHeight + LayerLayout.rowGap),
        width: boxWidth,
        height: boxHeight
      )
    }
  }

  private func left(of cell: Int) -> Int {
    Sizes.border + layering.cells[cell].column * (boxWidth + LayerLayout.columnGap)
  }

  // MARK: - Lines

  private mutating func connect() {
    let (leaving, entering) = ports()
    for (index, edge) in diagram.edges.enumerated() {
      var stroke = Placement.Stroke(path: "", edge: index)
      let way = layering.ways[index]
      guard let first = way.first, let last = way.last else {
        loop(at: edge.source, &stroke)
        placement.strokes.append(stroke)
        continue
      }
      var points = [(x: left(of: first) + boxWidth, y: leaving[index])]
      for cell in way.dropFirst().dropLast() {
        let y = Int(middles[cell].rounded())
        points += [(left(of: cell), y), (left(of: cell) + boxWidth, y)]
      }
      points.append((left(of: last), entering[index]))
      if layering.isBack[index] { points.reverse() }
      stroke.path = curve(points)
      let (x, y) = points[points.count - 1]
      stroke.end = (x, y)
      stroke.direction.x = layering.isBack[index] ? -1 : 1
      stroke.labelX = x - 20 * stroke.direction.x
      stroke.labelY = y
      placement.strokes.append(stroke)
    }
  }

  /// Returns the height at which each line leaves its left node and enters its right one: spread
  /// over the sides, sorted by where the lines lead.
  private func ports() -> (leaving: [Int], entering: [Int]) {
    var leaving = [Int](repeating: 0, count: diagram.edges.count)
    var entering = leaving
    var right = [[(edge: Int, other: Double)]](repeating: [], count: diagram.nodes.count)
    var left = right
    for (index, way) in layering.ways.enumerated() where way.count > 1 {
      right[way[0]].append((index, middles[way[1]]))
      left[way[way.count - 1]].append((index, middles[way[way.count - 2]]))
    }
    for node in diagram.nodes.indices {
      spread(right[node], over: placement.frames[node], &leaving)
      spread(left[node], over: placement.frames[node], &entering)
    }
    return (leaving, entering)
  }

  private func spread(
    _ ends: [(edge: Int, other: Double)],
    over frame: Placement.Frame,
    _ heights: inout [Int]
  ) {
    let sorted = ends.sorted { ($0.other, $0.edge) < ($1.other, $1.edge) }
    for (position, end) in sorted.enumerated() {
      heights[end.edge] = frame.y + frame.height * (2 * position + 1) / (2 * sorted.count)
    }
  }

  /// A smooth line through points that lie on one level in pairs.
  private func curve(_ points: [(x: Int, y: Int)]) -> String {
    var path = "M\(points[0].x) \(points[0].y)"
    for index in 1..<points.count {
      let (from, to) = (points[index - 1], points[index])
      if from.y == to.y {
        path += "H\(to.x)"
      } else {
        let middle = (from.x + to.x) / 2
        path += "C\(middle) \(from.y) \(middle) \(to.y) \(to.x) \(to.y)"
      }
    }
    return path
  }

  /// A line from a node to itself, over its upper right corner.
  private func loop(at node: Int, _ stroke: inout Placement.Stroke) {
    let frame = placement.frames[node]
    let (x, y) = (frame.right, frame.y)
    stroke.path = "M\(x - 28) \(y)C\(x - 28) \(y - 26) \(x + 26) \(y + 4) \(x) \(y + 16)"
    stroke.end = (x, y + 16)
    stroke.direction.x = -1
    stroke.labelX = x + 8
    stroke.labelY = y - 8
  }
}
