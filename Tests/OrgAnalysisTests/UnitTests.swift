import OrgAnalysis
import OrgModel
import Testing

@Suite struct UnitTests {
  static let design = Design(
    """
    people:
      own: { unit: team-a }
      listed: {}
      both: {}
      nested: {}
      guest: { unit: team-b }
      boss: { unit: division }
      seat: { vacant: true, acting: own }
      hollow: { vacant: true }
    units:
      division: { lead: boss, members: [nested] }
      group: { kind: product-group, parent: division, lead: hollow }
      team-b: { kind: team, parent: group, headcount: 9, members: [both] }
      team-a: { kind: team, parent: group, lead: boss, members: [listed, nested, guest, both] }
      ring-1: { parent: ring-2 }
      ring-2: { parent: ring-1 }
    """
  )

  @Test(arguments: [
    ("own", "team-a"), ("listed", "team-a"), ("guest", "team-b"),
    // The deepest of nested units; of two at one depth the smaller id.
    ("nested", "team-a"), ("both", "team-a"),
    // A seat without a unit is where the person is who acts in it.
    ("seat", "team-a"), ("hollow", nil),
  ])
  func `a person is in one unit`(person: String, unit: String?) {
    let design = UnitTests.design
    let found = design.facts.unit(ofPerson: design.person(person))
    #expect(design.name(.unit, found) == unit)
  }

  @Test func `kinds are compared without letter case, and own words by what they mean`() {
    var settings = Settings()
    settings.unitKinds = ["squad": "team", "tribe": "product-group", "function": "department"]
    let design = Design(
      """
      units:
        a: { kind: Team }
        b: { kind: " PRODUCT_group" }
        c: { kind: Squad }
        d: { kind: tribe }
        e: { kind: Guild }
        f: { kind: function }
        g: {}
      """,
      settings: settings
    )
    let units = design.facts.units
    let kinds = ["a", "b", "c", "d", "e", "f", "g"].map { units.kind(of: design.unit($0)) }
    #expect(
      kinds == ["team", "product-group", "team", "product-group", "guild", "department", nil]
    )
    #expect(units.isTeam == kinds.map { $0 == "team" })
    #expect(units.isGroup == kinds.map { $0 == "product-group" })
  }

  @Test func `a unit lists its own, its members and its filled lead`() {
    let design = UnitTests.design
    let units = design.facts.units
    func listed(_ unit: String) -> [String] {
      design.names(.person, units.listed[design.unit(unit)]).sorted()
    }
    #expect(listed("team-a") == ["boss", "both", "guest", "listed", "nested", "own"])
    #expect(listed("team-b") == ["both", "guest"])
    #expect(listed("group").isEmpty)
    #expect(listed("division") == ["boss", "nested"])
  }

  @Test(arguments: [("team-a", 6.0), ("team-b", 9), ("group", 6), ("division", 6), ("ring-1", 0)])
  func `a size counts everybody once`(unit: String, size: Double) {
    let design = UnitTests.design
    #expect(design.facts.units.size(of: design.unit(unit)) == size)
    #expect(
      design.facts.units.members(within: design.unit(unit)).count
        == (unit == "team-b" ? 2 : Int(size))
    )
  }

  @Test func `teams stand below their group`() {
    let design = UnitTests.design
    let units = design.facts.units
    let teams = units.teams(within: design.unit("division"))
    #expect(design.names(.unit, teams).sorted() == ["team-a", "team-b"])
    #expect(design.names(.unit, units.teams(within: design.unit("team-a"))) == ["team-a"])
    #expect(units.tree.isWithin(design.unit("team-a"), design.unit("division")))
    #expect(!units.tree.isWithin(design.unit("division"), design.unit("team-a")))
    #expect(units.tree.isWithin(design.unit("group"), design.unit("group")))
    #expect(units.isListedInPart(design.unit("team-b")))
    #expect(!units.isListedInPart(design.unit("team-a")))
  }

  @Test func `each unit of a cycle is a root`() {
    let design = UnitTests.design
    let tree = design.facts.units.tree
    #expect(tree.cycles.map { design.names(.unit, $0) } == [["ring-1", "ring-2"]])
    #expect(tree.parent(of: design.unit("ring-1")) == nil)
    #expect(!tree.isWithin(design.unit("ring-1"), design.unit("ring-2")))
  }

  @Test func `a team counts no people of its child units`() {
    let design = Design(
      """
      people: { ana: { unit: outer }, bo: { unit: inner }, cy: { unit: inner } }
      units: { outer: { kind: team }, inner: { kind: team, parent: outer } }
      """
    )
    #expect(design.facts.units.size(of: design.unit("outer")) == 1)
    #expect(design.facts.units.members(within: design.unit("outer")).count == 3)
  }
}
