/// The parameters that more than their own rule goes by, so that they can't differ in a part of a
/// design.
package enum DesignWideParameters {
  private static let names: [String: Set<String>] = [
    PlaceholderPatterns.rule: [PlaceholderPatterns.parameter],
    "dec-veto-outside-pnl-line": ["mandate_grounds", "technical_types"],
    "po-not-a-person": ["roles"],
    "ref-unresolved": ["max_distance"],
  ]

  /// Returns whether a parameter holds for the whole design.
  package static func contains(_ parameter: String, of rule: String) -> Bool {
    names[rule]?.contains(parameter) ?? false
  }
}
