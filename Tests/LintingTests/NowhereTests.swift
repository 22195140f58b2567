import Diagnostics
import Linting
import OrgModel
import RuleLanguage
import Testing

/// One finding where nothing in the design has what a rule asks for.
@Suite struct NowhereTests {
  private let rules = ["tl-missing", "hyg-waiver-invalid"]

  /// Products without a technology lead, and what else is declared.
  private func design(_ count: Int, _ more: String = "") -> String {
    let products = (0..<count).map { "  p\($0): {}\n" }.joined()
    return "products:\n" + products + more
  }

  private func nowhere(_ lint: Lint) -> Diagnostic? {
    lint.report.findings.first { $0.variant == "nowhere" }
  }

  @Test func `from five things on, one finding takes the place of all`() async throws {
    let four = await Lint(design(4), rules: rules)
    #expect(four.listed == (0..<4).map { "tl-missing product/p\($0)" })
    let five = await Lint(design(5), rules: rules)
    #expect(five.listed == ["tl-missing organization"])
    let finding = try #require(nowhere(five))
    #expect(finding.severity == .info)
    #expect(finding.elements == (0..<5).map { "product/p\($0)" })
    #expect(finding.identity == ["tl-missing", "organization", "nowhere", ""])
    #expect(finding.message.hasPrefix("none of the 5 products"))
  }

  @Test func `as soon as one has it, each other one is a finding`() async {
    let lint = await Lint(
      design(5, "  p5: { technology_lead: tim }\npeople: { tim: {} }\n"),
      rules: rules
    )
    #expect(lint.listed == (0..<5).map { "tl-missing product/p\($0)" })
  }

  @Test func `things that are not asked neither count nor have it`() async {
    let lint = await Lint(
      design(4, "  p4: { stage: idea }\n  p5: { technology_lead: tim, stage: retired }\n"),
      rules: rules
    )
    #expect(lint.listed.filter { $0.hasPrefix("tl-missing") }.count == 4)
  }

  @Test func `it is a warning under strict, and info in a draft`() async {
    var selection = RuleSelection()
    selection.profile = .strict
    let strict = await Lint(design(5), rules: rules, selection: selection)
    #expect(nowhere(strict)?.severity == .warning)
    let stage = "organization: { stage: draft }\n"
    let draft = await Lint(design(5, stage), rules: rules, selection: selection)
    #expect(nowhere(draft)?.severity == .info)
  }

  @Test func `a waiver leaves its thing out and is used`() async {
    let waiver = """
      people: { bo: {} }
      waivers:
        - { rule: tl-missing, target: product/p2, reason: r, until: 2027-01-01, approved_by: bo }

      """
    let lint = await Lint(design(6, waiver), rules: rules)
    #expect(lint.complaints == [])
    #expect(lint.silenced == ["waiver tl-missing product/p2"])
    #expect(nowhere(lint)?.elements == ["p0", "p1", "p3", "p4", "p5"].map { "product/" + $0 })
  }

  @Test func `a baseline knows it by its things`() async {
    let before = await Lint(design(6), rules: rules)
    var suppression = Suppression()
    suppression.baseline = Baseline(of: before.resolved.silenceable)
    let same = await Lint(design(6), rules: rules, suppression: suppression)
    #expect(same.listed == [])
    #expect(same.silenced == ["baseline tl-missing organization"])
    let fewer = await Lint(design(5), rules: rules, suppression: suppression)
    #expect(fewer.listed == [])
    let more = await Lint(design(7), rules: rules, suppression: suppression)
    #expect(more.listed == ["tl-missing organization"])
    #expect(nowhere(more)?.status == .new)
  }

  @Test func `an incomplete run does not say that nothing has it`() async {
    let lint = await Lint(["a.yaml": design(5), "b.yaml": "people: [\n"], rules: rules)
    #expect(lint.listed.filter { $0.hasPrefix("tl-missing") } == [])
  }

  @Test func `a part of the design shows it where it asked something there`() async {
    let lint = await Lint(
      design(5, "units: { shop: {}, labs: {} }\n")
        .replacing("p1: {}", with: "p1: { unit: shop }"),
      rules: rules
    )
    for (unit, count) in [("shop", 1), ("labs", 0)] {
      var scope = ReportScope()
      scope.root = lint.host.graph.entity(path: "unit/" + unit)
      let shown = scope.restrict(lint.report, of: lint.host).findings
      #expect(shown.count { $0.variant == "nowhere" } == count)
    }
  }

  @Test func `what single findings explain stays explained`() async throws {
    let goals = """
      metrics: { speed: { level: process } }
      incentives: { zoe: [{ metric: speed }] }

      """
    let owned = (0..<5).map { "  p\($0): { product_owner: po\($0) }\n" }.joined()
    let people =
      "people: { zoe: {}, " + (0..<5).map { "po\($0): {}" }.joined(separator: ", ") + " }\n"
    let lint = await Lint(
      "products:\n" + owned + people + goals,
      rules: ["po-no-outcome-measure", "inc-accountable-without-measure"]
    )
    #expect(lint.listed == ["po-no-outcome-measure organization"])
    #expect(lint.report.findings[0].hides == 5)
    let alone = await Lint(
      "products:\n" + owned + people + goals,
      rules: ["inc-accountable-without-measure"]
    )
    #expect(alone.listed == ["inc-accountable-without-measure organization"])
  }
}
