package import OrgModel

/// What a picture shows: nodes, what connects them, and the words around them.
package struct Diagram: Sendable {
  package var view: GraphView
  package var title: String

  /// What the picture says in one or two sentences, for who cannot see it.
  package var summary = ""

  /// Containers and what stands above come before what is in or below them.
  package var nodes: [Node] = []
  package var edges: [Edge] = []

  /// What was left out, and how to see it.
  package var notes: [String] = []
}

extension Diagram {
  /// One thing in a picture.
  package struct Node: Sendable {
    /// What it stands for; nil where it stands for no entry.
    package var entity: EntityRef?
    package var shape = Shape.box

    /// The name, and what is said below it.
    package var title: String
    package var lines: [String] = []

    /// What else a reader who points at it learns.
    package var details: [String] = []

    /// The node above or around it; -1 for none.
    package var parent = -1
    package var mark: Mark?

    /// How many entries below it are not shown, and how many of them are marked.
    package var hidden = 0
    package var hiddenMarked = 0

    /// The column or step it stands at, where its layout has those.
    package var rank = 0

    package init(_ title: String, entity: EntityRef? = nil, parent: Int = -1) {
      self.title = title
      self.entity = entity
      self.parent = parent
    }
  }

  /// What a node looks like.
  package enum Shape: String, Sendable {
    case box
    /// Something that is empty or outside: a vacant seat, nobody, products in no pocket.
    case open
    /// Something that others stand in.
    case container
    /// Something small in a container.
    case chip
    /// A chip that stands in another container too, and should not.
    case twice
    /// A quieter box, such as a step that nobody waits for.
    case quiet
    /// The words at the head of a row.
    case heading
    /// Where steps side by side come together.
    case join
    /// What is left out.
    case more
  }

  /// What leads from one node to another.
  package struct Edge: Sendable {
    package var source: Int
    package var target: Int
    package var line = Line.solid

    /// A few characters on the line.
    package var label = ""
    package var details = ""

    /// Whether it runs against the direction of the picture.
    package var isBack = false

    /// Whether it has an arrow head.
    package var isDirected = true

    /// How an edge is drawn.
    package enum Line: String, Sendable {
      case solid, dashed, dotted
    }
  }
}
