extension DesignWriter {
  /// Writes the thirty people of a product group.
  mutating func writePeople(_ group: GroupPlan, _ seed: UInt64) {
    var random = SplitMix64(seed: seed, part: group.index, section: 1)
    line("  # \(group.product)")
    for (id, title) in [(group.owner, "Product owner"), (group.lead, "Technology lead")] {
      var fields = [
        ("name", WordLists.name(&random)), ("title", title), ("reports_to", group.areaHead),
        ("unit", group.unit), ("grade", "8"),
      ]
      if id == group.lead {
        fields.append(("archetype", Archetype.name(reports: GroupPlan.teams.count)))
      }
      entry(id, block: random.once(in: 3), fields)
    }
    for team in GroupPlan.teams {
      writeTeam(team, of: group, &random)
    }
  }

  private mutating func writeTeam(
    _ team: Int,
    of group: GroupPlan,
    _ random: inout SplitMix64
  ) {
    let isVacant = group.defect == .stewardVacant && team == 3
    let seat = [("vacant", "true"), ("since", "2026-01-15")]
    entry(
      group.teamLead(team),
      block: random.once(in: 4),
      (isVacant ? seat : [("name", WordLists.name(&random))]) + [
        ("reports_to", group.lead), ("unit", group.team(team)), ("grade", "7"),
        ("archetype", Archetype.name(reports: GroupPlan.engineersPerTeam)),
      ]
    )
    for number in 1...GroupPlan.engineersPerTeam {
      let id = group.engineer((team - 1) * GroupPlan.engineersPerTeam + number)
      var fields = [
        ("name", WordLists.name(&random)), ("reports_to", group.teamLead(team)),
        ("unit", group.team(team)), ("grade", "\(4 + random.below(3))"),
      ]
      if random.once(in: 3) { fields.append(("discipline", "engineering")) }
      if group.defect == .referenceUnresolved, id == group.engineer(1) {
        fields.append(("dotted", "[\(group.product)-plo]"))
      }
      entry(id, block: random.once(in: 6), fields)
    }
  }

  /// Writes the unit of a product group and its teams.
  mutating func writeUnits(_ group: GroupPlan, _ seed: UInt64) {
    var random = SplitMix64(seed: seed, part: group.index, section: 2)
    entry(
      group.unit,
      [("kind", "product-group"), ("parent", group.area), ("lead", group.owner)]
    )
    for team in GroupPlan.teams {
      var fields = [
        ("kind", "team"), ("type", "stream-aligned"), ("parent", group.unit),
        ("lead", group.teamLead(team)), ("builds", "[\(group.product)]"),
      ]
      if group.defect == .teamTooLarge, team == 2 {
        fields.append(("headcount", "12"))
      }
      entry(group.team(team), block: random.once(in: 4), fields)
    }
  }

  /// Writes the product of a group.
  mutating func writeProduct(_ group: GroupPlan, _ seed: UInt64) {
    var random = SplitMix64(seed: seed, part: group.index, section: 3)
    var fields = [("unit", group.unit), ("stage", "live")]
    if group.defect != .ownerMissing { fields.append(("product_owner", group.owner)) }
    if group.defect != .leadMissing { fields.append(("technology_lead", group.lead)) }
    entry(group.product, block: random.once(in: 2), fields)
  }

  /// Writes the pocket of a product, which in a defect covers the product of the next group too.
  mutating func writePocket(_ group: GroupPlan, coversNext: Bool) {
    let next = coversNext ? ", \(GroupPlan.product(group.index + 1))" : ""
    entry(
      group.pocket,
      [
        ("parent", "\(group.area)-pnl"), ("owner", group.owner),
        ("covers", "{ products: [\(group.product)\(next)] }"),
        ("results", "[\(group.product)-contribution]"),
      ]
    )
  }
}
