import OrgAnalysis
import OrgModel
import Testing

@Suite struct JointTests {
  @Test(arguments: [
    // Growth, reliability and a budget that pays for both.
    ([[1, 0], [0, 1], [-1, -1]], [1, 1, 1]),
    // A third lever is a way out.
    ([[1, 0, 0], [0, 1, 1], [-1, -1, 1]], nil),
    // Two of them conflict already.
    ([[1], [-1], [1]], nil),
    // Weights need not be equal.
    ([[1, 1, 1], [-1, -1, 0], [-1, 0, -1], [1, 0, 0]], [1, 1, 1, 1]),
    ([[1, 1, 0], [1, 0, 1], [0, 1, 1], [-1, -1, -1]], [1, 1, 1, 2]),
    ([[], [], []], nil),
    ([[0, 0], [0, 0], [0, 0]], nil),
  ])
  func `goals cancel out by one set of weights or by none`(rows: [[Int8]], weights: [Int]?) {
    #expect(Cancellation(of: rows)?.weights == weights)
  }

  /// Gordan: a set is minimal iff it has weights, all above 0, and no proper subset has any.
  ///
  /// Such weights are minors of a matrix of three rows, so none is above 4.
  @Test func `elimination finds what trying out every weight finds`() {
    var random = SeededRandom(seed: 20_261_122)
    for _ in 0..<3_000 {
      let count = Int.random(in: 3...4, using: &random)
      let width = Int.random(in: 1...5, using: &random)
      let rows = (0..<count).map { _ in
        (0..<width).map { _ in Int8.random(in: -1...1, using: &random) }
      }
      #expect((Cancellation(of: rows) != nil) == isMinimal(rows), "\(rows)")
      if let weights = Cancellation(of: rows)?.weights {
        for lever in 0..<width {
          #expect(zip(weights, rows).reduce(0) { $0 + $1.0 * Int($1.1[lever]) } == 0)
        }
      }
    }
  }

  private func isMinimal(_ rows: [[Int8]]) -> Bool {
    var supports: Set<Int> = []
    var weights = [Int](repeating: 0, count: rows.count)
    repeat {
      let cancels = rows[0].indices.allSatisfy { lever in
        zip(weights, rows).reduce(0) { $0 + $1.0 * Int($1.1[lever]) } == 0
      }
      if cancels {
        supports.insert(weights.indices.reduce(0) { $0 | (weights[$1] > 0 ? 1 << $1 : 0) })
      }
    } while advance(&weights)
    let all = 1 << rows.count - 1
    return supports.contains(all) && !supports.contains { $0 != 0 && $0 != all }
  }

  /// Counts up with digits from 0 to 4; false at the end.
  private func advance(_ weights: inout [Int]) -> Bool {
    for index in weights.indices {
      if weights[index] < 4 {
        weights[index] += 1
        return true
      }
      weights[index] = 0
    }
    return false
  }

  static let design = """
    people: { ana: {}, tim: {}, fin: { unit: lab } }
    products: { app: { product_owner: ana, technology_lead: tim } }
    units: { lab: { builds: [app] } }
    metrics:
      feature-capacity:
        drives:
          growth: { effect: raises, confidence: correlated }
          spend: { effect: raises, confidence: correlated }
      hardening-capacity:
        drives:
          reliability: { effect: raises, confidence: correlated }
          spend: { effect: raises, confidence: correlated }
      growth: {}
      reliability: {}
      spend: {}

    """

  static let incentives = """
    incentives:
      ana: [{ metric: growth, direction: increase }]
      tim: [{ metric: reliability, direction: increase }]
      fin: [{ metric: spend, direction: decrease }]
    """

  @Test func `growth, reliability and a budget cannot be had together`() {
    let design = Design(JointTests.design + JointTests.incentives)
    let sets = JointFacts(CouplingFacts(design.facts), InfluenceFacts(design.facts)).sets
    #expect(sets.count == 1)
    #expect(
      sets.first?.incentives.map { design.holderID(design.facts.incentives.list[Int($0)].holder) }
        == ["ana", "fin", "tim"]
    )
    #expect(sets.first?.weights == [1, 1, 1])
    #expect(
      sets.first.map { design.names(.metric, $0.levers) }
        == ["feature-capacity", "hardening-capacity"]
    )
  }

  @Test func `automation is a way out`() {
    let design = Design(
      JointTests.design
        + """
          automation:
            drives:
              reliability: { effect: raises, confidence: correlated }
              spend: { effect: lowers, confidence: correlated }

        """ + JointTests.incentives
    )
    #expect(JointFacts(CouplingFacts(design.facts), InfluenceFacts(design.facts)).sets.isEmpty)
  }

  @Test func `what is only believed proves nothing, and what counts elsewhere is left out`() {
    for (old, new) in [
      ("confidence: correlated", "confidence: hypothesized"),
      (
        "metric: spend, direction: decrease",
        "metric: spend, direction: decrease, scope: { products: [] , units: [none] }"
      ),
      ("metric: spend, direction: decrease", "metric: spend, direction: maintain"),
    ] {
      let design = Design((JointTests.design + JointTests.incentives).replacing(old, with: new))
      #expect(JointFacts(CouplingFacts(design.facts), InfluenceFacts(design.facts)).sets.isEmpty)
    }
  }
}
