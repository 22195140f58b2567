/// The conflicts that make one finding: of one kind, on the same two metrics, with one witness; of
/// peers those with one manager and witness, whatever their metrics.
package struct ConflictGroup: Hashable, Sendable {
  package var kind: Conflict.Kind

  /// The two metrics, the smaller id first; both are one where the goals are on one metric, and the
  /// witness where there are many.
  package var firstMetric: Int32
  package var secondMetric: Int32

  /// What is contested; -1 for what needs no lever.
  package var witness: Int32

  /// The common manager of peers, by identity; -1 for others.
  package var manager: Int32

  /// The positions of its conflicts in `ConflictFacts.conflicts`, by the ids of the holders.
  package var pairs: Range<Int>

  /// The position of the one its message speaks of: the first of the greatest severity.
  package var printed: Int

  /// How many pairs are left when waivers have taken theirs out; all count where none is.
  package var remaining: Int

  package var isTakenOut: Bool { remaining == 0 }
}
