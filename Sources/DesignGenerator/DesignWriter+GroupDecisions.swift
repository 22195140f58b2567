extension DesignWriter {
  /// Writes the two decisions about a product.
  mutating func writeDecisions(_ group: GroupPlan, _ seed: UInt64) {
    var random = SplitMix64(seed: seed, part: group.index, section: 4)
    let decide = "{ by: po, as: decide }"
    decision(
      "\(group.product)-release",
      [("type", "release")],
      group,
      requester: "tl",
      group.defect == .pathTooDeep
        ? [
          "{ by: po, as: approve }", "{ by: \(group.areaHead), as: approve }",
          "{ by: security, as: agree, grounds: security }", decide,
        ]
        : [decide],
      block: random.once(in: 2)
    )
    decision(
      "\(group.product)-pricing",
      [("type", "pricing"), ("class", "strategic")],
      group,
      requester: "po",
      [
        "{ by: tl, as: input }", "{ by: pocket-owner(1), as: approve }",
        "{ by: pocket-owner, as: decide }",
      ],
      block: random.once(in: 2)
    )
  }

  private mutating func decision(
    _ id: String,
    _ fields: [(String, String)],
    _ group: GroupPlan,
    requester: String,
    _ steps: [String],
    block: Bool
  ) {
    let scope = [("scope", "{ products: [\(group.product)] }"), ("requester", requester)]
    guard block else {
      return entry(
        id,
        fields + scope + [("steps", "[\(steps.joined(separator: ", "))]")]
      )
    }
    entry(id, block: true, fields + scope)
    line("    steps:")
    for step in steps {
      line("      - \(step)")
    }
  }

  /// Writes who looks after the tools and the architecture of a group.
  mutating func writeStewardships(_ group: GroupPlan) {
    let scope = ("scope", "{ products: [\(group.product)] }")
    entry(
      "\(group.product)-pipeline",
      [
        ("kind", "tool"), ("steward", group.teamLead(3)), scope,
        ("measures", "[\(group.product)-pipeline-satisfaction]"),
      ]
    )
    entry(
      "\(group.product)-architecture",
      [
        ("kind", "architecture"), ("steward", group.lead), scope,
        ("measures", "[\(group.changeFailureRate)]"),
      ]
    )
  }
}
