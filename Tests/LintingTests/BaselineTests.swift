import Diagnostics
import Linting
import SourceText
import Testing

@Suite struct BaselineTests {
  private let rules = ["tl-missing", "po-missing", "po-multiple", "hyg-waiver-invalid"]

  private func entry(_ identity: [String], _ elements: [String] = []) -> Baseline.Entry {
    Baseline.Entry(identity: identity, elements: elements)
  }

  private func finding(_ elements: [String] = [], target: String = "product/app") -> Diagnostic {
    Diagnostic(
      rule: "tl-missing",
      severity: .error,
      message: "m",
      primary: Label(SourceSpan(file: FileID(0), start: 0, end: 1)),
      targets: [target],
      elements: elements
    )
  }

  private func read(_ text: String) -> (baseline: Baseline?, problems: [Diagnostic]) {
    Baseline.read(Array(text.utf8), file: FileID(0))
  }

  @Test func `the file has one entry a line, sorted, and nothing that moves`() {
    let baseline = Baseline([
      entry(["tl-missing", "product/b", "", ""]),
      entry(["dec-loop", "decision/d", "", "x"], ["product/b", "product/a"]),
      entry(["tl-missing", "product/a", "", ""]),
      entry(["tl-missing", "product/a", "", ""]),
    ])
    #expect(
      baseline.text == """
        { "format": "orglint-baseline/1", "findings": [
        { "identity": ["dec-loop", "decision/d", "", "x"], "elements": ["product/a", "product/b"] },
        { "identity": ["tl-missing", "product/a", "", ""] },
        { "identity": ["tl-missing", "product/b", "", ""] },
        {} ] }

        """
    )
  }

  @Test func `what is written is read again`() throws {
    let odd = "a\"b\\c\u{1}\u{85}\u{2028}\u{202E}\u{FEFF}é\u{1F600}: #{[x"
    let baseline = Baseline([
      entry(["r", "product/é", "", odd], [odd, "product/b"]),
      entry(["r", "metric/a", "metric/b", "pair", ""]),
    ])
    let (again, problems) = read(baseline.text)
    #expect(problems == [])
    #expect(again?.entries == baseline.entries)
    #expect(read(Baseline([]).text).baseline?.entries == [])
  }

  @Test func `an entry silences findings of its identity with no element beyond its own`() {
    let identity = ["tl-missing", "product/app", "", ""]
    let baseline = Baseline([entry(identity, ["a", "b"]), entry(identity, ["c"])])
    #expect(baseline.contains(finding(["a"])))
    #expect(baseline.contains(finding(["b", "a"])))
    #expect(baseline.contains(finding(["c"])))
    #expect(baseline.contains(finding()))
    #expect(!baseline.contains(finding(["a", "c"])))
    #expect(!baseline.contains(finding(["a"], target: "product/web")))
    #expect(!Baseline([entry(identity)]).contains(finding(["a"])))
  }

  @Test func `pruning keeps what is still there, and what was not judged`() {
    let identity = ["tl-missing", "product/app", "", ""]
    let gone = entry(["tl-missing", "product/web", "", ""])
    let off = entry(["dec-loop", "decision/d", "", ""])
    let baseline = Baseline([entry(identity, ["a", "b"]), gone, off])
    let isJudged = { (rule: String) in rule == "tl-missing" }
    let pruned = baseline.pruned(to: [finding(["b", "c"])], isJudged: isJudged)
    #expect(pruned.entries == [off, entry(identity, ["b"])])
    #expect(baseline.stale(against: [finding(["b", "c"])], isJudged: isJudged) == [gone])
    #expect(baseline.stale(against: [finding(["c"])], isJudged: isJudged).count == 2)
  }

  @Test(arguments: [
    ("", "this is no baseline"),
    ("[]", "this is no baseline"),
    ("{}", "this baseline does not say which format it has"),
    ("{ \"format\": \"orglint-baseline/1\" }", "this baseline has no list of findings"),
    (
      "{ \"format\": \"orglint-baseline/2\", \"findings\": [] }",
      "'orglint-baseline/2' is a format this orglint does not read"
    ),
    (
      "{ \"format\": \"orglint-baseline/1\", \"findings\": [ 3 ] }",
      "this is no entry of a baseline"
    ),
    (
      "{ \"format\": \"orglint-baseline/1\", \"findings\": [ { \"identity\": [\"a\", \"b\"] } ] }",
      "this entry needs the identity of a finding: rule, targets, variant and discriminator"
    ),
    (
      "{ \"format\": \"orglint-baseline/1\", \"findings\": [\n"
        + "{ \"identity\": [\"a\", \"b\", \"\", \"\"], \"elements\": 3 } ] }",
      "the elements of this entry are no list of texts"
    ),
  ])
  func `a damaged file is a problem with its place`(text: String, message: String) {
    let (baseline, problems) = read(text)
    #expect(baseline == nil)
    #expect(problems.map(\.message) == [message])
  }

  @Test func `marks of a merge conflict are found on their line`() {
    let text = "<<<<<<< ours\n" + Baseline([]).text
    #expect(read(text).baseline == nil)
    #expect(read(text).problems.first?.primary.span.start ?? 99 < 14)
  }

  @Test func `a known finding does not count and a new one says that it is new`() async {
    let before = await Lint("products: { app: {}, web: {} }", rules: rules)
    var suppression = Suppression()
    suppression.baseline = Baseline(of: before.resolved.silenceable)
    let after = await Lint(
      "products:\n  new: {}\n  web: {}\n  app: {}\n",
      rules: rules,
      suppression: suppression
    )
    #expect(after.listed == ["po-missing product/new", "tl-missing product/new"])
    #expect(after.report.findings.allSatisfy { $0.status == .new })
    #expect(after.report.suppressed.count == 4)
    #expect(after.report.suppressed.allSatisfy { $0.finding.status == .existing })
    #expect(before.report.findings.allSatisfy { $0.status == nil })
  }

  @Test func `what is always reported gets into no baseline`() async {
    let lint = await Lint("people: { ana: { reports_to: eve } }", rules: ["ref-unresolved"])
    #expect(lint.listed == ["ref-unresolved person/ana"])
    #expect(lint.resolved.silenceable == [])
    var suppression = Suppression()
    suppression.baseline = Baseline(of: lint.report.findings)
    let again = await Lint(
      "people: { ana: { reports_to: eve } }",
      rules: ["ref-unresolved"],
      suppression: suppression
    )
    #expect(again.listed == lint.listed)
  }
}
