import Synchronization

/// The steps that a rule may take over a whole design, shared by all that work on it.
///
/// Whether they suffice depends on the design and the rule alone, and not on who counts first: what
/// a rule takes is the sum over its objects, and beyond the limit nothing of what it found counts.
package final class StepBudget: Sendable {
  package let limit: Int
  private let taken = Atomic(0)

  package init(limit: Int) { self.limit = limit }

  /// The limit where the configuration says nothing: a thousand steps for each entry of a design,
  /// ten values counted as one, and enough for a rule to look into everything of a small one.
  package static func standardLimit(ofValues count: Int) -> Int {
    max(10_000_000, count.multipliedReportingOverflow(by: 100).partialValue)
  }

  func take(_ steps: Int) { taken.wrappingAdd(steps, ordering: .relaxed) }

  package var isExhausted: Bool { taken.load(ordering: .relaxed) > limit }
}
