/// What a pair of goals amounts to for holders of one row of the table of severities.
struct ConflictVerdict: Sendable {
  var severity: ConflictSeverity
  var layer: InfluenceLayer

  /// The first contest that has the severity.
  var contest: Contest

  /// How many further contests its layer has.
  var further: Int32

  /// What a pair of goals amounts to by the rows of `Coupling.Row`; nil for no finding.
  typealias ByRow = [ConflictVerdict?]
}

extension ConflictSearch {
  /// Returns the greatest severity of two goals over all layers and contests, and its first place.
  mutating func verdicts(
    _ first: Goal,
    _ second: Goal,
    scopesMeet: Bool,
    _ layers: [InfluenceLayer]
  ) -> ConflictVerdict.ByRow {
    var verdicts = ConflictVerdict.ByRow(repeating: nil, count: Coupling.Row.allCases.count)
    for layer in layers {
      let frontier = frontier(first, second, layer, scopesMeet: scopesMeet)
      for contest in frontier {
        for row in Coupling.Row.allCases {
          guard let severity = ConflictSeverity.found(contest, in: layer, row) else { continue }
          if let known = verdicts[Int(row.rawValue)], known.severity >= severity { continue }
          verdicts[Int(row.rawValue)] = ConflictVerdict(
            severity: severity,
            layer: layer,
            contest: contest,
            further: Int32(truncatingIfNeeded: frontier.count - 1)
          )
        }
      }
    }
    return verdicts
  }
}
