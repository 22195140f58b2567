package import Diagnostics
import SourceText

/// The report for people: findings by file, each with its source, its reason and its remedy.
struct TextReport {
  let report: Report
  let options: RenderOptions
  let places: Places
  let paint: Paint
  var out = ""

  init(_ report: Report, _ options: RenderOptions) {
    self.report = report
    self.options = options
    places = Places(report, options: options)
    paint = Paint(mode: options.color)
  }

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    if report.isSilent, options.quiet { return "" }
    var text = TextReport(report, options)
    text.out += SilencingWords(report, most: options.verbose ? .max : SilencingWords.most)
      .text(text.paint, width: options.width)
    text.writeFindings(showsAll: options.verbose)
    if options.showSuppressed { text.writeSuppressed() }
    text.out += ReportSummary(report, options).text()
    return text.out
  }

  /// Returns the findings alone, without counts and coverage.
  static func renderFindings(
    _ report: Report,
    _ options: RenderOptions,
    showsAll: Bool? = nil
  ) -> String {
    var text = TextReport(report, options)
    text.writeFindings(showsAll: showsAll ?? options.verbose)
    return text.out
  }

  private mutating func writeFindings(showsAll: Bool) {
    let counts = severitiesByFile()
    var file: FileID?
    for entry in Folding(report, showsAll: showsAll).entries {
      let finding = report.findings[entry.finding]
      if finding.primary.span.file != file {
        file = finding.primary.span.file
        writeHeading(finding.primary.span, counts)
      }
      write(finding, joined: entry.joined.map { report.findings[$0] })
      if entry.folded > 0 { writeFold(finding.rule, entry.folded) }
      out += "\n"
    }
  }

  private func severitiesByFile() -> [FileID: [Severity]] {
    Dictionary(grouping: report.findings, by: \.primary.span.file)
      .mapValues { $0.map(\.severity) }
  }

  private mutating func writeHeading(_ span: SourceSpan, _ counts: [FileID: [Severity]]) {
    let path = visible(places.path(of: span))
    let words = countedSeverities(counts[span.file] ?? [])
    out += paint("== \(path)", .strong) + paint(": \(words)", .faint) + "\n\n"
  }

  private mutating func writeFold(_ rule: String, _ count: Int) {
    let rule = visible(rule)
    let command = "\(visible(options.command)) --rule \(rule) --verbose"
    out += "\n" + paint("... \(count) more of \(rule): ", .strong) + command + "\n"
  }

  private mutating func writeSuppressed() {
    guard !report.suppressed.isEmpty else { return }
    out += paint("== suppressed", .strong) + "\n\n"
    for suppressed in report.suppressed {
      out += ConciseReport.line(suppressed.finding, places, paint) + "\n"
      let reason = suppressed.reason.isEmpty ? "" : ": \(visible(suppressed.reason))"
      out += "    \(suppressed.kind.rawValue)\(reason)\n"
    }
    out += "\n"
  }
}

/// Returns every finding of a report as people read it, and nothing else: for what stops a run.
package func textOfFindings(of report: Report, options: RenderOptions) -> String {
  TextReport.renderFindings(report, options, showsAll: true)
}
