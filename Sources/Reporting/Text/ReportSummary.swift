import Diagnostics
import SourceText

/// The end of a report: counts, coverage, what was not checked, and where to read more.
struct ReportSummary {
  private let report: Report
  private let options: RenderOptions
  private let paint: Paint

  init(_ report: Report, _ options: RenderOptions) {
    self.report = report
    self.options = options
    paint = Paint(mode: options.color)
  }

  /// Returns all of it, one statement a line.
  func text() -> String {
    var out = coloredLine() + "\n"
    if options.quiet { return out }
    if !report.coverage.isEmpty {
      out += "\n" + paint("coverage", .strong) + "\n"
      for line in report.coverage { out += item(line.text) }
    }
    if !report.notChecked.isEmpty {
      out += "\n" + paint("not checked", .strong) + "\n"
      for line in report.notChecked { out += item("\(line.what): \(line.why)") }
    }
    if let rule = report.findings.first?.rule {
      out += "\nMore about a rule: \(paint("orglint explain \(visible(rule))", .strong))\n"
    }
    return out
  }

  /// Returns the one line that says how the run ended: `2 errors, 1 warning in 3 files, …`.
  func line() -> String {
    let read = [
      counted(report.counts.files, "file"),
      counted(report.counts.people, "person", plural: "people"),
      counted(report.counts.products, "product"),
    ].joined(separator: ", ")
    let silenced = report.suppressed.count
    let before = report.existing > 0 ? ["\(report.existing) from before"] : []
    if report.findings.isEmpty {
      let notes = (silenced > 0 ? ["\(silenced) suppressed"] : []) + before
      let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
      return "All clear: nothing to report\(note) in \(read)."
    }
    let counts = Severity.allCases.reversed().map { counted(report.count($0), $0.name) }
    let words = counts + ["\(silenced) suppressed"] + before
    return "\(words.joined(separator: ", ")) in \(read)"
  }

  private func coloredLine() -> String {
    guard let worst = report.findings.map(\.severity).max() else { return paint(line(), .remedy) }
    return paint(line(), .severity(worst))
  }

  private func item(_ text: String) -> String {
    let lines = wrapped(visible(text), width: options.width - 4)
    return "  - " + lines.joined(separator: "\n    ") + "\n"
  }
}
