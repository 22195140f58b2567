/// What a run does with what silences findings.
package struct Suppression: Sendable {
  /// The findings that were known before; nil without a baseline.
  package var baseline: Baseline?

  /// Whether waivers, comments and the baseline silence nothing.
  package var isOff = false

  package init() {}
}
