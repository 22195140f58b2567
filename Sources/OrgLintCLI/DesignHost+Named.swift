import OrgModel
import RuleLanguage

extension DesignHost {
  /// Returns the entry that a person named on the command line as `kind/id`.
  func entry(named path: String) throws(UsageError) -> EntityRef {
    if let entry = graph.entity(path: path) { return entry }
    throw UsageError(
      "the design has no '\(path)'"
        + (graph.nearest(to: path).map { "; did you mean '\($0)'?" }
          ?? (path.contains("/") ? "" : ": entries are named kind/id, as in unit/labs"))
    )
  }
}
