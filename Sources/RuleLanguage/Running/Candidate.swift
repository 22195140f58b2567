package import Diagnostics
package import SourceText

/// A finding of a rule before configuration, stage, suppression and the contract of one cause.
package struct Candidate: Sendable {
  package var finding: Diagnostic

  /// The targets, with who acts in a seat in place of the seat.
  package var subjects: [String]

  /// Every place it stands for: its own, and those of what is told along with it.
  package var places: Set<SourceSpan>

  /// The rule's greatest severity, which a configured one replaces.
  package var topSeverity: Severity

  /// Whether it says that something is not there yet.
  package var isMissing: Bool

  /// Whether it is no finding and says what was not checked: `what` in the message, `why` beside.
  package var isNotChecked: Bool

  /// The findings that make it needless.
  package var yields: [RuleVariant.Yield]

  /// The fields whose absence it speaks of.
  package var absences: [RuleVariant.Absence]

  /// What waivers name that took every pair out of a conflict; they hide it as its targets do.
  package var exemptedBy: [String]

  /// The incentives it speaks of, of a direct conflict: findings may yield to what names them.
  package var named: [String]

  /// Whether nothing in the design silences it.
  package var isEnforced: Bool

  /// Whether a target is a seat that somebody acts in.
  package var isAboutSeat: Bool { subjects != finding.targets }

  package init(
    finding: Diagnostic,
    subjects: [String]? = nil,
    places: Set<SourceSpan> = [],
    topSeverity: Severity,
    isMissing: Bool = false,
    isNotChecked: Bool = false,
    yields: [RuleVariant.Yield] = [],
    absences: [RuleVariant.Absence] = [],
    exemptedBy: [String] = [],
    named: [String] = [],
    isEnforced: Bool = false
  ) {
    self.finding = finding
    self.subjects = subjects ?? finding.targets
    self.places = places.union([finding.primary.span])
    self.topSeverity = topSeverity
    self.isMissing = isMissing
    self.isNotChecked = isNotChecked
    self.yields = yields
    self.absences = absences
    self.exemptedBy = exemptedBy
    self.named = named
    self.isEnforced = isEnforced
  }
}
