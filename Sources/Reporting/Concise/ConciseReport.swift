import Diagnostics
import SourceText

/// One line a finding, for searching and for editors: `file:line:col: severity[rule] message`.
enum ConciseReport {
  static func render(_ report: Report, _ options: RenderOptions) -> String {
    if report.isSilent, options.quiet { return "" }
    let places = Places(report, options: options)
    let paint = Paint(mode: options.color)
    var out = ""
    for line in SilencingWords(report, most: .max).lines { out += "silencing: \(visible(line))\n" }
    for finding in report.findings { out += line(finding, places, paint) + "\n" }
    if options.showSuppressed {
      for suppressed in report.suppressed {
        let kind = suppressed.kind.rawValue
        out += line(suppressed.finding, places, paint) + " (suppressed by \(kind))\n"
      }
    }
    return out + ReportSummary(report, options).line() + "\n"
  }

  /// Returns the line of one finding, safe to print, without a line break.
  static func line(_ finding: Diagnostic, _ places: Places, _ paint: Paint) -> String {
    let span = finding.primary.span
    let range = places.range(of: span)
    let place = "\(visible(places.path(of: span))):\(range.line):\(range.column):"
    let name = paint(
      "\(finding.severity.name)[\(visible(finding.rule))]",
      .severity(finding.severity)
    )
    return "\(place) \(name) \(visible(finding.message))"
  }
}
