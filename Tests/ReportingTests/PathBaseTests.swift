import Reporting
import Testing

@Suite struct PathBaseTests {
  static let cases: [(directory: String, base: String, path: String, shown: String)] = [
    ("/repo", "/repo", "org/a.yaml", "org/a.yaml"),
    ("/repo", "/repo", "./org/../a.yaml", "a.yaml"),
    ("/repo/sub", "/repo", "a.yaml", "sub/a.yaml"),
    ("/repo", "/repo/org", "org/a.yaml", "a.yaml"),
    ("/repo", "/repo/org", "other/a.yaml", "../other/a.yaml"),
    ("/repo", "/repo", "/repo/org/a.yaml", "org/a.yaml"),
    ("/", "/", "../a.yaml", "a.yaml"),
  ]

  @Test(arguments: cases.indices)
  func `a path is shown from the base`(index: Int) {
    let (directory, base, path, shown) = PathBaseTests.cases[index]
    #expect(PathBase(workingDirectory: directory, base: base).path(path) == shown)
  }

  @Test func `every format shows paths from the base`() {
    let base = PathBase(workingDirectory: "/repo/designs", base: "/repo")
    for format in ReportFormat.allCases {
      let report = SampleReport.retail.report
      let text = format.render(report, options: RenderOptions(pathBase: base))
      #expect(text.contains("designs/org/products.yaml"), "\(format)")
    }
  }

  @Test func `no format shows text of a file where it is to be left out`() {
    for format in ReportFormat.allCases {
      let report = SampleReport.retail.report
      let text = format.render(report, options: RenderOptions(verbose: true, redact: true))
      #expect(!text.contains("Håkansson") && !text.contains("Loyalty"), "\(format)")
    }
  }
}
