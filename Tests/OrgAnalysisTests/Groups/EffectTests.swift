import OrgAnalysis
import OrgModel
import Testing

@Suite struct EffectTests {
  /// A goal, and what it does to profit over at most 2, 3, 4 and 5 influences.
  @Test(arguments: [
    ("revenue, direction: increase", "++++"),
    ("change-failure-rate, direction: decrease", "  ++"),
    ("cloud-spend, direction: decrease", "++±±"),
    ("new-bookings, direction: increase", "++++"),
    ("gross-margin, direction: increase", "    "),
    ("availability, direction: increase", " +++"),
    ("release-frequency, direction: increase", "+++±"),
    ("churn, direction: increase", "----"),
  ])
  func `effects on profit depend on how far one looks`(goal: String, effects: String) {
    for (longest, effect) in zip(2...5, effects) {
      var settings = Settings()
      settings.maxPath = longest
      let design = Design(
        ConflictVectors.design + "\nincentives: { ops: [{ metric: \(goal) }] }",
        settings: settings
      )
      let found = InfluenceFacts(design.facts)
        .effect(of: 0, on: design.metric("profit"), ofCost: false, .all)
      let words: [Character: Signs] = [
        "+": .plus, "-": .minus, "±": [.plus, .minus], " ": [],
      ]
      #expect(found == words[effect], "\(goal), \(longest)")
    }
  }
}
