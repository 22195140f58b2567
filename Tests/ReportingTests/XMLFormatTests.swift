import Diagnostics
import Reporting
import SourceText
import Testing

@Suite struct XMLFormatTests {
  /// What the schema of Jenkins allows and requires of each element.
  private static let allowed: [String: (required: Set<String>, optional: Set<String>)] = [
    "testsuites": ([], ["name", "tests", "failures", "errors"]),
    "testsuite": (["name", "tests", "failures", "errors"], ["skipped"]),
    "testcase": (["name"], ["classname", "time"]),
    "failure": ([], ["type", "message"]),
    "error": ([], ["type", "message"]),
    "skipped": ([], ["type", "message"]),
    "system-out": ([], []),
  ]

  @Test(arguments: SampleReport.all)
  func `JUnit has the elements and attributes its readers know`(sample: SampleReport) throws {
    for element in try junit(sample).all {
      let rule = try #require(XMLFormatTests.allowed[element.name], "\(element.name)")
      let names = Set(element.attributes.keys)
      #expect(names.isSuperset(of: rule.required))
      #expect(names.isSubset(of: rule.required.union(rule.optional)))
    }
  }

  @Test(arguments: SampleReport.all)
  func `JUnit counts what it has, and no case has the name of another`(
    sample: SampleReport
  ) throws {
    let root = try junit(sample)
    let cases = root.all.filter { $0.name == "testcase" }
    #expect(root.attributes["tests"] == String(cases.count))
    #expect(!cases.isEmpty)
    let names = cases.map { [$0.attributes["classname"], $0.attributes["name"]] }
    #expect(Set(names).count == cases.count)
    let failed = cases.filter { $0.children.first?.name == "failure" }
    #expect(root.attributes["failures"] == String(failed.count))
    #expect(failed.count == sample.report.findings.count)
    #expect(failed.allSatisfy { !$0.text.isEmpty })
  }

  @Test func `a file that is no YAML is an error of JUnit, a silenced finding is skipped`() throws {
    var report = SampleReport.retail.report
    report.findings[0].rule = "yaml-syntax"
    let options = RenderOptions(showSuppressed: true)
    let root = try XMLTree(ReportFormat.junit.render(report, options: options))
    #expect(root.all.count { $0.name == "error" } == 1)
    #expect(root.attributes["errors"] == "1")
    #expect(root.all.count { $0.name == "skipped" } == 1)
  }

  @Test(arguments: [Severity.error, .warning, .info, nil])
  func `what does not fail the run is no failure of JUnit`(threshold: Severity?) throws {
    let report = SampleReport.retail.report
    #expect(Set(report.findings.map(\.severity)).count > 1)
    let options = RenderOptions(failureThreshold: threshold)
    let root = try XMLTree(ReportFormat.junit.render(report, options: options))
    let failing = report.findings.count { finding in
      threshold.map { finding.severity >= $0 } ?? false
    }
    let broken = root.all.count { $0.name == "failure" || $0.name == "error" }
    #expect(broken == failing)
    #expect(root.attributes["failures"] == String(root.all.count { $0.name == "failure" }))
    let told = root.all.filter { $0.name == "system-out" }
    #expect(told.count == report.findings.count - failing)
    #expect(told.allSatisfy { $0.text.contains("more: orglint explain") })
  }

  @Test(arguments: SampleReport.all)
  func `Checkstyle has each finding with its message`(sample: SampleReport) throws {
    let text = ReportFormat.checkstyle.render(sample.report, options: RenderOptions())
    let errors = try XMLTree(text).all.filter { $0.name == "error" }
    #expect(errors.count == sample.report.findings.count)
    for (error, finding) in zip(errors, sample.report.findings) {
      #expect(error.attributes["message"]?.hasPrefix(visible(finding.message)) == true)
      #expect(error.attributes["source"] == "orglint.\(finding.rule)")
    }
  }

  private func junit(_ sample: SampleReport) throws -> XMLTree {
    try XMLTree(ReportFormat.junit.render(sample.report, options: RenderOptions()))
  }
}
