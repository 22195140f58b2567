import OrgAnalysis
import OrgModel

/// What every view needs: the design, the marks and the choice of a part.
struct Scene {
  let facts: OrgFacts
  let marks: Marks
  let options: DrawingOptions

  var graph: OrgGraph { facts.graph }

  /// The name of an entry, else its id; with names left out the id.
  func name(of entity: EntityRef) -> String {
    // Every kind has a name, and has it first.
    entity.kind.shape.fields.first.flatMap { text($0, of: entity) } ?? graph.id(entity)
  }

  /// The text of a field; nil where it has none or is left out.
  func text(_ field: Field, of entity: EntityRef) -> String? {
    guard !options.redacts, let item = graph.field(field, of: entity) else { return nil }
    let text = graph.text(item)
    return text.isEmpty ? nil : text
  }

  /// A node that stands for an entry, with its mark.
  func node(_ entity: EntityRef, parent: Int = -1) -> Diagram.Node {
    var node = Diagram.Node(name(of: entity), entity: entity, parent: parent)
    node.details = [graph.path(entity)]
    node.mark = marks[entity]
    return node
  }
}

/// Returns a number with its noun, such as `1 person` or `3 people`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}

/// Returns text of at most some characters, with an ellipsis for the rest.
func shortened(_ text: String, to most: Int = 80) -> String {
  let end = text.index(text.startIndex, offsetBy: most, limitedBy: text.endIndex)
  guard let end, end < text.endIndex else { return text }
  return text[..<end] + "…"
}
