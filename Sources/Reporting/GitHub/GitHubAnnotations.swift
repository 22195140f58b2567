import Diagnostics
import SourceText

/// Workflow commands of GitHub Actions, which put findings beside the lines of a pull request.
enum GitHubAnnotations {
  /// What GitHub shows of each severity in one step.
  static let limit = 10

  /// Related places named in an annotation; the text report draws them.
  private static let mostPlaces = 5

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    if report.isSilent, options.quiet { return "" }
    let places = Places(report, options: options)
    let notice = silencing(report, places)
    var out = notice
    var omitted = 0
    for severity in Severity.allCases.reversed() {
      let findings = report.findings.filter { $0.severity == severity }
      let room = severity == .warning && !notice.isEmpty ? limit - 1 : limit
      for finding in findings.prefix(room) {
        out += command(finding.placedAtChange, places) + "\n"
      }
      omitted += max(0, findings.count - room)
    }
    if omitted > 0 {
      out += counted(omitted, "more finding") + " without an annotation: GitHub shows \(limit) "
      out += "errors, \(limit) warnings and \(limit) notices of a step\n"
    }
    return options.quiet ? out : out + ReportSummary(report, options).line() + "\n"
  }

  private static func command(_ finding: Diagnostic, _ places: Places) -> String {
    let fields =
      [("file", property(visible(places.path(of: finding.primary.span))))]
      + position(places.range(of: finding.primary.span))
      + [("title", property("orglint: " + visible(finding.rule)))]
    let words = fields.map { "\($0)=\($1)" }.joined(separator: ",")
    return "::\(name(finding.severity)) \(words)::\(message(finding, places))"
  }

  /// One annotation for all that the change silences, so that the limit hides none of it.
  private static func silencing(_ report: Report, _ places: Places) -> String {
    let lines = SilencingWords(report).lines
    guard !lines.isEmpty else { return "" }
    let place = report.silencing?.notices.first.map { notice in
      let range = places.range(of: notice.primary.span)
      return "file=\(property(visible(places.path(of: notice.primary.span)))),line=\(range.line),"
    }
    let message = lines.map { data(visible($0)) }.joined(separator: "%0A")
    return "::warning \(place ?? "")title=\(property("orglint: " + SilencingWords.title))::"
      + message + "\n"
  }

  private static func name(_ severity: Severity) -> String {
    severity == .info ? "notice" : severity.name
  }

  /// Columns only for a place on one line: with others the runner drops the whole annotation.
  private static func position(_ range: SourceRange) -> [(String, String)] {
    var fields = [("line", String(range.line)), ("endLine", String(range.endLine))]
    guard range.line == range.endLine else { return fields }
    fields.append(("col", String(range.column)))
    if range.endColumn > range.column { fields.append(("endColumn", String(range.endColumn))) }
    return fields
  }

  private static func message(_ finding: Diagnostic, _ places: Places) -> String {
    var parts = [visible(finding.message)]
    for label in finding.related.prefix(mostPlaces) {
      let line = places.range(of: label.span).line
      let place = "\(visible(places.path(of: label.span))):\(line)"
      parts.append(label.text.isEmpty ? "- \(place)" : "- \(place) \(visible(label.text))")
    }
    if finding.related.count > mostPlaces {
      parts.append("- and \(finding.related.count - mostPlaces) more places")
    }
    if let why = finding.why { parts.append("why: " + visible(why)) }
    if let help = finding.help { parts.append("help: " + visible(help)) }
    return parts.map(data).joined(separator: "%0A")
  }

  private static func data(_ text: String) -> String { escaped(text, also: "") }

  private static func property(_ text: String) -> String { escaped(text, also: ":,") }

  /// Line breaks are visible escapes by now; the percent sign starts an escape of the command.
  private static func escaped(_ text: String, also others: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ":" where others.contains(":"): result += "%3A"
      case "," where others.contains(","): result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
