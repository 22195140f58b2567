/// How much of a design a section speaks about; a line of the report, not a finding.
package struct Coverage: Hashable, Sendable {
  /// The family of rules that look at it, such as `dec`.
  package let family: String
  package let declared: Int

  /// How many there could be.
  package let of: Int
  package let text: String
}
