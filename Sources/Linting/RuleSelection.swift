package import Diagnostics
package import RuleLanguage

/// Which rules run, and what the run does with their severities.
package struct RuleSelection: Sendable {
  package var profile = RuleDefinition.Profile.recommended

  /// Patterns of the rules that alone run; empty for all of the profile.
  package var only: [String] = []

  /// Patterns of the rules that do not run.
  package var skipped: [String] = []

  /// Configured severities by rule; nil switches a rule off.
  package var severities: [String: Severity?] = [:]

  package init() {}

  /// Returns whether a rule runs.
  ///
  /// A rule named by its full id runs in every profile; a pattern chooses among those of the
  /// profile. The fixed rules always run, because every other reads a design they accept.
  package func runs(_ rule: RuleDefinition) -> Bool {
    if rule.isFixed, only.isEmpty || skipped.contains(where: { Glob.matches($0, rule.id) }) {
      return true
    }
    if skipped.contains(where: { Glob.matches($0, rule.id) }) { return false }
    if only.contains(rule.id) { return true }
    if let configured = severities[rule.id] { return configured != nil || rule.isFixed }
    guard isInProfile(rule) else { return false }
    return only.isEmpty || only.contains { Glob.matches($0, rule.id) }
  }

  private func isInProfile(_ rule: RuleDefinition) -> Bool {
    rule.isOffByDefault ? profile == .strict : rule.profiles.contains(profile)
  }

  /// Returns the severity of a finding by profile, configuration and the stage of the design.
  package func severity(of candidate: Candidate, stage: String) -> Severity {
    var severity = candidate.finding.severity
    if profile == .strict, severity == .warning { severity = .error }
    if let configured = severities[candidate.finding.rule] ?? nil {
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
