import Diagnostics
import Drawing
import OrgModel

/// Turns findings into marks on the entries they are about.
enum FindingMarks {
  /// Returns the marks of a report; with links, each leads to the finding in the same page, if it is there.
  static func marks(of report: Report, in graph: OrgGraph, linking: Bool = false) -> Marks {
    var marks = Marks()
    let linked = linking ? Set(report.positionsOnPage) : []
    for (number, finding) in report.findings.enumerated() {
      let link = linked.contains(number) ? "#" + Report.anchor(ofFinding: number) : nil
      for entity in entities(of: finding, in: graph) {
        let text = "\(finding.rule): \(finding.message)"
        marks.add(Mark.Level(finding.severity), text, link: link, to: entity)
      }
    }
    return marks
  }

  /// Returns what a finding is about, each once; of an incentive its holder and its metric.
  static func entities(of finding: Diagnostic, in graph: OrgGraph) -> [EntityRef] {
    var seen: Set<EntityRef> = []
    return finding.targets.flatMap { entities($0, in: graph) }.filter { seen.insert($0).inserted }
  }

  private static func entities(_ target: String, in graph: OrgGraph) -> [EntityRef] {
    if let entity = graph.entity(path: target) { return [entity] }
    let parts = target.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "incentive" else { return [] }
    let holder = graph.entity(.person, id: parts[1]) ?? graph.entity(.unit, id: parts[1])
    let metric = parts.count > 2 ? graph.entity(.metric, id: parts[2]) : nil
    return [holder, metric].compactMap { $0 }
  }
}

extension Mark.Level {
  fileprivate init(_ severity: Severity) {
    switch severity {
    case .info: self = .info
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
