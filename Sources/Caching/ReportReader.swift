import Diagnostics
import SourceText

// The fields stand in the order in which `ReportWriter` writes them.
extension ByteReader {
  /// Reads a report on the files of the reader.
  mutating func report(version: String) throws -> Report {
    Report(
      sources: sources,
      findings: try list { try $0.finding() },
      suppressed: try list { try $0.suppressed() },
      coverage: try list { try $0.coverageLine() },
      notChecked: try list { .init(what: try $0.text(), why: try $0.text()) },
      rules: try list { try $0.rule() },
      counts: .init(files: try count(), people: try count(), products: try count()),
      version: version
    )
  }

  /// Reads a number of findings, files, people or whatever else a run counts.
  mutating func count() throws -> Int {
    try number(atMost: Int(UInt32.max))
  }

  private mutating func coverageLine() throws -> Report.CoverageLine {
    .init(family: try text(), declared: try count(), of: try count(), text: try text())
  }

  private mutating func rule() throws -> RuleMetadata {
    RuleMetadata(
      id: try text(),
      family: try text(),
      title: try text(),
      severity: try severity(),
      rationale: try text()
    )
  }

  private mutating func suppressed() throws -> Report.Suppressed {
    .init(
      finding: try finding(),
      kind: try word(),
      reason: try text(),
      owner: try text(),
      until: try optional { try $0.text() },
      place: try optional { try $0.span() }
    )
  }

  private mutating func finding() throws -> Diagnostic {
    Diagnostic(
      rule: try text(),
      variant: try text(),
      severity: try severity(),
      message: try text(),
      why: try optional { try $0.text() },
      help: try optional { try $0.text() },
      primary: try label(),
      related: try list { try $0.label() },
      targets: try texts(),
      discriminator: try text(),
      identifiesAllTargets: try flag(),
      elements: try texts(),
      hides: try count(),
      status: try optional { try $0.word() },
      relatedAreSteps: try flag()
    )
  }

  private mutating func severity() throws -> Severity {
    let number = try number(atMost: Severity.allCases.count - 1)
    guard let severity = Severity(rawValue: number) else { throw Damage() }
    return severity
  }

  private mutating func label() throws -> Label {
    Label(try span(), try text(), target: try text(), isStep: try flag())
  }

  /// Reads a place, which is in one of the files.
  private mutating func span() throws -> SourceSpan {
    let file = FileID(try number(atMost: sources.files.count - 1))
    let start = try number(atMost: sources[file].bytes.count)
    let end = try number(atMost: sources[file].bytes.count)
    guard start <= end else { throw Damage() }
    return SourceSpan(file: file, bytes: start..<end)
  }
}
