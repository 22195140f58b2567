import OrgAnalysis
import OrgModel
import Testing

@Suite struct PeopleTests {
  static let line = Design(
    """
    people:
      po: { reports_to: dir }
      dir: { reports_to: gm }
      gm: { reports_to: ceo }
      ceo: {}
      cfo: { reports_to: ceo }
      loner: {}
    """
  )

  @Test(arguments: [
    ("po", "gm", 2), ("po", "cfo", nil), ("po", "po", 0), ("gm", "po", nil), ("po", "loner", nil),
  ])
  func `distance goes up the line`(from: String, to: String, steps: Int?) {
    let design = PeopleTests.line
    #expect(design.facts.people.distance(from: design.person(from), to: design.person(to)) == steps)
  }

  @Test(arguments: [
    ("po", "cfo", "ceo", 4), ("cfo", "po", "ceo", 4), ("po", "dir", "dir", 1),
    ("po", "loner", nil, nil),
  ])
  func `two people meet at their common manager`(
    first: String,
    second: String,
    common: String?,
    steps: Int?
  ) {
    let design = PeopleTests.line
    let people = design.facts.people
    let (one, two) = (design.person(first), design.person(second))
    #expect(design.name(.person, people.commonManager(one, two)) == common)
    #expect(people.distanceInOrganization(one, two) == steps)
  }

  static let seats = Design(
    """
    people:
      ana: { reports_to: bo }
      bo: { reports_to: ceo }
      ceo: {}
      seat: { vacant: true, acting: ana, reports_to: cy }
      cy: { reports_to: ceo }
      chain: { vacant: true, acting: seat }
      empty: { vacant: true, reports_to: bo }
      ring-a: { vacant: true, acting: ring-b }
      ring-b: { vacant: true, acting: ring-a }
      behind: { vacant: true, acting: ring-a }
      under-seat: { reports_to: seat }
      not-vacant: { acting: ana }
    """
  )

  @Test(arguments: [
    ("seat", "ana"), ("chain", "ana"), ("ana", "ana"), ("empty", nil), ("ring-a", nil),
    ("behind", nil), ("not-vacant", "not-vacant"),
  ])
  func `a seat is the person who acts in it`(entry: String, person: String?) {
    let design = PeopleTests.seats
    let resolved = design.facts.people.resolved(design.person(entry))
    #expect(design.name(.person, resolved) == person)
  }

  @Test func `seats have lines of their own`() {
    let design = PeopleTests.seats
    let people = design.facts.people
    let (ana, seat) = (design.person("ana"), design.person("seat"))
    #expect(people.isSame(ana, seat))
    #expect(!people.isSame(design.person("ring-a"), design.person("ring-b")))
    // The line of the seat counts while ana acts in it, and not that of ana.
    #expect(people.distance(from: seat, to: design.person("cy")) == 1)
    #expect(people.distance(from: seat, to: design.person("bo")) == nil)
    // Who reports to the seat reports to ana.
    #expect(people.distance(from: design.person("under-seat"), to: ana) == 1)
    #expect(people.isAbove(ana, design.person("under-seat")))
    #expect(!people.isAbove(ana, seat))
    #expect(Set(design.names(.person, people.everybody(below: ana))) == ["under-seat"])
    #expect(
      people.entries(sameAs: seat).map { design.name(.person, $0) ?? "" }.sorted() == [
        "ana", "chain", "seat",
      ]
    )
    #expect(people.actingCycles.map { design.names(.person, $0) } == [["ring-a", "ring-b"]])
  }

  @Test func `the nearest seat above counts`() {
    let design = Design(
      """
      people:
        low: { reports_to: seat }
        seat: { vacant: true, acting: top, reports_to: mid }
        mid: { reports_to: top }
        top: {}
      """
    )
    let people = design.facts.people
    #expect(people.distance(from: design.person("low"), to: design.person("top")) == 1)
    #expect(people.distance(from: design.person("mid"), to: design.person("top")) == 1)
  }

  @Test func `edges inside a cycle end the walk`() {
    let design = Design(
      """
      people:
        zoe: { reports_to: bo }
        bo: { reports_to: zoe }
        kim: { reports_to: bo }
        self: { reports_to: self }
        low: { reports_to: self }
      """
    )
    let people = design.facts.people
    #expect(people.lines.cycles.map { design.names(.person, $0) } == [["bo", "zoe"], ["self"]])
    #expect(
      people.managers(above: design.person("kim")).map { design.name(.person, $0) } == ["bo"]
    )
    #expect(people.managers(above: design.person("bo")).map { $0 }.isEmpty)
    #expect(people.distance(from: design.person("kim"), to: design.person("zoe")) == nil)
    #expect(people.manager(of: design.person("bo")) == design.person("zoe"))
    // A self-report is no report; those in a cycle report to each other.
    #expect(design.names(.person, people.reports(of: design.person("self"))) == ["low"])
    #expect(design.names(.person, people.reports(of: design.person("bo"))) == ["zoe", "kim"])
    #expect(people.roots.isEmpty)
    #expect(!people.isTop(design.person("self")))
  }

  @Test func `the first manager that resolves counts`() {
    let design = Design(
      "people: { ana: { reports_to: [nobody, bo, cy] }, bo: {}, cy: {} }"
    )
    #expect(design.facts.people.manager(of: design.person("ana")) == design.person("bo"))
    #expect(design.facts.people.areLinesDeclared)
    #expect(!Design("people: { ana: {} }").facts.people.areLinesDeclared)
  }

  @Test func `of the longest chains the one with the smallest ids is shown`() {
    let design = Design(
      """
      people:
        top: {}
        m-b: { reports_to: top }
        m-a: { reports_to: top }
        x: { reports_to: m-b }
        z: { reports_to: m-a }
        y: { reports_to: m-a }
        short: { reports_to: top }
      """
    )
    let people = design.facts.people
    let chain = people.longestChain(
      from: design.person("top"),
      heights: people.lines.heights()
    ) { design.graph.idPrecedes(EntityRef(.person, Int($0)), EntityRef(.person, Int($1))) }
    #expect(design.names(.person, chain) == ["top", "m-a", "y"])
    #expect(people.layer(of: design.person("y")) == 3)
    #expect(people.isTop(design.person("top")))
  }
}
