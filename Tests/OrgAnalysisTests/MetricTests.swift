import OrgAnalysis
import OrgModel
import Testing

@Suite struct MetricTests {
  @Test(arguments: [
    ("app-availability: {}", ["production-quality"]),
    ("m: { name: Change Failure Rate of App }", ["production-quality"]),
    ("incidents-per-week: {}", ["production-quality"]),
    // Whole words: an open pattern takes the rest of a word, a closed one does not.
    ("costly: {}", ["cost"]), ("slope: {}", []), ("change-failure: {}", []),
    ("defect-escapes: {}", ["production-quality"]), ("defects-escape: {}", []),
    ("APP_MTTR: {}", ["production-quality"]),
    ("new-bookings: {}", ["revenue", "volume"]),
    ("nps: { tags: [activity, own] }", ["activity", "own"]),
    ("velocity: { tags: [activity] }", ["activity"]),
    ("net-profit-margin: {}", ["profit"]),
    ("umsatzÜrevenue: {}", []), ("größe.revenue: {}", ["revenue"]),
  ])
  func `tags are declared or inferred`(metric: String, tags: [String]) {
    let design = Design("metrics: { \(metric) }")
    #expect(design.facts.metrics.tagNames(of: 0) == tags)
  }

  @Test func `the settings say whether and from what`() {
    var settings = Settings()
    settings.tagWords["speed"] = ["Fast Lane"]
    let design = Design("metrics: { fast-lane: {}, lead-time: {} }", settings: settings)
    #expect(design.facts.metrics.tagNames(of: 0) == ["speed"])
    #expect(design.facts.metrics.tagNames(of: 1).isEmpty)
    settings.infersTags = false
    let plain = Design("metrics: { fast-lane: { tags: [speed] } , uptime: {} }", settings: settings)
    #expect(plain.facts.metrics.tagNames(of: 0) == ["speed"])
    #expect(plain.facts.metrics.tagNames(of: 1).isEmpty)
  }

  @Test func `influences have a sign and a confidence`() {
    let design = Design(
      """
      metrics:
        a: { drives: { b: raises, c: { effect: lowers, confidence: verified }, a: raises, x: raises } }
        b: { drives: { c: "-" , a: {} } }
        c: {}
      """
    )
    let metrics = design.facts.metrics
    #expect(
      metrics.influences.map { [Int($0.source), Int($0.target), Int($0.sign)] } == [
        [0, 1, 1], [0, 2, -1], [1, 2, -1],
      ]
    )
    #expect(metrics.influences.map(\.confidence) == [0, 2, 0])
    #expect(Array(metrics.outgoing[0]) == [0, 1])
    #expect(Array(metrics.incoming[2]) == [1, 2])
    #expect(metrics.incoming[0].isEmpty)
  }

  @Test func `a metric is controlled from within the longest path`() {
    var settings = Settings()
    settings.maxPath = 2
    let design = Design(
      """
      people: { ana: {} }
      products: { app: { product_owner: ana } }
      metrics:
        a: { controllable_by: [ana], drives: { b: raises } }
        b: { drives: { c: raises } }
        c: { drives: { d: raises } }
        d: {}
        e: {}
        f: {}
      decisions:
        pricing: { steps: [{ by: po, as: decide }], affects: [e] }
        open: { steps: [{ by: po, as: agree }], affects: [f] }
      """,
      settings: settings
    )
    #expect(design.facts.controlledMetrics() == [true, true, true, false, true, false])
  }

  @Test(
    arguments: [
      ("direction: increase", 5.0, nil), ("direction: decrease", nil, 5),
      ("direction: maintain", 5, 5),
      // Without a direction the metric's good one says which end is meant.
      ("metric: down", nil, 5), ("metric: band", 5, 5), ("metric: m", 5, nil),
    ] as [(String, Double?, Double?)]
  )
  func `one number is the end that the goal is about`(goal: String, least: Double?, most: Double?) {
    let metric = goal.hasPrefix("metric") ? "" : ", metric: m"
    let design = Design(
      """
      metrics: { m: {}, down: { good: down }, band: { good: band } }
      people: { ana: {} }
      incentives: { ana: [{ \(goal)\(metric), target: 5 }] }
      """
    )
    let incentive = design.facts.incentives.list[0]
    #expect(incentive.hasTarget)
    #expect(incentive.minimum == least)
    #expect(incentive.maximum == most)
  }
}
