package import Diagnostics
import OrgModel
package import RuleLanguage
import SourceText

/// Takes out of a report what people wrote in their own words: names, and reasons for exceptions.
///
/// Ids stay, for without them a finding says nothing.
package struct Redaction {
  private let names: Set<String>

  /// Collects the names of a design that are no ids.
  package init(_ host: DesignHost) {
    let graph = host.graph
    var names: Set<String> = []
    for kind in EntityKind.allCases {
      guard let field = kind.shape.fields.first, field.key == "name" else { continue }
      for index in 0..<graph.count(kind) {
        guard let item = graph.field(field, of: EntityRef(kind, index)) else { continue }
        let name = graph.text(item)
        if graph.symbols.find(Array(name.utf8)[...]) == nil { names.insert(name) }
      }
    }
    // Where an id belongs people first write a name, which finds nothing.
    for problem in graph.problems.references where !Redaction.isLikeID(problem.value) {
      names.insert(problem.value)
    }
    self.names = names
  }

  /// Whether a text could be meant as an id or a selector: it has no blank and no capital letter.
  private static func isLikeID(_ text: String) -> Bool {
    !text.contains { $0.isWhitespace || $0.isUppercase }
  }

  /// Returns the report with names and reasons masked.
  package func apply(to report: Report) -> Report {
    var report = report
    report.findings = apply(to: report.findings)
    for index in report.suppressed.indices {
      mask(&report.suppressed[index].finding)
      report.suppressed[index].reason = ""
    }
    if var silencing = report.silencing {
      silencing.notices = apply(to: silencing.notices)
      for index in silencing.silenced.indices { mask(&silencing.silenced[index].finding) }
      report.silencing = silencing
    }
    return report
  }

  /// Returns findings with names masked.
  package func apply(to findings: [Diagnostic]) -> [Diagnostic] {
    findings.map { finding in
      var finding = finding
      mask(&finding)
      return finding
    }
  }

  private func mask(_ finding: inout Diagnostic) {
    finding.message = masked(finding.message)
    finding.why = finding.why.map(masked)
    finding.help = finding.help.map(masked)
    finding.causes = finding.causes.map(masked)
    finding.primary = masked(finding.primary)
    finding.related = finding.related.map(masked)
  }

  private func masked(_ label: Label) -> Label {
    Label(label.span, masked(label.text), target: label.target, isStep: label.isStep)
  }

  /// Messages quote what they show, so a name stands between quotation marks.
  private func masked(_ text: String) -> String {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return text }
    return parts.map { names.contains(String($0)) ? "…" : String($0) }.joined(separator: "'")
  }
}
