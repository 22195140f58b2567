import Diagnostics
import Linting
import SourceText
import Testing

/// Products without a technology lead, where a comment may stand.
@Suite struct IgnoreCommentTests {
  private func lint(_ yaml: String) async -> Lint {
    await Lint(yaml, rules: ["tl-missing", "po-missing", "pnl-overlap", "hyg-waiver-invalid"])
  }

  @Test(arguments: [
    // At the end of the line with the key.
    "products:\n  app: { product_owner: ana }  # orglint: ignore tl-missing -- r\n",
    "products:\n  app:  # orglint: ignore tl-missing -- r\n    product_owner: ana\n",
    "products: { app: { product_owner: ana } }  # orglint: ignore tl-missing -- r\n",
    // Alone above the entry, above the fields of which it is one, and above the section.
    "products:\n  # orglint: ignore tl-missing -- r\n  app: { product_owner: ana }\n",
    "products:\n  # orglint: ignore tl-missing -- r\n\n  # note\n  app: { product_owner: ana }\n",
    "# orglint: ignore tl-missing -- r\nproducts:\n  app: { product_owner: ana }\n",
    "products: {\n  # orglint: ignore tl-missing -- r\n  app: { product_owner: ana } }\n",
    // Every way to write it.
    "products:\n  #orglint:ignore tl-missing -- r\n  app: { product_owner: ana }\n",
    "products:\n  # orglint: ignore po-missing, tl-missing -- r\n  app: {}\n",
    "products:\n  # orglint: ignore po-missing,tl-missing -- r\n  app: {}\n",
    "products:\n  # orglint: ignore po-missing , tl-missing until=2026-11-22 -- r\n  app: {}\n",
    // Several in a row add up.
    "products:\n  # orglint: ignore po-missing -- r\n  # orglint: ignore tl-missing -- r\n  app: {}\n",
    "products:\n  # orglint: ignore po-missing -- r\n  app: {}  # orglint: ignore tl-missing -- r\n",
  ])
  func `a comment silences what begins where it stands`(yaml: String) async {
    let lint = await lint("people: { ana: {} }\n" + yaml)
    #expect(lint.listed == [])
    #expect(lint.silenced.contains("comment tl-missing product/app"))
  }

  @Test(arguments: [
    // The entry below has nothing to do with the line above.
    "products:\n  web: { product_owner: ana, technology_lead: ana }  # orglint: ignore tl-missing -- r\n"
      + "  app: { product_owner: ana }\n",
    // A field's line is not the key's.
    "products:\n  app:\n    product_owner: ana  # orglint: ignore tl-missing -- r\n",
    "products:\n  app:\n    # orglint: ignore tl-missing -- r\n    product_owner: ana\n",
    // Only the next entry.
    "products:\n  # orglint: ignore tl-missing -- r\n  web: { product_owner: ana, technology_lead: ana }\n"
      + "  app: { product_owner: ana }\n",
  ])
  func `a comment elsewhere silences nothing and is told so`(yaml: String) async {
    let lint = await lint("people: { ana: {} }\n" + yaml)
    #expect(lint.listed.filter { $0 == "tl-missing product/app" }.count == 1)
    #expect(lint.complaints.count == 1)
    #expect(lint.complaints.allSatisfy { $0.hasSuffix("hides nothing any more") })
  }

  @Test func `a comment stands for the next entry with all inside it`() async {
    let lint = await lint(
      """
      # orglint: ignore tl-missing -- no software yet
      products:
        app: {}
        web: {}
      """
    )
    #expect(
      lint.silenced == ["comment tl-missing product/app", "comment tl-missing product/web"]
    )
    #expect(lint.listed == ["po-missing product/app", "po-missing product/web"])
  }

  @Test(arguments: [
    ("    covers: { products: [app] }  # orglint: ignore pnl-overlap -- r\n", ""),
    ("", "    covers: { products: [app] }  # orglint: ignore pnl-overlap -- r\n"),
  ])
  func `either end of a finding takes a comment`(first: String, second: String) async {
    let plain = "    covers: { products: [app] }\n"
    let lint = await Lint(
      "people: { ana: {}, bo: {} }\nproducts: { app: {} }\npockets:\n  a:\n    owner: ana\n"
        + (first.isEmpty ? plain : first) + "  b:\n    owner: bo\n"
        + (second.isEmpty ? plain : second),
      rules: ["pnl-overlap", "hyg-waiver-invalid"]
    )
    #expect(lint.listed == [])
    #expect(lint.silenced == ["comment pnl-overlap product/app"])
  }

  @Test func `in a text it is text`() async {
    let lint = await lint(
      """
      products:
        app:
          product_owner: ana
          description: |
            # orglint: ignore tl-missing -- r
          name: '# orglint: ignore tl-missing -- r'
      people: { ana: {} }
      """
    )
    #expect(lint.listed == ["tl-missing product/app"])
  }

  @Test(arguments: [
    ("ignore tl-missing", "comment that ignores 'tl-missing' at 'product/app' has no reason"),
    ("ignore tl-missing --", "comment that ignores 'tl-missing' at 'product/app' has no reason"),
    (
      "ignore tl-missing no lead here",
      "comment that ignores 'tl-missing' at 'product/app' has no reason"
    ),
    ("ignore -- r", "comment to orglint at 'product/app' has no rule"),
    ("ignore", "comment to orglint at 'product/app' has no rule, reason"),
    ("", "comment to orglint at 'product/app' says nothing"),
    (
      "disable tl-missing -- r",
      "comment to orglint at 'product/app' says 'disable', and orglint knows 'ignore'"
    ),
    (
      "ignore tl-missing until=2026-11-21 -- r",
      "comment that ignores 'tl-missing' at 'product/app' expired on 2026-11-21"
    ),
    (
      "ignore tl-missing until=2026-02-30 -- r",
      "comment that ignores 'tl-missing' at 'product/app' ends on '2026-02-30', which is no date"
    ),
    (
      "ignore tl-missing po-missing -- r",
      "comment that ignores 'tl-missing' at 'product/app' has 'po-missing' where a comma and a "
        + "rule, until= or -- belongs"
    ),
    (
      "ignore tl-mising -- r",
      "comment that ignores 'tl-mising' at 'product/app' names an unknown rule"
    ),
    (
      "ignore ref-unresolved -- r",
      "comment that ignores 'ref-unresolved' at 'product/app' names a rule that cannot be ignored"
    ),
    (
      "ignore yaml-syntax -- r",
      "comment that ignores 'yaml-syntax' at 'product/app' names a rule that cannot be ignored"
    ),
  ])
  func `a comment with a fault has no effect and says why`(
    text: String,
    message: String
  ) async {
    let lint = await lint(
      "people: { ana: {} }\nproducts:\n  # orglint: \(text)\n  app: { product_owner: ana }\n"
    )
    #expect(lint.complaints == [message])
    #expect(lint.listed.contains("tl-missing product/app"))
    #expect(lint.report.findings.first?.severity == .error)
  }

  @Test func `the finding about a comment names the nearest rule`() async {
    let lint = await lint("products:\n  # orglint: ignore tl-mising -- r\n  app: {}\n")
    let help = lint.report.findings.first { $0.rule == "hyg-waiver-invalid" }?.help
    #expect(help == "did you mean 'tl-missing'?")
  }

  @Test(arguments: [
    "products:\n  app: {}\n  # orglint: ignore tl-missing -- r\npeople: { ana: {} }\n",
    "products:\n  app: {}\n# orglint: ignore tl-missing -- r\n",
    "products: {\n  app: {},\n  # orglint: ignore tl-missing -- r\n  }\n",
  ])
  func `a comment below the last entry stands above nothing`(yaml: String) async {
    let lint = await lint(yaml)
    #expect(lint.complaints.count == 1)
    #expect(lint.complaints.first?.hasSuffix("stands above no entry of its depth") == true)
  }

  @Test(arguments: [
    ("products:\n  # orglint: x\n  app:\n    name: A\n", "product/app"),
    ("products:\n  app:\n    name: A  # orglint: x\n", "product/app"),
    ("products:\n  app:\n    # orglint: x\n    name: A\n", "product/app"),
    ("products:  # orglint: x\n  app: {}\n", "file/org.yaml"),
    ("# orglint: x\nproducts:\n  app: {}\n", "file/org.yaml"),
    (
      "incentives:\n  ana:\n    - { metric: nps }\n    # orglint: x\n    - { metric: mrr }\n",
      "incentive/ana/mrr"
    ),
    ("decisions:\n  d:\n    steps:\n      - { by: po, as: decide }  # orglint: x\n", "decision/d"),
    ("waivers:\n  # orglint: x\n  - { rule: tl-missing, target: product/a }\n", "product/a"),
  ])
  func `its target is the entry it stands at`(yaml: String, target: String) async {
    let lint = await lint(yaml)
    let comments = lint.report.findings.filter { $0.message.hasPrefix("comment to orglint") }
    #expect(comments.map(\.target) == [target])
    #expect(comments.map(\.primary.span.start).allSatisfy { $0 > 0 })
  }

  @Test func `behind a syntax error comments are neither read nor called unused`() async {
    let lint = await lint(
      "products:\n  # orglint: ignore tl-missing -- r\n  app: { technology_lead: ana }\n"
        + "people: { ana: [ }\n# orglint: x\n"
    )
    #expect(lint.complaints == [])
  }

  @Test func `a suppressed finding keeps who, why and until when`() async throws {
    let lint = await lint(
      """
      people: { ana: {} }
      products:
        app: { product_owner: ana }  # orglint: ignore tl-missing until=2027-01-31 -- offer  is out
        web: { product_owner: ana }
      waivers:
        - { rule: tl-missing, target: product/web, reason: same, until: 2027-02-28, approved_by: ana }
      """
    )
    let (first, second) = (lint.report.suppressed[0], lint.report.suppressed[1])
    #expect(first.reason == "offer is out" && first.until == "2027-01-31" && first.owner == "")
    #expect(second.reason == "same" && second.until == "2027-02-28" && second.owner == "ana")
    let texts = [first, second].compactMap(\.place).map(lint.report.sources.text)
    #expect(texts.first?.hasPrefix("# orglint: ignore") == true)
    #expect(texts.last == "rule")
  }

  @Test func `with suppression off everything is listed and nothing is unused`() async {
    var suppression = Suppression()
    suppression.isOff = true
    let lint = await Lint(
      """
      people: { ana: {} }
      products:
        app: { product_owner: ana }  # orglint: ignore tl-missing -- r
      """,
      rules: ["tl-missing", "hyg-waiver-invalid"],
      suppression: suppression
    )
    #expect(lint.listed == ["tl-missing product/app"])
  }
}
