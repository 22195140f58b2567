import OrgAnalysis
import OrgModel
import Testing

@Suite struct ComparisonTests {
  private func edits(_ base: String, _ head: String) -> [String] {
    DesignComparison(base: Design(base).facts, head: Design(head).facts, conflicts: nil).edits
      .map {
        $0.what == .changed
          ? "\($0.path) \($0.field): \($0.before) -> \($0.after)" : "\($0.what) \($0.path)"
      }
  }

  private func figures(_ base: String, _ head: String) -> [String] {
    DesignComparison(base: Design(base).facts, head: Design(head).facts, conflicts: nil).figures
      .filter { $0.before != $0.after }.map { "\($0.name) \($0.before) -> \($0.after)" }
  }

  @Test func `a design compared with itself has no edits`() {
    let design = """
      organization: { name: Nordlicht, stage: draft }
      people: { ana: { reports_to: bo, dotted: [cy] }, bo: {}, cy: { vacant: true } }
      products: { app: { product_owner: ana, shared_by: { a-pnl: 60, b-pnl: 40 } } }
      pockets: { a-pnl: { owner: bo }, b-pnl: { owner: nobody-known } }
      metrics: { nps: { drives: { revenue: raises, churn: { effect: lowers } } }, revenue: {}, churn: {} }
      incentives: { ana: [{ metric: nps, target: { min: 3 } }] }
      initiatives: { tidy: { anchors: { app: ana } } }
      decisions:
        go: { limits: { amount: { max: 5 } }, steps: [{ parallel: [{ by: bo, as: agree }, { by: { any: [ana, cy] }, as: input }] }] }
      waivers: [{ rule: tl-missing, target: product/app, reason: soon }]
      """
    #expect(edits(design, design) == [])
  }

  @Test func `the order of keys and the style of the file say nothing`() {
    let flow = "people: { ana: { reports_to: bo, dotted: [cy], unit: t }, bo: {}, cy: {} }"
    let block = """
      people:
        cy: {}
        bo: {}
        ana:
          unit: t
          dotted:
            - cy
          reports_to: bo
      """
    #expect(edits(flow, block) == [])
  }

  @Test(
    arguments: [
      ("people: { ana: {} }", "people: { ana: {}, bo: {} }", ["added person/bo"]),
      ("people: { ana: {}, bo: {} }", "people: { bo: {} }", ["removed person/ana"]),
      (
        "people: { ana: { reports_to: bo }, bo: {}, cy: {} }",
        "people: { ana: { reports_to: cy }, bo: {}, cy: {} }",
        ["person/ana reports_to: bo -> cy"]
      ),
      (
        "products: { app: { product_owner: [ana, bo] } }\npeople: { ana: {}, bo: {} }",
        "products: { app: { product_owner: [bo, ana] } }\npeople: { ana: {}, bo: {} }",
        ["product/app product_owner: ana, bo -> bo, ana"]
      ),
      (
        "pockets: { a: { covers: { products: [x] } } }",
        "pockets: { a: { covers: { products: [x, y] } } }",
        ["pocket/a covers: products: [x] -> products: [x, y]"]
      ),
      (
        "products: { app: { shared_by: { a: 60, b: 40 } } }",
        "products: { app: { shared_by: { a: 50, b: 50 } } }",
        ["product/app shared_by: a: 60, b: 40 -> a: 50, b: 50"]
      ),
      (
        "metrics: { m: { drives: { n: raises } } }",
        "metrics: { m: { drives: { n: lowers } } }",
        ["metric/m drives: n: { effect: raises } -> n: { effect: lowers }"]
      ),
      (
        "organization: { stage: draft }", "organization: { stage: approved }",
        ["organization stage: draft -> approved"]
      ),
      (
        "people: { ana: {} }\nincentives: { ana: [{ metric: nps, weight: 50 }] }",
        "people: { ana: {} }\nincentives: { ana: [{ metric: nps, weight: 60 }, { metric: arr }] }",
        ["added incentive/ana/arr", "incentive/ana/nps weight: 50 -> 60"]
      ),
      (
        "people: { ana: {} }\nincentives: { ana: [{ metric: nps }] }", "people: { ana: {} }",
        ["removed incentive/ana/nps"]
      ),
      (
        "people: { ana: {} }\nincentives: { ana: [{ metric: nps }] }",
        "incentives: { ana: [{ metric: nps }] }", ["removed person/ana"]
      ),
      (
        "waivers: []", "waivers: [{ rule: po-missing, target: product/app }]",
        ["added waiver/po-missing for product/app"]
      ),
      (
        "waivers: [{ rule: po-missing, target: product/app, until: 2027-01-31 }]",
        "waivers: [{ rule: po-missing, target: product/app, until: 2027-02-28 }]",
        ["waiver/po-missing for product/app until: 2027-01-31 -> 2027-02-28"]
      ),
    ]
  )
  func `an edit names the entry and what it said and says`(
    base: String,
    head: String,
    expected: [String]
  ) {
    #expect(edits(base, head) == expected)
  }

  @Test func `figures count layers, spans, approvals, hand-offs, pockets and dotted lines`() {
    let base = """
      people: { ceo: {}, bo: { reports_to: ceo }, ana: { reports_to: bo } }
      products: { app: { product_owner: ana } }
      pockets: { p: { owner: ceo } }
      decisions: { go: { steps: [{ by: po, as: decide }] } }
      """
    let head = """
      people:
        { ceo: {}, bo: { reports_to: ceo }, cy: { reports_to: bo }, ana: { reports_to: cy, dotted: [ceo] },
          eva: { reports_to: bo } }
      products: { app: { product_owner: ana } }
      pockets: { p: { owner: ceo }, q: { parent: p, owner: bo } }
      decisions:
        go: { steps: [{ by: bo, as: agree }, { by: po, as: decide }] }
        fresh: { steps: [{ by: bo, as: decide }] }
      """
    #expect(
      figures(base, head) == [
        "people 3 -> 5", "layers 3 -> 4", "span 1 -> 2", "approvals 0 -> 1",
        "pocketDepth 1 -> 2", "dottedLines 0 -> 1", "hands 0 -> 2", "approvals 0 -> 1",
      ]
    )
  }
}
