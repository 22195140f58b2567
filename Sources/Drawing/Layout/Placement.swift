/// Where everything in a picture stands, in pixels from its upper left corner.
package struct Placement: Sendable {
  /// Beside the nodes of the diagram.
  package var frames: [Frame]
  package var strokes: [Stroke] = []
  package var width = 0
  package var height = 0

  init(count: Int) {
    frames = [Frame](repeating: Frame(), count: count)
  }

  /// A box that stands upright.
  package struct Frame: Hashable, Sendable {
    package var x = 0
    package var y = 0
    package var width = 0
    package var height = 0

    package var right: Int { x + width }
    package var bottom: Int { y + height }
    var middle: Int { y + height / 2 }
    var center: Int { x + width / 2 }
  }

  /// A line; of a tree one stands for all lines below a node.
  package struct Stroke: Sendable {
    package var path: String

    /// The edge it is drawn for; nil for several at once.
    package var edge: Int?

    /// The middle of the words on it.
    package var labelX = 0
    package var labelY = 0

    /// Where it ends, and the direction it has there: 1 or -1 along one axis.
    var end = (x: 0, y: 0)
    var direction = (x: 1, y: 0)
  }

  /// Makes room for everything, with a border on every side.
  mutating func fit(border: Int) {
    width = (frames.map(\.right).max() ?? 0) + border
    height = (frames.map(\.bottom).max() ?? 0) + border
  }
}

/// Returns where the nodes and lines of a diagram stand.
///
/// Cost: linear but for sorting, in the size of the diagram.
package func place(_ diagram: Diagram) -> Placement {
  switch diagram.view {
  case .reporting, .units: TreeLayout.place(diagram)
  case .pockets: NestLayout.place(diagram)
  case .decisions: RowLayout.place(diagram)
  case .influence: LayerLayout.place(diagram)
  }
}

/// The sizes that all layouts share, in pixels.
enum Sizes {
  static let border = 16
  static let padding = 10
  static let titleHeight = 15
  static let lineHeight = 14

  /// Room at the right of a title for the icon of a mark.
  static let icon = 20

  /// Returns the height of a box with a title and some lines below it, a multiple of 12.
  static func height(lines: Int) -> Int {
    (14 + titleHeight + lineHeight * lines + 11) / 12 * 12
  }

  /// Returns the width of what is written in a node, with its borders.
  static func width(of node: Diagram.Node) -> Int {
    let title = TextMeasure.title.width(of: node.title)
    let lines = node.shownLines.map { TextMeasure.line.width(of: $0) }.max() ?? 0
    return max(title + (node.mark == nil ? 0 : icon), lines) + 2 * padding
  }
}

extension Diagram.Node {
  /// The lines below the title, with what is hidden as the last.
  package var shownLines: [String] {
    guard hidden > 0 else { return lines }
    let marked = hiddenMarked > 0 ? ", \(hiddenMarked) with findings" : ""
    return lines + ["+ \(hidden) more" + marked]
  }
}
