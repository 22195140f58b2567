/// What a pair of goals amounts to for holders of one coupling strength.
struct ConflictVerdict: Sendable {
  var severity: ConflictSeverity
  var layer: InfluenceLayer

  /// The first contest that has the severity.
  var contest: Contest

  /// How many further contests its layer has.
  var further: Int32

  /// What a pair of goals amounts to by strength, weakest first; nil for no finding.
  typealias ByStrength = [ConflictVerdict?]
}

extension ConflictSearch {
  /// Returns the greatest severity of two goals over all layers and contests, and its first place.
  mutating func verdicts(
    _ first: Goal,
    _ second: Goal,
    scopesMeet: Bool,
    _ layers: [InfluenceLayer]
  ) -> ConflictVerdict.ByStrength {
    var verdicts = ConflictVerdict.ByStrength(repeating: nil, count: 3)
    for layer in layers {
      let frontier = frontier(first, second, layer, scopesMeet: scopesMeet)
      for contest in frontier {
        for strength in Coupling.Strength.allCases {
          guard let severity = ConflictSeverity.found(contest, in: layer, strength) else {
            continue
          }
          if let known = verdicts[Int(strength.rawValue)], known.severity >= severity { continue }
          verdicts[Int(strength.rawValue)] = ConflictVerdict(
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
