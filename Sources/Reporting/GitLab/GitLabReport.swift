import Diagnostics
import SourceText

/// GitLab's Code Quality report: an array of findings with fingerprints that differ.
enum GitLabReport {
  static func render(_ report: Report, _ options: RenderOptions) -> String {
    let places = Places(report, options: options)
    var names = UniqueNames()
    return JSONWriter.text { writer in
      writer.array { writer in
        for finding in report.withNotices {
          writer.startElement()
          write(finding, fingerprint(finding, &names), places, &writer)
        }
      }
    }
  }

  private static func write(
    _ finding: Diagnostic,
    _ fingerprint: String,
    _ places: Places,
    _ writer: inout JSONWriter
  ) {
    let range = places.range(of: finding.primary.span)
    writer.object { writer in
      // The merge request shows the description only, so it names the rule.
      writer.field("description", "\(finding.rule): \(visible(finding.message))")
      writer.field("check_name", finding.rule)
      writer.field("fingerprint", fingerprint)
      writer.field("severity", severity(finding.severity))
      writer.key("location")
      writer.object { writer in
        writer.field("path", path(places.path(of: finding.primary.span)))
        writer.key("lines")
        writer.object(inline: true) { writer in
          writer.field("begin", range.line)
          writer.field("end", range.endLine)
        }
      }
    }
  }

  private static func path(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  /// The hash of the identity; findings of one identity, which GitLab would merge, get a number.
  private static func fingerprint(_ finding: Diagnostic, _ names: inout UniqueNames) -> String {
    let identity = finding.identity.joined(separator: "\n")
    return SHA256.hexadecimal(Array(names.unique(identity).utf8))
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
