import OrgAnalysis
import OrgModel
import Testing

/// Lines deeper than any design: what goes up them must not take a time in proportion.
@Suite struct GreatestDepthTests {
  private func chain(_ section: String, _ field: String, _ count: Int) -> String {
    "\(section):\n"
      + (0..<count).map { "  x\($0): { \($0 > 0 ? "\(field): x\($0 - 1)" : "") }\n" }.joined()
  }

  @Test(arguments: [
    ("people", "reports_to", EntityKind.person), ("units", "parent", .unit),
    ("pockets", "parent", .pocket),
  ])
  func `a line is cut at the greatest depth`(section: String, field: String, kind: EntityKind) {
    let depth = Forest.greatestDepth
    let whole = Design(chain(section, field, depth))
    #expect(whole.facts.cutLines.isEmpty)
    let deep = Design(chain(section, field, 2 * depth + 1))
    #expect(deep.facts.cutLines.map(deep.graph.id) == ["x\(depth)", "x\(2 * depth)"])
    #expect(deep.facts.cutLines.allSatisfy { $0.kind == kind })
  }

  @Test func `what is above the cut is no longer above`() {
    let depth = Forest.greatestDepth
    let design = Design(chain("people", "reports_to", depth + 2))
    let lines = design.facts.people.lines
    let (last, cut) = (design.person("x\(depth + 1)"), design.person("x\(depth)"))
    #expect(lines.isAbove(cut, last))
    #expect(!lines.isAbove(design.person("x0"), last))
    #expect(lines.children(of: design.person("x\(depth - 1)")).isEmpty)
    #expect(Int(lines.sizes[design.person("x0")]) == depth)
  }
}
