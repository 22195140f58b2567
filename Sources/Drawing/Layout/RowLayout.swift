/// Rows from left to right, one below the other: a heading, and steps in columns by their rank.
struct RowLayout {
  private static let gap = 44
  private static let rowGap = 20
  private static let stackGap = 10
  private static let joinWidth = 6

  private let diagram: Diagram
  private let headingWidth: Int
  private let boxWidth: Int
  private let boxHeight: Int
  private var placement: Placement
  private var y = Sizes.border

  static func place(_ diagram: Diagram) -> Placement {
    var layout = RowLayout(diagram)
    let headings = diagram.nodes.indices.filter { diagram.nodes[$0].parent < 0 }
    for (index, heading) in headings.enumerated() {
      let end = index + 1 < headings.count ? headings[index + 1] : diagram.nodes.count
      layout.placeRow(heading, heading + 1..<end)
    }
    layout.connect()
    layout.placement.fit(border: Sizes.border)
    return layout.placement
  }

  private init(_ diagram: Diagram) {
    self.diagram = diagram
    let headings = diagram.nodes.filter { $0.parent < 0 }
    let boxes = diagram.nodes.filter { $0.parent >= 0 && $0.shape != .join }
    headingWidth = min(max(headings.map { Sizes.width(of: $0) }.max() ?? 0, 120), 230)
    boxWidth = min(max(boxes.map { Sizes.width(of: $0) }.max() ?? 0, 100), 176)
    boxHeight = Sizes.height(lines: 1)
    placement = Placement(count: diagram.nodes.count)
  }

  private mutating func placeRow(_ heading: Int, _ steps: Range<Int>) {
    let ranks = (steps.map { diagram.nodes[$0].rank }.max() ?? 0) + 1
    var columns = [[Int]](repeating: [], count: ranks)
    for step in steps { columns[diagram.nodes[step].rank].append(step) }
    let most = columns.map(\.count).max() ?? 0
    let stack = most * (boxHeight + RowLayout.stackGap) - RowLayout.stackGap
    let headingHeight = Sizes.height(lines: diagram.nodes[heading].shownLines.count)
    let height = max(stack, headingHeight)
    placement.frames[heading] = Placement.Frame(
      x: Sizes.border,
      y: y + (height - headingHeight) / 2,
      width: headingWidth,
      height: headingHeight
    )
    var x = Sizes.border + headingWidth + RowLayout.gap / 2
    for column in columns {
      let isJoin = column.allSatisfy { diagram.nodes[$0].shape == .join }
      let width = isJoin ? RowLayout.joinWidth : boxWidth
      let own = column.count * (boxHeight + RowLayout.stackGap) - RowLayout.stackGap
      for (index, step) in column.enumerated() {
        placement.frames[step] = Placement.Frame(
          x: x,
          y: y + (height - own) / 2 + index * (boxHeight + RowLayout.stackGap),
          width: diagram.nodes[step].shape == .join ? RowLayout.joinWidth : width,
          height: boxHeight
        )
      }
      x += width + RowLayout.gap
    }
    y += height + RowLayout.rowGap
  }

  private mutating func connect() {
    for (index, edge) in diagram.edges.enumerated() {
      let (source, target) = (placement.frames[edge.source], placement.frames[edge.target])
      var stroke = Placement.Stroke(path: "", edge: index)
      stroke.end = (target.x, target.middle)
      if edge.isBack {
        let dip = max(source.bottom, target.bottom) + 14
        stroke.path =
          "M\(source.center) \(source.bottom)V\(dip)H\(target.center)V\(target.bottom)"
        stroke.end = (target.center, target.bottom)
        stroke.direction = (0, -1)
      } else if isFar(edge) {
        stroke.path =
          "M\(source.center) \(source.bottom)C\(source.center) \(source.bottom + 24) "
          + "\(target.center) \(target.bottom + 24) \(target.center) \(target.bottom)"
        stroke.end = (target.center, target.bottom)
        stroke.direction = (0, -1)
      } else if source.middle == target.middle {
        stroke.path = "M\(source.right) \(source.middle)H\(target.x)"
      } else {
        let bend = target.x - RowLayout.gap / 2
        stroke.path =
          "M\(source.right) \(source.middle)C\(bend) \(source.middle) "
          + "\(bend) \(target.middle) \(target.x) \(target.middle)"
      }
      stroke.labelX = stroke.end.x - 21 * stroke.direction.x
      stroke.labelY = stroke.end.y - 21 * stroke.direction.y
      placement.strokes.append(stroke)
    }
  }

  /// Whether other steps stand between the two of a line.
  private func isFar(_ edge: Diagram.Edge) -> Bool {
    diagram.nodes[edge.target].rank - diagram.nodes[edge.source].rank > 1
  }
}
