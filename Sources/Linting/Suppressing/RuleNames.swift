import Diagnostics
import RuleLanguage

/// The ids of the known rules, and which of them can be silenced.
struct RuleNames {
  private let canBeSilenced: [String: Bool]

  init(_ rules: [RuleDefinition]) {
    canBeSilenced = Dictionary(
      rules.map { ($0.id, !$0.isFixed && !$0.isEnforced) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Returns why a rule cannot be silenced; nil where it can.
  func fault(of rule: String) -> Silencer.Fault? {
    if let canBeSilenced = canBeSilenced[rule] { return canBeSilenced ? nil : .notWaivable }
    if ReaderRules.all.contains(where: { $0.id == rule }) { return .notWaivable }
    return .unknownRule(nearest: NearestNames.of(rule, among: canBeSilenced.keys).first)
  }
}
