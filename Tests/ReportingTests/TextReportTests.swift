import Diagnostics
import Reporting
import SourceText
import Testing

/// Shapes of findings the golden reports do not have.
@Suite struct TextReportTests {
  @Test func `of more than seven places five are shown and the rest is counted`() {
    let source = "a: 1\n" + (1...9).map { "b\($0): 1\n" }.joined()
    let related = (1...9).map { place(source, "b\($0)") }
    let short = text(source, primary: place(source, "a"), related: related)
    #expect(short.contains("5 | b4: 1\n  | -- place b4"))
    #expect(!short.contains("place b6"))
    #expect(short.contains("= also:  4 more places (--verbose)"))
    let long = text(source, primary: place(source, "a"), related: related, verbose: true)
    #expect(long.contains("place b9") && !long.contains("more places"))
  }

  @Test func `labels of one line stand under each other`() {
    let source = "x: { one, two, three }\n"
    let shown = text(
      source,
      primary: place(source, "one"),
      related: [place(source, "two"), place(source, "three")]
    )
    #expect(
      shown.contains(
        """
        1 | x: { one, two, three }
          |      ^^^  ---  ----- place three
          |      |    place two
          |      place one

        """
      )
    )
  }

  @Test func `places far apart on a long line are shown apart`() {
    let source = "x: { one, " + String(repeating: "filler, ", count: 40) + "two }\n"
    let shown = text(source, primary: place(source, "one"), related: [place(source, "two")])
    #expect(shown.matches(of: /\n1 \|/).count == 2)
    #expect(shown.contains("^^^ place one") && shown.contains("place two"))
    #expect(shown.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 })
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line break of YAML ends a line`(lineBreak: String) {
    let source = ["a: 1", "b: 2", "c: 3"].joined(separator: lineBreak)
    let shown = text(source, primary: place(source, "b"))
    #expect(shown.contains("--> org/a.yaml:2:1\n  |\n2 | b: 2\n  | ^ place b\n"))
  }

  static let odd: [(source: String, bytes: Range<Int>)] = [
    ("", 0..<0), ("a", 1..<1), ("a\n", 2..<2), ("a\n", 0..<2), ("a", 5..<9), ("\n\n", 0..<2),
    ("é", 1..<1), ("\t\t", 1..<2),
  ]

  @Test(arguments: odd.indices)
  func `a place at an edge or beyond it is shown somewhere`(index: Int) {
    let (source, bytes) = TextReportTests.odd[index]
    let label = Label(SourceSpan(file: FileID(0), bytes: bytes), "here")
    for format in ReportFormat.allCases {
      let shown = format.render(report(source, label, []), options: RenderOptions())
      #expect(shown.contains("po-missing"), "\(format)")
    }
    #expect(text(source, primary: label).contains("^ here"))
  }

  @Test func `a place in no file of the report is shown without a source`() {
    let label = Label(SourceSpan(file: FileID(7), bytes: 0..<4))
    for format in ReportFormat.allCases {
      let shown = format.render(report("a", label, []), options: RenderOptions())
      #expect(shown.contains("po-missing"), "\(format)")
    }
  }

  @Test func `what a finding hides is said in its number`() {
    var report = report("a", Label(SourceSpan(file: FileID(0), bytes: 0..<1)), [])
    report.findings[0].hides = 1
    let shown = ReportFormat.text.render(report, options: RenderOptions())
    #expect(shown.contains("1 more finding follows from this one and is not listed"))
  }

  @Test func `quiet and clean prints nothing`() {
    for format in [ReportFormat.text, .concise, .github, .markdown] {
      let options = RenderOptions(quiet: true)
      #expect(format.render(SampleReport.clean.report, options: options).isEmpty)
    }
  }

  /// Returns a label at the first place of a word.
  private func place(_ source: String, _ word: String) -> Label {
    let start = source.firstRange(of: word).map { source[..<$0.lowerBound].utf8.count } ?? 0
    return Label(
      SourceSpan(file: FileID(0), bytes: start..<start + word.utf8.count),
      "place \(word)"
    )
  }

  private func text(
    _ source: String,
    primary: Label,
    related: [Label] = [],
    verbose: Bool = false
  ) -> String {
    ReportFormat.text.render(
      report(source, primary, related),
      options: RenderOptions(verbose: verbose)
    )
  }

  private func report(_ source: String, _ primary: Label, _ related: [Label]) -> Report {
    let finding = Diagnostic(
      rule: "po-missing",
      severity: .error,
      message: "product 'app' has no product owner",
      primary: primary,
      related: related,
      targets: ["product/app"]
    )
    return Report(
      sources: SourceSet([SourceFile(path: "org/a.yaml", bytes: Array(source.utf8))]),
      findings: [finding],
      counts: .init(files: 1, people: 0, products: 1),
      version: "0.1.0"
    )
  }
}
