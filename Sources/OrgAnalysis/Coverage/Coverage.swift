/// How much of a design a section speaks about; a line of the report, not a finding.
package struct Coverage: Hashable, Sendable {
  /// The family of rules that look at it, such as `dec`.
  package let family: String
  package let declared: Int

  /// How many there could be.
  package let of: Int
  package let text: String

  /// Whether nothing is left to declare, so that a report has no need of the line.
  package var isComplete = false

  /// Whether the numbers are a part and its whole, and not a count among others.
  package var isShare = true
}
