import OrgAnalysis
import OrgModel
import Testing

@Suite struct StrandedTests {
  @Test func `of the vectors ops and fin are stranded, over known influences`() {
    let design = Design(ConflictVectors.design + ConflictVectors.incentives)
    #expect(
      design.strandings() == [
        "ops cloud-spend correlated app: cloud-spend down against po-app, sre",
        "fin gross-margin correlated app: discount-rate down against po-app, sales",
      ]
    )
  }

  @Test func `of the vectors more test coverage helps three and hurts nobody`() {
    let design = Design(ConflictVectors.design + ConflictVectors.incentives)
    let found = design.stranded().strandings
    #expect(found.map(\.freeLevers.count) == [1, 1])
    #expect(
      found.map { design.words($0.freeLevers) }.first == "test-coverage up: po-app, sre, tl-app"
    )
  }

  @Test func `an influence that is only believed strands nobody for sure`() {
    // What is added opens ways for everybody and new conflicts, all of them hypotheses.
    let design = Design(
      ConflictVectors.design.replacing(
        "gross-margin: { level: business, good: up }",
        with: """
          gross-margin: { level: business, good: up, drives: { cloud-spend: raises } }
            price: { controllable_by: [fin], drives: { gross-margin: raises, new-bookings: lowers } }
          """
      ) + ConflictVectors.incentives
    )
    #expect(
      design.strandings().filter { $0.contains("correlated") } == [
        "ops cloud-spend correlated app: cloud-spend down against po-app, sre",
        "fin gross-margin correlated app: discount-rate down against po-app, sales",
      ]
    )
  }

  @Test func `what only a hypothesis says is told as that`() {
    let design = Design(
      ConflictVectors.design.replacing("confidence: verified", with: "confidence: hypothesized")
        .replacing("confidence: correlated", with: "confidence: hypothesized")
        + ConflictVectors.incentives
    )
    #expect(
      design.strandings() == [
        "ops cloud-spend all app: cloud-spend down against po-app, sre",
        "fin gross-margin all app: discount-rate down against po-app, sales",
      ]
    )
  }

  static let pair = """
    people: { ana: {}, tim: {}, ops: {} }
    products: { app: { product_owner: ana, technology_lead: tim } }
    units: { hall: { kind: team, members: [ops], builds: [app] } }
    metrics:
      spend: { controllable_by: [ops], drives: { up: { effect: raises, confidence: verified } } }
      up: {}

    """

  @Test func `one lever and one opponent are left to their conflict`() {
    let incentives = """
      incentives:
        ops: [{ metric: spend, direction: decrease }]
        tim: [{ metric: up, direction: increase }]
      """
    #expect(Design(StrandedTests.pair + incentives).strandings().isEmpty)
    let three = incentives + "\n  ana: [{ metric: up, direction: increase }]"
    // Ana and Tim are opposed by Ops alone.
    #expect(
      Design(StrandedTests.pair + three).strandings() == [
        "ops spend correlated app: spend down against ana, tim"
      ]
    )
  }

  @Test func `two goals of one opponent are one opponent`() {
    let design = Design(
      StrandedTests.pair
        + """
        incentives:
          ops: [{ metric: spend, direction: decrease }]
          tim: [{ metric: up, direction: increase }, { metric: spend, direction: increase }]
        """
    )
    #expect(design.strandings().isEmpty)
  }

  @Test func `a trade-off that holds does not contest, one that does not hold does`() {
    let incentives = """
      incentives:
        ops: [{ metric: spend, direction: decrease }]
        tim: [{ metric: up, direction: increase }]
        ana: [{ metric: up, direction: increase }]

      """
    func tradeoff(_ fields: String) -> String {
      "tradeoffs: { thrift: { between: [spend, up], \(fields) } }"
    }
    let pair = StrandedTests.pair
      .replacing("ops: {}", with: "ops: { reports_to: gm }, gm: {}, far: {}")
    let holding = "policy: spend what the budget allows, arbiter: gm"
    #expect(Design(pair + incentives + tradeoff(holding)).strandings().isEmpty)
    for fault in [
      "arbiter: gm", "policy: some", "policy: some, arbiter: far", "policy: some, arbiter: ops",
      holding + ", review_by: 2026-01-01",
    ] {
      let design = Design(pair + incentives + tradeoff(fault))
      #expect(
        design.strandings() == ["ops spend correlated app: spend down against ana, tim"],
        "\(fault)"
      )
    }
  }

  @Test func `a pair that a trade-off manages contests at no lever`() {
    func design(_ between: String) -> Design {
      Design(
        """
        people: { gm: {}, fin: { reports_to: gm }, kim: {}, sales: {} }
        units: { lab: { members: [fin, kim, sales], builds: [app] } }
        products: { app: {} }
        metrics:
          campaign:
            controllable_by: [gm]
            drives: { discount: { effect: raises, confidence: verified } }
          discount:
            controllable_by: [gm]
            drives:
              bookings: { effect: raises, confidence: verified }
              margin: { effect: lowers, confidence: verified }
          bookings: {}
          margin: {}
        incentives:
          fin: [{ metric: margin, direction: increase }]
          kim: [{ metric: bookings, direction: increase }]
          sales: [{ metric: bookings, direction: increase }]
        tradeoffs: { t: { between: [\(between)], policy: quarterly, arbiter: gm } }
        """
      )
    }
    // The witness of the pairs is the discount; the campaign is a lever behind it.
    #expect(design("discount, margin").strandings().isEmpty)
    #expect(design("bookings, margin").strandings().isEmpty)
    #expect(
      design("campaign, margin").strandings() == [
        "fin margin correlated app: campaign down against kim, sales; "
          + "discount down against kim, sales",
        "kim bookings correlated app: campaign up against fin; discount up against fin",
        "sales bookings correlated app: campaign up against fin; discount up against fin",
      ]
    )
  }

  @Test func `a trade-off settles one goal of an opponent and leaves another`() {
    let design = Design(
      """
      people: { gm: {}, ana: { reports_to: gm }, ops: { reports_to: gm } }
      products: { app: { product_owner: ana, technology_lead: ops } }
      metrics:
        m0: { controllable_by: [gm], drives: { m2: { effect: raises, confidence: verified } } }
        m1: { controllable_by: [gm], drives: { m0: { effect: lowers, confidence: verified } } }
        m2: {}
      tradeoffs: { t: { between: [m1, m2], policy: quarterly, arbiter: gm } }
      incentives:
        ana: [{ metric: m2, direction: increase }]
        ops: [{ metric: m1, direction: increase }, { metric: m2, direction: decrease }]
      """
    )
    // At m1 the goals of ana and ops on m2 are opposed, which no trade-off settles.
    #expect(
      design.strandings() == [
        "ana m2 correlated app: m0 up against ops; m1 down against ops",
        "ops m2 correlated app: m0 down against ana; m1 up against ana",
      ]
    )
  }

  @Test func `whoever opposes only oneself is not stranded`() {
    let design = Design(
      StrandedTests.pair
        + """
        incentives:
          ops: [{ metric: spend, direction: decrease }, { metric: up, direction: increase }]
          tim: [{ metric: quiet, direction: increase }]
        """
    )
    #expect(design.strandings().isEmpty)
  }

  @Test func `goals for different products do not meet, unless at something across`() {
    let incentives = """
      incentives:
        ops: [{ metric: spend, direction: decrease, scope: { products: [app] } }]
        ana: [{ metric: up, direction: increase, scope: { products: [web] } }]
        tim: [{ metric: up, direction: increase, scope: { products: [web] } }]
      """
    let apart = StrandedTests.pair
      .replacing("technology_lead: tim } }", with: "technology_lead: tim }, web: {} }")
    #expect(Design(apart + incentives).strandings().isEmpty)
    let across = apart.replacing("spend: {", with: "spend: { across: true,")
    #expect(
      Design(across + incentives).strandings() == [
        "ops spend correlated app: spend down against ana, tim"
      ]
    )
  }

  @Test func `the smallest group tells it`() {
    let design = Design(
      """
      people: { ana: {}, bo: {}, cy: {}, dee: {}, kim: {} }
      products:
        web: { product_owner: [ana, bo, cy, kim] }
        app: { product_owner: [ana, bo, cy] }
      pockets: { pnl: { owner: dee, covers: { products: [app] } } }
      metrics:
        spend: { controllable_by: [ana], drives: { up: { effect: raises, confidence: verified } } }
        up: {}
      incentives:
        ana: [{ metric: spend, direction: decrease }]
        bo: [{ metric: up }]
        cy: [{ metric: up }]
        dee: [{ metric: up }]
        kim: [{ metric: up }]
      """
    )
    #expect(
      design.strandings() == ["ana spend correlated app: spend down against bo, cy"]
    )
  }

  @Test func `a pocket's line is a group of its own`() {
    let design = Design(
      """
      people: { gm: {}, bo: {}, cy: {} }
      products: { app: {}, web: {} }
      pockets:
        all: { owner: gm }
        one: { owner: bo, parent: all, covers: { products: [app] } }
        two: { owner: cy, parent: all, covers: { products: [web] } }
      metrics:
        price: { across: true, drives: { x: { effect: raises, confidence: verified } } }
        x: {}
      incentives:
        gm: [{ metric: price, direction: decrease }]
        bo: [{ metric: x }]
        cy: [{ metric: x }]
      """
    )
    // Nobody controls anything, so that the metrics without a driver are the levers.
    #expect(
      design.strandings() == ["gm price correlated all: price down against bo, cy"]
    )
  }

  @Test func `a steward is in the groups of the products in the scope`() {
    let design = Design(
      StrandedTests.pair.replacing("ops: {} }", with: "ops: {}, kim: {} }")
        + """
        stewardships: { ci: { steward: kim, scope: { products: [app] } } }
        incentives:
          ops: [{ metric: spend, direction: decrease }]
          kim: [{ metric: up }]
          tim: [{ metric: up }]
        """
    )
    #expect(
      design.strandings() == ["ops spend correlated app: spend down against kim, tim"]
    )
  }

  @Test func `a unit of thousands is looked at as one`() {
    let count = 600
    let people = (0..<count).map { "  p\($0): { unit: lab }" }.joined(separator: "\n")
    let products = (0..<count).map { "  x\($0): { product_owner: o\($0) }" }
      .joined(separator: "\n")
    let owners = (0..<count).map { "  o\($0): {}" }.joined(separator: "\n")
    let incentives = (0..<count).map {
      "  p\($0): [{ metric: \($0 % 3 == 0 ? "spend" : "up"), direction: "
        + "\($0 % 3 == 0 ? "decrease" : "increase") }]\n  o\($0): [{ metric: up }]"
    }.joined(separator: "\n")
    let design = Design(
      "people:\n\(people)\n\(owners)\nproducts:\n\(products)\n"
        + "units: { lab: { kind: team, builds: [\((0..<count).map { "x\($0)" }.joined(separator: ", "))] } }\n"
        + "metrics: { spend: { controllable_by: [p0], drives: { up: { effect: raises, "
        + "confidence: verified } } }, up: {} }\nincentives:\n\(incentives)"
    )
    let found = design.stranded().strandings
    #expect(found.count == count + count)
    #expect(found.allSatisfy { $0.levers.count == 1 && $0.levers[0].opposing.count == 8 })
    #expect(found.first?.levers[0].opponentCount == count / 3 * 2 + 1)
  }
}

extension Design {
  func stranded() -> StrandedFacts {
    let (couplings, influence) = (CouplingFacts(facts), InfluenceFacts(facts))
    let conflicts = ConflictFacts(facts, influence, couplings)
    return StrandedFacts(couplings, influence, managed: conflicts.managed)
  }

  func strandings() -> [String] {
    stranded().strandings.map { stranding in
      let entry = facts.incentives.list[Int(stranding.incentive)]
      let levers = stranding.levers.map { lever in
        let people = lever.opposing.map { holderID(facts.incentives.list[Int($0)].holder) }
        return "\(moved(lever.metric, lever.sign)) against \(people.joined(separator: ", "))"
      }
      return "\(holderID(entry.holder)) \(graph.id(EntityRef(.metric, Int(entry.metric)))) "
        + "\(stranding.layer) \(graph.id(stranding.group)): \(levers.joined(separator: "; "))"
    }
  }

  func words(_ levers: [FreeLever]) -> String {
    levers.map { lever in
      "\(moved(lever.metric, lever.sign)): "
        + lever.holders.map(holderID).joined(separator: ", ")
    }.joined(separator: "; ")
  }

  func holderID(_ holder: Int32) -> String { graph.id(facts.incentives.holders[Int(holder)]) }

  private func moved(_ metric: Int32, _ sign: Int8) -> String {
    graph.id(EntityRef(.metric, Int(metric))) + (sign > 0 ? " up" : " down")
  }
}
