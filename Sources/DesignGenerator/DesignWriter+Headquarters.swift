extension DesignWriter {
  /// Writes what no division has: the top, the root pocket, and shared metrics.
  mutating func writeHeadquarters(_ plan: DesignPlan) {
    var random = SplitMix64(seed: plan.seed, part: -1, section: 0)
    startFile(comment: "The top of the organization.")
    line("organization: { name: Generated, stage: approved }")
    section("people")
    let reports = plan.divisions.count + DesignPlan.headquartersPeople - 1
    let archetype = Archetype.name(reports: reports)
    entry(
      "ceo",
      [
        ("name", WordLists.name(&random)), ("title", "Chief executive officer"),
        ("unit", "headquarters"), ("archetype", archetype),
      ]
    )
    for (id, title) in [
      ("cfo", "Chief financial officer"), ("counsel", "General counsel"),
      ("security", "Head of information security"),
    ] {
      entry(
        id,
        [
          ("name", WordLists.name(&random)), ("title", title), ("reports_to", "ceo"),
          ("unit", "headquarters"),
        ]
      )
    }
    section("units")
    entry("headquarters", [("kind", "function"), ("lead", "ceo")])
    section("pockets")
    entry(
      "group-pnl",
      [("owner", "ceo"), ("kind", "profit"), ("primary", "true"), ("results", "[group-profit]")]
    )
    section("metrics")
    entry("group-profit", [("level", "business"), ("good", "up")])
    for pool in 0..<plan.pools {
      writePool(pool, plan)
    }
    section("incentives")
    list("ceo", ["{ metric: group-profit, direction: increase, weight: 100 }"])
  }

  private mutating func writePool(_ pool: Int, _ plan: DesignPlan) {
    let first = pool * DesignPlan.poolProducts
    let last = min(first + DesignPlan.poolProducts, plan.groups)
    let id = "pool-\(pool + 1)"
    line("  \(id)-availability:")
    line("    level: process")
    line("    good: up")
    line("    drives:")
    for index in first..<last {
      line("      \(GroupPlan.product(index))-activation: raises")
    }
    entry(
      "\(id)-change-failure-rate",
      [("level", "process"), ("good", "down"), ("drives", "{ \(id)-availability: lowers }")]
    )
    entry(
      "\(id)-release-frequency",
      [("level", "process"), ("counter", "[\(id)-change-failure-rate]")]
    )
  }
}
