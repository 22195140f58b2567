extension DesignWriter {
  /// Writes the metrics of a product: one chain from quality in production to the result.
  ///
  /// Nothing else leads to a result, so that the paths below the top stay within what a search
  /// may visit at a million people.
  mutating func writeMetrics(_ group: GroupPlan) {
    let id = group.product
    metric("\(id)-contribution", "business", ["\(group.area)-contribution: raises"])
    metric(
      "\(id)-revenue",
      "business",
      ["\(id)-contribution: { effect: raises, confidence: verified }"]
    )
    metric(
      "\(id)-activation",
      "product",
      controllers: [group.owner, group.team(1)],
      ["\(id)-revenue: { effect: raises, confidence: correlated }"]
    )
    metric("\(id)-pipeline-satisfaction", "satisfaction", [])
    if group.shape == .ordinary {
      writeQualityMetrics(group)
    }
    if group.defect == .leverConflict {
      writeLeverMetrics(group)
    }
  }

  private mutating func writeQualityMetrics(_ group: GroupPlan) {
    metric(
      group.availability,
      "process",
      controllers: [group.lead],
      ["\(group.product)-activation: raises"]
    )
    metric(
      group.changeFailureRate,
      "process",
      good: "down",
      controllers: [group.lead, group.team(2)],
      ["\(group.availability): { effect: lowers, confidence: verified }"]
    )
    let opposed = [("opposes", "[\(group.changeFailureRate)]")]
    entry(
      group.releaseFrequency,
      [("level", "process"), ("counter", "[\(group.changeFailureRate)]")]
        + (group.declaresTradeoff ? opposed : [])
    )
  }

  private mutating func writeLeverMetrics(_ group: GroupPlan) {
    metric(
      "\(group.product)-discount",
      "process",
      good: nil,
      controllers: [group.team(4)],
      [
        "\(group.product)-orders: { effect: raises, confidence: verified }",
        "\(group.product)-contribution: { effect: lowers, confidence: verified }",
      ]
    )
    metric("\(group.product)-orders", "process", [])
  }

  private mutating func metric(
    _ id: String,
    _ level: String,
    good: String? = "up",
    controllers: [String] = [],
    _ drives: [String]
  ) {
    var fields = [("level", level)]
    if let good { fields.append(("good", good)) }
    if !controllers.isEmpty {
      fields.append(("controllable_by", "[\(controllers.joined(separator: ", "))]"))
    }
    if !drives.isEmpty { fields.append(("drives", "{ \(drives.joined(separator: ", ")) }")) }
    entry(id, block: drives.count > 1, fields)
  }

  /// Writes the scorecards of the owner, the technology lead, a steward and the teams.
  mutating func writeIncentives(_ group: GroupPlan) {
    let speed = group.defect == .weightsNot100 ? 20 : 30
    list(
      group.owner,
      [
        goal("\(group.product)-contribution", weight: 40),
        goal("\(group.product)-activation", weight: 30),
        goal(group.releaseFrequency, weight: speed),
      ]
    )
    let against = [goal(group.releaseFrequency, "decrease", weight: 10)]
    list(
      group.lead,
      [
        goal(group.availability, weight: 60),
        goal(
          group.changeFailureRate,
          "decrease",
          weight: group.defect == .directConflict ? 30 : 40
        ),
      ] + (group.defect == .directConflict ? against : [])
    )
    if group.defect != .stewardVacant {
      list(group.teamLead(3), [goal("\(group.product)-pipeline-satisfaction", weight: 100)])
    }
    writeTeamIncentives(group)
  }

  private mutating func writeTeamIncentives(_ group: GroupPlan) {
    func team(_ number: Int, _ metric: String, _ direction: String = "increase") {
      let setters = "set_by: [\(group.owner), \(group.lead)]"
      list(
        group.team(number),
        ["{ metric: \(metric), direction: \(direction), \(setters) }"]
      )
    }
    team(1, "\(group.product)-activation")
    switch group.shape {
    case .ordinary:
      team(2, group.changeFailureRate, "decrease")
    case .generic:
      team(2, group.availability)
      team(3, group.availability)
      if group.defect != .leverConflict { team(4, group.availability) }
    }
    if group.defect == .leverConflict {
      team(4, "\(group.product)-orders")
    }
  }

  private func goal(_ metric: String, _ direction: String = "increase", weight: Int) -> String {
    "{ metric: \(metric), direction: \(direction), weight: \(weight) }"
  }

  /// Writes how speed and stability are balanced in a group.
  mutating func writeTradeoff(_ group: GroupPlan) {
    entry(
      "\(group.product)-speed",
      block: true,
      [
        ("between", "[\(group.releaseFrequency), \(group.changeFailureRate)]"),
        ("policy", "error budget of the quarter"), ("arbiter", group.areaHead),
        ("review_by", "2036-12-31"),
      ]
    )
  }
}
