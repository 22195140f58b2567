package import Diagnostics
import OrgAnalysis
package import OrgModel
package import RuleLanguage
import SourceText

/// The part of a design that a report is to be about; the whole design is judged all the same.
package struct ReportScope: Sendable {
  /// The files, or folders of them, that findings are to stand in; empty for all.
  package var files: [PathPattern] = []

  /// The entry whose subtree findings are to be about; nil for all.
  package var root: EntityRef?

  package init() {}

  /// Returns the report with what is outside the part left out.
  ///
  /// What makes a run incomplete stays, so that no part of such a design is ever green, and so does
  /// what failed.
  package func restrict(_ report: Report, of host: DesignHost) -> Report {
    guard !files.isEmpty || root != nil else { return report }
    let subtree = root.map { Subtree(of: $0, in: host.facts) }
    var isShownFile: [Bool] = []
    if !files.isEmpty {
      isShownFile = report.sources.files.map { file in files.contains { $0.matches(file.path) } }
    }
    func isShown(_ finding: Diagnostic) -> Bool {
      if ReaderRules.endsReading(finding.rule) || finding.rule == "rule-failed" { return true }
      let file = Int(finding.primary.span.file.index)
      if isShownFile.indices.contains(file), !isShownFile[file] { return false }
      guard let subtree else { return true }
      return host.entry(ofTarget: finding.target).map(subtree.contains) ?? false
    }
    var report = report
    report.findings.removeAll { !isShown($0) }
    report.suppressed.removeAll { !isShown($0.finding) }
    let part = root.map { [host.graph.path($0)] } ?? files.map(\.text)
    report.notChecked.append(
      Report.NotChecked(
        what: "what is outside of \(part.joined(separator: ", "))",
        why: "the report is about this part alone"
      )
    )
    return report
  }
}
