import Diagnostics
import SourceText

/// One page that needs no network and no script: summary, pictures, findings with their sources.
///
/// A script adds a filter and shows pictures one at a time. The policy in the page's head lets
/// nothing else run or load.
struct HTMLReport {
  /// Columns of source shown before a line is cut.
  private static let sourceWidth = 110

  let report: Report
  let options: RenderOptions
  let selection: HTMLSelection
  let filter: HTMLFilter
  var frames: TextReport
  var out = ""

  private init(_ report: Report, _ options: RenderOptions) {
    self.report = report
    self.options = options
    selection = HTMLSelection(report)
    filter = HTMLFilter(report, selection)
    var plain = options
    plain.color = .off
    plain.width = HTMLReport.sourceWidth
    frames = TextReport(report, plain)
  }

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    var html = HTMLReport(report, options)
    let style = HTMLStyle.css + (report.illustration?.style ?? "")
    let script = html.script
    html.writeHead(style, HTMLPolicy.allowing(style: style, script: script))
    html.writeSummary()
    html.writePictures()
    html.writeFindings()
    html.writeRules()
    html.writeSuppressed()
    html.writeCoverage()
    html.writeEnd(script)
    return html.out
  }

  /// Only what the page has a use for.
  private var script: String {
    (report.findings.isEmpty ? "" : HTMLScript.filter)
      + (pictures.isEmpty ? "" : HTMLScript.pictures)
  }

  var pictures: [Illustration.Picture] { report.illustration?.pictures ?? [] }

  private mutating func writeHead(_ style: String, _ policy: String) {
    out += """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>orglint report</title>
      <style>\(style)</style>
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
    out += "<li>\(report.suppressed.count) suppressed</li>\n</ul>\n"
    writeContents()
    out += "</header>\n<main>\n"
    writeList("silencing", SilencingWords.title, SilencingWords(report, most: 1_000).lines)
  }

  /// Links to the sections that the page has.
  private mutating func writeContents() {
    var links = [("findings", "Findings")]
    if !pictures.isEmpty { links.insert(("pictures", "Pictures"), at: 0) }
    if !report.findings.isEmpty { links.append(("rules", "Rules")) }
    if !report.coverage.isEmpty { links.append(("coverage", "Coverage")) }
    if !report.notChecked.isEmpty { links.append(("not-checked", "Not checked")) }
    out += "<nav aria-label=\"Sections\"><ul>\n"
    for (id, title) in links { out += "<li><a href=\"#\(id)\">\(title)</a></li>\n" }
    out += "</ul></nav>\n"
  }

  private mutating func writeRules() {
    var severities: [String: [Severity]] = [:]
    for finding in report.findings {
      severities[finding.rule, default: []].append(finding.severity)
    }
    guard !severities.isEmpty else { return }
    var titles: [String: String] = [:]
    for rule in report.rules { titles[rule.id] = rule.title }
    out += "<section id=\"rules\" aria-labelledby=\"rules-heading\">\n"
    out += "<h2 id=\"rules-heading\">Rules</h2>\n"
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
    writeList("coverage", "Coverage", report.coverage.map(\.text))
    writeList("not-checked", "Not checked", report.notChecked.map { "\($0.what): \($0.why)" })
  }

  private mutating func writeList(_ id: String, _ title: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    out += "<section id=\"\(id)\" aria-labelledby=\"\(id)-heading\">\n"
    out += "<h2 id=\"\(id)-heading\">\(title)</h2>\n<ul>\n"
    for item in items { out += "<li><bdi>\(markup(item))</bdi></li>\n" }
    out += "</ul>\n</section>\n"
  }

  private mutating func writeEnd(_ script: String) {
    out += "</main>\n<footer><p>orglint \(markup(report.version)). "
    out += "<code>orglint explain RULE</code> says more about a rule.</p></footer>\n"
    if !script.isEmpty { out += "<script>\(script)</script>\n" }
    out += "</body>\n</html>\n"
  }
}
