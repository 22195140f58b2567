extension DesignWriter {
  /// Writes the file of a division, section by section.
  mutating func write(_ division: DivisionPlan, _ plan: DesignPlan) {
    let groups = Array(plan.groups(of: division))
    startFile(comment: "Division \(division.index + 1).")
    section("people")
    writePeople(division, plan.seed)
    for group in groups { writePeople(group, plan.seed) }
    section("units")
    writeUnits(division)
    for group in groups { writeUnits(group, plan.seed) }
    section("products")
    for group in groups { writeProduct(group, plan.seed) }
    section("pockets")
    writePockets(division)
    for group in groups {
      let next = plan.defect(ofGroup: group.index + 1)
      writePocket(group, coversNext: next == .pocketsOverlap)
    }
    section("metrics")
    writeMetrics(division)
    for group in groups { writeMetrics(group) }
    section("incentives")
    writeIncentives(division)
    for group in groups { writeIncentives(group) }
    if groups.contains(where: \.declaresTradeoff) {
      section("tradeoffs")
      for group in groups where group.declaresTradeoff { writeTradeoff(group) }
    }
    section("decisions")
    for group in groups { writeDecisions(group, plan.seed) }
    section("stewardships")
    writeStewardship(division)
    for group in groups { writeStewardships(group) }
    section("initiatives")
    writeInitiative(division, groups.prefix(3))
  }

  private mutating func writePeople(_ division: DivisionPlan, _ seed: UInt64) {
    var random = SplitMix64(seed: seed, part: -2 - division.index, section: 0)
    entry(
      division.head,
      [
        ("name", WordLists.name(&random)), ("title", "Division head"), ("reports_to", "ceo"),
        ("unit", division.id),
        ("archetype", Archetype.name(reports: division.areas + division.staff)),
      ]
    )
    for area in 0..<division.areas {
      let id = division.areaID(area)
      entry(
        "\(id)-head",
        [
          ("name", WordLists.name(&random)), ("title", "Area head"),
          ("reports_to", division.head), ("unit", id),
          ("archetype", Archetype.name(reports: 2 * division.groupCount(ofArea: area))),
        ]
      )
    }
    for number in 0..<division.staff {
      entry(
        "\(division.id)-staff-\(number + 1)",
        [
          ("name", WordLists.name(&random)), ("reports_to", division.head), ("unit", division.id),
        ]
      )
    }
  }

  private mutating func writeUnits(_ division: DivisionPlan) {
    entry(division.id, [("kind", "division"), ("lead", division.head)])
    for area in 0..<division.areas {
      let id = division.areaID(area)
      entry(id, [("kind", "department"), ("parent", division.id), ("lead", "\(id)-head")])
    }
  }

  private mutating func writePockets(_ division: DivisionPlan) {
    entry(
      "\(division.id)-pnl",
      [
        ("parent", "group-pnl"), ("owner", division.head),
        ("results", "[\(division.id)-contribution]"),
      ]
    )
    for area in 0..<division.areas {
      let id = division.areaID(area)
      entry(
        "\(id)-pnl",
        [
          ("parent", "\(division.id)-pnl"), ("owner", "\(id)-head"),
          ("results", "[\(id)-contribution]"),
        ]
      )
    }
  }

  private mutating func writeMetrics(_ division: DivisionPlan) {
    func result(_ id: String, drives above: String) {
      entry(
        "\(id)-contribution",
        [("level", "business"), ("good", "up"), ("drives", "{ \(above): raises }")]
      )
    }
    result(division.id, drives: "group-profit")
    for area in 0..<division.areas {
      result(division.areaID(area), drives: "\(division.id)-contribution")
    }
    entry(
      "\(division.id)-methods-satisfaction",
      [
        ("level", "satisfaction"), ("good", "up"), ("controllable_by", "[\(division.steward)]"),
        ("drives", "{ \(division.id)-contribution: raises }"),
      ]
    )
  }

  private mutating func writeIncentives(_ division: DivisionPlan) {
    func goal(_ holder: String, _ metric: String) {
      list(holder, ["{ metric: \(metric), direction: increase, weight: 100 }"])
    }
    goal(division.head, "\(division.id)-contribution")
    for area in 0..<division.areas {
      let id = division.areaID(area)
      goal("\(id)-head", "\(id)-contribution")
    }
    goal(division.steward, "\(division.id)-methods-satisfaction")
  }

  private mutating func writeStewardship(_ division: DivisionPlan) {
    entry(
      "\(division.id)-methods",
      [
        ("kind", "method"), ("steward", division.steward), ("scope", "{ units: [\(division.id)] }"),
        ("measures", "[\(division.id)-methods-satisfaction]"),
      ]
    )
  }

  private mutating func writeInitiative(
    _ division: DivisionPlan,
    _ groups: ArraySlice<GroupPlan>
  ) {
    let products = groups.map(\.product).joined(separator: ", ")
    let anchors = groups.map { ($0.product, $0.lead) }
    entry(
      "\(division.id)-reliability",
      block: true,
      [
        ("kind", "quality"), ("sponsor", division.head), ("scope", "{ products: [\(products)] }"),
        ("anchors", Self.flow(anchors)), ("until", "2036-12-31"),
      ]
    )
  }
}
