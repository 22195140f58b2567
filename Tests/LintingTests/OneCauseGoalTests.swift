import Diagnostics
import Linting
import SourceText
import Testing

/// One cause, one finding, where goals are concerned.
@Suite struct OneCauseGoalTests {
  @Test(arguments: [
    OneCause(
      name: "8: opposite directions over targets that exclude each other",
      design: """
        products: { app: { product_owner: ana, technology_lead: tim } }
        people: { ana: {}, tim: {} }
        metrics: { m: {} }
        incentives:
          ana: [{ metric: m, direction: increase, target: { min: 9 } }]
          tim: [{ metric: m, direction: decrease, target: { max: 5 } }]
        """,
      rules: ["inc-direct-conflict", "inc-target-contradiction"],
      listed: ["inc-direct-conflict metric/m 0"]
    ),
    OneCause(
      name: "8: a declared trade-off over the way in which one goal hurts the other",
      design: """
        products: { app: { product_owner: ana, technology_lead: tim } }
        people: { ana: {}, tim: {} }
        metrics:
          spend: { opposes: [uptime], drives: { uptime: { effect: raises, confidence: verified } } }
          uptime: {}
        incentives:
          ana: [{ metric: spend, direction: decrease }]
          tim: [{ metric: uptime, direction: increase }]
        """,
      rules: ["inc-declared-tradeoff-split", "inc-side-effect-conflict", "inc-lever-conflict"],
      listed: ["inc-declared-tradeoff-split metric/spend 0"]
    ),
    OneCause(
      name: "8: a direct conflict over the bad direction of one of its goals, in every pair",
      design: """
        products: { app: { product_owner: ana, technology_lead: tim } }
        people: { ana: {}, tim: {}, kim: { reports_to: tim } }
        metrics: { churn: { good: down } }
        incentives:
          ana: [{ metric: churn, direction: decrease }]
          tim: [{ metric: churn, direction: increase }]
          kim: [{ metric: churn, direction: increase, scope: { products: [app] } }]
        """,
      rules: ["inc-direct-conflict", "inc-direction-against-good"],
      // Nothing makes kim and ana depend on each other, so the goals of kim are in no pair.
      listed: [
        "inc-direct-conflict metric/churn 1", "inc-direction-against-good incentive/kim/churn 0",
      ]
    ),
    OneCause(
      name: "8: a conflict that targets settle does not hide an error",
      design: """
        products: { app: { product_owner: ana, technology_lead: tim } }
        people: { ana: {}, tim: {} }
        metrics: { churn: { good: down } }
        incentives:
          ana: [{ metric: churn, direction: decrease, target: { min: 1, max: 9 } }]
          tim: [{ metric: churn, direction: increase, target: { min: 5 } }]
        """,
      rules: ["inc-direct-conflict", "inc-direction-against-good"],
      listed: [
        "inc-direct-conflict metric/churn 0", "inc-direction-against-good incentive/tim/churn 0",
      ]
    ),
    OneCause(
      name:
        "9: the lead of one product by a seat, and the person acting in it by the heaviest measure",
      design: """
        products: { app: { technology_lead: seat }, web: {} }
        people: { seat: { vacant: true, acting: tim }, tim: {} }
        metrics: { uptime: { tags: [production-quality] }, speed: {} }
        incentives:
          tim:
            - { metric: uptime, weight: 30, scope: { products: [web] } }
            - { metric: speed, weight: 70 }
        """,
      rules: ["tl-no-production-measure", "tl-primary-measure-not-production"],
      listed: ["tl-no-production-measure product/app 1"]
    ),
    OneCause(
      name:
        "10: goals that lead to no result over a report that leads to no measure of the manager",
      design: """
        products: { app: { product_owner: ana } }
        people: { bo: {}, ana: { reports_to: bo } }
        metrics: { profit: { level: business }, nps: { level: product }, reach: { level: product } }
        pockets: { k: { owner: bo, covers: { products: [app] }, results: [profit] } }
        incentives:
          bo: [{ metric: profit }]
          ana: [{ metric: nps }, { metric: reach }]
        """,
      rules: ["inc-misaligned-with-pocket", "inc-not-cascaded"],
      listed: [
        "inc-misaligned-with-pocket incentive/ana/nps 0",
        "inc-misaligned-with-pocket incentive/ana/reach 1",
      ]
    ),
    OneCause(
      name: "10: one goal that nothing is said of leaves the finding on the report",
      design: """
        products: { app: { product_owner: ana } }
        people: { bo: {}, ana: { reports_to: bo } }
        metrics: { profit: { level: business }, nps: { level: product }, mood: {} }
        pockets: { k: { owner: bo, covers: { products: [app] }, results: [profit] } }
        incentives:
          bo: [{ metric: profit }]
          ana: [{ metric: nps }, { metric: mood }]
        """,
      rules: ["inc-misaligned-with-pocket", "inc-not-cascaded"],
      listed: [
        "inc-misaligned-with-pocket incentive/ana/nps 0", "inc-not-cascaded person/ana 0",
      ]
    ),
    OneCause(
      name: "10: measures that nobody below works for over the reports that work for none",
      design: """
        people: { bo: {}, cy: { reports_to: bo }, dee: { reports_to: bo } }
        metrics: { profit: { level: business }, revenue: { level: business }, mood: {} }
        incentives:
          bo: [{ metric: profit }, { metric: revenue }]
          cy: [{ metric: mood }]
          dee: [{ metric: mood }]
        """,
      rules: ["inc-not-cascaded"],
      listed: [
        "inc-not-cascaded incentive/bo/profit 0", "inc-not-cascaded incentive/bo/revenue 2",
      ]
    ),
    OneCause(
      name: "10: as long as one measure is worked for, the report that works for none is told",
      design: """
        people: { bo: {}, cy: { reports_to: bo }, dee: { reports_to: bo } }
        metrics: { profit: { level: business }, revenue: { level: business }, mood: {} }
        incentives:
          bo: [{ metric: profit }, { metric: revenue }]
          cy: [{ metric: mood }]
          dee: [{ metric: revenue }]
        """,
      rules: ["inc-not-cascaded"],
      listed: ["inc-not-cascaded incentive/bo/profit 0", "inc-not-cascaded person/cy 0"]
    ),
    OneCause(
      name: "10: a waived measure of the manager leaves the goals of the report as the cause",
      design: """
        products: { app: { product_owner: ana } }
        people: { bo: {}, ana: { reports_to: bo }, cy: { reports_to: bo } }
        metrics: { profit: { level: business }, nps: { level: product }, mood: {} }
        pockets: { k: { owner: bo, covers: { products: [app] }, results: [profit] } }
        incentives:
          bo: [{ metric: profit }]
          ana: [{ metric: nps }]
          cy: [{ metric: mood }]
        waivers:
          - { rule: inc-not-cascaded, target: incentive/bo/profit, reason: r, until: 2027-01-01,
              approved_by: bo }
        """,
      rules: ["inc-misaligned-with-pocket", "inc-not-cascaded"],
      listed: [
        "inc-misaligned-with-pocket incentive/ana/nps 1", "inc-not-cascaded person/cy 0",
      ]
    ),
    OneCause(
      name: "13: a split that names the overdue trade-off over its review",
      design: """
        products: { app: { product_owner: ana, technology_lead: tim } }
        people: { bo: {}, ana: { reports_to: bo }, tim: { reports_to: bo } }
        metrics: { speed: { opposes: [uptime] }, uptime: {} }
        tradeoffs:
          t: { between: [speed, uptime], policy: p, arbiter: bo, review_by: 2025-12-31 }
          u: { between: [speed, nps], policy: p, arbiter: bo, review_by: 2025-12-31 }
        incentives: { ana: [{ metric: speed }], tim: [{ metric: uptime }] }
        """,
      rules: ["inc-declared-tradeoff-split", "hyg-stale-review"],
      listed: [
        "inc-declared-tradeoff-split metric/speed 1", "hyg-stale-review tradeoff/u 0",
      ]
    ),
    OneCause(
      name: "13: advice about a lever does not hide a warning",
      design: """
        products: { app: { product_owner: ana, technology_lead: tim } }
        people: { bo: {}, ana: { reports_to: bo }, tim: { reports_to: bo } }
        metrics: { rate: { drives: { sales: raises, margin: lowers } }, sales: {}, margin: {} }
        tradeoffs:
          t: { between: [sales, margin], policy: p, arbiter: bo, review_by: 2025-12-31 }
        incentives: { ana: [{ metric: sales }], tim: [{ metric: margin }] }
        """,
      rules: ["inc-lever-conflict", "hyg-stale-review"],
      listed: ["inc-lever-conflict metric/margin 0", "hyg-stale-review tradeoff/t 0"]
    ),
    OneCause(
      name: "13: a verified side effect is a warning too",
      design: """
        products: { app: { product_owner: ana, technology_lead: tim } }
        people: { bo: {}, ana: { reports_to: bo }, tim: { reports_to: bo } }
        metrics: { spend: { drives: { uptime: { effect: raises, confidence: verified } } }, uptime: {} }
        tradeoffs:
          t: { between: [spend, uptime], policy: p, arbiter: bo, review_by: 2025-12-31 }
        incentives: { ana: [{ metric: spend, direction: decrease }], tim: [{ metric: uptime }] }
        """,
      rules: ["inc-side-effect-conflict", "hyg-stale-review"],
      listed: ["inc-side-effect-conflict metric/spend 1"]
    ),
  ])
  func `one cause is one finding`(item: OneCause) async {
    let lint = await Lint(item.design, rules: item.rules)
    let listed = lint.report.findings.filter { item.rules.contains($0.rule) }
      .map { "\($0.rule) \($0.target) \($0.hides)" }
    #expect(Set(listed) == Set(item.listed), "\(listed)")
  }

  @Test
  func `somebody who stands alone hides no error, whatever the configuration makes of it`() async {
    let design = """
      people: { bo: {}, ana: {}, cy: { reports_to: bo } }
      products: { app: {} }
      pockets: { top: { owner: bo }, k: { owner: ana, parent: top, covers: { products: [app] } } }
      """
    var selection = RuleSelection()
    selection.only = ["ref-orphan", "pnl-owner-not-in-line"]
    let severe = await Lint(design, selection: selection)
    #expect(Set(severe.listed) == ["ref-orphan person/ana", "pnl-owner-not-in-line pocket/k"])
    var choice = RuleChoice()
    choice.level = Configured(.on(.warning), at: SourceSpan(file: FileID(0), start: 0, end: 0))
    selection.choices["pnl-owner-not-in-line"] = choice
    let lowered = await Lint(design, selection: selection)
    #expect(Set(lowered.listed) == Set(severe.listed))
    #expect(lowered.report.findings.map(\.hides) == [0, 0])
  }
}
