import Diagnostics
import SourceText

/// The Reviewdog Diagnostic Format as one JSON object; its columns count bytes.
enum RDJSONReport {
  static func render(_ report: Report, _ options: RenderOptions) -> String {
    let places = Places(report, options: options)
    return JSONWriter.text { writer in
      writer.object { writer in
        writer.key("source")
        writer.object(inline: true) { $0.field("name", "orglint") }
        writer.key("diagnostics")
        writer.array(of: report.withNotices) { writer, finding in
          writer.object { write(finding, places, &$0) }
        }
      }
    }
  }

  private static func write(
    _ finding: Diagnostic,
    _ places: Places,
    _ writer: inout JSONWriter
  ) {
    writer.field("message", message(finding))
    writer.key("location")
    write(finding.primary.span, places, &writer)
    writer.field("severity", severity(finding.severity))
    writer.key("code")
    writer.object(inline: true) { $0.field("value", finding.rule) }
    guard !finding.related.isEmpty else { return }
    writer.key("relatedLocations")
    writer.array(of: finding.related) { writer, label in
      writer.object { writer in
        writer.field("message", visible(label.text))
        writer.key("location")
        write(label.span, places, &writer)
      }
    }
  }

  private static func message(_ finding: Diagnostic) -> String {
    var lines = [visible(finding.message)]
    if let why = finding.why { lines.append("why: \(visible(why))") }
    if let help = finding.help { lines.append("help: \(visible(help))") }
    return lines.joined(separator: "\n")
  }

  private static func write(_ span: SourceSpan, _ places: Places, _ writer: inout JSONWriter) {
    let range = places.byteRange(of: span)
    writer.object(inline: true) { writer in
      writer.field("path", places.path(of: span))
      writer.key("range")
      writer.object { writer in
        writer.key("start")
        write(line: range.line, column: range.column, &writer)
        writer.key("end")
        write(line: range.endLine, column: range.endColumn, &writer)
      }
    }
  }

  private static func write(line: Int, column: Int, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("line", line)
      writer.field("column", column)
    }
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
  }
}
