import OrgAnalysis
import OrgModel

/// Whether anything in a design uses what others may lack: asked of many, computed once.
struct DesignUses: Sendable {
  /// Whether anybody has a manager or a unit.
  let hasPlacedPeople: Bool

  /// Whether any team has a parent.
  let hasTeamWithParent: Bool

  /// Whether any unit builds a product.
  let hasBuilds: Bool

  init(_ graph: OrgGraph, _ facts: OrgFacts) {
    hasPlacedPeople =
      facts.people.areLinesDeclared
      || (0..<graph.count(.person)).contains { facts.unit(ofPerson: $0) != nil }
    let units = (0..<graph.count(.unit)).map { EntityRef(.unit, $0) }
    hasTeamWithParent = units.contains {
      facts.units.isTeam[$0.index] && graph.field(.unitParent, of: $0) != nil
    }
    hasBuilds = units.contains { graph.field(.unitBuilds, of: $0) != nil }
  }
}
