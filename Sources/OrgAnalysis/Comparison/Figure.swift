/// A number that tells how complex an organization is, before and after a change.
package struct Figure: Hashable, Sendable {
  package var name: Name

  /// The decision whose longest way it is, as a position in the head; -1 for any other figure.
  package var decision: Int32 = -1
  package var before: Int
  package var after: Int

  /// What is counted.
  package enum Name: String, CaseIterable, Sendable {
    case people, layers, span, hands, approvals, pocketDepth = "pocket-depth"
    case conflicts, dottedLines = "dotted-lines"

    /// Whether more of it is more complexity; more people alone are not.
    package var isComplexity: Bool { self != .people && self != .span }
  }

  /// Whether the change made the organization more complex in this regard.
  package var rose: Bool { name.isComplexity && after > before }

  /// Whether it belongs to the complexity of the whole; the approvals of one decision do not, for
  /// those of all are counted.
  package var isTotal: Bool { name.isComplexity && (name != .approvals || decision < 0) }
}
