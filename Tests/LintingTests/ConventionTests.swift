import Diagnostics
import Linting
import RuleLanguage
import Testing

/// Severity by stage and profile, silent families, incomplete runs, order and identity.
@Suite struct ConventionTests {
  /// The severity of each finding of a rule.
  private func severities(_ rule: String, in lint: Lint) -> [String] {
    lint.report.findings.filter { $0.rule == rule }.map(\.severity.name)
  }

  private func profile(_ profile: String) -> RuleSelection {
    var selection = RuleSelection()
    selection.profile =
      switch profile {
      case "minimal": .minimal
      case "strict": .strict
      default: .recommended
      }
    return selection
  }

  // MARK: - Stage and profile

  /// An error that says what is missing, one that does not, a warning of either sort, an info.
  static let judged = """
    people:
      ana: { reports_to: bo }
      bo: {}
      seat: { vacant: true }
    products:
      app: { product_owner: [ana, bo], technology_lead: seat }
      web: { technology_lead: ghost }
      next: { product_owner: TBD, technology_lead: ana, kind: internal }
    pockets: { retail-pnl: { owner: ana, covers: { products: [app, web] } } }
    metrics: { lonely: {} }
    """

  @Test(arguments: [
    ("approved", "recommended", "error", "error", "warning", "error", "error", "info"),
    ("proposed", "recommended", "warning", "warning", "warning", "error", "error", "info"),
    ("draft", "recommended", "info", "info", "info", "error", "error", "info"),
    ("approved", "strict", "error", "error", "error", "error", "error", "info"),
    ("proposed", "strict", "warning", "warning", "warning", "error", "error", "info"),
    ("draft", "strict", "info", "info", "info", "error", "error", "info"),
  ])
  func `the stage lowers what is missing and nothing else, under strict too`(
    stage: String,
    profile name: String,
    missing: String,
    placeholder: String,
    vacant: String,
    several: String,
    unresolved: String,
    uncovered: String
  ) async {
    let lint = await Lint(
      "organization: { stage: \(stage) }\n" + ConventionTests.judged,
      selection: profile(name)
    )
    #expect(severities("po-missing", in: lint) == [missing])
    #expect(severities("hyg-placeholder", in: lint) == [placeholder])
    #expect(severities("hyg-role-vacant", in: lint) == [vacant])
    #expect(severities("po-multiple", in: lint) == [several])
    #expect(severities("ref-unresolved", in: lint) == [unresolved])
    #expect(severities("pnl-product-uncovered", in: lint) == [uncovered])
  }

  @Test func `minimal runs the rules marked so, strict adds its own`() async {
    let reports = [
      await Lint("", selection: profile("minimal")).report,
      await Lint("", selection: profile("recommended")).report,
      await Lint("", selection: profile("strict")).report,
    ]
    .map { Set($0.rules.map(\.id)) }
    #expect(reports[0].count == 24)
    #expect(reports[0].isStrictSubset(of: reports[1]))
    #expect(reports[1].isStrictSubset(of: reports[2]))
    #expect(
      reports[2].subtracting(reports[1]).isSuperset(of: [
        "tl-not-most-senior", "dec-group-too-large", "dec-bottleneck", "pnl-not-subdivided",
        "inc-weight-too-small", "stw-forum-missing", "str-one-over-one",
      ])
    )
  }

  @Test func `strict turns warnings into errors and leaves info`() async {
    let design = """
      people: { ana: {}, r1: { reports_to: ana }, r2: { reports_to: ana } }
      units: { a: { kind: team, parent: b, headcount: 20 }, b: { headcount: 50 } }
      metrics: { lonely: {} }
      """
    let recommended = await Lint(design)
    let strict = await Lint(design, selection: profile("strict"))
    #expect(severities("str-team-too-large", in: recommended) == ["warning"])
    #expect(severities("str-team-too-large", in: strict) == ["error"])
    #expect(severities("ref-orphan", in: recommended) == ["info"])
    #expect(severities("ref-orphan", in: strict) == ["info"])
  }

  // MARK: - Nothing declared

  @Test(arguments: [
    ("products: { app: {} }", ["po", "tl"]),
    ("products: { app: { stage: idea } }", []),
    ("decisions: { d: { scope: { products: [a] } } }\nproducts: { a: { stage: idea } }", []),
    ("decisions: { d: {} }", ["dec"]),
    ("pockets: { k: {} }", ["pnl"]),
    ("people: { a: {}, b: { reports_to: [a, c] }, c: {} }", ["str"]),
    ("stewardships: { s: {} }", ["stw"]),
    (
      "people: { a: {} }\nincentives: { a: [{ metric: m, weight: 5 }] }\nmetrics: { m: {} }",
      ["inc"]
    ),
  ])
  func `a family is silent until its section is used`(design: String, families: [String]) async {
    let lint = await Lint(design)
    let found = Set(lint.report.findings.map { String($0.rule.prefix { $0 != "-" }) })
    #expect(found.subtracting(["ref", "hyg"]) == Set(families))
  }

  @Test func `a section that is not used is a line with the rules it leaves out`() async {
    let lines = await Lint("people: { a: {} }", selection: profile("minimal"))
      .report.notChecked.map { "\($0.what): \($0.why)" }
    #expect(
      lines == [
        "po, tl: section-absent: no products declared; 4 rules not checked",
        "pnl: section-absent: no pockets declared; 5 rules not checked",
        "dec: section-absent: no decisions declared; 3 rules not checked",
        "inc: section-absent: no incentives declared; 2 rules not checked",
      ]
    )
    // The rule on reporting steps up to a pocket goes with the pockets.
    let rules = await Lint("").report.rules.map(\.id)
    let decisions = rules.count { $0.hasPrefix("dec-") } - 1
    let all = await Lint("").report.notChecked.map(\.why)
    #expect(
      all.contains("section-absent: no decisions declared; \(decisions) rules not checked")
    )
  }

  @Test func `types that nobody decides are not checked and said so`() async {
    let design = "products: { app: {} }\ndecisions: { d: { type: release } }"
    let lint = await Lint(design, rules: ["dec-coverage-gap"])
    let lines = lint.report.notChecked.filter { $0.what.hasPrefix("decisions") }
    #expect(lines.map(\.what) == ["decisions of type architecture, backlog, budget, pricing"])
    let off = await Lint(design, rules: ["dec-loop"])
    #expect(!off.report.notChecked.contains { $0.what.hasPrefix("decisions") })
  }

  @Test func `coverage lines say how far the design is filled in`() async {
    let lint = await Lint(
      """
      people: { ana: { reports_to: bo }, bo: {}, cy: { reports_to: bo } }
      products:
        app: { product_owner: ana, technology_lead: bo, shared_by: { k: 50, l: 50 } }
        web: { product_owner: cy }
        old: { stage: retired }
        pos: { software: false }
      pockets: { k: { owner: bo }, l: { owner: bo } }
      decisions: { d: { scope: { products: [app] }, steps: [{ by: po, as: decide }] } }
      stewardships: { ci: { steward: bo, scope: { products: [app, web] } } }
      metrics: { m: { controllable_by: [ana], drives: { n: raises } }, n: {}, o: {} }
      incentives: { ana: [{ metric: n }, { metric: o }] }
      """
    )
    let lines = Set(lint.report.coverage.map(\.text))
    #expect(
      lines == [
        "decisions declared for 1 of 3 products",
        "product owners named for 2 of 3 products",
        "technology leads named for 1 of 2 products",
        "pockets cover 1 of 3 products",
        "1 product shared between pockets",
        "1 of 3 accountable people hold an incentive",
        "2 of 3 metrics are connected",
        "1 of 2 metrics on a scorecard have a known controller",
        "stewardships reach 2 of 3 products",
        "2 of 3 people have a manager",
        "1 product exempt (idea, retired)",
      ]
    )
  }

  // MARK: - Incomplete runs

  @Test func `an incomplete run raises nothing about what may not have been read`() async {
    let lint = await Lint([
      "a.yaml": """
      people: { ana: {}, bea: {}, seat: { vacant: true } }
      products:
        app: { product_owner: [ana, bea], technology_lead: ghost }
        web: { product_owner: TBD, technology_lead: seat }
        pos: {}
      metrics: { m: {} }
      waivers:
        - { rule: tl-missing, target: product/none, reason: r, until: 2027-01-01, approved_by: ana }
        - { rule: tl-missing, target: product/pos, until: 2027-01-01, approved_by: ana }
      """,
      "b.yaml": "products: {\n",
    ])
    #expect(
      Set(lint.listed) == [
        "yaml-syntax file/b.yaml", "po-multiple product/app", "hyg-waiver-invalid product/pos",
      ]
    )
    #expect(lint.report.coverage.isEmpty)
    #expect(lint.report.notChecked.contains { $0.what == "b.yaml" })
  }

  // MARK: - Order and identity

  @Test func `findings stand in the order of file, line, column and rule`() async {
    let lint = await Lint([
      "b.yaml": "products: { app: {}, web: {} }", "a.yaml": "products:\n  z: {}\n  a: {}",
    ])
    #expect(
      lint.listed.filter { $0.contains("-missing") } == [
        "po-missing product/z", "tl-missing product/z", "po-missing product/a",
        "tl-missing product/a", "po-missing product/app", "tl-missing product/app",
        "po-missing product/web", "tl-missing product/web",
      ]
    )
  }

  @Test func `a fingerprint has no line, no message and no elements in it`() async {
    func finding(_ products: String, above: String = "") async -> Diagnostic? {
      await Lint(
        above
          + """
          people: { ana: {}, bo: {} }
          products: { \(products) }
          decisions: { d: { scope: { products: [app, web] }, steps: [
            { by: ana, as: decide }, { by: bo, as: decide } ] } }
          """
      )
      .report.findings.first { $0.rule == "dec-no-single-decider" }
    }
    let one = await finding("app: {}")
    let two = await finding("app: {}, web: {}", above: "# moved\n\n")
    #expect(one?.fingerprint == two?.fingerprint)
    #expect(one?.fingerprint.count == 16)
    // The identity: rule, first target, variant, discriminator.
    #expect(one?.fingerprint == fingerprint("dec-no-single-decider\ndecision/d\n\n"))
    #expect(one?.elements == ["product/app"])
    #expect(two?.elements == ["product/app", "product/web"])
    #expect(two?.message.hasSuffix("(and 1 more product)") == true)
  }

  private func fingerprint(_ identity: String) -> String {
    String(SHA256.hexadecimal(Array(identity.utf8)).prefix(16))
  }

  @Test func `of equal products the one with the smallest id is shown`() async {
    let lint = await Lint(
      """
      people: { ana: {}, bo: {} }
      units: { last: {}, first: {} }
      products: { zoo: { unit: first }, app: { unit: last }, mid: {} }
      decisions: { d: { steps: [{ by: ana, as: decide }, { by: bo, as: decide }] } }
      """,
      rules: ["dec-no-single-decider"]
    )
    let finding = lint.report.findings.first
    #expect(finding?.message.contains("(and 2 more products)") == true)
    #expect(finding?.elements == ["product/app", "product/mid", "product/zoo"])
  }
}
