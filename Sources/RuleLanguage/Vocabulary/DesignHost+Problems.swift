import OrgAnalysis
import OrgModel

extension DesignHost {
  /// Whether `po-not-a-person`, where it is on, speaks of a reference.
  func isGroupInRole(_ problem: ReferenceProblem) -> Bool {
    guard problem.outcome == .wrongKind, let role = problem.role,
      terms.rolesOfPersons.contains(role.rawValue),
      problem.found.contains(.unit) || problem.found.contains(.forum),
      // The family is silent without a checked product, and looks at no other.
      !facts.products.checked.isEmpty, let holder = graph.entity(path: problem.holder)
    else { return false }
    return holder.kind != .product || isChecked(holder)
  }
}
