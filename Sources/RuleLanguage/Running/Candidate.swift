package import Diagnostics
package import SourceText

/// A finding of a rule before configuration, stage, suppression and the contract of one cause.
package struct Candidate: Sendable {
  package var finding: Diagnostic

  /// The targets, with who acts in a seat in place of the seat.
  package var subjects: [String]

  /// What it speaks of beside its targets: findings may yield to it over that.
  package var about: [String]

  /// Every place it stands for: its own, and those of what is told along with it.
  package var places: Set<SourceSpan>

  /// The severity that the rule gives it, before profile, configuration and stage.
  package let ownSeverity: Severity

  /// The rule's greatest severity, which a configured one replaces.
  package var topSeverity: Severity

  /// Whether it says that something is not there yet.
  package var isMissing: Bool

  /// Whether it is no finding and says what was not checked: `what` in the message, `why` beside.
  package var isNotChecked: Bool

  /// Whether one finding takes its place where nothing in the design has what is asked for.
  package var canBeNowhere: Bool

  /// The findings whose place it takes, because nothing has what they ask for; empty for others.
  package var members: [Candidate] = []

  /// The findings that make it needless.
  package var yields: [Yield]

  /// The id of a rule that speaks instead wherever it is on; empty for none.
  package var leftTo: String

  /// The fields whose absence it speaks of.
  package var absences: [RuleVariant.Absence]

  /// What waivers name that took every pair out of a conflict; they hide it as its targets do.
  package var exemptedBy: [String]

  /// Whether nothing in the design silences it.
  package var isEnforced: Bool

  /// A finding that makes it needless.
  package struct Yield: Sendable {
    package var terms: RuleVariant.Yield

    /// What such findings must speak of, all of it; nil where one is enough.
    package var all: Set<String>?
  }

  /// Everything it speaks of, each once and in order.
  package var spokenOf: [String] {
    var seen: Set<String> = []
    return (finding.targets + subjects + about).filter { seen.insert($0).inserted }
  }

  /// Whether a target is a seat that somebody acts in.
  package var isAboutSeat: Bool { subjects != finding.targets }

  package init(
    finding: Diagnostic,
    subjects: [String]? = nil,
    about: [String] = [],
    places: Set<SourceSpan> = [],
    topSeverity: Severity,
    isMissing: Bool = false,
    isNotChecked: Bool = false,
    canBeNowhere: Bool = false,
    yields: [Yield] = [],
    leftTo: String = "",
    absences: [RuleVariant.Absence] = [],
    exemptedBy: [String] = [],
    isEnforced: Bool = false
  ) {
    self.finding = finding
    self.subjects = subjects ?? finding.targets
    self.about = about
    self.places = places.union([finding.primary.span])
    ownSeverity = finding.severity
    self.topSeverity = topSeverity
    self.isMissing = isMissing
    self.isNotChecked = isNotChecked
    self.canBeNowhere = canBeNowhere
    self.yields = yields
    self.leftTo = leftTo
    self.absences = absences
    self.exemptedBy = exemptedBy
    self.isEnforced = isEnforced
  }
}
