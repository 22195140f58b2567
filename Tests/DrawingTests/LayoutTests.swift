import Drawing
import Testing

@Suite struct LayoutTests {
  /// Trees of many shapes: narrow, wide, deep, with long names, with several roots.
  static let trees: [Design] = [
    Design("people: { a: {} }\n"),
    Design(tree(fanouts: [3, 3, 3])),
    Design(tree(fanouts: [1, 1, 1, 1, 9])),
    Design(tree(fanouts: [30])),
    Design(tree(fanouts: [2, 20, 1])),
    Design("people: { a: {}, b: {}, c: { reports_to: b }, d: { reports_to: d } }\n"),
  ]

  /// A tree in which everybody at one level has as many reports.
  static func tree(fanouts: [Int]) -> String {
    var yaml = "people:\n  p: { name: Top }\n"
    var level = ["p"]
    for fanout in fanouts {
      level = level.flatMap { above in
        (0..<fanout).map { index in
          yaml +=
            "  \(above)-\(index): { name: \"Person \(above) \(index)\", reports_to: \(above) }\n"
          return "\(above)-\(index)"
        }
      }
    }
    return yaml
  }

  @Test(arguments: trees.indices)
  func `in a tree no boxes overlap, and whoever reports stands below`(index: Int) {
    let diagram = LayoutTests.trees[index].diagram(.reporting)
    let placement = place(diagram)
    expectApart(placement.frames)
    for (node, entry) in diagram.nodes.enumerated() where entry.parent >= 0 {
      #expect(placement.frames[node].y >= placement.frames[entry.parent].bottom)
    }
    expectInside(placement)
  }

  @Test func `a parent stands in the middle above two subtrees`() throws {
    let diagram = Design(LayoutTests.tree(fanouts: [2, 1])).diagram(.reporting)
    let frames = place(diagram).frames
    let top = try #require(diagram.node("Top"))
    let left = try #require(diagram.node("Person p 0"))
    let right = try #require(diagram.node("Person p 1"))
    let middle = (frames[left].x + frames[right].right) / 2
    #expect(frames[top].x + frames[top].width / 2 == middle)
    #expect(frames[left].y == frames[right].y)
  }

  @Test func `twenty-five people fit on a page`() {
    // A chief, four managers, five reports each.
    let placement = place(Design(LayoutTests.tree(fanouts: [4, 5])).diagram(.reporting))
    #expect(placement.width <= 1122, "A4 across, at 96 pixels an inch")
    #expect(placement.height <= 794)
  }

  /// Everything a design has that is drawn in boxes.
  static let pockets = """
    people: { boss: { name: Boss } }
    units: { u: {} }
    products: { a: { unit: u }, b: {}, c: {}, d: { shared_by: { left: 60, right: 40 } }, e: {} }
    pockets:
      all: { owner: boss }
      left: { parent: all, covers: { products: [a, b] } }
      right: { parent: all, covers: { products: [b, c] } }
      deep: { parent: right, covers: { units: [u] } }
    """

  @Test func `pockets contain what is theirs and overlap nowhere else`() {
    let diagram = Design(LayoutTests.pockets).diagram(.pockets)
    let placement = place(diagram)
    for (node, entry) in diagram.nodes.enumerated() where entry.parent >= 0 {
      let (inner, outer) = (placement.frames[node], placement.frames[entry.parent])
      #expect(inner.x > outer.x && inner.right < outer.right)
      #expect(inner.y > outer.y && inner.bottom < outer.bottom)
    }
    for parent in -1..<diagram.nodes.count {
      expectApart(
        diagram.nodes.indices.filter { diagram.nodes[$0].parent == parent }
          .map { placement.frames[$0] }
      )
    }
    expectInside(placement)
  }

  static let decisions = """
    people:
      po: { reports_to: boss }
      tl: { reports_to: boss }
      boss: {}
    products: { app: { product_owner: po, technology_lead: tl } }
    decisions:
      release:
        steps:
          - { by: tl, as: input }
          - parallel: [{ by: tl, as: agree }, { by: boss, as: approve }]
          - { by: po, as: decide }
      circle:
        steps:
          - { id: a, by: tl, as: agree, after: [b] }
          - { id: b, by: po, as: decide, after: [a] }
    """

  @Test func `steps stand to the right of what they follow, side by side where parallel`() throws {
    let diagram = Design(LayoutTests.decisions).diagram(.decisions)
    let placement = place(diagram)
    expectApart(placement.frames)
    for edge in diagram.edges where !edge.isBack {
      #expect(placement.frames[edge.source].right < placement.frames[edge.target].x)
    }
    let agree = try #require(diagram.nodes.firstIndex { $0.lines == ["agree"] && $0.rank == 2 })
    let approve = try #require(diagram.nodes.firstIndex { $0.lines == ["approve"] })
    #expect(placement.frames[agree].x == placement.frames[approve].x)
    expectInside(placement)
  }

  @Test func `a hand-off is numbered on the line of the longest way`() {
    let diagram = Design(
      """
      people: { a: {}, b: {}, c: {}, d: {} }
      products: { app: { product_owner: d } }
      decisions:
        release:
          requester: a
          steps:
            - { id: one, by: b, as: agree }
            - { id: two, by: c, as: agree, after: [one] }
            - { id: end, by: d, as: decide, after: [one, two] }
      """
    ).diagram(.decisions)
    let numbered = diagram.edges.filter { !$0.label.isEmpty }
      .map { [diagram.nodes[$0.source].title, diagram.nodes[$0.target].title, $0.label] }
    #expect(numbered == [["a", "b", "1"], ["b", "c", "2"], ["c", "d", "3"]])
  }

  /// A chain, a shortcut, a loop of three, a metric that drives itself, and one that stands alone.
  static let influence = """
    metrics:
      a: { drives: { b: raises, d: lowers } }
      b: { drives: { c: raises } }
      c: { drives: { d: raises, a: lowers } }
      d: {}
      e: { drives: { e: raises, d: { effect: raises, confidence: verified } } }
      f: {}
    """

  @Test func `metrics stand apart, and only a line that closes a loop runs back`() throws {
    let diagram = Design(LayoutTests.influence).diagram(.influence)
    let placement = place(diagram)
    #expect(diagram.titles == ["a", "b", "c", "d", "e", "f"])
    expectApart(placement.frames)
    let back = diagram.edges.filter {
      $0.source != $0.target && placement.frames[$0.source].x >= placement.frames[$0.target].x
    }
    #expect(
      back.map { [diagram.nodes[$0.source].title, diagram.nodes[$0.target].title] } == [["c", "a"]]
    )
    expectInside(placement)
  }

  // MARK: - What holds of every picture

  private func expectApart(_ frames: [Placement.Frame]) {
    for first in frames.indices {
      for second in frames.indices where first < second {
        let (one, other) = (frames[first], frames[second])
        let areApart =
          one.right <= other.x || other.right <= one.x || one.bottom <= other.y
          || other.bottom <= one.y
        #expect(areApart, "\(one) and \(other)")
      }
    }
  }

  private func expectInside(_ placement: Placement) {
    for frame in placement.frames {
      #expect(frame.x >= 0 && frame.y >= 0)
      #expect(frame.right <= placement.width && frame.bottom <= placement.height)
    }
  }
}
