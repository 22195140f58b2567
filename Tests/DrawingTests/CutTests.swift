import Drawing
import OrgModel
import Testing

/// What a picture of a large design leaves out, and that it says so.
@Suite struct CutTests {
  /// 1 + 10 + 100 + 1000 people.
  static let large = Design(LayoutTests.tree(fanouts: [10, 10, 10]))

  @Test func `a large tree is cut at one level, and what is below is counted`() {
    let diagram = CutTests.large.diagram(.reporting)
    #expect(diagram.nodes.count == 111)
    #expect(diagram.nodes.filter { $0.hidden > 0 }.count == 100)
    #expect(diagram.nodes.reduce(0) { $0 + $1.hidden } == 1000)
    #expect(diagram.nodes.last?.shownLines.last == "+ 10 more")
    #expect(!diagram.notes.isEmpty)
  }

  @Test func `marks that are hidden are counted at who is shown`() throws {
    var marks = Marks()
    for path in ["person/p-0-0-3", "person/p-0-0-4", "person/p-9-9-9", "person/p-1-1"] {
      marks.add(.warning, "x: y", to: try #require(CutTests.large.entity(path)))
    }
    let diagram = CutTests.large.diagram(.reporting, marks: marks)
    let first = try #require(diagram.node("Person p-0 0"))
    let last = try #require(diagram.node("Person p-9 9"))
    let shown = try #require(diagram.node("Person p-1 1"))
    #expect(diagram.nodes[first].hiddenMarked == 2)
    #expect(diagram.nodes[last].hiddenMarked == 1)
    #expect(diagram.nodes[shown].hiddenMarked == 0)
    #expect(diagram.nodes[shown].mark?.level == .warning)
    #expect(diagram.nodes.reduce(0) { $0 + $1.hiddenMarked } == 3)
  }

  @Test func `a depth and a start choose a part`() {
    #expect(CutTests.large.diagram(.reporting, depth: 1).nodes.count == 11)
    #expect(CutTests.large.diagram(.reporting, depth: 0).titles == ["Top"])
    let part = CutTests.large.diagram(.reporting, root: "person/p-3", depth: 2)
    #expect(part.nodes.count == 111)
    #expect(part.titles.first == "Person p 3")
    #expect(part.title == "Reporting lines below Person p 3")
  }

  @Test func `of a wide group so many are shown that the picture stays small`() {
    let diagram = Design(LayoutTests.tree(fanouts: [5000])).diagram(.reporting)
    #expect(diagram.nodes.count == 41)
    #expect(diagram.nodes[0].shownLines == ["+ 4960 more"])
    let placement = place(diagram)
    #expect(placement.width < 2000 && placement.height < 2000)
  }

  @Test func `people without any manager stand side by side, and the rest is counted`() {
    let people = (0..<1000).map { "  p\($0): {}\n" }.joined()
    let diagram = Design("people:\n" + people).diagram(.reporting)
    #expect(diagram.nodes.count == 160)
    #expect(diagram.notes.first == "+ 840 people not shown")
  }

  @Test func `a line of many thousand levels is drawn without a deep stack`() {
    let people = (0..<20_000).map { "  p\($0): { reports_to: p\($0 - 1) }\n" }.joined()
    let diagram = Design("people:\n" + people).diagram(.reporting, depth: 1_000_000)
    let svg = PictureFormat.svg.render(diagram)
    #expect(diagram.nodes.count <= 2000)
    #expect(svg.utf8.count < 1_000_000)
  }

  @Test func `whoever is in a circle of managers stands at the top`() {
    let design = Design(
      "people: { a: { reports_to: b }, b: { reports_to: a }, c: { reports_to: a } }\n"
    )
    let diagram = design.diagram(.reporting)
    #expect(Set(diagram.titles) == ["a", "b", "c"])
    #expect(diagram.nodes.filter { $0.parent < 0 }.map(\.title).sorted() == ["a", "b"])
  }

  @Test func `of many decisions those with findings are shown`() throws {
    var yaml = "products: { app: {} }\npeople: { p: {} }\ndecisions:\n"
    for index in 100..<140 { yaml += "  d\(index): { steps: [{ by: p, as: decide }] }\n" }
    let design = Design(yaml)
    var marks = Marks()
    marks.add(.error, "x: y", to: try #require(design.entity("decision/d139")))
    let rows = design.diagram(.decisions, marks: marks).nodes.filter { $0.parent < 0 }
    #expect(rows.count == 24)
    #expect(rows.last?.title == "d139")
  }

  @Test func `around a metric stands what it drives and what drives it`() {
    let design = Design(
      "metrics: { a: { drives: { b: raises } }, b: { drives: { c: raises } }, c: {}, z: {} }\n"
    )
    let near = design.diagram(.influence, root: "metric/b")
    #expect(near.titles.sorted() == ["a", "b", "c"])
    #expect(design.diagram(.influence, root: "metric/a", depth: 1).titles == ["a", "b"])
  }

  @Test(arguments: [
    (GraphView.reporting, "people"), (.units, "units"), (.pockets, "pockets"),
    (.decisions, "decisions"), (.influence, "metrics"),
  ])
  func `a picture of nothing says so`(view: GraphView, section: String) {
    let svg = PictureFormat.svg.render(Design("products: { app: {} }\n").diagram(view))
    #expect(svg.contains(">Nothing to draw: no \(section) declared.</text>"))
  }
}
