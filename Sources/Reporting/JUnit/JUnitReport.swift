import Diagnostics
import SourceText

/// JUnit XML: a test case for each finding, and a passing one for each rule that found nothing.
///
/// A finding that does not fail the run is a passing case with its text as output.
struct JUnitReport {
  private struct Suite {
    let name: String
    var cases: [String] = []
    var failures = 0
    var errors = 0
    var skipped = 0
  }

  private let report: Report
  private let places: Places
  private let failureThreshold: Severity?
  private var names = UniqueNames()
  private var suites: [Suite] = []
  private var suiteOfFile: [FileID: Int] = [:]

  private init(_ report: Report, _ options: RenderOptions) {
    self.report = report
    places = Places(report, options: options)
    failureThreshold = options.failureThreshold
  }

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    var junit = JUnitReport(report, options)
    junit.addNotices()
    for finding in report.findings { junit.add(finding) }
    if options.showSuppressed {
      for suppressed in report.suppressed { junit.add(suppressed) }
    }
    junit.addPassedRules()
    return junit.text()
  }

  private mutating func add(_ finding: Diagnostic) {
    let suite = suite(of: finding)
    guard let failureThreshold, finding.severity >= failureThreshold else {
      let body = "<system-out>\(finding.severity.name): \(details(finding))</system-out>"
      return suites[suite].cases.append(testCase(finding, body))
    }
    // A file that could not be read is no failed check but a check that could not be made.
    let isUnreadable = finding.rule.hasPrefix("yaml-") && finding.severity == .error
    let element = isUnreadable ? "error" : "failure"
    if isUnreadable { suites[suite].errors += 1 } else { suites[suite].failures += 1 }
    let attributes = "type=\"\(finding.severity.name)\" message=\"\(markup(finding.message))\""
    let body = "<\(element) \(attributes)>\(details(finding))</\(element)>"
    suites[suite].cases.append(testCase(finding, body))
  }

  private mutating func add(_ suppressed: Report.Suppressed) {
    let suite = suite(of: suppressed.finding)
    suites[suite].skipped += 1
    let reason = "\(suppressed.kind.rawValue): \(suppressed.reason)"
    let body = "<skipped message=\"\(markup(reason))\"/>"
    suites[suite].cases.append(testCase(suppressed.finding, body))
  }

  /// What the change silences: a test that was not made, and no failure.
  private mutating func addNotices() {
    let notices = report.silencing?.notices ?? []
    guard !notices.isEmpty else { return }
    var suite = Suite(name: SilencingWords.title)
    suite.skipped = notices.count
    suite.cases = notices.map { notice in
      testCase(notice, "<skipped message=\"\(markup(notice.message))\"/>")
    }
    suites.append(suite)
  }

  private mutating func addPassedRules() {
    let failed = Set(report.withNotices.map(\.rule))
    var suite = Suite(name: "rules without a finding")
    for rule in report.rules where !failed.contains(rule.id) {
      let name = markup(rule.id)
      suite.cases.append("<testcase classname=\"orglint.\(name)\" name=\"\(name)\" time=\"0\"/>")
    }
    if suite.cases.isEmpty, suites.isEmpty {
      suite.cases.append("<testcase classname=\"orglint\" name=\"check\" time=\"0\"/>")
    }
    if !suite.cases.isEmpty { suites.append(suite) }
  }

  private mutating func suite(of finding: Diagnostic) -> Int {
    let span = finding.primary.span
    if let known = suiteOfFile[span.file] { return known }
    suites.append(Suite(name: places.path(of: span)))
    suiteOfFile[span.file] = suites.count - 1
    return suites.count - 1
  }

  /// Equal names would be shown once, so the second one gets a number.
  private mutating func testCase(_ finding: Diagnostic, _ body: String) -> String {
    let name = [finding.target, finding.variant, finding.discriminator].filter { !$0.isEmpty }
      .joined(separator: " ")
    let key = names.repetition(of: "\(finding.rule)\n\(name)")
    let unique = key == 0 ? name : "\(name) (\(key + 1))"
    let attributes = "classname=\"orglint.\(markup(finding.rule))\" name=\"\(markup(unique))\""
    return "<testcase \(attributes) time=\"0\">\(body)</testcase>"
  }

  private func details(_ finding: Diagnostic) -> String {
    var lines = ["\(place(finding.primary.span)) \(markup(finding.message))"]
    lines += finding.related.map { "  \(place($0.span)) \(markup($0.text))" }
    if let why = finding.why { lines.append("why: \(markup(why))") }
    if let help = finding.help { lines.append("help: \(markup(help))") }
    lines.append("more: orglint explain \(markup(finding.rule))")
    return lines.joined(separator: "\n")
  }

  private func place(_ span: SourceSpan) -> String {
    let range = places.range(of: span)
    return "\(markup(places.path(of: span))):\(range.line):\(range.column)"
  }

  private func text() -> String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    var total = Suite(name: "orglint")
    for suite in suites {
      total.failures += suite.failures
      total.errors += suite.errors
    }
    let tests = suites.reduce(0) { $0 + $1.cases.count }
    // The schema of Jenkins has no count of skipped ones here.
    out += "<testsuites \(counts(total, tests: tests))>\n"
    for suite in suites {
      let skipped = "skipped=\"\(suite.skipped)\""
      out += "  <testsuite \(counts(suite, tests: suite.cases.count)) \(skipped)>\n"
      for line in suite.cases { out += "    \(line)\n" }
      out += "  </testsuite>\n"
    }
    return out + "</testsuites>\n"
  }

  private func counts(_ suite: Suite, tests: Int) -> String {
    "name=\"\(markup(suite.name))\" tests=\"\(tests)\" failures=\"\(suite.failures)\" "
      + "errors=\"\(suite.errors)\""
  }
}
