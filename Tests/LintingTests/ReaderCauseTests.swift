import Diagnostics
import Testing

/// What the reader refuses is one finding: nothing else follows from it.
@Suite struct ReaderCauseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// What the reader says of it.
    let diagnostic: String
    let right: String
    let wrong: String

    var testDescription: String { diagnostic + ": " + wrong }
  }

  private static let design = """
    people:
      ana: { reports_to: ceo, unit: shop }
      tim: { reports_to: ana, unit: shop }
      bo: { reports_to: ceo }
      ceo: {}
    units: { shop: { kind: department, lead: ana }, team: { kind: team, parent: shop, builds: [app] } }
    products:
      app: { unit: shop, product_owner: ana, technology_lead: tim }
    metrics: { m: { level: business, controllable_by: [ana] }, n: { level: process } }
    incentives: { ana: [{ metric: m, direction: increase }], tim: [{ metric: n }] }
    decisions:
      d: { scope: { products: [app] }, steps: [{ by: bo, as: agree }, { by: ana, as: decide }] }
    """

  static let cases = [
    Case(diagnostic: "yaml-value", right: "by: ana, as: decide", wrong: "by: ana, as: decides"),
    Case(diagnostic: "yaml-type", right: "by: ana, as: decide", wrong: "by: ana, as: [decide]"),
    Case(diagnostic: "yaml-type", right: "metric: m,", wrong: "metric: [[m]],"),
    Case(diagnostic: "yaml-syntax", right: "metric: m,", wrong: "metric: *m,"),
    Case(diagnostic: "yaml-type", right: "lead: ana", wrong: "lead: { a: b }"),
    Case(diagnostic: "yaml-type", right: "builds: [app]", wrong: "builds: { app: 1 }"),
    Case(diagnostic: "yaml-type", right: "ana: { reports_to: ceo, unit: shop }", wrong: "ana: x"),
    Case(diagnostic: "yaml-type", right: "metrics: { m: {", wrong: "metrics: [m]\nx-old: { m: {"),
    Case(diagnostic: "yaml-syntax", right: "product_owner: ana,", wrong: "<<: *o,"),
    Case(diagnostic: "yaml-syntax", right: "metrics: { m", wrong: "metrics: { : [ m"),
    Case(
      diagnostic: "yaml-invisible",
      right: "product_owner: ana",
      wrong: "product_owner:\u{A0}ana"
    ),
    Case(
      diagnostic: "yaml-invisible",
      right: "product_owner: ana",
      wrong: "product_owner: a\u{AD}na"
    ),
    Case(diagnostic: "yaml-invisible", right: "  tim: {", wrong: "\u{A0}\u{A0}tim: {"),
  ]

  @Test(arguments: cases)
  func `nothing follows from what the reader refuses`(item: Case) async {
    let text = Self.design
    #expect(text.contains(item.right))
    let right = Set(await Lint(text).listed)
    let found = await Lint(text.replacing(item.right, with: item.wrong, maxReplacements: 1)).listed
    #expect(found.contains { $0.hasPrefix(item.diagnostic) })
    #expect(found.filter { !right.contains($0) && !$0.hasPrefix("yaml-") } == [])
  }

  @Test func `what two merge keys bring in counts, and an anchor holds in its document`() async {
    let twice = await Lint(
      """
      x-a: { one: &a { product_owner: ana }, two: &b { technology_lead: tim } }
      people: { ana: {}, tim: { reports_to: ana } }
      products: { app: { <<: *a, <<: *b } }
      """,
      rules: ["po-missing", "tl-missing"]
    )
    #expect(twice.listed == ["yaml-duplicate-key product/app"])
    let other = await Lint(
      "people: { ana: &a {} }\n---\norglint: 1\npeople: { bo: *a }\n",
      rules: ["ref-orphan"]
    )
    #expect(other.listed == ["yaml-syntax file/org.yaml"])
    #expect(other.report.findings[0].message.contains("stands in an earlier document"))
  }
}
