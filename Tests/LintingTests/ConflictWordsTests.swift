import Diagnostics
import Testing

/// What findings about conflicts say beside their message.
@Suite struct ConflictWordsTests {
  @Test(arguments: [
    ("gm: [{ metric: result }]", "nearest common manager: gm"),
    (
      "ceo: [{ metric: result }]",
      "nearest common manager: gm, who holds nothing downstream of both"
    ),
    (
      "gm: [{ metric: result, direction: maintain }]",
      "nearest common manager: gm, who holds nothing downstream of both"
    ),
  ])
  func `the manager above both is said to hold what both drive, or nothing`(
    goal: String,
    words: String
  ) async {
    // Between gm and tim stands dir, so that nothing is eased.
    let lint = await Lint(
      """
      people:
        ceo: {}
        gm: { reports_to: ceo }
        dir: { reports_to: gm }
        ana: { reports_to: gm }
        tim: { reports_to: dir }
      products: { app: { product_owner: ana, technology_lead: tim } }
      metrics: { load: { drives: { result: { effect: raises, confidence: verified } } }, result: {} }
      incentives:
        ana: [{ metric: load, direction: increase }]
        tim: [{ metric: load, direction: decrease }]
        \(goal)
      """,
      rules: ["inc-direct-conflict"]
    )
    let labels = lint.report.findings.flatMap(\.related).map(\.text)
    #expect(labels.filter { $0.hasPrefix("nearest") } == [words])
    #expect(lint.report.findings.map(\.severity) == [.error])
  }

  @Test(arguments: [("{}", false), ("{ reports_to: ceo }", true)])
  func `nobody is offered to settle what they are part of`(gm: String, isOffered: Bool) async {
    let lint = await Lint(
      """
      people: { ceo: {}, gm: \(gm), ana: { reports_to: gm } }
      metrics: { load: { drives: { cost: { effect: raises, confidence: verified } } }, cost: {} }
      incentives:
        gm: [{ metric: cost, direction: decrease }]
        ana: [{ metric: load, direction: increase }]
      """,
      rules: ["inc-side-effect-conflict"]
    )
    #expect(lint.report.findings.count == 1)
    let labels = lint.report.findings.flatMap(\.related).map(\.text)
    let offered = "nearest common manager: ceo, who holds nothing downstream of both"
    #expect(labels.filter { $0.hasPrefix("nearest") } == (isOffered ? [offered] : []))
    let help = lint.report.findings.first?.help ?? ""
    #expect(help.contains("arbiter: ceo") == isOffered)
    #expect(help.contains("tradeoffs") == isOffered)
  }

  @Test func `of opposite goals on one metric the trade-off is between that and what is contested`()
    async
  {
    // The sales of two products are two things; the price list is one.
    let lint = await Lint(
      """
      people: { ana: {}, tim: {} }
      products: { app: { product_owner: ana, technology_lead: tim }, web: {} }
      metrics:
        price: { across: true, drives: { sales: { effect: raises, confidence: verified } } }
        sales: {}
      incentives:
        ana: [{ metric: sales, direction: increase, scope: { products: [app] } }]
        tim: [{ metric: sales, direction: decrease, scope: { products: [web] } }]
      """,
      rules: ["inc-lever-conflict"]
    )
    #expect(lint.listed == ["inc-lever-conflict metric/sales"])
    #expect(lint.report.findings.first?.help?.contains("between: [price, sales]") == true)
  }

  @Test func `a stranded goal points once at each goal that opposes it at some lever`() async {
    let lint = await Lint(
      """
      people: { gm: {}, ops: {}, ana: {}, tim: {}, kim: { unit: team } }
      units: { team: { kind: team, lead: ops, builds: [app] } }
      products: { app: { product_owner: ana, technology_lead: tim } }
      metrics:
        spend: { controllable_by: [gm], drives: { up: { effect: raises, confidence: verified } } }
        staff: { controllable_by: [gm], drives: { spend: { effect: raises, confidence: verified } } }
        up: {}
      incentives:
        ops: [{ metric: spend, direction: decrease }]
        ana: [{ metric: up, direction: increase }]
        tim: [{ metric: up, direction: increase }]
        kim: [{ metric: up, direction: increase }]
      """,
      rules: ["inc-stranded"]
    )
    let ops = lint.report.findings.filter { $0.target == "incentive/ops/spend" }
    let opposite = ops.flatMap(\.related).map(\.text).filter { $0.hasSuffix("needs the opposite") }
    #expect(opposite == ["ana", "kim", "tim"].map { "\($0) needs the opposite" })
  }
}
