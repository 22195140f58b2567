import OrgAnalysis
import Testing

/// The vectors of hand-offs: what stands before the arrow asks, what stands behind it decides.
@Suite struct HandOffTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let steps: String
    var requester = "po"
    let hands: Int
    let path: [String]
    var climb = 0
    var testDescription: String { steps }
  }

  static let organization = """
    people:
      po-app: { reports_to: dir }
      tl-app: { reports_to: po-app }
      dir: { reports_to: gm }
      gm: { reports_to: ceo }
      cfo: { reports_to: ceo }
      arch: { reports_to: ceo }
      legal: { reports_to: ceo }
      ceo: {}
      seat: { vacant: true, acting: po-app }
      empty: { vacant: true }
    forums:
      board: { chair: gm, members: [cfo] }
    products:
      app: { product_owner: po-app, technology_lead: tl-app }

    """

  static func path(_ item: Case) -> (design: Design, path: DecisionPath) {
    let design = Design(
      organization + "decisions: { d: { requester: \(item.requester), steps: [\(item.steps)] } }"
    )
    return (design, design.path("d"))
  }

  @Test(arguments: [
    Case(
      steps: "{ by: tl, as: agree }, { by: po, as: decide }",
      hands: 2,
      path: ["po-app", "tl-app", "po-app"]
    ),
    Case(steps: "{ by: po, as: decide }", hands: 0, path: ["po-app"]),
    Case(
      steps: """
        { by: po, as: recommend }, { by: dir, as: approve }, { by: cfo, as: agree },
        { by: arch, as: agree }, { by: gm, as: decide }
        """,
      hands: 4,
      path: ["po-app", "dir", "cfo", "arch", "gm"],
      climb: 2
    ),
    Case(
      steps: """
        { parallel: [{ by: cfo, as: agree }, { by: arch, as: agree }] }, { by: gm, as: decide }
        """,
      hands: 2,
      path: ["po-app", "cfo", "gm"],
      climb: 2
    ),
    Case(steps: "{ by: tl, as: input }, { by: po, as: decide }", hands: 0, path: ["po-app"]),
    Case(
      steps: "{ by: cfo, as: agree }, { by: cfo, as: agree }, { by: gm, as: decide }",
      hands: 2,
      path: ["po-app", "cfo", "gm"],
      climb: 2
    ),
    Case(
      steps: "{ by: po, as: decide }, { by: legal, as: agree }",
      hands: 1,
      path: ["po-app", "legal"]
    ),
    Case(
      steps: "{ by: { any: [arch, tl] }, as: approve }, { by: po, as: decide }",
      requester: "anyone",
      hands: 1,
      path: ["any of arch, tl-app", "po-app"]
    ),
    // A seat is the person who acts in it; a void selector and a void reference go out of the way.
    Case(steps: "{ by: seat, as: agree }, { by: po, as: decide }", hands: 0, path: ["po-app"]),
    Case(
      steps: "{ by: unit-lead, as: agree }, { by: nobody, as: agree }, { by: dir, as: decide }",
      hands: 1,
      path: ["po-app", "dir"],
      climb: 1
    ),
    // A vacant seat is an actor, though it climbs nowhere.
    Case(
      steps: "{ by: empty, as: agree }, { by: po, as: decide }",
      hands: 2,
      path: ["po-app", "empty", "po-app"]
    ),
    // A technology lead under the owner asks: the owner decides without a climb.
    Case(
      steps: "{ by: po, as: decide }",
      requester: "tl",
      hands: 1,
      path: ["tl-app", "po-app"]
    ),
    // A forum is one hand-off and climbs to its chair.
    Case(steps: "{ by: board, as: decide }", hands: 1, path: ["po-app", "board"], climb: 2),
    Case(
      steps: "{ by: manager-of(po), as: agree }, { by: manager-of(manager-of(po)), as: decide }",
      hands: 2,
      path: ["po-app", "dir", "gm"],
      climb: 2
    ),
    // `after` replaces the step before: both wait for the requester alone.
    Case(
      steps: "{ by: dir, as: agree, id: a }, { by: gm, as: decide, after: [] }",
      hands: 1,
      path: ["po-app", "dir"],
      climb: 2
    ),
    Case(
      steps: """
        { by: dir, as: agree, id: a }, { by: cfo, as: agree, id: b, after: [] },
        { by: gm, as: decide, after: [a, b] }
        """,
      hands: 2,
      path: ["po-app", "dir", "gm"],
      climb: 2
    ),
    // What goes out of the way joins what comes before it to what follows: cfo to cfo costs
    // nothing, arch to cfo does.
    Case(
      steps: """
        { parallel: [{ by: cfo, as: agree }, { by: arch, as: agree }] }, { by: tl, as: input },
        { by: cfo, as: decide }
        """,
      hands: 2,
      path: ["po-app", "arch", "cfo"]
    ),
    // The words of RACI and DACI.
    Case(
      steps: "{ by: dir, as: consulted }, { by: gm, as: approver }",
      hands: 1,
      path: ["po-app", "gm"],
      climb: 2
    ),
  ])
  func `counts hand-offs along the longest way`(item: Case) {
    let (design, path) = HandOffTests.path(item)
    #expect(path.hands == item.hands)
    #expect(path.way.map(design.text) == item.path)
    #expect(design.facts.climb(of: path) == item.climb)
  }

  @Test func `a circle of steps is found and has no way`() {
    let design = Design(
      HandOffTests.organization + """
        decisions:
          d:
            steps:
              - { by: tl, as: input }
              - { id: b, by: cfo, as: agree, after: [a] }
              - { id: a, by: gm, as: decide, after: [b] }
          fine: { steps: [{ by: po, as: decide }] }
          self: { steps: [{ id: s, by: po, as: decide, after: [s] }] }
        """
    )
    let decisions = design.facts.decisions
    #expect(decisions.isCyclic(design.decision("d")))
    #expect(!decisions.isCyclic(design.decision("fine")))
    // From the smallest id: a, then b.
    #expect(
      decisions.cycle(of: design.decision("d")).map {
        Int($0) - decisions.steps(of: design.decision("d")).lowerBound
      } == [2, 1]
    )
    #expect(decisions.cycle(of: design.decision("self")).count == 1)
    #expect(design.path("d").hands == 0)
  }

  @Test func `the implicit order closes a circle too`() {
    let design = Design(
      HandOffTests.organization + """
        decisions:
          d: { steps: [{ id: a, by: po, as: agree, after: [b] }, { id: b, by: gm, as: decide }] }
        """
    )
    #expect(design.facts.decisions.cycle(of: design.decision("d")).count == 2)
  }

  @Test func `deciders and agreers are different actors`() {
    let design = Design(
      HandOffTests.organization + """
        decisions:
          d:
            steps:
              - { by: seat, as: agree }
              - { by: { any: [cfo, nobody] }, as: agree }
              - { by: cfo, as: approve }
              - { by: { any: [arch, legal] }, as: agree }
              - { by: { any: [legal, arch] }, as: agree }
              - { by: po, as: decide }
              - { by: seat, as: decide }
        """
    )
    let path = design.path("d")
    #expect(design.facts.deciders(of: path).map(design.text) == ["po-app"])
    #expect(design.facts.agreers(of: path).map(design.text) == ["cfo", "any of arch, legal"])
    // po-app (and the seat), cfo, arch, legal.
    #expect(design.facts.participantCount(of: path) == 4)
  }

  @Test func `without checked products a decision is evaluated once, its selectors void`() {
    let design = Design(
      """
      people: { ana: {}, bo: {} }
      products: { old: { stage: retired, product_owner: ana } }
      decisions: { d: { steps: [{ by: po, as: agree }, { by: bo, as: decide }] } }
      """
    )
    #expect(design.facts.hasNoProduct(0))
    let path = design.facts.evaluate(0, for: nil)
    #expect(path.requester == nil)
    #expect(path.way.map(design.text) == ["bo"])
    #expect(path.hands == 0)
    #expect(design.facts.selectorGaps().isEmpty)
  }
}
