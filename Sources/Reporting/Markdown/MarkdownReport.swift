import Diagnostics
import SourceText

/// The report as a comment: a line a finding, with source, reason and remedy to unfold.
///
/// Findings are blocks of HTML without a blank line, in which no character of the design can mean
/// anything to Markdown.
struct MarkdownReport {
  /// What GitHub takes as one comment, less some room.
  static let commentLimit = 60_000

  /// What GitHub takes as the summary of a step, 1 MiB, less some room.
  static let summaryLimit = 1_000_000

  private static let mostItems = 50

  private let report: Report
  private let options: RenderOptions
  private var frames: TextReport
  private var out = ""

  private init(_ report: Report, _ options: RenderOptions) {
    self.report = report
    self.options = options
    var plain = options
    plain.color = .off
    plain.width = 100
    frames = TextReport(report, plain)
  }

  /// Returns the report in at most that many bytes; what does not fit is counted.
  static func render(_ report: Report, _ options: RenderOptions, limit: Int) -> String {
    if report.isSilent, options.quiet { return "" }
    var markdown = MarkdownReport(report, options)
    markdown.writeHead()
    let end = options.quiet ? "" : markdown.end()
    markdown.writeFindings(limit: limit - end.utf8.count)
    return markdown.out + end
  }

  /// Returns the findings alone in at most that many bytes; what does not fit is counted.
  static func findings(_ report: Report, _ options: RenderOptions, limit: Int) -> String {
    var markdown = MarkdownReport(report, options)
    markdown.writeFindings(limit: limit)
    return markdown.out
  }

  private mutating func writeHead() {
    out += "## orglint\n\n" + SilencingWords(report).markdown
    out += ReportSummary(report, options).line() + "\n"
  }

  private mutating func writeFindings(limit: Int) {
    var file: FileID?
    var shown = 0
    let entries = Folding(report, showsAll: options.verbose).entries
    for entry in entries {
      let finding = report.findings[entry.finding]
      var block = ""
      if finding.primary.span.file != file {
        file = finding.primary.span.file
        block += "\n<h3>\(comment(frames.places.path(of: finding.primary.span)))</h3>\n"
      }
      block += self.block(finding, entry)
      if out.utf8.count + block.utf8.count > limit { break }
      out += block
      shown += 1
    }
    let rest = entries[shown...].reduce(0) { $0 + 1 + $1.joined.count + $1.folded }
    if rest > 0 {
      out += "\n" + counted(rest, "more finding") + " did not fit here; the log has them.\n"
    }
  }

  private mutating func block(_ finding: Diagnostic, _ entry: Folding.Entry) -> String {
    let line = frames.places.range(of: finding.primary.span).line
    var block = "\n<details><summary><b>\(finding.severity.name)</b> "
    block += "<code>\(markup(finding.rule))</code> \(comment(finding.message)) "
    block += "(line \(line))</summary>\n"
    block += "<pre>\(entities(frames.sources(of: finding)))</pre>\n"
    for cause in finding.causes { block += "<b>cause:</b> \(comment(cause))<br>\n" }
    if let why = finding.why { block += "<b>why:</b> \(comment(why))<br>\n" }
    if let help = finding.help { block += "<b>help:</b> \(comment(help))<br>\n" }
    if !entry.joined.isEmpty {
      block += counted(entry.joined.count, "other place") + " with the same id<br>\n"
    }
    if finding.hides > 0 { block += "hides \(counted(finding.hides, "more finding"))<br>\n" }
    block += "</details>\n"
    if entry.folded > 0 {
      block += "\n\(entry.folded) more of <code>\(markup(finding.rule))</code>\n"
    }
    return block
  }

  private func end() -> String {
    var items = report.coverage.map(\.text)
    items += report.notChecked.map { "not checked: \($0.what): \($0.why)" }
    guard !items.isEmpty else { return "" }
    let list = items.prefix(MarkdownReport.mostItems).map { "<li>\(comment($0))</li>\n" }.joined()
    return "\n<details><summary>Coverage</summary>\n<ul>\n\(list)</ul>\n</details>\n"
  }
}
