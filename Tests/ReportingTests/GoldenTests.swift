import Diagnostics
import Reporting
import Testing

/// Every format as its reader sees it.
@Suite struct GoldenTests {
  @Test(arguments: ReportFormat.allCases, SampleReport.all)
  func `each format shows each report as recorded`(
    format: ReportFormat,
    sample: SampleReport
  ) throws {
    try expectGolden(
      format.render(sample.report, options: RenderOptions()),
      "\(sample.name).\(format.rawValue)"
    )
  }

  static let variants: [(name: String, options: RenderOptions)] = [
    ("wide", RenderOptions(width: 120)),
    ("narrow", RenderOptions(width: 40)),
    ("color", RenderOptions(color: .ansi)),
    ("verbose", RenderOptions(verbose: true)),
    ("redacted", RenderOptions(redact: true)),
    ("suppressed", RenderOptions(quiet: true, showSuppressed: true)),
  ]

  @Test(arguments: variants.indices)
  func `options change the text report as recorded`(variant: Int) throws {
    let (name, options) = GoldenTests.variants[variant]
    let text = ReportFormat.text.render(SampleReport.retail.report, options: options)
    try expectGolden(text, "retail-\(name).text")
  }

  @Test func `nothing is folded where all is asked for`() throws {
    let options = RenderOptions(verbose: true)
    let text = ReportFormat.text.render(SampleReport.folded.report, options: options)
    try expectGolden(text, "folded-verbose.text")
  }

  @Test(arguments: [SampleReport.retail, .clean, .folded])
  func `the step summary shows each report as recorded`(sample: SampleReport) throws {
    let text = githubSummary(of: sample.report, options: RenderOptions())
    try expectGolden(text, "\(sample.name).github-summary.md")
  }
}
