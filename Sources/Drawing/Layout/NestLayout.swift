/// Boxes in boxes: chips in a grid, and below them the inner boxes in rows.
///
/// Sizes are found from the innermost out, places from the outermost in.
struct NestLayout {
  private static let gap = 12
  private static let chipGap = 8

  private let diagram: Diagram
  private let chipWidth: Int
  private let chipHeight: Int
  private var placement: Placement

  /// The chips and the boxes in each node; behind the nodes stands the whole.
  private var chips: [[Int]]
  private var boxes: [[Int]]

  /// The columns of chips of each node.
  private var columns: [Int]

  static func place(_ diagram: Diagram) -> Placement {
    var layout = NestLayout(diagram)
    for node in diagram.nodes.indices.reversed() where layout.isBox(node) { layout.measure(node) }
    layout.measure(diagram.nodes.count)
    layout.movePlaces()
    layout.connect()
    layout.placement.fit(border: Sizes.border)
    return layout.placement
  }

  private init(_ diagram: Diagram) {
    self.diagram = diagram
    let count = diagram.nodes.count
    let small = diagram.nodes.filter { !NestLayout.isBox($0) }
    chipWidth = min(max(small.map { Sizes.width(of: $0) }.max() ?? 0, 90), 190)
    chipHeight = Sizes.height(lines: small.map(\.shownLines.count).max() ?? 0)
    placement = Placement(count: count + 1)
    chips = [[Int]](repeating: [], count: count + 1)
    boxes = chips
    columns = [Int](repeating: 1, count: count + 1)
    for (node, entry) in diagram.nodes.enumerated() {
      let parent = entry.parent < 0 ? count : entry.parent
      if NestLayout.isBox(entry) { boxes[parent].append(node) } else { chips[parent].append(node) }
    }
  }

  private func isBox(_ node: Int) -> Bool { NestLayout.isBox(diagram.nodes[node]) }

  private static func isBox(_ node: Diagram.Node) -> Bool {
    node.shape == .container || node.shape == .open
  }

  // MARK: - From the innermost out

  /// Finds the size of a box and the places in it, from its own corner.
  private mutating func measure(_ node: Int) {
    let isWhole = node == diagram.nodes.count
    let border = isWhole ? Sizes.border : NestLayout.gap
    let top = isWhole ? Sizes.border : headingHeight(node)
    let heading = isWhole ? 0 : min(Sizes.width(of: diagram.nodes[node]), 300)
    let inner = innerWidth(node)
    let grid = placeChips(node, x: border, y: top, room: inner)
    let below = grid.height > 0 ? top + grid.height + NestLayout.gap : top
    let rows = placeBoxes(node, x: border, y: below, room: max(inner, grid.width))
    let width = max(grid.width, rows.width) + 2 * border
    let bottom = boxes[node].isEmpty ? top + grid.height : rows.bottom
    let isEmpty = grid.height == 0 && boxes[node].isEmpty
    placement.frames[node].width = max(heading, width)
    placement.frames[node].height = isEmpty ? top : bottom + border
  }

  private func headingHeight(_ node: Int) -> Int {
    Sizes.height(lines: diagram.nodes[node].shownLines.count)
  }

  /// Returns the width that gives a box a pleasant shape, somewhat wider than high.
  private func innerWidth(_ node: Int) -> Int {
    var area =
      chips[node].count * (chipWidth + NestLayout.chipGap) * (chipHeight + NestLayout.chipGap)
    var widest = chips[node].isEmpty ? 0 : chipWidth
    for box in boxes[node] {
      let frame = placement.frames[box]
      area += (frame.width + NestLayout.gap) * (frame.height + NestLayout.gap)
      widest = max(widest, frame.width)
    }
    let isOuter = node == diagram.nodes.count || diagram.nodes[node].parent < 0
    return max(widest, Int((Double(area) * (isOuter ? 3 : 1.9)).squareRoot()))
  }

  private mutating func placeChips(
    _ node: Int,
    x: Int,
    y: Int,
    room: Int
  ) -> (width: Int, height: Int) {
    guard !chips[node].isEmpty else { return (0, 0) }
    let step = chipWidth + NestLayout.chipGap
    let count = min(max(1, (room + NestLayout.chipGap) / step), chips[node].count)
    for (index, chip) in chips[node].enumerated() {
      placement.frames[chip] = Placement.Frame(
        x: x + index % count * step,
        y: y + index / count * (chipHeight + NestLayout.chipGap),
        width: chipWidth,
        height: chipHeight
      )
    }
    let rows = (chips[node].count + count - 1) / count
    return (
      count * step - NestLayout.chipGap,
      rows * (chipHeight + NestLayout.chipGap) - NestLayout.chipGap
    )
  }

  private mutating func placeBoxes(
    _ node: Int,
    x: Int,
    y: Int,
    room: Int
  ) -> (width: Int, bottom: Int) {
    var (left, top, bottom, width) = (x, y, y, 0)
    for box in boxes[node] {
      if left > x, left - x + placement.frames[box].width > room {
        left = x
        top = bottom + NestLayout.gap
      }
      placement.frames[box].x = left
      placement.frames[box].y = top
      left = placement.frames[box].right + NestLayout.gap
      width = max(width, placement.frames[box].right - x)
      bottom = max(bottom, placement.frames[box].bottom)
    }
    return (width, bottom)
  }

  // MARK: - From the outermost in

  private mutating func movePlaces() {
    for (node, entry) in diagram.nodes.enumerated() where entry.parent >= 0 {
      placement.frames[node].x += placement.frames[entry.parent].x
      placement.frames[node].y += placement.frames[entry.parent].y
    }
    placement.frames.removeLast()
  }

  /// Draws the lines between places of one product, bent so that they cross boxes visibly.
  private mutating func connect() {
    for (index, edge) in diagram.edges.enumerated() {
      let (source, target) = (placement.frames[edge.source], placement.frames[edge.target])
      placement.strokes.append(
        Placement.Stroke(path: NestLayout.line(source, target), edge: index)
      )
    }
  }

  /// From side to side where the two stand beside each other, else from bottom to top.
  private static func line(_ first: Placement.Frame, _ second: Placement.Frame) -> String {
    let (left, right) = first.x < second.x ? (first, second) : (second, first)
    if left.right < right.x {
      let third = max(12, (right.x - left.right) / 3)
      let dip = left.middle == right.middle ? 24 : 0
      return "M\(left.right) \(left.middle)C\(left.right + third) \(left.middle + dip) "
        + "\(right.x - third) \(right.middle + dip) \(right.x) \(right.middle)"
    }
    let (high, low) = first.y < second.y ? (first, second) : (second, first)
    let half = max(16, (low.y - high.bottom) / 2)
    return "M\(high.center) \(high.bottom)C\(high.center) \(high.bottom + half) "
      + "\(low.center) \(low.y - half) \(low.center) \(low.y)"
  }
}
