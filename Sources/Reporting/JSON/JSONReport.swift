import Diagnostics
import SourceText

/// The report for programs: orglint's own contract, described in `docs/formats/json.md`.
struct JSONReport {
  /// Changes only when a field is removed or changes its meaning.
  static let format = "orglint/1"

  private let report: Report
  private let options: RenderOptions
  private let places: Places
  private var change: ChangeSummary?

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    render(report, nil, options)
  }

  /// Renders what a change does, with its new, fixed and remaining findings.
  static func render(
    _ report: Report,
    _ change: ChangeSummary?,
    _ options: RenderOptions
  ) -> String {
    let places = Places(report, options: options)
    let json = JSONReport(report: report, options: options, places: places, change: change)
    return JSONWriter.text { json.write(&$0) }
  }

  /// Renders what is silenced alone, for `orglint suppressions`.
  static func renderSuppressed(_ report: Report, _ options: RenderOptions) -> String {
    let places = Places(report, options: options)
    let json = JSONReport(report: report, options: options, places: places)
    return JSONWriter.text { writer in
      writer.object { writer in
        writer.field("format", JSONReport.format)
        writer.field("version", report.version)
        json.writeSuppressed(&writer)
      }
    }
  }

  private func write(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("format", JSONReport.format)
      writer.field("version", report.version)
      if let silencing = report.silencing { writeSilencing(silencing, &writer) }
      if let change { writeChange(change, &writer) }
      writer.key("summary")
      writeSummary(&writer)
      writer.key("findings")
      writer.array(of: report.findings) { writer, finding in
        writer.object { writeFinding(finding, &$0) }
      }
      if options.showSuppressed { writeSuppressed(&writer) }
      writeCoverage(&writer)
    }
  }

  private func writeSummary(_ writer: inout JSONWriter) {
    writer.object { writer in
      for severity in Severity.allCases.reversed() {
        writer.field(severity.name, report.count(severity))
      }
      writer.field("suppressed", report.suppressed.count)
      writer.field("files", report.counts.files)
      writer.field("people", report.counts.people)
      writer.field("products", report.counts.products)
    }
  }

  private func writeFinding(_ finding: Diagnostic, _ writer: inout JSONWriter) {
    writer.field("rule", finding.rule)
    writer.field("variant", finding.variant)
    writer.field("severity", finding.severity.name)
    writer.field("target", finding.target)
    writer.field("targets", inline: finding.targets.isEmpty ? [finding.target] : finding.targets)
    writer.field("message", finding.message)
    writer.field("why", orNull: finding.why)
    writer.field("help", orNull: finding.help)
    writer.field("hides", finding.hides)
    writer.field("label", finding.primary.text)
    writer.key("location")
    writeLocation(finding.primary.span, &writer)
    writer.key("related")
    writer.array(of: finding.related) { writer, label in writeRelated(label, &writer) }
    writer.field("relatedAreSteps", finding.relatedAreSteps)
    writer.field("fingerprint", finding.fingerprint)
    writer.field("elements", inline: finding.elements)
    if let status = finding.status {
      writer.field("status", status.rawValue)
      writer.field("causes", inline: finding.causes)
    }
  }

  /// What the change silences, in whole.
  private func writeSilencing(_ silencing: Silencing, _ writer: inout JSONWriter) {
    writer.field("silencing", inline: silencing.changes.map(\.text))
    writer.key("silenced")
    writer.array(of: silencing.silenced) { writer, silenced in
      writer.object { writer in
        writer.field("by", silenced.by)
        writer.field("isLowered", silenced.isLowered)
        writeFinding(silenced.finding, &writer)
      }
    }
  }

  private func writeChange(_ change: ChangeSummary, _ writer: inout JSONWriter) {
    writer.field("base", change.base)
    writer.field("head", change.head)
    writer.key("figures")
    writer.array(of: change.figures) { writer, figure in
      writer.object(inline: true) { writer in
        writer.field("name", figure.name)
        writer.field("text", figure.text)
        writer.field("before", figure.before)
        writer.field("after", figure.after)
        writer.field("rose", figure.rose)
      }
    }
    writer.key("edits")
    writer.array(of: change.edits) { writer, edit in
      writer.object(inline: true) { writer in
        writer.field("what", edit.what)
        writer.field("target", edit.path)
        writer.field("field", edit.field)
        writer.field("before", edit.before)
        writer.field("after", edit.after)
      }
    }
    let before = JSONReport(
      report: report,
      options: options,
      places: Places(report.ofFixed(change), options: options)
    )
    writer.key("fixed")
    writer.array(of: change.fixed) { writer, finding in
      writer.object { before.writeFinding(finding, &$0) }
    }
  }

  private func writeRelated(_ label: Label, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("target", label.target)
      writer.field("label", label.text)
      writer.key("location")
      writeLocation(label.span, &writer)
    }
  }

  private func writeLocation(_ span: SourceSpan, _ writer: inout JSONWriter) {
    let range = places.range(of: span)
    writer.object(inline: true) { writer in
      writer.field("file", places.path(of: span))
      writer.field("line", range.line)
      writer.field("column", range.column)
      writer.field("endLine", range.endLine)
      writer.field("endColumn", range.endColumn)
    }
  }

  private func writeSuppressed(_ writer: inout JSONWriter) {
    writer.key("suppressed")
    writer.array(of: report.suppressed) { writer, suppressed in
      writer.object { writer in
        writeFinding(suppressed.finding, &writer)
        writer.key("suppression")
        writeSuppression(suppressed, &writer)
      }
    }
  }

  private func writeSuppression(_ suppressed: Report.Suppressed, _ writer: inout JSONWriter) {
    writer.object(inline: true) { writer in
      writer.field("kind", suppressed.kind.rawValue)
      writer.field("reason", suppressed.reason)
      writer.field("owner", orNull: suppressed.owner.isEmpty ? nil : suppressed.owner)
      writer.field("until", orNull: suppressed.until)
      guard let place = suppressed.place else { return }
      writer.key("location")
      writeLocation(place, &writer)
    }
  }

  private func writeCoverage(_ writer: inout JSONWriter) {
    writer.key("coverage")
    writer.array(of: report.coverage) { writer, line in
      writer.object(inline: true) { writer in
        writer.field("family", line.family)
        writer.field("declared", line.declared)
        writer.field("of", line.of)
        writer.field("text", line.text)
      }
    }
    writer.key("notChecked")
    writer.array(of: report.notChecked) { writer, line in
      writer.object(inline: true) { writer in
        writer.field("what", line.what)
        writer.field("why", line.why)
      }
    }
  }
}
