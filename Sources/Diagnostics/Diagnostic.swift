package import SourceText

/// One problem, ready to be shown: what is wrong, where, why it matters and what would help.
///
/// Message, why and help begin in lower case and have no final period.
package struct Diagnostic: Hashable, Sendable {
  /// The id of the rule, `po-missing`, or of the reader's own diagnostic, `yaml-syntax`.
  package var rule: String

  /// The name of the rule's variant; empty for its first message.
  package var variant: String
  package var severity: Severity
  package var message: String
  package var why: String?
  package var help: String?

  /// The place the finding is about; `primary.text` labels the underline.
  package var primary: Label

  /// Other places involved, in the order to be read.
  package var related: [Label]

  /// Whether the related places are steps in order, as of a cycle or a decision path.
  package var relatedAreSteps: Bool

  /// What the finding is about, the first one before all: `product/app`.
  package var targets: [String]

  /// What tells two findings of one rule on one target apart; never a set.
  package var discriminator: String

  /// Whether all targets, sorted, belong to the identity, and not the first alone.
  package var identifiesAllTargets: Bool

  /// The set the finding is about, kept beside its identity; sorted.
  package var elements: [String]

  /// How many findings are not listed because this one is their cause.
  package var hides: Int

  /// Whether the finding is new against a base or a baseline; nil without one.
  package var status: Status?

  /// The edits that brought a new finding about, in words; empty where that is not known.
  package var causes: [String] = []

  /// Where the first of these edits stands; nil where nothing stands there any more.
  package var changedPlace: SourceSpan?

  /// Whether a finding was there before a change.
  package enum Status: String, Hashable, Sendable {
    case new, existing
  }

  package init(
    rule: String,
    variant: String = "",
    severity: Severity,
    message: String,
    why: String? = nil,
    help: String? = nil,
    primary: Label,
    related: [Label] = [],
    targets: [String],
    discriminator: String = "",
    identifiesAllTargets: Bool = false,
    elements: [String] = [],
    hides: Int = 0,
    status: Status? = nil,
    relatedAreSteps: Bool = false
  ) {
    self.rule = rule
    self.variant = variant
    self.severity = severity
    self.message = message
    self.why = why
    self.help = help
    self.primary = primary
    self.related = related
    self.targets = targets
    self.discriminator = discriminator
    self.identifiesAllTargets = identifiesAllTargets
    self.elements = elements
    self.hides = hides
    self.status = status
    self.relatedAreSteps = relatedAreSteps
  }

  /// The first target, `organization` where there is none.
  package var target: String { targets.first ?? "organization" }
}
