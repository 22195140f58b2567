import Diagnostics
import Documentation
import Reporting
import SourceText

/// Mistakes in configuration and rule files, which stop a run before it looks at the design.
enum ProblemReport {
  /// Shows all mistakes on standard error and gives the error that ends the run.
  static func error(_ problems: [Diagnostic], in sources: SourceSet) -> UsageError {
    let report = Report(
      sources: sources,
      findings: problems.sorted { $0.primary.span < $1.primary.span },
      counts: Report.Counts(files: sources.files.count, people: 0, products: 0),
      version: Release.version
    )
    let text = textOfFindings(of: report, options: RenderOptions())
    Console.complain(String(text.dropLast()), prefixed: false)
    let files = Set(problems.map { sources[$0.primary.span.file].path }).sorted()
    let count = problems.count == 1 ? "1 mistake" : "\(problems.count) mistakes"
    return UsageError("\(count) in \(files.joined(separator: ", "))")
  }
}
