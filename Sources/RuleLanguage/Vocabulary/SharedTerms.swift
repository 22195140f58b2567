/// What rules take over from the parameters of another: one value wherever it is asked for.
package struct SharedTerms: Sendable {
  /// Grounds on which somebody outside the line may block: of `dec-veto-outside-pnl-line`.
  private(set) var mandateGrounds: Set<String> = []

  /// Types of decision for which the managers of the technology lead are inside too: of the same.
  private(set) var technicalTypes: Set<String> = []

  /// The roles that only a person can hold: of `po-not-a-person`.
  private(set) var rolesOfPersons: Set<String> = []

  /// Reads the parameters as configured, else as the rules have them by default.
  ///
  /// - Parameter rules: All rules that are known.
  package init(_ rules: [RuleDefinition], _ configured: [String: [String: ParameterValue]]) {
    for rule in rules {
      func words(_ name: String) -> Set<String> {
        let value = rule.parameters.first { $0.name == name }?.defaultValue
        guard case .list(let words)? = configured[rule.id]?[name] ?? value else { return [] }
        return Set(words.map(\.text))
      }
      switch rule.id {
      case "dec-veto-outside-pnl-line":
        mandateGrounds = words("mandate_grounds")
        technicalTypes = words("technical_types")
      case "po-not-a-person": rolesOfPersons = words("roles")
      default: break
      }
    }
  }
}
