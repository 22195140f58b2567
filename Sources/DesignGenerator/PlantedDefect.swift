/// One finding that a check of the generated design must give.
package struct PlantedDefect: Hashable, Comparable, Sendable {
  /// The id of the rule.
  package var rule: String
  /// The first target, as `kind/id`.
  package var target: String

  package init(rule: String, target: String) {
    self.rule = rule
    self.target = target
  }

  package static func < (first: PlantedDefect, second: PlantedDefect) -> Bool {
    (first.rule, first.target) < (second.rule, second.target)
  }
}
