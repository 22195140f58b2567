import Diagnostics
import Testing

/// A hand-made report by the name of its golden files.
struct SampleReport: Sendable, CustomTestStringConvertible {
  let name: String
  let report: Report

  var testDescription: String { name }

  static let all = [retail, clean, hostile, folded]

  static let clean = SampleReport(
    name: "clean",
    report: Report(
      sources: retailSources.set,
      findings: [],
      coverage: retail.report.coverage,
      rules: retail.report.rules,
      counts: .init(files: 2, people: 120, products: 6),
      version: "0.1.0"
    )
  )
}
