import Diagnostics
import OrgModel
import RuleLanguage
import SourceText

/// Counts, for a finding about a role that names nobody real, the presence finding it stands for.
struct AbsenceCount {
  private let host: DesignHost

  /// The role fields whose absence a running rule speaks of.
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
    var counted: Set<RoleField> = []
    for index in candidates.indices {
      for role in roles(leftOpenBy: candidates[index].finding)
      where fields.contains(role.field.key) && host.isOpen(role) {
        // Two wrong entries of one role leave one role open.
        if counted.insert(role).inserted { candidates[index].finding.hides += 1 }
      }
    }
  }

  private func roles(leftOpenBy finding: Diagnostic) -> [RoleField] {
    guard let entity = host.graph.entity(path: finding.target) else { return [] }
    if finding.rule == "hyg-role-vacant" { return host.roleFields(naming: entity) }
    guard AbsenceCount.causes.contains(finding.rule) else { return [] }
    return host.graph.children(of: host.graph.record(entity).body)
      .filter { item in
        let span = host.graph.span(item)
        return span.start <= finding.primary.span.start
          && finding.primary.span.end <= span.end
      }
      .map { RoleField(holder: entity, field: host.graph[$0].field) }
  }
}
