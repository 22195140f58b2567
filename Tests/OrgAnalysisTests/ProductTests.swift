import OrgAnalysis
import OrgModel
import Testing

@Suite struct ProductTests {
  static let design = Design(
    """
    people:
      ana: {}
      bo: {}
      lea: {}
      seat: { vacant: true, acting: ana }
      empty: { vacant: true }
    units:
      division: {}
      group: { kind: product-group, parent: division, lead: lea }
      team-a: { kind: team, parent: group, builds: [built, both, both] }
      team-b: { kind: team, parent: group, builds: [both] }
      far: { kind: team, builds: [apart] }
      near: { kind: team, builds: [apart], parent: division }
    products:
      held: { unit: division }
      built: {}
      both: { product_owner: [seat, ana, bo, empty, nobody], technology_lead: TBD }
      apart: {}
      loose: {}
      inside: { unit: team-a, stage: build, product_owner: empty }
      idle: { unit: team-a, stage: idea, product_owner: bo }
    """
  )

  struct Place: Sendable {
    let product: String
    let builders: [String]
    let home: String?
    let group: String?
    let teams: [String]
  }

  @Test(arguments: [
    Place(
      product: "held",
      builders: ["division"],
      home: "division",
      group: "division",
      teams: ["near", "team-a", "team-b"]
    ),
    Place(
      product: "built",
      builders: ["team-a"],
      home: "team-a",
      group: "group",
      teams: ["team-a"]
    ),
    Place(
      product: "both",
      builders: ["team-a", "team-b"],
      home: "group",
      group: "group",
      teams: ["team-a", "team-b"]
    ),
    // Builders in trees of their own have nothing in common.
    Place(
      product: "apart",
      builders: ["far", "near"],
      home: nil,
      group: nil,
      teams: ["far", "near"]
    ),
    Place(product: "loose", builders: [], home: nil, group: nil, teams: []),
    Place(
      product: "inside",
      builders: ["team-a"],
      home: "team-a",
      group: "group",
      teams: ["team-a"]
    ),
  ])
  func `a product has builders, a home and a group`(place: Place) {
    let design = ProductTests.design
    let products = design.facts.products
    let product = design.product(place.product)
    #expect(design.names(.unit, products.builders[product]).sorted() == place.builders)
    #expect(design.name(.unit, products.home(of: product)) == place.home)
    #expect(design.name(.unit, products.group(of: product)) == place.group)
    #expect(design.names(.unit, design.facts.teams(of: product)).sorted() == place.teams)
  }

  @Test func `owners are different filled people`() {
    let design = ProductTests.design
    let products = design.facts.products
    let both = design.product("both")
    #expect(design.names(.person, products.owners[both]) == ["seat", "bo"])
    #expect(products.owner(of: both) == design.person("seat"))
    #expect(products.leads[both].isEmpty)
    #expect(products.owner(of: design.product("inside")) == nil)
  }

  @Test func `live, build and sunset are checked`() {
    let design = ProductTests.design
    let products = design.facts.products
    #expect(!products.isChecked[design.product("idle")])
    #expect(products.checked.count == 6)
    let unit = design.unit("group")
    let tree = design.facts.units.tree
    #expect(design.products(ProductSet([products.range(within: unit, tree)])) == ["inside"])
    #expect(products.hasAny(within: design.unit("team-a"), tree))
    #expect(!products.hasAny(within: design.unit("far"), tree))
    #expect(design.products(products.built(within: unit, tree)) == ["both", "built", "inside"])
  }

  @Test func `the lead of the group owns only where the settings say so`() {
    let yaml = """
      people: { lea: {}, gap: { vacant: true } }
      units:
        group: { kind: product-group, lead: lea }
        other: { kind: product-group, lead: gap }
      products:
        app: { unit: group }
        void: { unit: group, product_owner: nobody }
        left: { unit: other }
      """
    let plain = Design(yaml)
    #expect(plain.facts.products.owner(of: plain.product("app")) == nil)
    #expect(plain.facts.products.inheritedOwner(of: plain.product("app")) == plain.person("lea"))
    var settings = Settings()
    settings.inheritsFromGroup = true
    let design = Design(yaml, settings: settings)
    let products = design.facts.products
    #expect(products.owner(of: design.product("app")) == design.person("lea"))
    #expect(products.owner(of: design.product("void")) == nil)
    #expect(products.owner(of: design.product("left")) == nil)
    #expect(design.facts.targets(of: design.person("lea"), as: .productOwner) == [0])
  }
}
