import Diagnostics

/// Which findings a page shows in full, which in short, and which it leaves to other formats.
///
/// A reader has seen a rule after some dozen.
struct HTMLSelection {
  /// The most findings of one rule shown in full.
  private static let mostInFull = 20

  /// The positions of the findings shown, in the order of the report.
  let shown: [Int]

  /// Beside the findings of the report.
  let isInFull: [Bool]

  init(_ report: Report) {
    shown = report.positionsOnPage
    var counts: [String: Int] = [:]
    var isInFull = [Bool](repeating: false, count: report.findings.count)
    for index in shown {
      let count = counts[report.findings[index].rule, default: 0]
      counts[report.findings[index].rule] = count + 1
      isInFull[index] = count < HTMLSelection.mostInFull
    }
    self.isInFull = isInFull
  }
}
