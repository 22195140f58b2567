import OrgAnalysis
import OrgModel
import Testing

@Suite struct SelectorGapTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let selector: String
    /// The products for which nobody is named and nothing else says so.
    let gaps: [String]
    var testDescription: String { selector }
  }

  static func design(_ selector: String) -> Design {
    Design(
      """
      people:
        ana: { reports_to: bo }
        bo: {}
        lost: { reports_to: nobody }
        lead: {}
      units:
        led: { lead: lead }
        below: { parent: led }
        alone: {}
        void: { lead: nobody }
      products:
        app: { unit: below, product_owner: ana, technology_lead: lost }
        top: { unit: alone, product_owner: bo, software: false }
        odd: { unit: void, product_owner: nobody }
        bare: {}
      pockets:
        root: { owner: bo }
        leaf: { parent: root, owner: ana, covers: { products: [app, odd] } }
        stray: { parent: nowhere, covers: { products: [top] } }
      stewardships: { ci: { steward: ana }, free: {} }
      decisions: { d: { requester: anyone, steps: [{ by: "\(selector)", as: decide }] } }
      """
    )
  }

  @Test(arguments: [
    // A missing owner has a finding of its own.
    Case(selector: "po", gaps: []),
    // No rule asks for the lead of what is no software; `bare` has tl-missing.
    Case(selector: "tl", gaps: ["top"]),
    // bo has no manager; a void one is reported already.
    Case(selector: "manager-of(po)", gaps: ["top"]),
    Case(selector: "manager-of(tl)", gaps: ["top"]),
    Case(selector: "manager-of(manager-of(po))", gaps: ["app", "top"]),
    Case(selector: "manager-of(ana)", gaps: []),
    Case(selector: "manager-of(person/ana)", gaps: []),
    // An id inside that names nothing is reported as a reference.
    Case(selector: "manager-of(ghost)", gaps: []),
    Case(selector: "unit-lead", gaps: ["bare", "top"]),
    // Uncovered products and pockets without an owner have findings of their own.
    Case(selector: "pocket-owner", gaps: []),
    Case(selector: "pocket-owner(1)", gaps: []),
    Case(selector: "pocket-owner(2)", gaps: ["app", "odd"]),
    Case(selector: "steward(ci)", gaps: []),
    Case(selector: "steward(free)", gaps: []),
    Case(selector: "steward(ghost)", gaps: []),
  ])
  func `a gap is what no other finding explains`(item: Case) {
    let design = SelectorGapTests.design(item.selector)
    let gaps = design.facts.selectorGaps()
    #expect(gaps.flatMap { design.names(.product, $0.products) }.sorted() == item.gaps)
    #expect(gaps.count == (item.gaps.isEmpty ? 0 : 1))
  }

  @Test func `without pockets nothing else explains a missing pocket`() {
    let design = Design(
      """
      products: { app: {} }
      decisions: { d: { steps: [{ by: pocket-owner, as: agree }, { by: pocket-owner, as: decide }] } }
      """
    )
    // Once for each selector, wherever it stands.
    let gaps = design.facts.selectorGaps()
    #expect(gaps.count == 1)
    #expect(gaps.first.map { design.graph.symbols.text($0.symbol) } == "pocket-owner")
  }

  @Test func `a selector wins over an equal id, a kind names the person`() {
    let design = Design(
      """
      people: { po: {}, ana: {} }
      products: { app: { product_owner: ana } }
      decisions:
        a: { steps: [{ by: po, as: decide }] }
        b: { steps: [{ by: person/po, as: decide }] }
      """
    )
    #expect(design.path("a").way.map(design.text) == ["ana"])
    #expect(design.path("b").way.map(design.text) == ["ana", "po"])
  }
}
