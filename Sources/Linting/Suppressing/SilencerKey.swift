package import Diagnostics
package import RuleLanguage

/// What tells a waiver or a comment from others, wherever in the design it stands.
package struct SilencerKey: Hashable, Comparable, Sendable {
  package var kind: Report.Suppressed.Kind
  package var rule: String
  package var target: String

  /// What a comment at the end of a line stands behind, or the section it stands above; empty for
  /// one above an entry.
  package var line = ""

  /// Returns those of a design that silence something, or could.
  package static func all(in host: DesignHost, rules: [RuleDefinition]) -> Set<SilencerKey> {
    Set(Silencers(host: host, rules: rules).all.filter(\.isValid).map(\.key))
  }

  package static func < (first: SilencerKey, second: SilencerKey) -> Bool {
    first.parts.lexicographicallyPrecedes(second.parts)
  }

  private var parts: [String] { [kind.rawValue, rule, target, line] }

  /// What people read.
  var words: String {
    let place = line.isEmpty ? "" : ", line '\(line)'"
    return kind == .waiver
      ? "waiver '\(rule) for \(target)'" : "ignore comment for '\(rule)' at \(target)\(place)"
  }
}
