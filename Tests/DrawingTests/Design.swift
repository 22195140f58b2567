import Drawing
import OrgAnalysis
import OrgModel
import SourceText
import YAMLSyntax

/// A small design as text, and its pictures.
struct Design: Sendable {
  let facts: OrgFacts

  init(_ yaml: String) {
    let bytes = Array(("orglint: 1\n" + yaml).utf8)
    let sources = SourceSet([SourceFile(path: "org.yaml", bytes: bytes)])
    let part = PartReader.read(parseYAML(bytes, file: FileID(0)), path: "org.yaml")
    let graph = joinParts([part], sources: sources) { _ in false }
    facts = analyze(graph, settings: Settings(), today: 20_779)
  }

  func diagram(
    _ view: GraphView,
    root: String? = nil,
    depth: Int? = nil,
    marks: Marks = Marks()
  ) -> Diagram {
    var options = DrawingOptions()
    options.root = root.flatMap { facts.graph.entity(path: $0) }
    options.depth = depth
    return Drawing.diagram(view, of: facts, marks: marks, options: options)
  }

  func entity(_ path: String) -> EntityRef? { facts.graph.entity(path: path) }
}

extension Diagram {
  /// The titles of the nodes, in their order.
  var titles: [String] { nodes.map(\.title) }

  func node(_ title: String) -> Int? { nodes.firstIndex { $0.title == title } }
}
