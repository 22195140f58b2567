import OrgAnalysis
import OrgModel
import Testing

@Suite struct ScopeTests {
  static let organization = """
    people:
      ana: { unit: team-a }
      bo: {}
      seat: { vacant: true, acting: bo }
      kim: {}
      dev: { unit: team-a }
      lost: {}
      boss: { unit: team-b }
    units:
      group: {}
      team-a: { parent: group, builds: [app] }
      team-b: { parent: group }
      hall: { lead: boss }
    products:
      app: { unit: team-b, product_owner: ana }
      web: { unit: team-b }
      pos: { unit: hall }
      idea: { unit: hall, stage: idea, product_owner: lost }
    pockets:
      web-pnl: { owner: seat, covers: { products: [web] } }
    stewardships:
      ci: { steward: kim, scope: { units: [team-b] } }
      all: {}
      none: { scope: { products: [nothing] } }
      blank: { scope: {} }

    """

  @Test(arguments: [
    ("ci", ["app", "web"]), ("all", ["app", "pos", "web"]), ("none", []),
    ("blank", ["app", "pos", "web"]),
  ])
  func `void entries leave an empty scope, nothing said leaves everything`(
    stewardship: String,
    products: [String]
  ) {
    let design = Design(ScopeTests.organization)
    let index = design.index(.stewardship, stewardship)
    #expect(design.products(design.facts.stewardshipScopes.sets[index]) == products)
  }

  @Test func `a product knows the scopes it is in`() {
    let design = Design(ScopeTests.organization)
    let ofWeb = design.facts.stewardships(of: design.product("web"))
    #expect(design.names(.stewardship, ofWeb) == ["ci", "all", "blank"])
    #expect(design.facts.stewardships(of: design.product("idea")).isEmpty)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let incentives: String
    /// nil for everything.
    let products: [String]?
    var testDescription: String { incentives }
  }

  @Test(arguments: [
    Case(incentives: "ana: [{ metric: nps, scope: { products: [web] } }]", products: ["web"]),
    Case(incentives: "ana: [{ metric: nps, scope: { products: [nothing] } }]", products: []),
    Case(incentives: "ana: [{ metric: scoped }]", products: ["pos"]),
    // The owner of app, though the team builds it as well.
    Case(incentives: "ana: [{ metric: nps }]", products: ["app"]),
    // Who acts in the seat owns the pocket.
    Case(incentives: "bo: [{ metric: nps }]", products: ["web"]),
    Case(incentives: "kim: [{ metric: nps }]", products: ["app", "web"]),
    Case(incentives: "dev: [{ metric: nps }]", products: ["app"]),
    // The unit led comes before the own unit; nothing is built there but the product is held.
    Case(incentives: "boss: [{ metric: nps }]", products: ["pos"]),
    Case(incentives: "team-a: [{ metric: nps }]", products: ["app"]),
    // Built at or below the group: app alone, by team-a; web and pos are built by their own unit.
    Case(incentives: "group: [{ metric: nps }]", products: ["app", "web"]),
    // An idea is no product to answer for.
    Case(incentives: "lost: [{ metric: nps }]", products: nil),
  ])
  func `an effective scope is the first that says something`(item: Case) {
    let design = Design(
      ScopeTests.organization
        + "metrics: { nps: {}, scoped: { scope: { units: [hall] } } }\n"
        + "incentives: { \(item.incentives) }"
    )
    let scope = design.facts.incentives.scope(of: 0)
    if let products = item.products {
      #expect(!scope.isAll)
      #expect(design.products(scope) == products)
    } else {
      #expect(scope.isAll)
    }
  }

  @Test func `a scorecard is the own incentives and those of the units led`() {
    let design = Design(
      """
      people: { ana: {}, seat: { vacant: true, acting: ana } }
      units: { team: { lead: seat }, other: { lead: ana } }
      metrics: { nps: { good: down }, mttr: { good: band }, churn: {} }
      incentives:
        ana: [{ metric: nps }, { metric: nps, direction: increase }, { metric: void }]
        seat: [{ metric: mttr, weight: 40 }, { metric: churn }]
        team: [{ metric: churn, target: { min: 3 } }]
      """
    )
    let facts = design.facts
    let (ana, seat) = (design.person("ana"), design.person("seat"))
    #expect(facts.incentives(ofPerson: ana) == [0, 1, 2, 3, 4])
    #expect(facts.incentives(ofPerson: seat) == [0, 1, 2, 3, 4])
    #expect(facts.scorecard(of: ana) == [0, 1, 2, 3, 4, 5])
    let list = facts.incentives.list
    #expect(
      list.map(\.direction) == [.decrease, .increase, .increase, .maintain, .increase, .increase]
    )
    #expect(list.map(\.occurrence) == [1, 2, 1, 1, 1, 1])
    #expect(list[2].metric == -1)
    #expect(list[5].hasTarget && list[5].minimum == 3 && list[5].maximum == nil)
    // Weights count for each declared holder alone.
    #expect(facts.incentives.share(of: 0) == 100.0 / 3)
    #expect(facts.incentives.share(of: 3) == 40)
    #expect(facts.incentives.share(of: 4) == 0)
    #expect(facts.incentives.share(of: 5) == 100)
  }
}
