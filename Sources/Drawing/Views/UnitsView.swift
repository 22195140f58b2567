import OrgAnalysis
import OrgModel

/// Which unit is part of which: a tree of units with their leads and sizes.
enum UnitsView {
  static func diagram(_ scene: Scene) -> Diagram {
    let units = scene.facts.units
    let root = scene.options.root
    let cut = TreeCut(
      units.tree,
      root: root?.index,
      depth: scene.options.depth,
      marked: scene.marks.marked(.unit)
    )
    var diagram = Diagram(view: .units, title: GraphView.units.title)
    if let root { diagram.title += " in " + scene.name(of: root) }
    scene.append(cut, to: &diagram) { node($0, scene) }
    let all = root.map { Int(units.tree.sizes[$0.index]) } ?? units.count
    diagram.summary = TreeWords.summary(cut, of: all, "unit", "units")
    diagram.notes = TreeWords.notes(cut, "unit", "units", view: .units)
    return diagram
  }

  private static func node(_ unit: Int, _ scene: Scene) -> Diagram.Node {
    let entity = EntityRef(.unit, unit)
    var node = scene.node(entity)
    var facts: [String] = []
    if let kind = scene.text(.unitKind, of: entity) { facts.append(kind) }
    let size = scene.facts.units.size(of: unit)
    if size >= 1, size < 1e9 { facts.append(counted(Int(size), "person", "people")) }
    if !facts.isEmpty { node.lines.append(facts.joined(separator: " · ")) }
    if let lead = scene.facts.units.lead(of: unit) {
      node.lines.append("led by " + scene.name(of: EntityRef(.person, lead)))
    }
    return node
  }
}
