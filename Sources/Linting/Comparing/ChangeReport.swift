package import Diagnostics
import OrgAnalysis
import OrgModel
package import RuleLanguage

/// The report of a design with what a change to it brought and mended.
package struct ChangeReport: Sendable {
  /// The head's report; every finding has its status, and a new one its causes.
  package private(set) var report: Report

  /// What the base has and the head has not, in the base's order.
  package let fixed: [Diagnostic]

  /// Compares the reports of two designs.
  ///
  /// - Parameters:
  ///   - report: The head's.
  ///   - host: The head's design, with the comparison.
  ///   - base: The base's report, judged as the head was.
  ///   - known: What the base has beside that, hidden behind other findings of its.
  ///   - redact: Whether causes leave out names and free text.
  package init(
    _ report: Report,
    of host: DesignHost,
    base: Report,
    known: [Diagnostic],
    redact: Bool
  ) {
    let renames = host.comparison?.renames ?? Renames()
    let before = Baseline(of: (base.findings + known).map { $0.renamed(renames) })
    var report = report
    for index in report.findings.indices {
      let isKnown = before.contains(report.findings[index])
      report.findings[index].status = isKnown ? .existing : .new
    }
    let left = Set((report.findings + report.suppressed.map(\.finding)).map(\.identity))
    fixed = base.findings.filter { !left.contains($0.renamed(renames).identity) }
    self.report = report
    nameCauses(host, redact: redact)
  }

  /// The edits a finding's cause is told by; more are counted.
  private static let mostCauses = 3

  private mutating func nameCauses(_ host: DesignHost, redact: Bool) {
    guard let comparison = host.comparison else { return }
    let search = CauseSearch(host: host, comparison: comparison)
    for index in report.findings.indices where report.findings[index].status == .new {
      let edits = search.edits(behind: report.findings[index])
      var causes = edits.prefix(ChangeReport.mostCauses).map {
        host.words(for: comparison.edits[$0], redact: redact)
      }
      let more = edits.count - causes.count
      if more > 0 { causes.append("and \(more) more edit\(more == 1 ? "" : "s")") }
      report.findings[index].causes = causes
      report.findings[index].changedPlace =
        edits.lazy
        .compactMap { comparison.edits[$0].headPlace }.first
    }
  }
}

extension Diagnostic {
  /// The finding with the ids that entries have now, for its identity.
  fileprivate func renamed(_ renames: Renames) -> Diagnostic {
    var finding = self
    finding.targets = targets.map(renames.now)
    finding.discriminator = renames.now(discriminator)
    finding.elements = elements.map(renames.now).sorted()
    return finding
  }
}
