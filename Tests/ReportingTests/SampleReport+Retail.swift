import Diagnostics
import SourceText

/// An organization with mistakes of several shapes, over two files.
let retailSources = SampleSources([
  ("org/products.yaml", retailProducts),
  ("org/steering.yaml", retailSteering),
])

private let retailProducts = """
  orglint: 1
  organization: { name: Northwind Retail, stage: approved }

  people:
    ceo: { name: Mara Quist }
    gm-retail: { name: Ilan Doré, reports_to: ceo }
    gm-b2b: { name: Petra Håkansson, reports_to: ceo }
    po-app: { name: Ana Obi, reports_to: gm-retail }
    tl-app: { name: 田中さくら, reports_to: gm-retail }

  products:
    app:
      name: Shopping app
      technology_lead: tl-app
      stage: live
    loyalty:
      name: Loyalty
      product_owner: po-app
      technology_lead: tl-loyalty
    portal: { name: B2B portal, product_owner: po-app, technology_lead: tl-app }

  """

private let retailSteering = """
  orglint: 1

  pockets:
    group-pnl: { owner: ceo }
    retail-pnl: { parent: group-pnl, owner: gm-retail, covers: { products: [app, loyalty] } }
    b2b-pnl: { parent: group-pnl, owner: gm-b2b, covers: { products: [portal, loyalty] } }

  decisions:
    app-release:
      class: tactical
      scope: { products: [app] }
      steps:
        - { by: tl-app, as: recommend }
        - { by: gm-retail, as: approve }
        - { by: cfo, as: agree, grounds: financial-control }
        - { by: ceo, as: decide }

  incentives:
    tl-app:
      - { metric: change-failure-rate, direction: decrease, weight: 55 }
      - { metric: release-frequency, weight: 30 }
    po-app: [{ metric: app-revenue }]

  """

extension SampleReport {
  static let retail = SampleReport(
    name: "retail",
    report: Report(
      sources: retailSources.set,
      findings: [missingOwner, overlap, unresolved, longPath, weights, unpaired],
      suppressed: [
        .init(finding: rootless, kind: .waiver, reason: "the founder stays until the merger")
      ],
      coverage: [
        .init(family: "dec", declared: 1, of: 3, text: "decisions declared for 1 of 3 products"),
        .init(family: "po", declared: 2, of: 3, text: "product owners named for 2 of 3 products"),
      ],
      notChecked: [
        .init(what: "stewardships", why: "no stewardships declared; 5 rules not checked")
      ],
      rules: rules,
      counts: .init(files: 2, people: 5, products: 3),
      version: "0.1.0"
    )
  )

  private static let missingOwner = Diagnostic(
    rule: "po-missing",
    severity: .error,
    message: "product 'app' has no product owner",
    why: "nobody is accountable for its business and customer outcomes",
    help: "add product_owner, set stage: idea, or waive it with an end date",
    primary: Label(retailSources.span("org/products.yaml", "app", after: "products:")),
    targets: ["product/app"]
  )

  private static let overlap = Diagnostic(
    rule: "pnl-overlap",
    severity: .error,
    message: "product 'loyalty' is claimed by 2 pockets that are not nested: "
      + "b2b-pnl (gm-b2b, directly), retail-pnl (gm-retail, directly)",
    why: "its result is counted twice and two leaders can steer it apart",
    help: "move it, nest the pockets, or share it: shared_by on the product",
    primary: Label(
      retailSources.span("org/products.yaml", "loyalty", after: "products:"),
      "claimed twice",
      target: "product/loyalty"
    ),
    related: [
      Label(
        retailSources.span("org/steering.yaml", "loyalty", after: "b2b-pnl"),
        "by pocket 'b2b-pnl'",
        target: "pocket/b2b-pnl"
      ),
      Label(
        retailSources.span("org/steering.yaml", "loyalty"),
        "and by pocket 'retail-pnl'",
        target: "pocket/retail-pnl"
      ),
    ],
    targets: ["product/loyalty", "pocket/b2b-pnl", "pocket/retail-pnl"],
    elements: ["pocket/b2b-pnl", "pocket/retail-pnl"]
  )

  private static let unresolved = Diagnostic(
    rule: "ref-unresolved",
    severity: .error,
    message:
      "technology_lead of product 'loyalty' names 'tl-loyalty', which is the id of no person",
    help: "did you mean 'tl-app'?",
    primary: Label(
      retailSources.span("org/products.yaml", "tl-loyalty"),
      "not declared anywhere"
    ),
    targets: ["product/loyalty"],
    discriminator: "technology_lead tl-loyalty",
    hides: 3
  )

  private static let longPath = Diagnostic(
    rule: "dec-path-too-deep",
    severity: .warning,
    message: "decision 'app-release' (tactical) of 'app' takes 4 hand-offs: "
      + "po-app → tl-app → gm-retail → cfo → ceo (limit 2)",
    why: "tactical choices should end at the product owner",
    help: "turn an agree into input, drop a step, or reclassify it",
    primary: Label(retailSources.span("org/steering.yaml", "app-release"), "4 hand-offs"),
    related: [
      Label(step("gm-retail, as: approve"), "gm-retail approves", target: "person/gm-retail"),
      Label(step("cfo, as: agree"), "cfo agrees", target: "person/cfo"),
      Label(step("ceo, as: decide"), "ceo decides", target: "person/ceo"),
    ],
    targets: ["decision/app-release"],
    elements: ["product/app"],
    relatedAreSteps: true
  )

  private static func step(_ text: String) -> SourceSpan {
    retailSources.span("org/steering.yaml", text)
  }

  private static let weights = Diagnostic(
    rule: "inc-weights-not-100",
    severity: .error,
    message: "weights of tl-app add up to 85",
    help: "make them add up to 100",
    primary: Label(retailSources.span("org/steering.yaml", "tl-app", after: "incentives:")),
    related: [
      Label(step("weight: 55"), "55", target: "incentive/tl-app/change-failure-rate"),
      Label(step("weight: 30"), "30", target: "incentive/tl-app/release-frequency"),
    ],
    targets: ["person/tl-app"]
  )

  private static let unpaired = Diagnostic(
    rule: "inc-unpaired-metric",
    severity: .info,
    message: "release-frequency of tl-app has no counter-metric on the same scorecard",
    why: "a measure without its counterpart is met at the cost of what it leaves out",
    primary: Label(
      retailSources.span(
        "org/steering.yaml",
        """
        { metric: change-failure-rate, direction: decrease, weight: 55 }
              - { metric: release-frequency, weight: 30 }
        """.replacing("      - {", with: "    - {")
      ),
      "the whole scorecard"
    ),
    targets: ["incentive/tl-app/release-frequency"],
    status: .new
  )

  private static let rootless = Diagnostic(
    rule: "ref-orphan",
    variant: "person",
    severity: .warning,
    message: "ceo has no manager, no reports and no unit",
    primary: Label(retailSources.span("org/products.yaml", "ceo")),
    targets: ["person/ceo"]
  )

  static let rules = [
    ("dec-path-too-deep", Severity.error, "The way to the last word is short."),
    ("inc-unpaired-metric", .info, "A measure has its counterpart."),
    ("inc-weights-not-100", .error, "The weights of a scorecard add up."),
    ("pnl-overlap", .error, "A product belongs to one branch of pockets."),
    ("po-missing", .error, "Every product has a product owner."),
    ("ref-orphan", .warning, "Nothing stands alone by accident."),
    ("ref-unresolved", .error, "Every reference names something."),
    ("tl-missing", .error, "Every product has a technology lead."),
  ].map { id, severity, title in
    RuleMetadata(
      id: id,
      family: String(id.prefix { $0 != "-" }),
      title: title,
      severity: severity,
      rationale: "\(title) `orglint explain \(id)` has the *sources*."
    )
  }
}
