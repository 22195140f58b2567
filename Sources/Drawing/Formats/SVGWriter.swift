package import OrgModel
import SourceText

/// Writes a diagram as SVG: text as text, no fonts, no script, light and dark.
package struct SVGWriter {
  private static let headHeight = 44
  private static let footHeight = 24

  private let diagram: Diagram
  private let placement: Placement

  /// Whether it stands in a page that has its own heading and the style.
  private let isPart: Bool
  private var seen: Set<EntityRef> = []
  private var out = ""

  private init(_ diagram: Diagram, isPart: Bool) {
    self.diagram = diagram
    self.isPart = isPart
    placement = place(diagram)
  }

  /// Returns a picture on its own.
  static func page(_ diagram: Diagram) -> String {
    var writer = SVGWriter(diagram, isPart: false)
    writer.write()
    return writer.out
  }

  /// Returns a picture as part of a page that has `SVGStyle.css`, with links and places to link to.
  package static func part(_ diagram: Diagram) -> String {
    var writer = SVGWriter(diagram, isPart: true)
    writer.write()
    return writer.out
  }

  /// Returns the place of an entry in the picture of a view, for links in a page.
  package static func anchor(_ entity: EntityRef, in view: GraphView) -> String {
    "\(view.rawValue)-\(entity.kind.name)-\(entity.index)"
  }

  // MARK: - The whole

  private mutating func write() {
    let legend = Legend(diagram)
    let head = isPart ? 0 : SVGWriter.headHeight
    let feet = diagram.notes + (legend.isEmpty ? [] : [""])
    let words = diagram.notes.map { TextMeasure.line.width(of: visible($0)) }
    let title = isPart ? 0 : TextMeasure(size: 17, isBold: true).width(of: visible(diagram.title))
    let widest = max(words.max() ?? 0, min(title, 640), legend.width) + 2 * Sizes.border
    let width = max(placement.width, widest)
    let foot = feet.isEmpty ? 0 : feet.count * SVGWriter.footHeight + 8
    writeStart(width, head + placement.height + foot)
    out += "<g transform=\"translate(0 \(head))\">\n"
    // Lines stand above what contains others, and behind the rest.
    let isOuter = diagram.nodes.map {
      diagram.view == .pockets && $0.parent < 0 || $0.shape == .container
    }
    for node in diagram.nodes.indices where isOuter[node] { writeNode(node) }
    writeStrokes()
    for node in diagram.nodes.indices where !isOuter[node] { writeNode(node) }
    out += "</g>\n"
    writeFoot(legend, head + placement.height)
    out += "</svg>\n"
  }

  private mutating func writeStart(_ width: Int, _ height: Int) {
    let id = diagram.view.rawValue
    out += "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"og\" "
    out += isPart ? "role=\"group\"" : "role=\"img\""
    out += " aria-labelledby=\"\(id)-title \(id)-desc\" width=\"\(width)\" height=\"\(height)\""
    out += " viewBox=\"0 0 \(width) \(height)\">\n"
    out += "<title id=\"\(id)-title\">\(markup(diagram.title))</title>\n"
    out += "<desc id=\"\(id)-desc\">\(markup(diagram.summary))</desc>\n"
    guard !isPart else { return }
    out += "<style>\n\(SVGStyle.css)</style>\n"
    out += "<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n"
    let title = TextMeasure(size: 17, isBold: true).fitted(visible(diagram.title), into: 640)
    out += "<text class=\"h\" x=\"\(Sizes.border)\" y=\"30\">\(entities(title))</text>\n"
  }

  private mutating func writeFoot(_ legend: Legend, _ top: Int) {
    var y = top + 18
    if !legend.isEmpty {
      out += legend.svg(y: y)
      y += SVGWriter.footHeight
    }
    for note in diagram.notes {
      out += "<text x=\"\(Sizes.border)\" y=\"\(y)\">\(markup(note))</text>\n"
      y += SVGWriter.footHeight
    }
  }

  // MARK: - Lines

  private mutating func writeStrokes() {
    for stroke in placement.strokes {
      guard let index = stroke.edge else {
        out += "<path class=\"l\" d=\"\(stroke.path)\"/>\n"
        continue
      }
      let edge = diagram.edges[index]
      let sign = edge.label == "−" ? " class=\"minus\"" : ""
      out += "<g\(sign)>"
      if !edge.details.isEmpty { out += "<title>\(markup(edge.details))</title>" }
      out += "<path class=\"l \(edge.line.rawValue)\" d=\"\(stroke.path)\"/>"
      if edge.isDirected { writeHead(stroke) }
      if !edge.label.isEmpty {
        let (x, y) = (stroke.labelX, stroke.labelY)
        out += "<g class=\"b\"><circle cx=\"\(x)\" cy=\"\(y)\" r=\"8\"/>"
        out += "<text x=\"\(x)\" y=\"\(y + 4)\">\(markup(edge.label))</text></g>"
      }
      out += "</g>\n"
    }
  }

  /// A triangle at the end of a line, in the direction of its last step.
  private mutating func writeHead(_ stroke: Placement.Stroke) {
    let (dx, dy) = stroke.direction
    let (x, y) = stroke.end
    let base = (x: x - 8 * dx, y: y - 8 * dy)
    out += "<path class=\"a\" d=\"M\(x) \(y)L\(base.x - 4 * dy) \(base.y - 4 * dx)"
    out += "L\(base.x + 4 * dy) \(base.y + 4 * dx)Z\"/>"
  }

  // MARK: - Nodes

  private mutating func writeNode(_ index: Int) {
    let node = diagram.nodes[index]
    let frame = placement.frames[index]
    let level = node.mark.map { " " + $0.level.name } ?? ""
    out += "<g class=\"n \(node.shape.rawValue)\(level)\""
    if isPart, let entity = node.entity, seen.insert(entity).inserted {
      out += " id=\"\(SVGWriter.anchor(entity, in: diagram.view))\""
    }
    out += ">"
    let link = isPart ? node.mark?.link : nil
    if let link { out += "<a href=\"\(markup(link))\">" }
    let words = SVGWriter.details(of: node)
    if !words.isEmpty { out += "<title>\(markup(words))</title>" }
    out += "<rect x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\""
    out += " height=\"\(frame.height)\" rx=\"\(node.shape == .join ? 2 : 6)\"/>"
    if node.shape != .join { writeWords(node, frame) }
    if let mark = node.mark {
      out += Icon.svg(mark.level, count: mark.texts.count, x: frame.right - 14, y: frame.y + 14)
    }
    if link != nil { out += "</a>" }
    out += "</g>\n"
  }

  private mutating func writeWords(_ node: Diagram.Node, _ frame: Placement.Frame) {
    let lines = node.shownLines
    let room = frame.width - 2 * Sizes.padding
    let content = Sizes.titleHeight + Sizes.lineHeight * lines.count
    let isTop = node.shape == .container || diagram.view == .pockets && node.parent < 0
    var y = frame.y + (isTop ? 8 : (frame.height - content) / 2) + 12
    let x = frame.x + Sizes.padding
    let title = visible(node.title)
    let titleRoom = room - (node.mark == nil ? 0 : Sizes.icon)
    let shown = TextMeasure.title.fitted(title, into: titleRoom)
    out += "<text class=\"t\" x=\"\(x)\" y=\"\(y)\">\(entities(shown))</text>"
    for line in lines {
      y += Sizes.lineHeight + (line == lines.first ? 1 : 0)
      let shown = TextMeasure.line.fitted(visible(line), into: room)
      out += "<text x=\"\(x)\" y=\"\(y)\">\(entities(shown))</text>"
    }
  }

  /// What a reader who points at a node learns: everything in full, and what was found.
  private static func details(of node: Diagram.Node) -> String {
    guard node.shape != .join, node.shape != .more else { return "" }
    var parts = [node.title] + node.lines + node.details
    if let mark = node.mark {
      let texts = mark.texts.prefix(6).joined(separator: "; ")
      parts.append(counted(mark.texts.count, "finding") + ": " + texts)
      if mark.texts.count > 6 { parts.append("and \(mark.texts.count - 6) more") }
    }
    return parts.map { shortened($0, to: 400) }.joined(separator: "; ")
  }
}
