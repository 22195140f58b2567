import Diagnostics
import Linting
import RuleLanguage
import Testing

/// Parameters of one rule that hold for others, and what findings hide.
@Suite struct SharedTermsTests {
  static let board = """
    people: { ana: {}, tim: {} }
    units: { payments: { kind: team, headcount: 6 } }
    products: { app: { product_owner: ana, technology_lead: payments } }
    """

  private func wrongKinds(
    skipping skipped: [String] = [],
    roles: [String]? = nil
  ) async -> [String] {
    var selection = RuleSelection()
    selection.profile = .minimal
    selection.skipped = skipped
    let parameters = roles.map { roles in
      ["po-not-a-person": ["roles": ParameterValue.list(roles.map(ParameterValue.string))]]
    }
    let lint = await Lint(
      SharedTermsTests.board,
      selection: selection,
      parameters: parameters ?? [:]
    )
    return lint.listed.filter { $0.hasSuffix("product/app") }
  }

  @Test func `a group in a role is a wrong kind where no rule on persons speaks of it`() async {
    #expect(await wrongKinds() == ["po-not-a-person product/app"])
    #expect(await wrongKinds(skipping: ["po-not-a-person"]) == ["ref-wrong-kind product/app"])
    #expect(await wrongKinds(roles: ["product_owner"]) == ["ref-wrong-kind product/app"])
  }

  /// The manager of the technology lead, and marketing on the ground of the brand, agree.
  static let blocked = """
    people:
      ana: { reports_to: bo, unit: shop }
      tim: { reports_to: cto, unit: shop }
      cto: { unit: office }
      cmo: { unit: office }
      bo: {}
    units: { shop: { kind: product-group }, office: {} }
    products: { app: { unit: shop, product_owner: ana, technology_lead: tim } }
    pockets: { shop-pnl: { owner: bo, covers: { products: [app] } } }
    decisions:
      change:
        type: change
        scope: { products: [app] }
        steps:
          - { by: cto, as: agree }
          - { by: cmo, as: agree, grounds: brand }
          - { by: po, as: decide }
    """

  @Test func `mandates and technical types hold for every rule on decisions`() async {
    let rules = ["dec-veto-outside-pnl-line", "dec-external-approval"]
    let strict = await Lint(SharedTermsTests.blocked, rules: rules)
    #expect(
      strict.listed == [
        "dec-veto-outside-pnl-line decision/change", "dec-veto-outside-pnl-line decision/change",
      ]
    )
    let terms: [String: ParameterValue] = [
      "mandate_grounds": .list([.string("brand")]), "technical_types": .list([.string("change")]),
    ]
    let lenient = await Lint(
      SharedTermsTests.blocked,
      rules: rules,
      parameters: ["dec-veto-outside-pnl-line": terms]
    )
    // The brand is a mandate for both; the manager of the lead is inside, and still outside the group.
    #expect(lenient.listed == ["dec-external-approval decision/change"])
    #expect(lenient.report.findings.first?.targets.contains("person/cto") == true)
  }

  @Test(arguments: [
    ("app-po: { vacant: true }", "product_owner: app-po, technology_lead: app-po", 2),
    ("app-po: { vacant: true }", "product_owner: app-po, technology_lead: ana", 1),
    // Somebody else fills the role, or no rule would ask for it.
    ("app-po: { vacant: true }", "product_owner: [app-po, ana], technology_lead: ana", 0),
    ("app-po: { vacant: true }", "product_owner: ana, technology_lead: app-po, software: false", 0),
    ("app-po: { vacant: true, acting: ana, since: 2026-01-01 }", "product_owner: app-po", 0),
  ])
  func `a vacant seat counts the presence findings it stands for`(
    seat: String,
    roles: String,
    hidden: Int
  ) async {
    let lint = await Lint(
      "people: { ana: {}, \(seat) }\nproducts: { app: { \(roles) } }",
      rules: ["hyg-role-vacant", "po-missing", "tl-missing"]
    )
    let vacant = lint.report.findings.filter { $0.rule == "hyg-role-vacant" }
    #expect(vacant.reduce(0) { $0 + $1.hides } == hidden)
  }

  @Test func `two names of one role that are nobody hide one finding`() async {
    let lint = await Lint(
      "products: { app: { product_owner: [ghost, phantom] } }",
      rules: ["ref-unresolved", "po-missing"]
    )
    #expect(lint.report.findings.map(\.hides).reduce(0, +) == 1)
    #expect(lint.report.findings.allSatisfy { $0.rule == "ref-unresolved" })
  }
}
