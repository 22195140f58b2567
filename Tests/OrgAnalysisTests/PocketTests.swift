import OrgAnalysis
import OrgModel
import Testing

@Suite struct PocketTests {
  static let design = Design(
    """
    people: { bo: {}, cy: {}, ana: {}, seat: { vacant: true, acting: bo } }
    units:
      retail: {}
      shop: { parent: retail }
    products:
      app: { unit: shop }
      web: { unit: retail }
      loyalty: { shared_by: { retail-pnl: 60, b2b-pnl: 40 } }
      portal: {}
      bare: {}
      dream: { unit: shop, stage: idea }
    pockets:
      group-pnl: { owner: cy, dimension: market, primary: true }
      retail-pnl: { parent: group-pnl, owner: [bo, seat], covers: { units: [retail] } }
      app-pnl: { parent: retail-pnl, owner: ana, covers: { products: [app, dream] } }
      b2b-pnl: { parent: group-pnl, owner: [bo, cy], covers: { products: [portal] } }
      lost-pnl: { parent: nowhere, dimension: cost }
      ring-a: { parent: ring-b }
      ring-b: { parent: ring-a, covers: { products: [portal] } }
    """
  )

  private func claims(_ pocket: String) -> [String] {
    PocketTests.design.products(
      PocketTests.design.facts.pockets.claims(of: PocketTests.design.pocket(pocket))
    )
  }

  @Test func `claims are named, by unit or shared`() {
    #expect(claims("group-pnl").isEmpty)
    #expect(claims("retail-pnl") == ["app", "loyalty", "web"])
    #expect(claims("app-pnl") == ["app"])
    #expect(claims("b2b-pnl") == ["loyalty", "portal"])
  }

  @Test func `a footprint takes in what is below`() {
    let design = PocketTests.design
    let pockets = design.facts.pockets
    #expect(
      design.products(pockets.footprint(of: design.pocket("group-pnl")))
        == ["app", "loyalty", "portal", "web"]
    )
    #expect(design.products(pockets.footprint(below: design.pocket("retail-pnl"))) == ["app"])
    #expect(
      design.products(pockets.gap(of: design.pocket("retail-pnl"), retained: []))
        == ["loyalty", "web"]
    )
    let kept = [EntityRef(.product, design.product("web"))]
    #expect(
      design.products(pockets.gap(of: design.pocket("retail-pnl"), retained: kept)) == ["loyalty"]
    )
    #expect(pockets.gap(of: design.pocket("app-pnl"), retained: []).isEmpty)
  }

  @Test func `a claim says how it came`() throws {
    let design = PocketTests.design
    let pockets = design.facts.pockets
    let onApp = pockets.claims(on: design.product("app"))
    #expect(design.names(.pocket, onApp.map(\.pocket)) == ["retail-pnl", "app-pnl"])
    #expect(onApp.map(\.ways) == [.unit, .direct])
    #expect(onApp[0].unit == design.unit("retail"))
    #expect(design.graph.text(onApp[0].place) == "retail")
    #expect(design.graph.text(onApp[1].place) == "app")
    let smallest = pockets.smallestClaims(on: design.product("app"))
    #expect(design.names(.pocket, smallest.map(\.pocket)) == ["app-pnl"])
    let onLoyalty = pockets.claims(on: design.product("loyalty"))
    #expect(onLoyalty.map(\.ways) == [.shared, .shared])
    #expect(pockets.isOverlapShared(design.product("loyalty"), onLoyalty))
    #expect(pockets.claims(on: design.product("dream")).isEmpty)
  }

  @Test(arguments: [
    ("app", "app-pnl", ["ana", "bo", "cy"]), ("web", "retail-pnl", ["bo", "cy"]),
    // The largest share.
    ("loyalty", "retail-pnl", ["bo", "cy"]), ("bare", nil, []),
    // Claimed by pockets of two trees, of which the one in the ring is of dimension `product`.
    ("portal", "b2b-pnl", ["cy"]),
  ])
  func `a product has one smallest pocket and a line`(
    product: String,
    pocket: String?,
    line: [String]
  ) {
    let design = PocketTests.design
    let pockets = design.facts.pockets
    #expect(design.name(.pocket, pockets.pocket(of: design.product(product))) == pocket)
    #expect(design.names(.person, pockets.line(of: design.product(product))) == line)
  }

  @Test func `an owner is exactly one person`() {
    let design = PocketTests.design
    let pockets = design.facts.pockets
    #expect(design.name(.person, pockets.owner(of: design.pocket("retail-pnl"))) == "bo")
    #expect(pockets.owner(of: design.pocket("b2b-pnl")) == nil)
    #expect(design.facts.targets(of: design.person("cy"), as: .pocketOwner) == [0])
  }

  @Test func `dimension and mark come from the parent`() {
    let design = PocketTests.design
    let pockets = design.facts.pockets
    #expect(pockets.dimension(of: design.pocket("app-pnl")) == "market")
    #expect(pockets.isPrimary[design.pocket("app-pnl")])
    #expect(pockets.dimension(of: design.pocket("ring-b")) == "product")
    #expect(!pockets.isPrimary[design.pocket("ring-b")])
  }

  @Test func `a pocket with a void or circular parent is no root`() {
    let design = PocketTests.design
    let pockets = design.facts.pockets
    #expect(pockets.isRoot[design.pocket("group-pnl")])
    #expect(!pockets.isRoot[design.pocket("lost-pnl")])
    #expect(!pockets.isRoot[design.pocket("ring-a")])
    #expect(pockets.tree.cycles.map { design.names(.pocket, $0) } == [["ring-a", "ring-b"]])
    #expect(pockets.depth(of: design.pocket("app-pnl")) == 3)
    #expect(pockets.isLeaf(design.pocket("app-pnl")))
    #expect(!pockets.isLeaf(design.pocket("retail-pnl")))
  }

  struct Split: Sendable {
    let pockets: String
    let pocket: String?
    let differ: Bool
  }

  @Test(arguments: [
    Split(pockets: "a: { covers: %, primary: true }, b: { covers: % }", pocket: nil, differ: false),
    Split(
      pockets: "a: { covers: %, dimension: region, primary: true }, b: { covers: % }",
      pocket: "a",
      differ: true
    ),
    // Without a mark the primary dimension counts.
    Split(
      pockets: "a: { covers: %, dimension: region }, b: { covers: % }",
      pocket: "b",
      differ: true
    ),
    Split(
      pockets: "a: { covers: %, dimension: region }, b: { covers: %, dimension: channel }",
      pocket: nil,
      differ: true
    ),
    Split(
      pockets:
        "a: { covers: %, dimension: region, primary: true }, b: { covers: %, primary: true }",
      pocket: nil,
      differ: true
    ),
    Split(
      pockets: "a: { covers: %, dimension: x }, b: { covers: %, dimension: x }, c: { covers: % }",
      pocket: nil,
      differ: false
    ),
    Split(pockets: "a: { covers: % }, b: { covers: %, parent: a }", pocket: "b", differ: false),
  ])
  func `pockets of different dimensions leave one`(split: Split) {
    let text = split.pockets.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "{ products: [app] }")
    let design = Design("products: { app: {} }\npockets: { \(text) }")
    let pockets = design.facts.pockets
    #expect(design.name(.pocket, pockets.pocket(of: 0)) == split.pocket)
    #expect(pockets.isSplitByDimension(0) == split.differ)
  }

  @Test func `excess is judged by the nearest ancestor that claims, in one dimension`() {
    let design = Design(
      """
      products: { app: {}, portal: {} }
      pockets:
        top: { covers: { products: [app] } }
        hollow: { parent: top }
        low: { parent: hollow, covers: { products: [app, portal] } }
        other: { parent: top, dimension: region, covers: { products: [portal] } }
      """
    )
    let pockets = design.facts.pockets
    #expect(pockets.claimingAncestor(of: design.pocket("low")) == design.pocket("top"))
    #expect(design.products(pockets.excess(of: design.pocket("low"))) == ["portal"])
    #expect(pockets.excess(of: design.pocket("other")).isEmpty)
    #expect(pockets.excess(of: design.pocket("top")).isEmpty)
  }

  @Test(arguments: [
    ("a: { covers: { units: [top] } }, b: { covers: { units: [low] } }", ["a", "b"]),
    ("a: { covers: { units: [top] } }, b: { parent: a, covers: { units: [low] } }", []),
    ("a: { covers: { units: [top] } }, b: { dimension: x, covers: { units: [low] } }", []),
    ("a: { covers: { units: [low] } }, b: { covers: { units: [low] } }", ["a", "b"]),
    ("a: { covers: { units: [side] } }, b: { covers: { units: [low] } }", []),
  ])
  func `a unit is covered once`(pockets: String, found: [String]) {
    let design = Design(
      "units: { top: {}, low: { parent: top }, side: { parent: top } }\npockets: { \(pockets) }"
    )
    let overlapping = design.facts.pockets.pocketsOverlapping(onUnit: design.unit("low"))
    #expect(design.names(.pocket, overlapping) == found)
  }

  @Test func `a unit whose products are all shared by the pockets is fine`() {
    let yaml = """
      units: { low: {} }
      products: { app: { unit: low, shared_by: { a: 50, b: 50 } } }
      pockets: { a: { covers: { units: [low] } }, b: { covers: { units: [low] } } }
      """
    let shared = Design(yaml)
    #expect(shared.facts.pockets.pocketsOverlapping(onUnit: 0).isEmpty)
    #expect(shared.facts.pockets.pocketsOverlapping(onUnit: 0, allowsShared: false).count == 2)
  }
}
