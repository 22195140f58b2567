import Diagnostics
import Foundation
import Reporting
import SourceText
import Testing

@Suite struct JSONFormatTests {
  @Test func `JSON gives each text back as it was`() throws {
    let report = SampleReport.hostile.report
    let text = ReportFormat.json.render(report, options: RenderOptions())
    let findings = try #require(try object(text)["findings"] as? [[String: Any]])
    #expect(findings.map { $0["message"] as? String } == report.findings.map(\.message))
    let location = try #require(findings[0]["location"] as? [String: Any])
    #expect(location["file"] as? String == report.sources.files[0].path)
  }

  @Test func `status and suppressed findings are there only when asked for`() throws {
    let report = SampleReport.retail.report
    let plain = try object(ReportFormat.json.render(report, options: RenderOptions()))
    #expect(plain["suppressed"] == nil)
    let findings = try #require(plain["findings"] as? [[String: Any]])
    #expect(findings.compactMap { $0["status"] as? String } == ["new"])
    let options = RenderOptions(showSuppressed: true)
    let all = try object(ReportFormat.json.render(report, options: options))
    #expect((all["suppressed"] as? [Any])?.count == 1)
  }

  @Test func `RDJSON counts columns in bytes`() throws {
    let report = SampleReport.hostile.report
    let text = ReportFormat.rdjson.render(report, options: RenderOptions())
    let findings = try #require(try object(text)["diagnostics"] as? [[String: Any]])
    let location = try #require(findings[6]["location"] as? [String: Any])
    let range = try #require(location["range"] as? [String: [String: Int]])
    // Five characters of three bytes each, after eight of one byte with the tab among them.
    #expect(range["start"] == ["line": 4, "column": 8])
    #expect(range["end"] == ["line": 4, "column": 8 + 15])
  }

  @Test func `GitLab gets another fingerprint for each finding`() throws {
    var report = SampleReport.retail.report
    report.findings += report.findings
    let text = ReportFormat.gitlab.render(report, options: RenderOptions())
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    )
    let fingerprints = Set(entries.compactMap { $0["fingerprint"] as? String })
    #expect(fingerprints.count == report.findings.count)
    #expect(fingerprints.allSatisfy { $0.count == 64 })
  }

  @Test func `SARIF keeps each region on one line and steps in a code flow`() throws {
    let text = ReportFormat.sarif.render(SampleReport.retail.report, options: RenderOptions())
    let run = try #require((try object(text)["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count { $0["codeFlows"] != nil } == 1)
    for region in text.matches(of: /"startLine": (\d+), "startColumn": \d+, "endLine": (\d+)/) {
      #expect(region.1 == region.2)
    }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
