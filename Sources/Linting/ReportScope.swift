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
      // What nothing in the design has concerns each part in which something was asked for it.
      let isOfAll = finding.variant == RuleVariant.Nowhere.name && !finding.elements.isEmpty
      let entries = (isOfAll ? finding.elements : [finding.target]).lazy.map(host.entry(ofTarget:))
      if !isShownFile.isEmpty {
        let places =
          isOfAll
          ? entries.compactMap { $0.map { host.graph.record($0).file } }
          : [finding.primary.span.file]
        guard places.contains(where: { isShownFile[Int($0.index)] }) else { return false }
      }
      guard let subtree else { return true }
      return entries.contains { $0.map(subtree.contains) ?? false }
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
