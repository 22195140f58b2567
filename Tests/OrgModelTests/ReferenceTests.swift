import Diagnostics
import OrgModel
import SourceText
import Testing

/// References, unknown keys and ids over several files.
@Suite struct ReferenceTests {
  static let people = "orglint: 1\npeople: { ana: {}, bo: {} }\n"

  @Test func `a reference has one outcome and one place`() {
    let reading = Reading(
      ReferenceTests.people
        + """
        units: { ana: {}, shop: {} }
        metrics: { m: { controllable_by: [ana, person/bo, unit/shop, shop] } }
        products:
          a: { product_owner: [anna, shop, TBD, product/a, ana], unit: ghost }
          TBD: {}
        """
    )
    #expect(
      reading.references == [
        "ambiguous 4:35 metric/m controllable_by ana",
        "unresolved 6:24 product/a product_owner anna",
        "wrong-kind 6:30 product/a product_owner shop",
        "placeholder 6:36 product/a product_owner TBD",
        "wrong-kind 6:41 product/a product_owner product/a",
        "unresolved 6:64 product/a unit ghost",
        "placeholder 7:3 product/TBD id TBD",
      ]
    )
    #expect(reading.problems.isEmpty)
  }

  @Test func `an id inside a selector is a reference`() {
    let reading = Reading(
      ReferenceTests.people
        + """
        units: { shop: {} }
        stewardships: { ci: {} }
        decisions:
          d:
            requester: manager-of(anna)
            steps:
              - { by: steward(c), as: agree }
              - { by: manager-of(shop), as: agree }
              - { by: manager-of(manager-of(person/bo)), as: agree }
              - { by: steward(TBD), as: agree }
              - { by: steward(ci), as: decide }
            escalates_to: [manager-of(unit/shop)]
        """
    )
    #expect(
      reading.references == [
        "unresolved 7:16 decision/d requester anna",
        "unresolved 9:15 decision/d steps.by c",
        "wrong-kind 10:15 decision/d steps.by shop",
        "placeholder 12:15 decision/d steps.by TBD",
        "wrong-kind 14:20 decision/d escalates_to unit/shop",
      ]
    )
  }

  @Test func `the incentives of a holder are counted over all files`() {
    let reading = Reading([
      "a.yaml": Array(
        """
        orglint: 1
        people: { ana: {} }
        metrics: { nps: {} }
        incentives: { ana: [{ metric: nps, wieght: 1 }] }
        """.utf8
      ),
      "b.yaml": Array(
        """
        orglint: 1
        incentives:
          person/ana:
            - { metric: nps, direction: up, set_by: ghost }
            - { metric: nps, weigth: 2, target: { mni: 1 } }
        """.utf8
      ),
    ])
    #expect(
      reading.unknownKeys == [
        "4:36 incentive/ana/nps wieght weight",
        "5:22 incentive/ana/nps/3 weigth weight",
        "5:43 incentive/ana/nps/3 target.mni min",
      ]
    )
    #expect(reading.graph.diagnostics.map(\.targets) == [["incentive/ana/nps/2"]])
    #expect(reading.references == ["unresolved 4:45 incentive/ana/nps/2 set_by ghost"])
  }

  @Test func `references of an entry declared again are its own`() {
    let reading = Reading(
      ReferenceTests.people + "products: { app: {}, app: { product_owner: ghost } }\n"
    )
    #expect(reading.references == ["unresolved 3:44 product/app product_owner ghost"])
  }

  @Test func `in an incomplete run what is not found is unknown`() {
    let reading = Reading(
      ReferenceTests.people + "products: { app: { product_owner: ghost, unit: ana } }\nunits: {\n"
    )
    #expect(reading.graph.isIncomplete)
    // An id of another kind may be one of the right kind as well.
    #expect(reading.references == [])
  }

  @Test func `an aliased value stands at the alias`() {
    let reading = Reading(
      """
      orglint: 1
      x-base: &base { title: t, unit: nowhere }
      people:
        ana: &ana { reports_to: ghost }
        bo: *ana
        cy: { <<: *base, title: own }
        dee: { <<: [{ title: first }, *base] }
      """
    )
    #expect(
      reading.references == [
        "unresolved 4:27 person/ana reports_to ghost",
        "unresolved 5:7 person/bo reports_to ghost",
        "unresolved 6:13 person/cy unit nowhere",
        "unresolved 7:33 person/dee unit nowhere",
      ]
    )
    let titles = ["ana", "cy", "dee"].map { id in
      reading.graph.entity(.person, id: id)
        .flatMap { reading.graph.field(.personTitle, of: $0) }
        .map { reading.graph.text($0) }
    }
    #expect(titles == [nil, "own", "first"])
  }

  @Test(arguments: [
    // Another folder each, and the first values that disagree.
    (
      [
        "x/a/org.yaml": "organization: { name: Acorn }",
        "x/b/org.yaml": "organization: { stage: draft, name: Birch }",
        "x/b/more.yaml": "organization: { stage: draft, name: Birch }",
      ],
      ["x/a", "x/b"], ["name"]
    ),
    // In one folder the files are named.
    (
      ["a.yaml": "organization: { stage: draft }", "b.yaml": "organization: { stage: approved }"],
      ["a.yaml", "b.yaml"], ["stage"]
    ),
    // Nothing but the ids tells of two designs.
    (
      [
        "x/a/people/o.yaml": "people: { ana: {}, bo: {}, cy: {} }",
        "x/b/people/o.yaml": "people: { ana: {}, bo: {}, cy: {}, dee: {} }",
      ],
      ["x/a", "x/b"], []
    ),
    // Two ids may be mistakes, and so may three in one folder.
    (
      ["a/o.yaml": "people: { ana: {}, bo: {} }", "b/o.yaml": "people: { ana: {}, bo: {} }"], [], []
    ),
    (
      ["a.yaml": "people: { a: {}, b: {}, c: {} }", "b.yaml": "people: { a: {}, b: {}, c: {} }"],
      [], []
    ),
    (["a.yaml": "organization: { name: A }", "b.yaml": "organization: { stage: draft }"], [], []),
  ])
  func `two designs in one run are named`(
    files: [String: String],
    designs: [String],
    fields: [String]
  ) {
    let reading = Reading(files.mapValues { Array(("orglint: 1\n" + $0).utf8) })
    let found = reading.graph.problems.duplicates.filter { $0.form == .organization }
    #expect(found.count == (designs.isEmpty ? 0 : 1))
    #expect(found.first?.designs ?? [] == designs)
    #expect(found.first?.fields ?? [] == fields)
  }
}
