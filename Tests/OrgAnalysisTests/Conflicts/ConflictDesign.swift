import OrgModel

@testable import OrgAnalysis

/// A design with its conflicts, and short texts for what they say.
struct ConflictDesign {
  let design: Design
  let influence: InfluenceFacts
  let conflicts: ConflictFacts

  init(
    _ yaml: String,
    settings: Settings = Settings(),
    ways: ConflictFinder.Ways = .fewer
  ) {
    let design = Design(yaml, settings: settings)
    let influence = InfluenceFacts(design.facts)
    self.design = design
    self.influence = influence
    conflicts = ConflictFacts(
      design.facts,
      influence,
      CouplingFacts(design.facts),
      [],
      ways: ways
    )
  }

  private var incentives: [Incentive] { design.facts.incentives.list }

  func metric(_ index: Int32) -> String {
    index < 0 ? "-" : design.graph.id(EntityRef(.metric, Int(index)))
  }

  func holder(_ incentive: Int32) -> String {
    let holder = incentives[Int(incentive)].holder
    return design.graph.id(design.facts.incentives.holders[Int(holder)])
  }

  /// The incentive of a holder on a metric; a wrong one stops the test.
  func incentive(_ holder: String, _ metric: String? = nil) -> Int32 {
    let found = incentives.indices.first {
      self.holder(Int32($0)) == holder
        && (metric == nil || self.metric(incentives[$0].metric) == metric)
    }
    guard let found else { preconditionFailure("\(holder) holds no such incentive") }
    return Int32(found)
  }

  /// The first contest of two holders' first incentives in a layer, as text; nil where none is.
  func first(
    _ holder: String,
    _ other: String,
    _ layer: InfluenceLayer = .all,
    scopesMeet: Bool = true
  ) -> String? {
    contests(holder, other, layer, scopesMeet: scopesMeet).first
  }

  func contests(
    _ holder: String,
    _ other: String,
    _ layer: InfluenceLayer = .all,
    scopesMeet: Bool = true
  ) -> [String] {
    let goals = [holder, other].map { name in
      let entry = incentives[Int(incentive(name))]
      return Goal(metric: entry.metric, direction: entry.direction.sign)
    }
    var search = conflicts.newSearch()
    return search.frontier(goals[0], goals[1], layer, scopesMeet: scopesMeet).map(text)
  }

  func text(_ contest: Contest) -> String {
    let confidence = ["hypothesized", "correlated", "verified"][Int(contest.confidence)]
    return "\(contest.kind.name) at \(metric(contest.metric)) "
      + (contest.sign > 0 ? "up, down" : "down, up")
      + (contest.isAmbiguous ? ", ambiguous" : "") + ", \(confidence)"
  }

  /// Every finding: its kind, metrics and witness, severity, and its pairs.
  var findings: [String] {
    conflicts.groups.map { group in
      let pairs = conflicts.conflicts[group.pairs].map(text).joined(separator: ", ")
      return "\(group.kind.name) \(metric(group.firstMetric)) \(metric(group.secondMetric)) "
        + "\(metric(group.witness)): \(pairs)"
    }
  }

  private func text(_ conflict: Conflict) -> String {
    "\(holder(conflict.first)) × \(holder(conflict.second)) \(conflict.severity)"
  }
}
