import Diagnostics
import SourceText

/// SARIF 2.1.0 with what GitHub's code scanning asks for, and within its limits.
struct SARIFReport {
  /// Results GitHub takes of one run.
  static let mostResults = 25_000

  /// Related places GitHub keeps of one result.
  static let mostPlaces = 100

  let places: Places
  let rules: SARIFRules
  private let report: Report
  private let options: RenderOptions

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    let sarif = SARIFReport(
      places: Places(report, options: options),
      rules: SARIFRules(report, options),
      report: report,
      options: options
    )
    return JSONWriter.text { sarif.write(&$0) }
  }

  private func write(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.field("version", "2.1.0")
      writer.key("runs")
      writer.array(of: CollectionOfOne(report)) { writer, _ in
        writer.object { writeRun(&$0) }
      }
    }
  }

  private func writeRun(_ writer: inout JSONWriter) {
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.field("name", "orglint")
        writer.field("semanticVersion", report.version)
        writer.key("rules")
        rules.write(&writer)
      }
    }
    writer.key("automationDetails")
    writer.object(inline: true) { $0.field("id", "orglint/") }
    // Columns count Unicode scalars, as in every format of orglint.
    writer.field("columnKind", "unicodeCodePoints")
    let (findings, omitted) = listed()
    writeInvocation(&writer, omitted: omitted)
    writeResults(&writer, findings)
  }

  /// The findings that fit, the gravest if not all do, and the number of the others.
  private func listed() -> ([Diagnostic], Int) {
    let all = report.withNotices
    guard all.count > SARIFReport.mostResults else { return (all, 0) }
    let bySeverity = Severity.allCases.reversed().flatMap { severity in
      all.filter { $0.severity == severity }
    }
    return (Array(bySeverity.prefix(SARIFReport.mostResults)), all.count - SARIFReport.mostResults)
  }

  private func writeInvocation(_ writer: inout JSONWriter, omitted: Int) {
    var notes = report.notChecked.map { "not checked: \($0.what): \($0.why)" }
    if omitted > 0 { notes.append("\(omitted) findings beyond the limit of SARIF are left out") }
    writer.key("invocations")
    writer.array(of: CollectionOfOne(notes)) { writer, notes in
      writer.object { writer in
        writer.field("executionSuccessful", true)
        writer.key("toolExecutionNotifications")
        writer.array(of: notes) { writer, note in
          writer.object(inline: true) { writer in
            writer.field("level", "note")
            writer.key("message")
            writer.object { $0.field("text", visible(note)) }
          }
        }
      }
    }
  }

  private func writeResults(_ writer: inout JSONWriter, _ findings: [Diagnostic]) {
    var names = UniqueNames()
    writer.key("results")
    writer.array { writer in
      for finding in findings {
        writer.startElement()
        writeResult(finding, nil, &names, &writer)
      }
      guard options.showSuppressed else { return }
      for suppressed in report.suppressed.prefix(SARIFReport.mostResults - findings.count) {
        writer.startElement()
        writeResult(suppressed.finding, suppressed, &names, &writer)
      }
    }
  }
}
