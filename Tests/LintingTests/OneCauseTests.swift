import Diagnostics
import Linting
import SourceText
import Testing

/// One cause, one finding: what suppresses what, and what is counted.
@Suite struct OneCauseTests {
  @Test(arguments: [
    OneCause(
      name: "1: a refused value is no absence",
      design: "products: { app: { product_owner: { a: b }, software: false } }",
      rules: ["po-missing"],
      listed: ["yaml-type product/app 0"]
    ),
    OneCause(
      name: "2: a name of nobody stands for the role that is open",
      design: "products: { app: { product_owner: ghost, software: false } }",
      rules: ["ref-unresolved", "po-missing"],
      listed: ["ref-unresolved product/app 1"]
    ),
    OneCause(
      name: "3: rules that need a role are silent without it",
      design: """
        people: { ana: {}, bo: { reports_to: ana } }
        products: { app: {} }
        pockets: { k: { owner: bo, covers: { products: [app] } } }
        metrics: { m: {} }
        incentives: { ana: [{ metric: m }] }
        """,
      rules: ["po-missing", "po-no-outcome-measure", "po-outside-pnl-line", "dec-layers-to-pnl"],
      listed: ["po-missing product/app 0"]
    ),
    OneCause(
      name: "4: shares that do not add up over an overlap over what follows from it",
      design: """
        people: { ana: {} }
        products: { app: { shared_by: { k: 60, l: 50 } }, web: {} }
        pockets:
          k: { owner: ana, parent: top, covers: { products: [app] } }
          l: { owner: ana, parent: top }
          m: { owner: ana, parent: top, covers: { products: [app] } }
          top: { owner: ana, covers: { products: [web] } }
        """,
      rules: ["pnl-shared-split-invalid", "pnl-overlap", "pnl-child-outside-parent"],
      listed: ["pnl-shared-split-invalid product/app 4"]
    ),
    OneCause(
      name: "4: of several products only those that overlap are dropped",
      design: """
        people: { ana: {} }
        products: { app: {}, web: {}, pos: {} }
        pockets:
          k: { owner: ana, parent: top, covers: { products: [app, web] } }
          l: { owner: ana, parent: top, covers: { products: [app] } }
          top: { owner: ana, covers: { products: [pos] } }
        """,
      rules: ["pnl-overlap", "pnl-child-outside-parent"],
      listed: ["pnl-overlap product/app 1", "pnl-child-outside-parent pocket/k 0"]
    ),
    OneCause(
      name: "4: a unit that is covered twice over what follows for its products",
      design: """
        people: { ana: {} }
        units: { u: {} }
        products: { app: { unit: u }, web: {}, pos: {} }
        pockets:
          top: { owner: ana, covers: { products: [web] } }
          k: { owner: ana, parent: top, covers: { units: [u] } }
          l: { owner: ana, parent: top, covers: { units: [u], products: [pos] } }
          m: { owner: ana, parent: k }
        """,
      rules: ["pnl-overlap", "pnl-child-outside-parent", "pnl-partition-gap"],
      listed: [
        "pnl-overlap unit/u 2", "pnl-child-outside-parent pocket/l 0",
        "pnl-partition-gap pocket/top 0",
      ]
    ),
    OneCause(
      name: "5: a circle over the length of the way",
      design: """
        people: { ana: {}, bo: {}, cy: {} }
        products: { app: { product_owner: ana } }
        decisions: { d: { steps: [
          { id: a, by: bo, as: agree, after: [b] }, { id: b, by: cy, as: decide, after: [a] } ] } }
        """,
      rules: ["dec-loop", "dec-path-too-deep"],
      listed: ["dec-loop decision/d 0"]
    ),
    OneCause(
      name: "6: one step, the most telling of four findings",
      design: """
        people: { ana: { reports_to: bo, unit: u }, bo: {}, cmo: { unit: v } }
        units: { u: { kind: product-group }, v: {} }
        products: { app: { product_owner: ana, unit: u } }
        pockets: { k: { owner: bo, covers: { products: [app] } } }
        stewardships: { s: { kind: tool, steward: cmo } }
        decisions: { d: { steps: [{ by: cmo, as: agree }, { by: po, as: decide }] } }
        """,
      rules: [
        "dec-veto-outside-pnl-line", "stw-steward-is-gatekeeper", "dec-external-approval",
        "dec-veto-without-grounds",
      ],
      listed: ["dec-veto-outside-pnl-line decision/d 3"]
    ),
    OneCause(
      name: "6: without pockets the steward is named",
      design: """
        people: { ana: { unit: u }, cmo: { unit: v } }
        units: { u: { kind: product-group }, v: {} }
        products: { app: { product_owner: ana, unit: u } }
        stewardships: { s: { kind: tool, steward: cmo } }
        decisions: { d: { steps: [{ by: cmo, as: agree }, { by: po, as: decide }] } }
        """,
      rules: [
        "dec-veto-outside-pnl-line", "stw-steward-is-gatekeeper", "dec-external-approval",
        "dec-veto-without-grounds",
      ],
      listed: ["stw-steward-is-gatekeeper decision/d 2"]
    ),
    OneCause(
      name: "6: two steps of one outsider on different grounds are one finding over both",
      design: """
        people: { ana: { reports_to: bo, unit: u }, bo: {}, cmo: { unit: v } }
        units: { u: { kind: product-group }, v: {} }
        products: { app: { product_owner: ana, unit: u } }
        pockets: { k: { owner: bo, covers: { products: [app] } } }
        decisions: { d: { steps: [
          { by: cmo, as: agree }, { by: cmo, as: approve, grounds: brand },
          { by: po, as: decide } ] } }
        """,
      rules: ["dec-veto-outside-pnl-line", "dec-external-approval"],
      listed: ["dec-veto-outside-pnl-line decision/d 1"]
    ),
    OneCause(
      name: "7: the overruled owner over the outsider, for one entry",
      design: """
        people: { ana: { reports_to: bo }, bo: {}, vp: {} }
        products: { app: { product_owner: ana } }
        pockets: { k: { owner: bo, covers: { products: [app] } } }
        decisions: { d: { steps: [{ by: po, as: decide }], overrule: [vp] } }
        """,
      rules: ["dec-po-overruled", "dec-veto-outside-pnl-line"],
      listed: ["dec-po-overruled decision/d 0"]
    ),
    OneCause(
      name: "7: every entry that overrules the owner, not the first alone",
      design: """
        people: { ana: { reports_to: bo }, bo: {}, vp: {}, eva: {}, tim: {} }
        products: { app: { product_owner: ana }, web: { product_owner: tim } }
        pockets: { k: { owner: bo, covers: { products: [app, web] } } }
        decisions: { d: { steps: [{ by: ana, as: decide }], overrule: [tim, vp, eva] } }
        """,
      rules: ["dec-po-overruled", "dec-veto-outside-pnl-line"],
      // For web, whose owner does not decide, vp and eva overrule from outside and ana decides.
      listed: ["dec-po-overruled decision/d 2", "dec-veto-outside-pnl-line decision/d 0"]
    ),
    OneCause(
      name: "14: a step beside the one of the deciding group keeps its finding",
      design: """
        people: { ana: { unit: u }, bo: {}, cmo: {} }
        units: { u: { kind: product-group } }
        forums: { board: { members: [cmo] } }
        products: { app: { product_owner: ana, unit: u } }
        pockets: { k: { owner: bo, covers: { products: [app] } } }
        decisions: { d: { steps: [{ by: board, as: decide }, { by: board, as: agree }] } }
        """,
      rules: ["dec-no-single-decider", "dec-veto-outside-pnl-line"],
      listed: ["dec-no-single-decider decision/d 0", "dec-veto-outside-pnl-line decision/d 0"]
    ),
    OneCause(
      name: "9: the measure that lacks over the scorecard that does not concern it",
      design: """
        people: { ana: {}, tim: {} }
        products: { app: { product_owner: ana, technology_lead: tim }, web: {} }
        metrics: { speed: { level: process, scope: { products: [web] } } }
        incentives: { tim: [{ metric: speed }], ana: [{ metric: speed }] }
        """,
      rules: [
        "po-no-outcome-measure", "tl-no-production-measure", "inc-accountable-without-measure",
      ],
      listed: ["po-no-outcome-measure product/app 1", "tl-no-production-measure product/app 1"]
    ),
    OneCause(
      name: "11: somebody who stands alone is in no line",
      design: """
        people: { ana: {}, bo: {}, cy: { reports_to: bo } }
        products: { app: { product_owner: ana } }
        pockets: { k: { owner: bo, covers: { products: [app] } } }
        """,
      rules: ["ref-orphan", "po-outside-pnl-line"],
      listed: ["ref-orphan person/ana 1"]
    ),
    OneCause(
      name: "12: too many products over too many hats",
      design: """
        people: { ana: {} }
        products:
          a: { product_owner: ana }
          b: { product_owner: ana }
          c: { product_owner: ana }
          d: { product_owner: ana }
          e: { product_owner: ana, technology_lead: ana }
        """,
      rules: ["po-overloaded", "str-too-many-hats"],
      listed: ["po-overloaded person/ana 1"]
    ),
    OneCause(
      name: "14: as long as a group decides there is no decider to judge",
      design: """
        people: { ana: { unit: u }, bo: {}, cmo: {} }
        units: { u: { kind: product-group } }
        forums: { board: { members: [cmo] } }
        products: { app: { product_owner: ana, unit: u } }
        pockets: { k: { owner: bo, covers: { products: [app] } } }
        decisions: { d: { steps: [{ by: board, as: decide }] } }
        """,
      rules: [
        "dec-no-single-decider", "po-no-decision-right", "dec-external-approval",
        "dec-veto-outside-pnl-line",
      ],
      listed: ["dec-no-single-decider decision/d 3"]
    ),
  ])
  func `one cause is one finding`(item: OneCause) async {
    let lint = await Lint(item.design, rules: item.rules)
    let listed = lint.report.findings.map { "\($0.rule) \($0.target) \($0.hides)" }
    #expect(Set(listed) == Set(item.listed), "\(listed)")
  }

  @Test func `only a listed finding suppresses`() async {
    let design = """
      people: { ana: { reports_to: bo }, bo: {}, vp: {} }
      products: { app: { product_owner: ana } }
      pockets: { k: { owner: bo, covers: { products: [app] } } }
      decisions: { d: { class: strategic, steps: [{ by: bo, as: decide }, { by: vp, as: agree }] } }
      waivers:
        - { rule: dec-veto-outside-pnl-line, target: decision/d, reason: r, until: 2027-01-01,
            approved_by: bo }
      """
    let rules = ["dec-veto-outside-pnl-line", "dec-veto-without-grounds", "hyg-waiver-invalid"]
    let waived = await Lint(design, rules: rules)
    #expect(waived.listed == ["dec-veto-without-grounds decision/d"])
    #expect(waived.silenced == ["waiver dec-veto-outside-pnl-line decision/d"])
    let off = await Lint(design, rules: Array(rules.dropFirst()))
    #expect(off.listed.contains("dec-veto-without-grounds decision/d"))
  }

  @Test func `a configured severity does not change what explains what`() async {
    // Both are warnings by their rules, which is what counts.
    let design = """
      people: { ana: { reports_to: bo }, bo: {}, vp: {} }
      products: { app: { product_owner: ana } }
      pockets: { k: { owner: bo, covers: { products: [app] } } }
      decisions: { d: { class: strategic, steps: [{ by: po, as: decide }, { by: vp, as: agree }] } }
      """
    var selection = RuleSelection()
    selection.only = ["dec-veto-outside-pnl-line", "dec-veto-without-grounds"]
    var choice = RuleChoice()
    choice.level = Configured(.on(.info), at: SourceSpan(file: FileID(0), start: 0, end: 0))
    selection.choices["dec-veto-outside-pnl-line"] = choice
    let lint = await Lint(design, selection: selection)
    #expect(lint.listed == ["dec-veto-outside-pnl-line decision/d"])
    #expect(lint.report.findings.map(\.severity) == [.info])
    #expect(lint.report.findings.map(\.hides) == [1])
  }
}
