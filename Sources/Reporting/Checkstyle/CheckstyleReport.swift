import Diagnostics
import SourceText

/// Checkstyle XML, which many review tools read: findings by file.
enum CheckstyleReport {
  static func render(_ report: Report, _ options: RenderOptions) -> String {
    let places = Places(report, options: options)
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
    var file: FileID?
    for finding in report.withNotices {
      let span = finding.primary.span
      if span.file != file {
        if file != nil { out += "  </file>\n" }
        out += "  <file name=\"\(markup(places.path(of: span)))\">\n"
        file = span.file
      }
      out += "    \(element(finding, places.range(of: span)))\n"
    }
    if file != nil { out += "  </file>\n" }
    return out + "</checkstyle>\n"
  }

  private static func element(_ finding: Diagnostic, _ range: SourceRange) -> String {
    var message = finding.message
    if let help = finding.help { message += " (help: \(help))" }
    return "<error line=\"\(range.line)\" column=\"\(range.column)\" "
      + "severity=\"\(finding.severity.name)\" message=\"\(markup(message))\" "
      + "source=\"orglint.\(markup(finding.rule))\"/>"
  }
}
