package import Diagnostics
import SourceText

// The fields stand in the order in which `ReportReader` reads them.
extension ByteWriter {
  mutating func write(_ report: Report) {
    write(list: report.findings) { $0.write($1) }
    write(list: report.suppressed) { $0.write($1) }
    write(list: report.coverage) { writer, line in
      writer.write(line.family)
      writer.write(line.declared)
      writer.write(line.of)
      writer.write(line.text)
    }
    write(list: report.notChecked) { writer, line in
      writer.write(line.what)
      writer.write(line.why)
    }
    write(list: report.rules) { $0.write($1) }
    write(report.counts.files)
    write(report.counts.people)
    write(report.counts.products)
  }

  private mutating func write(_ rule: RuleMetadata) {
    write(rule.id)
    write(rule.family)
    write(rule.title)
    write(rule.severity.rawValue)
    write(rule.rationale)
  }

  private mutating func write(_ suppressed: Report.Suppressed) {
    write(suppressed.finding)
    write(suppressed.kind.rawValue)
    write(suppressed.reason)
    write(suppressed.owner)
    write(optional: suppressed.until) { $0.write($1) }
    write(optional: suppressed.place) { $0.write($1) }
  }

  /// Writes a finding, but for what only a comparison gives it.
  package mutating func write(_ finding: Diagnostic) {
    write(finding.rule)
    write(finding.variant)
    write(finding.severity.rawValue)
    write(finding.message)
    write(optional: finding.why) { $0.write($1) }
    write(optional: finding.help) { $0.write($1) }
    write(finding.primary)
    write(list: finding.related) { $0.write($1) }
    write(finding.targets)
    write(finding.discriminator)
    write(finding.identifiesAllTargets)
    write(finding.elements)
    write(finding.hides)
    write(optional: finding.status) { $0.write($1.rawValue) }
    write(finding.relatedAreSteps)
  }

  private mutating func write(_ label: Label) {
    write(label.span)
    write(label.text)
    write(label.target)
    write(label.isStep)
  }

  private mutating func write(_ span: SourceSpan) {
    write(Int(span.file.index))
    write(Int(span.start))
    write(Int(span.end))
  }
}
