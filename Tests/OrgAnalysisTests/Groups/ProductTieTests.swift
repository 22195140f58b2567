import OrgAnalysis
import Testing

@Suite struct ProductTieTests {
  private func ties(_ yaml: String) -> (Design, ProductTies?) {
    let design = Design(yaml)
    let couplings = CouplingFacts(design.facts)
    let influence = InfluenceFacts(design.facts)
    let conflicts = ConflictFacts(design.facts, influence, couplings)
    let facts = ProductTieFacts(couplings, influence, conflicts)
    return (design, facts.ties(of: design.product("app")))
  }

  @Test func `of the vectors those who save stand against the others`() {
    let (design, ties) = ties(ConflictVectors.design + ConflictVectors.incentives)
    #expect(
      ties?.holders.map { design.holderID($0) }
        == ["fin", "ops", "po-app", "sales", "sre", "tl-app"]
    )
    #expect(ties?.camps?.camps == [0, 0, 1, 1, 1, 1])
    #expect(ties?.camps?.frustration == 0)
    #expect(ties.map { design.words($0.freeLevers) } == "test-coverage up: po-app, sre, tl-app")
  }

  @Test func `one holder has no ties`() {
    let (_, ties) = ties(ConflictVectors.design + "\nincentives: { ops: [{ metric: profit }] }")
    #expect(ties == nil)
  }
}
