import ArgumentParser
import Diagnostics
import Linting
import RuleLanguage

/// Which rules run.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: "The set of rules: minimal, recommended or strict; else the configuration's, recommended."
  )
  var profile: ProfileName?

  @Option(help: "Run this rule alone, or those of a pattern such as pnl-*; may be repeated.")
  var rule: [String] = []

  @Option(help: "Leave this rule out, or those of a pattern such as pnl-*; may be repeated.")
  var skip: [String] = []

  enum ProfileName: String, CaseIterable, ExpressibleByArgument {
    case minimal, recommended, strict
  }

  /// Narrows a selection; a name or pattern that no rule has is an error with the nearest one.
  func apply(to selection: inout RuleSelection, among rules: [RuleDefinition]) throws(UsageError) {
    for pattern in rule + skip where !rules.contains(where: { Glob.matches(pattern, $0.id) }) {
      let nearest = NearestNames.of(pattern, among: rules.map(\.id)).first
      throw UsageError(
        "no rule is called '\(pattern)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? "; orglint rules lists them")
      )
    }
    if let fixed = rules.first(where: { rule in rule.isFixed && skip.contains(rule.id) }) {
      throw UsageError("'\(fixed.id)' cannot be switched off: every other rule relies on it")
    }
    let chosen = rules.filter { rule in self.rule.contains { Glob.matches($0, rule.id) } }
    if !rule.isEmpty, chosen.allSatisfy({ rule in skip.contains { Glob.matches($0, rule.id) } }) {
      throw UsageError("--skip leaves out every rule that --rule names")
    }
    narrow(&selection)
  }

  /// Narrows a selection among rules of which some may not have the names.
  func narrow(_ selection: inout RuleSelection) {
    if let profile = profile.flatMap({ RuleDefinition.Profile(rawValue: $0.rawValue) }) {
      selection.profile = profile
    }
    selection.only = rule
    selection.skipped = skip
  }
}
