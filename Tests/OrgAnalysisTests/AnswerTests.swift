import OrgAnalysis
import OrgModel
import Testing

@Suite struct AnswerTests {
  private let people = """
    people:
      ceo: {}
      gm: { reports_to: ceo, archetype: coach }
      po: { reports_to: gm }
      tl: { reports_to: gm }
      cfo: { reports_to: ceo }
      out: {}
    products: { app: { product_owner: po, technology_lead: tl } }
    decisions:

    """

  private func answer(_ decision: String) -> (design: Design, answer: DecisionAnswer) {
    let design = Design(people + "  d: \(decision)\n")
    return (design, design.facts.explain(design.decision("d"), for: design.product("app")))
  }

  /// The verdict of each step in a word, a hand-off with who had it before.
  private func verdicts(_ decision: String) -> [String] {
    let (design, answer) = answer(decision)
    return answer.steps.map { verdict in
      switch verdict {
      case .handOff(let before): "from " + design.text(before)
      case .sameActor: "same"
      case .first: "first"
      case .besideTheWay: "beside"
      case .notWaitedFor: "not waited for"
      case .nobody: "nobody"
      case .circle: "circle"
      }
    }
  }

  // The test vectors of the definition of hands, and what makes a step not count.
  @Test(arguments: [
    ("{ steps: [{ by: tl, as: agree }, { by: po, as: decide }] }", ["from po", "from tl"]),
    ("{ steps: [{ by: po, as: decide }] }", ["same"]),
    ("{ steps: [{ by: tl, as: input }, { by: po, as: decide }] }", ["not waited for", "same"]),
    (
      "{ steps: [{ by: cfo, as: agree }, { by: cfo, as: agree }, { by: gm, as: decide }] }",
      ["from po", "same", "from cfo"]
    ),
    (
      "{ steps: [{ parallel: [{ by: cfo, as: agree }, { by: tl, as: agree }] }, { by: gm, as: decide }] }",
      ["from po", "beside", "from cfo"]
    ),
    ("{ steps: [{ by: po, as: decide }, { by: cfo, as: agree }] }", ["same", "from po"]),
    (
      "{ requester: anyone, steps: [{ by: tl, as: approve }, { by: po, as: decide }] }",
      ["first", "from tl"]
    ),
    (
      "{ steps: [{ by: TBD, as: agree }, { as: agree }, { by: tl, as: decide }, { by: tl, as: agree }] }",
      ["nobody", "nobody", "from po", "same"]
    ),
    (
      "{ steps: [{ id: a, by: tl, as: agree, after: [b] }, { id: b, by: po, as: decide, after: [a] }] }",
      ["circle", "circle"]
    ),
  ])
  func `every step says whether it counts`(decision: String, expected: [String]) {
    #expect(verdicts(decision) == expected)
    let (_, answer) = answer(decision)
    #expect(answer.steps.count { $0.counts } == answer.path.hands)
  }

  @Test(arguments: [
    ("{ steps: [{ by: gm, as: agree }, { by: ceo, as: decide }] }", "po ceo 2"),
    ("{ steps: [{ by: cfo, as: decide }] }", ""),
    ("{ steps: [{ by: po, as: decide }] }", ""),
    ("{ requester: anyone, steps: [{ by: ceo, as: decide }] }", ""),
  ])
  func `the climb has two ends`(decision: String, expected: String) {
    let (design, answer) = answer(decision)
    let shown = answer.climb.map { climb in
      let ends = [climb.from, climb.to].map { design.graph.id(EntityRef(.person, $0)) }
      return (ends + ["\(climb.levels)"]).joined(separator: " ")
    }
    #expect(shown ?? "" == expected)
  }

  @Test func `people stand above, beside or apart`() {
    let design = Design(people + "  d: {}\n")
    func standing(_ person: String, _ other: String) -> Standing {
      design.facts.standing(of: design.person(person), from: design.person(other))
    }
    #expect(standing("po", "po") == .same)
    #expect(standing("ceo", "po") == .above(levels: 2))
    #expect(standing("cfo", "po") == .beside(steps: 3, over: design.person("ceo")))
    #expect(standing("out", "po") == .apart)
  }

  @Test func `a product's answer has its pockets, stewards and deciders`() {
    let design = Design(
      """
      people: { ceo: {}, gm: { reports_to: ceo }, po: { reports_to: gm } }
      products: { app: { product_owner: po }, web: { product_owner: gm } }
      pockets:
        all: { owner: ceo }
        app-pnl: { owner: gm, parent: all, covers: { products: [app] } }
      stewardships: { ci: { steward: po, scope: { products: [app] } }, qa: { scope: { products: [web] } } }
      decisions:
        price: { steps: [{ by: pocket-owner, as: decide }] }
        other: { scope: { products: [web] }, steps: [{ by: po, as: decide }] }
      """
    )
    let answer = design.facts.answer(for: design.product("app"))
    #expect(answer.pockets == [design.pocket("app-pnl"), design.pocket("all")])
    #expect(answer.openPockets.isEmpty)
    #expect(answer.stewardships.count == 1)
    #expect(answer.decisions.map(\.path.decision) == [design.decision("price")])
    #expect(answer.decisions.first?.standing == .above(levels: 1))
    #expect(answer.decisions.first?.path.hands == 1)
    #expect(answer.decisions.first?.climb == 1)
  }

  @Test func `two pockets that are not nested leave open who pays`() {
    let design = Design(
      """
      products: { app: {} }
      pockets: { a: { covers: { products: [app] } }, b: { covers: { products: [app] } } }
      """
    )
    let answer = design.facts.answer(for: design.product("app"))
    #expect(answer.pockets.isEmpty)
    #expect(Set(answer.openPockets) == [design.pocket("a"), design.pocket("b")])
  }

  @Test func `a distribution has least, middle and greatest`() {
    #expect(Distribution([]) == nil)
    #expect(Distribution([3])?.median == 3)
    #expect(Distribution([4, 1, 3])?.median == 3)
    let even = Distribution([4, 1, 2, 9])
    #expect(even?.median == 3 && even?.least == 1 && even?.greatest == 9 && even?.count == 4)
    #expect(Distribution([1, 2])?.median == 1.5)
  }

  @Test func `the statistics count layers, spans, hand-offs and pockets`() {
    let design = Design(
      people
        + """
          slow: { steps: [{ by: cfo, as: agree }, { by: gm, as: decide }] }
          quick: { steps: [{ by: po, as: decide }] }
          big: { class: strategic, steps: [{ by: ceo, as: decide }] }
          idle: { scope: { products: [] } }
        pockets: { all: {}, a: { parent: all, covers: { products: [app] } } }
        units: { core: { kind: team } }
        """
    )
    let statistics = design.facts.statistics
    #expect(statistics.peopleByLayer == [2, 2, 2])
    #expect(statistics.spans?.count == 2 && statistics.spans?.greatest == 2)
    #expect(statistics.spansByArchetype.map(\.archetype) == ["coach", "not given"])
    let tactical = statistics.decisions.first
    #expect(tactical?.name == "tactical")
    #expect(tactical?.hands.least == 0 && tactical?.hands.greatest == 2)
    #expect(tactical?.climb.greatest == 1)
    #expect(statistics.decisions.last?.climb.greatest == 2)
    #expect(statistics.pocketsByLevel == [1, 1])
    #expect(statistics.productsOfLeaves?.greatest == 1)
    #expect(statistics.teams == 1 && statistics.checkedProducts == 1)
    #expect(statistics.scorecards == nil)
    #expect(statistics.coverage.contains { $0.declared == 1 && $0.of == 1 })
    #expect(design.facts.coverage.allSatisfy { $0.declared < $0.of })
  }
}
