import Diagnostics
import OrgModel
import RuleLanguage
import SourceText

/// Counts, for a finding about a role that names nobody real, the presence finding it stands for.
struct AbsenceCount {
  private let host: DesignHost
  private let fields: Set<String>

  /// The findings about a value that leave a role open.
  private static let causes: Set<String> = [
    "ref-unresolved", "ref-wrong-kind", "hyg-placeholder", "po-not-a-person",
  ]

  init(host: DesignHost, rules: [RuleDefinition]) {
    self.host = host
    fields = Set(rules.flatMap { $0.variants.flatMap { $0.absences.map(\.field) } })
  }

  func count(in candidates: inout [Candidate]) {
    guard !fields.isEmpty else { return }
    var counted: Set<String> = []
    for index in candidates.indices {
      let finding = candidates[index].finding
      guard AbsenceCount.causes.contains(finding.rule) else { continue }
      for field in fields.sorted() where names(finding, field) {
        // Two wrong entries of one role leave one role open.
        guard counted.insert(finding.target + " " + field).inserted else { continue }
        candidates[index].finding.hides += 1
      }
    }
  }

  /// Whether the finding stands at a role field that names nobody at all.
  private func names(_ finding: Diagnostic, _ field: String) -> Bool {
    guard let entity = host.graph.entity(path: finding.target),
      let item = host.graph.children(of: host.graph.record(entity).body)
        .first(where: { host.graph[$0].field.key == field })
    else { return false }
    let span = host.graph.span(item)
    guard span.start <= finding.primary.span.start, finding.primary.span.end <= span.end else {
      return false
    }
    if entity.kind == .product, !host.isChecked(entity) { return false }
    return host.graph.elements(of: item).allSatisfy { host.graph.reference($0) == nil }
  }
}
