import SourceText

/// Writes a diagram as a Mermaid flowchart.
///
/// A text is quoted, and what is no letter, digit or plain sign in it is written as a number, so
/// that nothing in it can end the quotes, begin a directive or become markup.
struct MermaidWriter {
  private let diagram: Diagram
  private var out = ""

  static func render(_ diagram: Diagram) -> String {
    var writer = MermaidWriter(diagram)
    writer.write()
    return writer.out
  }

  private init(_ diagram: Diagram) {
    self.diagram = diagram
  }

  private mutating func write() {
    out += "%% \(MermaidWriter.comment(diagram.title))\n"
    out += diagram.hasContainers || diagram.view == .influence ? "flowchart LR\n" : "flowchart TB\n"
    for note in diagram.notes { out += "  %% \(MermaidWriter.comment(note))\n" }
    writeNodes()
    for edge in diagram.edges { write(edge) }
    out += "  classDef error stroke:#a40e26,stroke-width:3px\n"
    out += "  classDef warning stroke:#9a6700,stroke-width:3px\n"
    out += "  classDef info stroke:#0550ae,stroke-width:2px\n"
    out += "  classDef open stroke-dasharray:5 4\n"
    out += "  classDef twice stroke-dasharray:2 2,stroke-width:2px\n"
    writeClasses()
  }

  /// Writes the nodes, those in containers between the lines of these.
  private mutating func writeNodes() {
    for (step, indent) in diagram.nesting() {
      switch step {
      case .open(let node): out += "\(indent)subgraph n\(node)[\"\(words(node))\"]\n"
      case .leaf(let node): writeLeaf(node, indent: indent)
      case .close: out += "\(indent)end\n"
      }
    }
  }

  private mutating func writeLeaf(_ node: Int, indent: String) {
    guard diagram.nodes[node].shape != .join else {
      out += "\(indent)n\(node)((\" \"))\n"
      return
    }
    out += "\(indent)n\(node)[\"\(words(node))\"]\n"
  }

  private func words(_ node: Int) -> String {
    let entry = diagram.nodes[node]
    var title = MermaidWriter.escaped(entry.title)
    if let mark = entry.mark {
      title = "\(MermaidWriter.sign(mark.level)) \(title)"
    }
    return ([title] + entry.shownLines.map(MermaidWriter.escaped)).joined(separator: "<br/>")
  }

  private static func sign(_ level: Mark.Level) -> String {
    switch level {
    case .error: "⬣"
    case .warning: "▲"
    case .info: "●"
    }
  }

  private mutating func write(_ edge: Diagram.Edge) {
    let line =
      switch (edge.isDirected, edge.line) {
      case (true, .solid): diagram.view == .influence ? "==>" : "-->"
      case (true, .dashed): "-->"
      case (true, .dotted): "-.->"
      case (false, .solid): "---"
      case (false, _): "-.-"
      }
    let label = edge.label.isEmpty ? "" : "|\"\(MermaidWriter.escaped(edge.label))\"|"
    out += "  n\(edge.source) \(line)\(label) n\(edge.target)\n"
  }

  private mutating func writeClasses() {
    for name in ["error", "warning", "info", "open", "twice"] {
      let nodes = diagram.nodes.indices.filter { node in
        let entry = diagram.nodes[node]
        return entry.mark?.level.name == name || entry.shape.rawValue == name
      }
      guard !nodes.isEmpty else { continue }
      out += "  class \(nodes.map { "n\($0)" }.joined(separator: ",")) \(name)\n"
    }
  }

  /// Returns text that is only text between double quotes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in visible(shortened(text)).unicodeScalars {
      // A hyphen at the start would begin a list.
      let isPlain = isPlain(scalar) || (scalar == "-" && !result.isEmpty)
      if scalar.isASCII, !isPlain {
        result += "#\(scalar.value);"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ".", "_", "/", ":", "(", ")": true
    default: false
    }
  }

  /// Returns text for a comment, without braces, which could begin a directive.
  private static func comment(_ text: String) -> String {
    String(visible(text).map { "{}%".contains($0) ? " " : $0 })
  }
}
