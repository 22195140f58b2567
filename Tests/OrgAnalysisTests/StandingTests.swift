import OrgAnalysis
import OrgModel
import Testing

@Suite struct StandingTests {
  static let design = Design(
    """
    people:
      po-app: { reports_to: head }
      head: { reports_to: bo }
      bo: { reports_to: ceo }
      ceo: {}
      tl-app: { reports_to: cto }
      cto: { reports_to: ceo }
      po-far: { reports_to: cto }
      cmo: { reports_to: ceo }
      hermit: {}
      guru: { reports_to: hermit }
      empty: { vacant: true, reports_to: bo }
    forums:
      board: { chair: bo, members: [cmo] }
      flock: { members: [bo] }
    units: { sales: { lead: cmo }, void: {} }
    products:
      app: { product_owner: po-app, technology_lead: tl-app }
      far: { product_owner: po-far }
      bare: { product_owner: po-far }
    pockets:
      group-pnl: { owner: ceo }
      app-pnl: { parent: group-pnl, owner: bo, covers: { products: [app, far] } }
    decisions:
      d:
        steps:
          - { by: po, as: decide }
        escalates_to: [bo, empty, nobody, head, ceo, bo]
        overrule: [cmo, empty, board, tl]
      e: { steps: [{ by: bo, as: decide }], escalates_to: [ceo, board] }
    """
  )

  @Test(arguments: [
    ("app", "po-app", true), ("app", "tl-app", true), ("app", "bo", true), ("app", "ceo", true),
    // Between the owner and the line.
    ("app", "head", true), ("app", "cmo", false), ("app", "cto", false),
    // The managers of an owner outside the line, until the first who carries the result.
    ("far", "cto", true), ("far", "ceo", true), ("far", "head", false), ("app", "hermit", false),
    // Without a pocket the line is empty and all managers of the owner are inside.
    ("bare", "ceo", true), ("bare", "bo", false),
  ])
  func `who carries a result is inside`(product: String, person: String, isInside: Bool) {
    let design = StandingTests.design
    #expect(
      design.facts.isInside(
        design.person(person),
        of: design.product(product),
        isTechnical: false
      ) == isInside
    )
  }

  @Test func `the line of the technology lead counts for technical decisions`() {
    let design = StandingTests.design
    let app = design.product("app")
    #expect(design.facts.isInside(design.person("cto"), of: app, isTechnical: true))
    #expect(!design.facts.isInside(design.person("cmo"), of: app, isTechnical: true))
  }

  @Test func `groups are inside through whom they speak`() {
    let design = StandingTests.design
    let app = design.product("app")
    func isInside(_ actors: Actor...) -> Bool {
      let actor = actors.count == 1 ? actors[0] : .anyOf(actors)
      return design.facts.isInside(actor, of: app, isTechnical: false)
    }
    let board = Actor.forum(Int32(design.index(.forum, "board")))
    let flock = Actor.forum(Int32(design.index(.forum, "flock")))
    let sales = Actor.unit(Int32(design.unit("sales")))
    let bo = Actor.person(Int32(design.person("bo")))
    #expect(isInside(board))
    #expect(!isInside(flock))
    #expect(!isInside(sales))
    #expect(isInside(bo, board))
    #expect(!isInside(bo, sales))
  }

  @Test(arguments: [
    ("app", "bo", true), ("app", "ceo", true), ("app", "head", false), ("app", "hermit", true),
    ("app", "po-app", false), ("app", "guru", false),
    ("bare", "cto", true), ("bare", "po-far", false), ("bare", "bo", false),
  ])
  func `the line and the tops have authority`(product: String, person: String, has: Bool) {
    let design = StandingTests.design
    #expect(
      design.facts.hasAuthority(design.person(person), over: design.product(product)) == has
    )
  }

  @Test func `escalation keeps vacant seats, overrule does not`() {
    let design = StandingTests.design
    let app = design.product("app")
    let escalations = design.facts.escalations(of: design.decision("d"), for: app)
    #expect(escalations.map { design.text($0.actor) } == ["bo", "empty", "head", "ceo", "bo"])
    let overrules = design.facts.overrules(of: design.decision("d"), for: app)
    #expect(overrules.map { design.text($0.actor) } == ["cmo", "board", "tl-app"])
    #expect(design.graph.text(overrules[2].item) == "tl")
  }

  @Test func `an escalation that comes back is a circle`() throws {
    let design = StandingTests.design
    let cycle = try #require(design.facts.escalationCycle(of: design.path("d")))
    #expect(cycle.actors.map(design.text) == ["bo", "empty", "head", "ceo"])
    // A forum comes back to the decider through its chair.
    let forum = try #require(design.facts.escalationCycle(of: design.path("e")))
    #expect(forum.actors.map(design.text) == ["bo", "ceo"])
    #expect(design.graph.text(forum.repeated) == "board")
  }
}
