/// How much a conflict matters, least first.
package enum ConflictSeverity: UInt8, CaseIterable, Comparable, Sendable {
  case info, warning, error

  package static func < (first: ConflictSeverity, second: ConflictSeverity) -> Bool {
    first.rawValue < second.rawValue
  }

  /// One step less; info stays.
  var lowered: ConflictSeverity {
    self == .error ? .warning : .info
  }

  /// Returns what a conflict found in a layer amounts to; nil where it is only to be listed.
  static func found(
    _ contest: Contest,
    in layer: InfluenceLayer,
    _ row: Coupling.Row
  ) -> ConflictSeverity? {
    // What only a common manager ties is told where it is plain.
    if row == .peers, contest.isAmbiguous || layer == .all && contest.length > 2 { return nil }
    let isWeak = row == .weak
    if contest.isAmbiguous || layer == .all { return isWeak ? nil : .info }
    if contest.kind == .lever, layer == .correlated {
      return isWeak ? nil : row == .strong ? .warning : .info
    }
    return isWeak ? .info : .warning
  }

  /// Returns what is declared to be a conflict amounts to.
  static func declared(_ kind: Conflict.Kind, _ strength: Coupling.Strength) -> ConflictSeverity {
    let isWeak = strength == .weak
    if kind == .declaredSplit { return isWeak ? .info : .warning }
    return isWeak ? .warning : .error
  }
}
