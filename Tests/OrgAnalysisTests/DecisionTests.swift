import OrgAnalysis
import OrgModel
import Testing

@Suite struct DecisionTests {
  @Test(arguments: [
    ("{ max: 50 }", "{ min: 100 }", false), ("{ max: 100 }", "{ min: 100 }", false),
    ("{ max: 101 }", "{ min: 100 }", true), ("{}", "{ min: 5, max: 6 }", true),
    ("{ min: 7, max: 9 }", "{ max: 8 }", true),
  ])
  func `limits overlap as half-open intervals`(first: String, second: String, overlap: Bool) {
    let design = Design(
      """
      decisions:
        a: { limits: { amount: \(first) } }
        b: { limits: { amount: \(second), term: { max: 3 } } }
        c: { limits: { term: { max: 1 } } }
        d: {}
      """
    )
    let decisions = design.facts.decisions
    #expect(decisions.overlap(0, 1) == overlap)
    #expect(decisions.overlap(1, 0) == overlap)
    // Only names that both have can keep two apart.
    #expect(decisions.overlap(0, 2))
    #expect(decisions.overlap(0, 3))
    #expect(decisions.haveCommonLimit(0, 1))
    #expect(!decisions.haveCommonLimit(0, 2))
  }

  @Test func `intervals miss what no limit reaches`() {
    func missing(_ intervals: (Double, Double)...) -> [[Double]] {
      missingIntervals(intervals.map { (minimum: $0.0, maximum: $0.1) })
        .map { [$0.minimum, $0.maximum] }
    }
    #expect(missing((0, 50), (100, .infinity)) == [[50, 100]])
    #expect(missing((0, 100), (100, .infinity)) == [])
    #expect(missing((20, 30), (5, 10), (25, 40)) == [[0, 5], [10, 20], [40, .infinity]])
    #expect(missing() == [[0, .infinity]])
    #expect(missing((9, 3)) == [[0, .infinity]])
  }

  @Test func `a type is given or the id`() {
    let design = Design("decisions: { a: { type: budget }, b: {}, budget: {} }")
    let decisions = design.facts.decisions
    #expect((0..<3).map(decisions.type) == ["budget", "b", "budget"])
    #expect(Array(decisions.byType[0]) == [0, 2])
  }

  @Test func `who blocks is counted by type and product, but for the own products`() {
    let design = Design(
      """
      people: { ana: {}, arch: {}, seat: { vacant: true, acting: arch } }
      forums: { cab: {} }
      products: { app: { product_owner: ana }, web: { technology_lead: arch }, pos: {} }
      decisions:
        release: { type: release, steps: [{ by: arch, as: agree }, { by: cab, as: approve }] }
        again: { type: release, scope: { products: [app] }, steps: [{ by: seat, as: decide }] }
        price: { type: price, scope: { products: [app] }, steps: [{ by: po, as: decide }] }
        any: { scope: { products: [pos] }, steps: [{ by: { any: [ana, arch] }, as: decide }] }
      """
    )
    let loads = design.facts.blockingLoads()
    #expect(loads.map { design.graph.id($0.actor) } == ["arch", "cab"])
    #expect(loads.map(\.pairs) == [2, 3])
    #expect(
      loads.map { design.names(.decision, $0.decisions) } == [["release", "again"], ["release"]]
    )
    // release: 3, price: 1, any: 1.
    #expect(design.facts.decisionPairCount() == 5)
  }

  @Test func `coverage says what is not complete`() {
    let design = Design(
      """
      people: { ana: {}, tim: { reports_to: ana }, eva: {} }
      products:
        app: { product_owner: ana, technology_lead: tim }
        web: { shared_by: { a: 50, b: 50 } }
        flyer: { software: false, product_owner: ana }
        old: { stage: retired }
      pockets: { a: { owner: ana }, b: {} }
      decisions: { d: { scope: { products: [app] } } }
      metrics: { nps: { drives: { mttr: lowers } }, mttr: {}, loc: {} }
      incentives: { ana: [{ metric: nps }] }
      """
    )
    #expect(
      design.facts.coverage.map(\.text) == [
        "decisions declared for 1 of 3 products",
        "product owners named for 2 of 3 products",
        "technology leads named for 1 of 2 products",
        "pockets cover 1 of 3 products",
        "1 product shared between pockets",
        "1 of 2 accountable people hold an incentive",
        "2 of 3 metrics are connected",
        "0 of 1 metric on a scorecard has a known controller",
        "1 of 3 people have a manager",
        "1 product exempt (idea, retired)",
      ]
    )
    #expect(design.facts.absentSections == [.stewardships])
  }
}
