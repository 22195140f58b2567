package import SourceText

/// Two goals that pull against each other, in words, for whoever asks about conflicts.
package struct ConflictAnswer: Sendable {
  package var first: Side
  package var second: Side

  /// Direct, target, declared, side-effect or lever.
  package var kind: String

  /// Info, warning or error, after what eases it.
  package var severity: String

  /// The word of the settings, and how messages say it.
  package var coupling: String
  package var couplingWords: String

  /// The id of what both need moved in opposite directions; nil where nothing is needed.
  package var witness: String?

  /// Whether one of the two also loses by what it needs.
  package var isAmbiguous: Bool

  /// The least confidence on the way to both goals; nil where no influence is needed.
  package var confidence: String?

  /// What eases it, each in words.
  package var mitigations: [String]

  /// The id of who could arbitrate, and whether that person is measured on what both drive.
  package var manager: String?
  package var managerHolds: Bool

  /// The trade-off that covers it, what keeps that from holding, and whether it holds.
  package var tradeoff: Tradeoff?

  /// How many further levers are contested.
  package var further: Int

  /// Whether a waiver takes the pair out of its finding.
  package var isWaived: Bool

  /// Whose only lever is contested, in words; nil where both have others.
  package var onlyLever: String?

  /// One of the two goals, and how what is contested leads to it.
  package struct Side: Sendable {
    /// `incentive/ana/nps`.
    package var incentive: String

    /// `person/ana` and `metric/nps`.
    package var holder: String
    package var metric: String

    /// Increase, decrease or maintain.
    package var direction: String
    package var place: SourceSpan

    /// The holder as messages name it.
    package var holderShown: String

    /// The chain in words: `discount-rate down → gross-margin up`.
    package var words: String
    package var chain: [Link]
  }

  /// An influence on the way.
  package struct Link: Sendable {
    package var source: String
    package var target: String
    package var effect: String
    package var confidence: String
    package var evidence: String?
    package var place: SourceSpan
  }

  /// The trade-off that is declared between the two.
  package struct Tradeoff: Sendable {
    package var id: String
    package var policy: String?
    package var arbiter: String?
    package var reviewBy: String?
    package var faults: [String]
    package var holds: Bool
  }
}
