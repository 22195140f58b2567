import SourceText

/// Writes a diagram as a graph in the language of Graphviz.
struct DotWriter {
  private let diagram: Diagram
  private var out = ""

  static func render(_ diagram: Diagram) -> String {
    var writer = DotWriter(diagram)
    writer.write()
    return writer.out
  }

  private init(_ diagram: Diagram) {
    self.diagram = diagram
  }

  private mutating func write() {
    let title = ([diagram.title] + diagram.notes).map(DotWriter.escaped).joined(separator: "\\n")
    let isAcross = diagram.hasContainers || diagram.view == .influence
    out += """
      digraph orglint {
        graph [label="\(title)", labelloc=t, fontname="sans-serif"]
        rankdir=\(isAcross ? "LR" : "TB")
        node [shape=box, style=rounded, fontname="sans-serif", fontsize=11]
        edge [color="#6e7781", fontname="sans-serif", fontsize=11]

      """
    writeNodes()
    for edge in diagram.edges { write(edge) }
    out += "}\n"
  }

  private mutating func writeNodes() {
    for (step, indent) in diagram.nesting() {
      switch step {
      case .open(let node):
        out += "\(indent)subgraph cluster_\(node) {\n"
        out += "\(indent)  label=\"\(words(node))\"; style=rounded; color=\"\(color(node))\"\n"
      case .leaf(let node): writeLeaf(node, indent: indent)
      case .close: out += "\(indent)}\n"
      }
    }
  }

  private mutating func writeLeaf(_ node: Int, indent: String) {
    let entry = diagram.nodes[node]
    if entry.shape == .join {
      out += "\(indent)n\(node) [label=\"\", shape=point]\n"
      return
    }
    var attributes = "label=\"\(words(node))\", tooltip=\"\(tooltip(entry))\""
    if entry.shape == .open || entry.shape == .twice { attributes += ", style=\"rounded,dashed\"" }
    if entry.mark != nil { attributes += ", color=\"\(color(node))\", penwidth=3" }
    out += "\(indent)n\(node) [\(attributes)]\n"
  }

  private func words(_ node: Int) -> String {
    let entry = diagram.nodes[node]
    var title = DotWriter.escaped(entry.title)
    if let mark = entry.mark { title += " [\(mark.level.name)]" }
    return ([title] + entry.shownLines.map(DotWriter.escaped)).joined(separator: "\\n")
  }

  private func tooltip(_ node: Diagram.Node) -> String {
    let parts = node.details + (node.mark?.texts.prefix(6) ?? [])
    return parts.map(DotWriter.escaped).joined(separator: "\\n")
  }

  private func color(_ node: Int) -> String {
    switch diagram.nodes[node].mark?.level {
    case .error: "#a40e26"
    case .warning: "#9a6700"
    case .info: "#0550ae"
    case nil: "#818b98"
    }
  }

  private mutating func write(_ edge: Diagram.Edge) {
    var attributes = ["style=\(edge.line.rawValue)"]
    if !edge.label.isEmpty { attributes.append("label=\"\(DotWriter.escaped(edge.label))\"") }
    if !edge.isDirected { attributes.append("dir=none") }
    if edge.isBack || (diagram.view == .pockets) { attributes.append("constraint=false") }
    out += "  n\(edge.source) -> n\(edge.target) [\(attributes.joined(separator: ", "))]\n"
  }

  /// Returns text that is only text between double quotes: entities are read in it too.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in visible(shortened(text)).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
