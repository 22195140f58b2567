import OrgAnalysis
import OrgModel

/// Who reports to whom: a tree of people and seats.
enum ReportingView {
  static func diagram(_ scene: Scene) -> Diagram {
    let people = scene.facts.people
    let root = scene.options.root
    let cut = TreeCut(
      people.lines,
      root: root?.index,
      depth: scene.options.depth,
      marked: scene.marks.marked(.person)
    )
    var diagram = Diagram(view: .reporting, title: GraphView.reporting.title)
    if let root { diagram.title += " below " + scene.name(of: root) }
    scene.append(cut, to: &diagram) { node($0, scene) }
    let all = root.map { Int(people.lines.sizes[$0.index]) } ?? people.count
    diagram.summary = TreeWords.summary(cut, of: all, "person", "people")
    diagram.notes = TreeWords.notes(cut, "person", "people", view: .reporting)
    return diagram
  }

  private static func node(_ person: Int, _ scene: Scene) -> Diagram.Node {
    let entity = EntityRef(.person, person)
    let people = scene.facts.people
    var node = scene.node(entity)
    if let title = scene.text(.personTitle, of: entity) { node.lines.append(title) }
    let seats = people.entries(sameAs: person).filter { $0 != person && !people.isVacant[$0] }
    guard people.isVacant[person] else {
      if !seats.isEmpty {
        let names = seats.map { scene.name(of: EntityRef(.person, $0)) }.sorted()
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        node.lines.append("also " + names.prefix(3).joined(separator: ", ") + more)
      }
      return node
    }
    node.shape = .open
    if let acting = people.resolved(person) {
      node.lines.append("vacant, acting: " + scene.name(of: EntityRef(.person, acting)))
    } else {
      node.lines.append("vacant")
    }
    return node
  }
}

/// The words around a tree.
enum TreeWords {
  static func summary(_ cut: TreeCut, of all: Int, _ one: String, _ many: String) -> String {
    let count = cut.entries.count
    let tops = cut.parents.count { $0 < 0 }
    let shown = count == all ? counted(all, one, many) : "\(count) of \(counted(all, one, many))"
    return "A tree of \(shown) with \(tops) at the top."
  }

  static func notes(_ cut: TreeCut, _ one: String, _ many: String, view: GraphView) -> [String] {
    var notes: [String] = []
    if cut.hiddenRoots > 0 { notes.append("+ \(counted(cut.hiddenRoots, one, many)) not shown") }
    if cut.hiddenRoots > 0 || cut.hidden.contains(where: { $0 > 0 }) {
      let root = view.rootKinds[0].name
      notes.append(
        "orglint graph \(view.rawValue) --root \(root)/ID draws a part, --depth N more levels"
      )
    }
    return notes
  }
}
