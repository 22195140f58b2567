import Diagnostics
import SourceText

/// Which findings a report shows in full, and which it only counts.
///
/// Dangling references to one missing id are one entry; of a rule with many entries the first few
/// are shown. Cost: linear in the findings.
struct Folding {
  private static let limit = 10
  private static let shown = 3
  private static let joinedRule = "ref-unresolved"

  struct Entry {
    let finding: Int

    /// Other findings with the same cause, by index.
    var joined: [Int] = []

    /// How many findings of the rule come after this entry and are not shown.
    var folded = 0
  }

  private(set) var entries: [Entry] = []

  init(_ report: Report, showsAll: Bool) {
    var groups: [Entry] = []
    var groupOfName: [String: Int] = [:]
    for (index, finding) in report.findings.enumerated() {
      guard finding.rule == Folding.joinedRule else {
        groups.append(Entry(finding: index))
        continue
      }
      let name = Folding.missingName(finding, report.sources)
      if let group = groupOfName[name] {
        groups[group].joined.append(index)
      } else {
        groupOfName[name] = groups.count
        groups.append(Entry(finding: index))
      }
    }
    entries = showsAll ? groups : Folding.folded(groups, report)
  }

  private static func folded(_ groups: [Entry], _ report: Report) -> [Entry] {
    var groupsOfRule: [String: [Int]] = [:]
    for (index, group) in groups.enumerated() {
      groupsOfRule[report.findings[group.finding].rule, default: []].append(index)
    }
    var groups = groups
    var isShown = [Bool](repeating: true, count: groups.count)
    for members in groupsOfRule.values where members.count > limit {
      let rest = members.dropFirst(shown)
      for index in rest { isShown[index] = false }
      groups[members[shown - 1]].folded = rest.reduce(0) { $0 + 1 + groups[$1].joined.count }
    }
    return groups.indices.filter { isShown[$0] }.map { groups[$0] }
  }

  /// The id as written at the place, which ids of 128 characters bound.
  private static func missingName(_ finding: Diagnostic, _ sources: SourceSet) -> String {
    let span = finding.primary.span
    guard sources.files.indices.contains(Int(span.file.index)) else { return finding.variant }
    let end = min(Int(span.end), Int(span.start) + 1024)
    let cut = SourceSpan(file: span.file, bytes: Int(span.start)..<end)
    let text = sources.text(of: cut).filter { $0 != "\"" && $0 != "'" && $0 != " " }
    return finding.variant + "\n" + text
  }
}
