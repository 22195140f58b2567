import Diagnostics

/// What a run does with what silences findings.
package struct Suppression: Sendable {
  /// The findings that were known before; nil without a baseline.
  package var baseline: Baseline?

  /// Whether waivers, comments and the baseline silence nothing.
  package var isOff = false

  /// The waivers and comments that silence; nil for all that are valid.
  package var known: Set<SilencerKey>?

  package init() {}

  /// Returns whether a waiver of a rule and a target silences.
  package func waives(_ rule: String, _ target: String) -> Bool {
    !isOff && known?.contains(SilencerKey(kind: .waiver, rule: rule, target: target)) ?? true
  }
}
