/// What rules on decisions take for granted: the parameters of `dec-veto-outside-pnl-line`, which
/// hold wherever a rule asks who is inside the line or what is a mandate.
package struct DecisionTerms: Sendable {
  /// Grounds on which somebody outside the line may block.
  var mandateGrounds: Set<String> = []

  /// Types of decision for which the managers of the technology lead are inside too.
  var technicalTypes: Set<String> = []

  /// Reads the parameters as configured, else as the rule has them by default.
  package init(
    _ rules: [RuleDefinition],
    _ configured: [String: [String: ParameterValue]] = [:]
  ) {
    let id = "dec-veto-outside-pnl-line"
    guard let rule = rules.first(where: { $0.id == id }) else { return }
    for parameter in rule.parameters {
      guard case .list(let values) = configured[id]?[parameter.name] ?? parameter.defaultValue
      else { continue }
      switch parameter.name {
      case "mandate_grounds": mandateGrounds = Set(values.map(\.text))
      case "technical_types": technicalTypes = Set(values.map(\.text))
      default: break
      }
    }
  }
}
