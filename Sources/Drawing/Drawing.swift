// Drawing turns a design into pictures that a person can read. It is pure: it knows the design and
// marks on its entries, and neither rules nor findings nor files.
//
// The path through it: a view (`Views`) picks what a picture shows and gives a `Diagram`, a layout
// (`Layout`) gives its nodes places, a format (`Formats`) writes it. Mermaid and dot lay out
// themselves, so they take the diagram alone. Every picture is cut to a size that can be read, so
// that all after the view is small whatever the size of the design.

package import OrgAnalysis
package import OrgModel

/// What a picture is about; the raw value is its name on the command line.
package enum GraphView: String, CaseIterable, Sendable {
  case reporting, units, pockets, decisions, influence

  /// The kinds of entries a picture can start at.
  package var rootKinds: [EntityKind] {
    switch self {
    case .reporting: [.person]
    case .units: [.unit]
    case .pockets: [.pocket]
    case .decisions: [.decision, .product]
    case .influence: [.metric]
    }
  }

  /// The heading of the picture.
  package var title: String {
    switch self {
    case .reporting: "Reporting lines"
    case .units: "Units"
    case .pockets: "Pockets of profit and loss"
    case .decisions: "Decisions"
    case .influence: "Influence between metrics"
    }
  }
}

/// Which part of a design a picture shows, and how.
package struct DrawingOptions: Sendable {
  /// Where the picture starts; one of the view's kinds.
  package var root: EntityRef?

  /// How many levels below the start are shown; nil for as many as can be read.
  package var depth: Int?

  /// Whether names and titles are left out, so that ids stand alone.
  package var redacts = false

  package init() {}
}

/// Returns what a picture of a design shows, without places.
///
/// Cost: linear in the design.
package func diagram(
  _ view: GraphView,
  of facts: OrgFacts,
  marks: Marks = Marks(),
  options: DrawingOptions = DrawingOptions()
) -> Diagram {
  let scene = Scene(facts: facts, marks: marks, options: options)
  var diagram =
    switch view {
    case .reporting: ReportingView.diagram(scene)
    case .units: UnitsView.diagram(scene)
    case .pockets: PocketsView.diagram(scene)
    case .decisions: DecisionsView.diagram(scene)
    case .influence: InfluenceView.diagram(scene)
    }
  if diagram.nodes.isEmpty {
    diagram.summary = "Nothing to draw: no \(view.rootKinds[0].section) declared."
    diagram.notes = [diagram.summary]
  }
  return diagram
}

/// A format of pictures; the raw value is its name on the command line.
package enum PictureFormat: String, CaseIterable, Sendable {
  case svg, mermaid, dot

  /// Returns the picture as text that ends in a line break.
  package func render(_ diagram: Diagram) -> String {
    switch self {
    case .svg: SVGWriter.page(diagram)
    case .mermaid: MermaidWriter.render(diagram)
    case .dot: DotWriter.render(diagram)
    }
  }
}
