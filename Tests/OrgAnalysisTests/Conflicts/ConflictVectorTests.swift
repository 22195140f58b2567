import Testing

@testable import OrgAnalysis

/// The worked cases: one organization of six goals, and small graphs.
@Suite struct ConflictVectorTests {
  static let organization = """
    people:
      gm: { name: General manager }
      po-app: { reports_to: gm, unit: app-team }
      tl-app: { reports_to: gm, unit: app-team }
      ops: { reports_to: gm, unit: app-team }
      sales: { reports_to: gm, unit: app-team }
      fin: { reports_to: gm, unit: app-team }
      sre: { reports_to: gm, unit: app-team }
    units:
      app-team: { kind: team, type: stream-aligned, lead: tl-app, builds: [app] }
    products:
      app: { unit: app-team, stage: live, product_owner: po-app, technology_lead: tl-app }
    metrics:
      release-frequency:
        level: process
        good: up
        controllable_by: [tl-app]
        drives:
          revenue: { effect: raises, confidence: correlated }
          change-failure-rate: raises
      test-coverage:
        good: up
        controllable_by: [tl-app]
        drives: { change-failure-rate: { effect: lowers, confidence: correlated } }
      change-failure-rate:
        good: down
        drives: { availability: { effect: lowers, confidence: verified } }
      availability: { good: up, drives: { churn: { effect: lowers, confidence: correlated } } }
      churn: { good: down, drives: { revenue: { effect: lowers, confidence: verified } } }
      discount-rate:
        controllable_by: [sales]
        drives:
          new-bookings: { effect: raises, confidence: verified }
          gross-margin: { effect: lowers, confidence: verified }
      new-bookings: { good: up, drives: { revenue: { effect: raises, confidence: verified } } }
      gross-margin: { good: up }
      revenue: { good: up, drives: { profit: { effect: raises, confidence: verified } } }
      cloud-spend:
        good: down
        controllable_by: [ops]
        drives:
          profit: { effect: lowers, confidence: verified }
          availability: { effect: raises, confidence: correlated }
      profit: { good: up }
    incentives:
      po-app: [{ metric: revenue, direction: increase }]
      tl-app: [{ metric: change-failure-rate, direction: decrease }]
      ops: [{ metric: cloud-spend, direction: decrease }]
      sales: [{ metric: new-bookings, direction: increase }]
      fin: [{ metric: gross-margin, direction: increase }]
      sre: [{ metric: availability, direction: increase }]

    """

  struct Vector: Sendable {
    var first: String
    var second: String
    var found: String
  }

  static let conflicting = [
    Vector(
      first: "po-app",
      second: "tl-app",
      found: "lever at release-frequency up, down, ambiguous, hypothesized"
    ),
    Vector(
      first: "po-app",
      second: "ops",
      found: "side-effect at cloud-spend up, down, correlated"
    ),
    Vector(first: "po-app", second: "fin", found: "lever at discount-rate up, down, verified"),
    Vector(
      first: "po-app",
      second: "sre",
      found: "lever at release-frequency up, down, ambiguous, hypothesized"
    ),
    Vector(first: "ops", second: "sre", found: "side-effect at cloud-spend down, up, correlated"),
    Vector(first: "sales", second: "fin", found: "lever at discount-rate up, down, verified"),
  ]

  private let design = ConflictDesign(organization)

  @Test(arguments: conflicting)
  func `six pairs of the organization conflict`(vector: Vector) {
    #expect(design.first(vector.first, vector.second) == vector.found)
  }

  @Test func `the other nine pairs do not`() {
    let holders = ["po-app", "tl-app", "ops", "sales", "fin", "sre"]
    let pairs = holders.indices.flatMap { first in
      holders.indices.filter { $0 > first }.map { (holders[first], holders[$0]) }
    }
    let calm = pairs.filter { design.first($0.0, $0.1) == nil }
    #expect(pairs.count == 15)
    #expect(calm.count == 9)
  }

  @Test func `what is only believed conflicts in no narrower layer`() {
    #expect(design.first("po-app", "tl-app", .correlated) == nil)
    #expect(design.first("po-app", "sre", .correlated) == nil)
    let verified = ConflictVectorTests.conflicting.filter {
      design.first($0.first, $0.second, .verified) != nil
    }
    #expect(verified.map { $0.first + " " + $0.second } == ["po-app fin", "sales fin"])
  }

  @Test func `each finding has the severity of its row`() {
    #expect(
      design.findings == [
        "side-effect availability cloud-spend cloud-spend: ops × sre warning",
        "side-effect cloud-spend revenue cloud-spend: ops × po-app warning",
        "lever availability revenue release-frequency: po-app × sre info",
        "lever change-failure-rate revenue release-frequency: po-app × tl-app info",
        "lever gross-margin new-bookings discount-rate: fin × sales warning",
        "lever gross-margin revenue discount-rate: fin × po-app warning",
      ]
    )
  }

  private static let effects: [(goal: String, direction: String, byBound: [Signs])] = [
    ("revenue", "increase", [.plus, .plus, .plus, .plus]),
    ("change-failure-rate", "decrease", [[], [], .plus, .plus]),
    ("cloud-spend", "decrease", [.plus, .plus, [.plus, .minus], [.plus, .minus]]),
    ("new-bookings", "increase", [.plus, .plus, .plus, .plus]),
    ("gross-margin", "increase", [[], [], [], []]),
    ("availability", "increase", [[], .plus, .plus, .plus]),
    ("release-frequency", "increase", [.plus, .plus, .plus, [.plus, .minus]]),
    ("churn", "increase", [.minus, .minus, .minus, .minus]),
  ]

  @Test(arguments: 2...5)
  func `a goal helps or hurts profit by the bound on paths`(bound: Int) {
    var settings = Settings()
    settings.maxPath = bound
    let goals = ConflictVectorTests.effects.map { effect in
      "    - { metric: \(effect.goal), direction: \(effect.direction) }\n"
    }
    let text = ConflictVectorTests.organization + "  gm:\n" + goals.joined()
    let design = ConflictDesign(text, settings: settings)
    let profit = design.design.metric("profit")
    for effect in ConflictVectorTests.effects {
      let incentive = Int(design.incentive("gm", effect.goal))
      let found = design.influence.effect(of: incentive, on: profit, ofCost: false, .all)
      #expect(found == effect.byBound[bound - 2], "\(effect.goal), at most \(bound) edges")
    }
  }

  struct SmallGraph: Sendable {
    var name: String
    var metrics: String
    var first: String
    var second: String
    var verified: [String]
    var all: [String]?
  }

  static let graphs = [
    SmallGraph(
      name: "direct",
      metrics: "x: {}",
      first: "metric: x, direction: increase",
      second: "metric: x, direction: decrease",
      verified: ["direct at x up, down, verified"]
    ),
    SmallGraph(
      name: "frontier",
      metrics: """
        a: { drives: { b: { effect: raises, confidence: verified } } }
          b: { drives: { c: { effect: raises, confidence: verified }, \
        d: { effect: lowers, confidence: verified } } }
          c: {}
          d: {}
        """,
      first: "metric: c, direction: increase",
      second: "metric: d, direction: increase",
      verified: ["lever at b up, down, verified"]
    ),
    SmallGraph(
      name: "balancing loop",
      metrics: """
        backlog: { drives: { overtime: { effect: raises, confidence: verified } } }
          overtime: { drives: { backlog: { effect: lowers, confidence: verified }, \
        burnout: { effect: raises, confidence: verified } } }
          burnout: {}
        """,
      first: "metric: burnout, direction: decrease",
      second: "metric: backlog, direction: decrease",
      verified: ["lever at overtime down, up, verified"]
    ),
    SmallGraph(
      name: "reinforcing loop",
      metrics: """
        m: { drives: { w: { effect: raises, confidence: verified } } }
          w: { drives: { m: { effect: raises, confidence: verified } } }
        """,
      first: "metric: m, direction: increase",
      second: "metric: m, direction: decrease",
      verified: ["direct at m up, down, verified"]
    ),
    SmallGraph(
      name: "hypothesized shortcut",
      metrics: """
        u: { drives: { a: { effect: raises, confidence: verified }, \
        y: { effect: lowers, confidence: verified } } }
          a: { drives: { x: { effect: raises, confidence: verified } } }
          x: { drives: { y: lowers } }
          y: {}
        """,
      first: "metric: x, direction: increase",
      second: "metric: y, direction: increase",
      verified: ["lever at u up, down, verified"],
      all: ["side-effect at x up, down, hypothesized"]
    ),
  ]

  private func small(_ graph: SmallGraph) -> ConflictDesign {
    ConflictDesign(
      """
      people: { ana: { unit: t }, tim: { unit: t } }
      units: { t: { kind: team, builds: [app] } }
      products: { app: { unit: t } }
      metrics:
        \(graph.metrics)
      incentives:
        ana: [{ \(graph.first) }]
        tim: [{ \(graph.second) }]
      """
    )
  }

  @Test(arguments: graphs)
  func `small graphs`(graph: SmallGraph) {
    let design = small(graph)
    #expect(design.contests("ana", "tim", .verified) == graph.verified)
    #expect(design.first("ana", "tim", .all) == (graph.all ?? graph.verified)[0])
  }

  @Test func `a believed shortcut neither hides nor raises what is verified`() {
    let design = small(ConflictVectorTests.graphs[4])
    #expect(design.findings == ["lever x y u: ana × tim warning"])
  }

  @Test func `a diamond of both signs is ambiguous`() {
    let design = ConflictDesign(
      """
      people: { ana: {} }
      metrics:
        u: { drives: { p: raises, q: lowers } }
        p: { drives: { m: raises } }
        q: { drives: { m: raises } }
        m: {}
      incentives: { ana: [{ metric: m, direction: increase }] }
      """
    )
    let wants = design.influence.wants(ofIncentive: 0, .all)
    #expect(wants.signs(at: design.design.metric("u")) == [.plus, .minus])
    #expect(wants.signs(at: design.design.metric("p")) == .plus)
  }

  private func twoScopes(_ across: Bool) -> ConflictDesign {
    ConflictDesign(
      """
      people: { ana: { reports_to: tim }, tim: {} }
      products: { p: {}, q: {} }
      metrics:
        u:
          across: \(across)
          drives:
            a: { effect: raises, confidence: verified }
            b: { effect: lowers, confidence: verified }
        a: {}
        b: {}
      incentives:
        ana: [{ metric: a, direction: increase, scope: { products: [p] } }]
        tim: [{ metric: b, direction: increase, scope: { products: [q] } }]
      """
    )
  }

  @Test func `goals of two scopes meet only at what is one thing for everybody`() {
    #expect(twoScopes(false).findings.isEmpty)
    #expect(twoScopes(true).findings == ["lever a b u: ana × tim warning"])
  }

  /// A manager and a report, and what leads to their goals.
  private func heldTwice(_ further: String, gm: String = "increase") -> ConflictDesign {
    ConflictDesign(
      """
      people: { ceo: {}, gm: { reports_to: ceo } }
      metrics:
        discounts:
          drives:
            revenue: { effect: raises, confidence: verified }
            cost: { effect: raises, confidence: verified }
            \(further)
        revenue: { drives: { unit-profit: { effect: raises, confidence: verified } } }
        cost: { drives: { unit-profit: { effect: lowers, confidence: verified } } }
        unit-profit: { drives: { group-profit: { effect: raises, confidence: verified } } }
        group-profit: {}
      incentives:
        ceo: [{ metric: group-profit, direction: increase }]
        gm: [{ metric: unit-profit, direction: \(gm) }]
      """
    )
  }

  @Test func `what lies inside the goal of a report is no conflict with the manager`() {
    #expect(heldTwice("").findings.isEmpty)
    // Past the report's goal discounts hurt the group as well.
    #expect(
      heldTwice("group-profit: { effect: lowers, confidence: verified }").findings == [
        "lever group-profit unit-profit discounts: ceo × gm info"
      ]
    )
    // A report who is paid for less of it wants what the manager does not.
    #expect(
      heldTwice("", gm: "decrease").findings == [
        "side-effect group-profit unit-profit unit-profit: ceo × gm warning"
      ]
    )
  }

  /// Reports of one manager who contest one metric, by the confidence of what it drives.
  private func peers(_ bookings: String, _ margin: String) -> ConflictDesign {
    ConflictDesign(
      """
      people: { ceo: {}, sales: { reports_to: ceo }, fin: { reports_to: ceo } }
      metrics:
        price:
          drives:
            bookings: { effect: lowers, confidence: \(bookings) }
            margin: { effect: raises, confidence: \(margin) }
        bookings: { drives: { growth: { effect: raises, confidence: \(bookings) } } }
        margin: {}
        growth: {}
      incentives:
        sales: [{ metric: bookings }, { metric: growth }]
        fin: [{ metric: margin }]
      """
    )
  }

  @Test func `what the reports of one manager contest is one finding`() {
    #expect(
      peers("verified", "verified").findings == [
        "lever price price price: fin × sales warning, fin × sales warning"
      ]
    )
    #expect(
      peers("correlated", "verified").findings == [
        "lever price price price: fin × sales info, fin × sales info"
      ]
    )
    // What is only believed counts up to a length of 2, and what does not is counted.
    let believed = peers("hypothesized", "verified")
    #expect(believed.findings == ["lever price price price: fin × sales info"])
    #expect(believed.conflicts.weakPairs.count == 1)
  }

  private func targets(_ first: String, _ second: String) -> ConflictDesign {
    ConflictDesign(
      """
      people: { ana: { unit: t }, tim: { unit: t } }
      units: { t: { kind: team, builds: [app] } }
      products: { app: { unit: t } }
      metrics: { x: {} }
      incentives:
        ana: [{ metric: x, \(first) }]
        tim: [{ metric: x, \(second) }]
      """
    )
  }

  @Test func `targets that can both be met leave a bounded tension`() {
    let design = targets(
      "direction: increase, target: { min: 80 }",
      "direction: decrease, target: { max: 90 }"
    )
    #expect(design.findings == ["direct x x x: ana × tim info"])
    #expect(design.conflicts.conflicts.map(\.isBounded) == [true])
  }

  @Test func `a band below the least value contradicts it`() {
    let design = targets(
      "direction: increase, target: { min: 99.95 }",
      "direction: maintain, target: { min: 99.0, max: 99.9 }"
    )
    #expect(design.findings == ["target x x -: ana × tim error"])
  }
}
