import Diagnostics

/// Which findings a page shows in full, which in short, and which it leaves to other formats.
///
/// A browser opens some thousand findings at once, and a reader has seen a rule after some dozen.
struct HTMLSelection {
  /// The most findings of one rule shown in full.
  private static let mostInFull = 20

  /// The most findings shown at all.
  private static let mostShown = 3000

  /// The positions of the findings shown, in the order of the report.
  let shown: [Int]

  /// Beside the findings of the report.
  let isInFull: [Bool]

  init(_ report: Report) {
    let all = report.findings.indices
    if all.count > HTMLSelection.mostShown {
      // The gravest are kept.
      let order = all.sorted { first, second in
        let (one, other) = (report.findings[first].severity, report.findings[second].severity)
        return one != other ? one > other : first < second
      }
      shown = order.prefix(HTMLSelection.mostShown).sorted()
    } else {
      shown = Array(all)
    }
    var counts: [String: Int] = [:]
    var isInFull = [Bool](repeating: false, count: all.count)
    for index in shown {
      let count = counts[report.findings[index].rule, default: 0]
      counts[report.findings[index].rule] = count + 1
      isInFull[index] = count < HTMLSelection.mostInFull
    }
    self.isInFull = isInFull
  }
}
