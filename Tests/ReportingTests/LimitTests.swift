import Diagnostics
import Reporting
import SourceText
import Testing

/// What consumers take at most.
@Suite struct LimitTests {
  @Test func `GitHub gets ten annotations of a severity, and the rest is counted`() {
    let text = ReportFormat.github.render(many(12, 3, 11), options: RenderOptions(quiet: true))
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.count { $0.hasPrefix("::warning ") } == 3)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 10)
    #expect(lines.last?.hasPrefix("3 more findings without an annotation") == true)
    #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error ") })
  }

  @Test func `the step summary stays below its limit and counts the rest`() throws {
    let report = many(9000, 0, 0)
    let text = githubSummary(of: report, options: RenderOptions(verbose: true))
    #expect(text.utf8.count < 1 << 20)
    #expect(text.utf8.count > 900_000)
    let rest = try #require(text.firstMatch(of: /(\d+) more findings did not fit/))
    let shown = text.matches(of: /<summary><b>error/).count
    #expect(Int(rest.1) == 9000 - shown)
  }

  @Test func `a comment stays below its limit`() {
    let text = ReportFormat.markdown.render(many(900, 0, 0), options: RenderOptions(verbose: true))
    #expect(text.count < 65_536)
  }

  @Test func `SARIF gets the gravest findings if there are too many`() {
    let report = many(10, 24_990, 100)
    let text = ReportFormat.sarif.render(report, options: RenderOptions())
    #expect(text.matches(of: /"ruleId"/).count == 25_000)
    #expect(text.matches(of: /"level": "note"/).count == 2)
    #expect(text.contains("100 findings beyond the limit"))
  }

  @Test func `a place over several lines gets no columns from GitHub`() {
    let report = SampleReport.retail.report
    let text = ReportFormat.github.render(report, options: RenderOptions())
    let notice = text.split(separator: "\n").first { $0.hasPrefix("::notice") }
    #expect(notice?.contains("line=20,endLine=21,title") == true)
  }

  /// Returns a report with that many errors, warnings and infos, in mixed order.
  private func many(_ errors: Int, _ warnings: Int, _ infos: Int) -> Report {
    let severities =
      [Severity](repeating: .info, count: infos) + [Severity](repeating: .error, count: errors)
      + [Severity](repeating: .warning, count: warnings)
    let bytes = Array("orglint: 1\n".utf8)
    let findings = severities.enumerated().map { index, severity in
      Diagnostic(
        rule: "po-missing",
        severity: severity,
        message: "product 'p\(index)' has no product owner",
        primary: Label(SourceSpan(file: FileID(0), bytes: 0..<7)),
        targets: ["product/p\(index)"]
      )
    }
    return Report(
      sources: SourceSet([SourceFile(path: "org/a.yaml", bytes: bytes)]),
      findings: findings,
      counts: .init(files: 1, people: 0, products: findings.count),
      version: "0.1.0"
    )
  }
}
