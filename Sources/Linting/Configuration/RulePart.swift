import Diagnostics
import RuleLanguage

/// The part of a design in which a rule has the same parameters.
struct RulePart: Sendable {
  let parameters: [String: ParameterValue]

  /// The overrides that give the rule parameters there; nil where the part is the whole design.
  private let overrides: [Int]?

  /// The overrides that give the rule parameters anywhere.
  private let counting: Set<Int>
  private let layers: DesignLayers

  /// Returns the parts of a design for a rule: one where no override gives it parameters.
  static func all(
    of rule: String,
    _ selection: RuleSelection,
    _ layers: DesignLayers
  ) -> [RulePart] {
    let counting = selection.overrides.indices.filter {
      selection.overrides[$0].choices[rule]?.parameters.isEmpty == false
    }
    func part(_ overrides: [Int], isWhole: Bool) -> RulePart {
      RulePart(
        parameters: selection.choice(of: rule, in: overrides)?.parameters.mapValues(\.value) ?? [:],
        overrides: isWhole ? nil : overrides,
        counting: Set(counting),
        layers: layers
      )
    }
    guard !counting.isEmpty else { return [part([], isWhole: true)] }
    return layers.combinations(where: counting.contains).map { part($0, isWhole: false) }
  }

  /// Returns whether a finding is in the part.
  func has(_ finding: Diagnostic) -> Bool {
    guard let overrides else { return true }
    return layers.overrides(of: finding).filter(counting.contains) == overrides
  }
}
