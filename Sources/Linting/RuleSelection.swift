package import Diagnostics
package import RuleLanguage

/// Which rules run, and what the run does with their severities.
package struct RuleSelection: Sendable {
  package var profile = RuleDefinition.Profile.recommended

  /// Patterns of the rules that alone run; empty for all of the profile.
  package var only: [String] = []

  /// Patterns of the rules that do not run.
  package var skipped: [String] = []

  /// What the configuration says, by rule.
  package var choices: [String: RuleChoice] = [:]

  /// What it says for parts of the design; a later one beats an earlier one.
  package var overrides: [ConfigurationOverride] = []

  /// What it leaves out of the report.
  package var ignored: [IgnoredPart] = []

  /// The stage that severities go by; nil for the design's own.
  package var stage: String?

  package init() {}

  /// Takes what a configuration says.
  package init(_ configuration: Configuration) {
    profile = configuration.profile?.value ?? .recommended
    choices = configuration.choices
    overrides = configuration.overrides
    ignored = configuration.ignore?.value ?? []
  }

  /// The parameters that hold for the whole design, by rule and name.
  package var parameters: [String: [String: ParameterValue]] {
    choices.mapValues { $0.parameters.mapValues(\.value) }
  }

  /// Returns whether a rule runs in any part of the design.
  package func runs(_ rule: RuleDefinition) -> Bool {
    isOn(rule) || overrides.indices.contains { isOn(rule, in: [$0]) }
  }

  /// Returns whether a rule is on where some overrides hold.
  ///
  /// A rule named by its full id is on in every profile; a pattern chooses among those that are
  /// on. The fixed rules are always on, because every other reads a design they accept.
  package func isOn(_ rule: RuleDefinition, in overrides: [Int] = []) -> Bool {
    guard only.isEmpty || only.contains(where: { Glob.matches($0, rule.id) }) else { return false }
    if rule.isFixed { return true }
    if skipped.contains(where: { Glob.matches($0, rule.id) }) { return false }
    for number in overrides.reversed() {
      if let isOn = self.overrides[number].choices[rule.id]?.isOn { return isOn }
    }
    if only.contains(rule.id) { return true }
    return choices[rule.id]?.isOn ?? isInProfile(rule)
  }

  private func isInProfile(_ rule: RuleDefinition) -> Bool {
    rule.isOffByDefault ? profile == .strict : rule.profiles.contains(profile)
  }

  /// Returns what the configuration says of a rule where some overrides hold.
  package func choice(of rule: String, in overrides: [Int]) -> RuleChoice? {
    var choice = choices[rule]
    for number in overrides {
      guard let other = self.overrides[number].choices[rule] else { continue }
      if choice == nil { choice = other } else { choice?.merge(other) }
    }
    return choice
  }

  /// Returns the severity of a finding by profile, configuration and the stage of the design.
  package func severity(
    of candidate: Candidate,
    choice: RuleChoice?,
    stage: String
  ) -> Severity {
    var severity = candidate.finding.severity
    if profile == .strict {
      if severity == .warning { severity = .error }
      // What nothing has is one decision, which a strict reader wants to be asked for.
      if !candidate.members.isEmpty { severity = max(severity, .warning) }
    }
    if let configured = choice?.severity {
      severity =
        candidate.finding.severity == candidate.topSeverity
        ? configured : min(severity, configured)
    }
    guard candidate.isMissing else { return severity }
    switch stage {
    case "draft": return .info
    case "proposed": return min(severity, .warning)
    default: return severity
    }
  }
}

/// Patterns of ids: `*` stands for any characters.
package enum Glob {
  /// Returns whether a whole text matches; linear but for the number of stars.
  package static func matches(_ pattern: String, _ text: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return pattern == text
    }
    guard text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count
    else { return false }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
