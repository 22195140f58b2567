/// The defects that are planted, by the rule that finds them.
enum DefectKind: String, CaseIterable {
  case ownerMissing = "po-missing"
  case leadMissing = "tl-missing"
  case pocketsOverlap = "pnl-overlap"
  case pathTooDeep = "dec-path-too-deep"
  case directConflict = "inc-direct-conflict"
  case leverConflict = "inc-lever-conflict"
  case referenceUnresolved = "ref-unresolved"
  case weightsNot100 = "inc-weights-not-100"
  case stewardVacant = "hyg-role-vacant"
  case teamTooLarge = "str-team-too-large"

  /// Returns the finding that this defect gives in a product group.
  func finding(in group: GroupPlan) -> PlantedDefect {
    let target =
      switch self {
      case .ownerMissing, .leadMissing, .pocketsOverlap: "product/\(group.product)"
      case .pathTooDeep: "decision/\(group.product)-release"
      case .directConflict: "metric/\(group.releaseFrequency)"
      case .leverConflict: "metric/\(group.product)-contribution"
      case .referenceUnresolved: "person/\(group.engineer(1))"
      case .weightsNot100: "person/\(group.owner)"
      case .stewardVacant: "person/\(group.teamLead(3))"
      case .teamTooLarge: "unit/\(group.team(2))"
      }
    return PlantedDefect(rule: rawValue, target: target)
  }
}
