package import Diagnostics

/// One condition of a rule with its own words.
package struct RuleVariant: Sendable {
  /// Empty for a rule's first message.
  package var name = ""

  /// Whether the name belongs to the identity of a finding.
  package var isNameInIdentity = true

  /// The name as a finding has it.
  package var identityName: String { isNameInIdentity ? name : "" }

  /// The kind of thing it looks at, once each.
  package var kind = ""

  /// One candidate for every element of the list, bound to the name.
  package var each: NamedExpression?

  /// Named values, each of which may use those above it.
  package var lets: [NamedExpression] = []
  package var when: ExpressionSource?
  package var flag: ExpressionSource?
  package var severity: Severity?
  package var conditionalSeverities: [ConditionalSeverity] = []

  /// Whether a finding says that something is not there yet.
  package var isMissing = false

  /// Whether it finds nothing wrong and says what the rule leaves out.
  package var isNotChecked = false
  package var targets: [ExpressionSource] = []

  /// Whether all targets belong to the identity.
  package var isPair = false
  package var identity: ExpressionSource?
  package var elements: ExpressionSource?

  /// What a finding speaks of beside its targets, for others that yield to it over that.
  package var about: ExpressionSource?
  package var place: ExpressionSource?
  package var label: TextTemplate?
  package var related: [RelatedPlace] = []

  /// Whether the related places are steps to be read in order.
  package var relatedAreSteps = false

  /// Of the candidates of one identity the one with the greatest numbers is reported.
  package var worst: [ExpressionSource] = []

  /// What the elements that the message does not speak of are called in `{more}`.
  package var moreNoun = "product"

  /// The sections or facts without which the variant is silent.
  package var needs: [String] = []
  package var yields: [Yield] = []

  /// The id of a rule that speaks instead wherever the configuration has it on; empty for none.
  package var leftTo: ExpressionSource?
  package var absences: [Absence] = []

  /// What takes the place of all findings where nothing that is asked has what is asked for.
  package var nowhere: Nowhere?
  package var message: TextTemplate?
  package var why: TextTemplate?
  package var help: TextTemplate?

  /// An expression with the name it is bound to.
  package struct NamedExpression: Hashable, Sendable {
    package var name: String
    package var expression: ExpressionSource
  }

  /// A severity, and when it holds.
  package struct ConditionalSeverity: Sendable {
    package var condition: ExpressionSource
    package var severity: Severity
  }

  /// A further place that a finding points at.
  package struct RelatedPlace: Sendable {
    package var each: NamedExpression?
    package var condition: ExpressionSource?
    package var place: ExpressionSource
    package var label: TextTemplate?

    /// Whether it is a step of a way, among places that are none.
    package var isStep = false
  }

  /// A finding that makes this one needless.
  package struct Yield: Sendable {
    package var rule: String

    /// The other rule's variant; nil for any.
    package var variant: String?
    package var same: Sameness

    /// Whether only the elements that both have are dropped.
    package var dropsElements: Bool

    /// Whether the other finding counts whatever its severity.
    package var ignoresSeverity: Bool

    /// What other findings must speak of, all of it, to make this one needless; nil where one
    /// finding is enough.
    package var all: ExpressionSource?
  }

  /// What two findings have in common.
  package enum Sameness: String, CaseIterable, Hashable, Sendable {
    case target, anyTarget = "any-target", targets, place, step
  }

  /// The one finding of a rule that would flag everything it asks: one decision is open, not many.
  package struct Nowhere: Sendable {
    /// What counts as having it beside not being flagged.
    package var has: ExpressionSource?
    package var message: TextTemplate
    package var why: TextTemplate?
    package var help: TextTemplate?

    /// The name of the variant that it is.
    package static let name = "nowhere"

    /// Fewer things than this say nothing about the whole.
    package static let least = 5
  }

  /// The field whose absence the variant speaks of.
  package struct Absence: Hashable, Sendable {
    package var field: String
  }
}
