import Diagnostics
import SourceText

/// One page that needs no network and no script: summary, rules, findings with their sources.
///
/// A script adds a filter. The policy in the page's head lets nothing else run or load.
struct HTMLReport {
  /// Columns of source shown before a line is cut.
  private static let sourceWidth = 110

  private let report: Report
  private let options: RenderOptions
  private var frames: TextReport
  private var out = ""

  private init(_ report: Report, _ options: RenderOptions) {
    self.report = report
    self.options = options
    var plain = options
    plain.color = .off
    plain.width = HTMLReport.sourceWidth
    frames = TextReport(report, plain)
  }

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    var html = HTMLReport(report, options)
    html.writeHead()
    html.writeSummary()
    html.writeRules()
    html.writeFindings()
    html.writeSuppressed()
    html.writeCoverage()
    html.writeEnd()
    return html.out
  }

  private mutating func writeHead() {
    out += """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(HTMLPage.policy)">
      <title>orglint report</title>
      <style>\(HTMLPage.style)</style>
      </head>
      <body>
      <a class="skip" href="#findings">Skip to the findings</a>
      <header>
      <h1>orglint report</h1>

      """
  }

  private mutating func writeSummary() {
    out += "<p class=\"summary\">\(markup(ReportSummary(report, options).line()))</p>\n"
    out += "<ul class=\"counts\">\n"
    for severity in Severity.allCases.reversed() {
      let words = counted(report.count(severity), severity.name)
      out += "<li class=\"\(severity.name)\">\(words)</li>\n"
    }
    out += "<li>\(report.suppressed.count) suppressed</li>\n</ul>\n</header>\n<main>\n"
  }

  private mutating func writeRules() {
    var severities: [String: [Severity]] = [:]
    for finding in report.findings {
      severities[finding.rule, default: []].append(finding.severity)
    }
    guard !severities.isEmpty else { return }
    var titles: [String: String] = [:]
    for rule in report.rules { titles[rule.id] = rule.title }
    out += "<section aria-labelledby=\"rules-heading\">\n<h2 id=\"rules-heading\">Rules</h2>\n"
    out += "<table>\n<thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">What it asks</th>"
    out += "<th scope=\"col\">Findings</th></tr></thead>\n<tbody>\n"
    for (rule, found) in severities.sorted(by: {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }) {
      out += "<tr><th scope=\"row\"><code>\(markup(rule))</code></th>"
      out += "<td>\(markup(titles[rule] ?? ""))</td><td>\(countedSeverities(found))</td></tr>\n"
    }
    out += "</tbody>\n</table>\n</section>\n"
  }

  private mutating func writeFindings() {
    out += "<section id=\"findings\" aria-labelledby=\"findings-heading\">\n"
    out += "<h2 id=\"findings-heading\">Findings</h2>\n"
    out += report.findings.isEmpty ? "<p>Nothing to report.</p>\n" : HTMLPage.filter
    var file: FileID?
    for finding in report.findings {
      if finding.primary.span.file != file {
        if file != nil { out += "</section>\n" }
        file = finding.primary.span.file
        let path = markup(frames.places.path(of: finding.primary.span))
        out += "<section class=\"file\">\n<h3><bdi>\(path)</bdi></h3>\n"
      }
      writeFinding(finding)
    }
    if file != nil { out += "</section>\n" }
    out += "</section>\n"
  }

  private mutating func writeFinding(_ finding: Diagnostic) {
    let name = finding.severity.name
    out += "<article data-severity=\"\(name)\" data-rule=\"\(markup(finding.rule))\">\n"
    out += "<h4><span class=\"badge \(name)\">\(name)</span> <bdi>\(markup(finding.message))</bdi>"
    if let status = finding.status { out += " <span class=\"badge\">\(status.rawValue)</span>" }
    out += "</h4>\n<p class=\"meta\"><code>\(markup(finding.rule))</code> "
    out += "<code>\(markup(finding.target))</code> "
    out += "<code>\(markup(frames.place(finding.primary.span)))</code></p>\n"
    // A scrolling region must be reachable by keyboard.
    out += "<pre tabindex=\"0\" role=\"region\" aria-label=\"source\">"
    out += "\(entities(frames.sources(of: finding)))</pre>\n"
    out += "<dl>\n"
    if let why = finding.why { out += entry("Why", why) }
    if let help = finding.help { out += entry("Help", help) }
    if finding.hides > 0 {
      out += entry("Note", "hides \(counted(finding.hides, "finding")) that follow from it")
    }
    out += "</dl>\n</article>\n"
  }

  private mutating func writeSuppressed() {
    guard options.showSuppressed, !report.suppressed.isEmpty else { return }
    out += "<section aria-labelledby=\"suppressed-heading\">\n"
    out += "<h2 id=\"suppressed-heading\">Suppressed</h2>\n<ul>\n"
    for suppressed in report.suppressed {
      let finding = suppressed.finding
      out += "<li><code>\(markup(finding.rule))</code> <bdi>\(markup(finding.message))</bdi> "
      out += "(\(suppressed.kind.rawValue): <bdi>\(markup(suppressed.reason))</bdi>)</li>\n"
    }
    out += "</ul>\n</section>\n"
  }

  private mutating func writeCoverage() {
    writeList("Coverage", report.coverage.map(\.text))
    writeList("Not checked", report.notChecked.map { "\($0.what): \($0.why)" })
  }

  private mutating func writeList(_ title: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    out += "<section>\n<h2>\(title)</h2>\n<ul>\n"
    for item in items { out += "<li><bdi>\(markup(item))</bdi></li>\n" }
    out += "</ul>\n</section>\n"
  }

  private mutating func writeEnd() {
    out += "</main>\n<footer><p>orglint \(markup(report.version)). "
    out += "<code>orglint explain RULE</code> says more about a rule.</p></footer>\n"
    if !report.findings.isEmpty { out += "<script>\(HTMLPage.script)</script>\n" }
    out += "</body>\n</html>\n"
  }

  private func entry(_ name: String, _ text: String) -> String {
    "<div><dt>\(name)</dt><dd><bdi>\(markup(text))</bdi></dd></div>\n"
  }
}
