import OrgAnalysis
import OrgModel
import Testing

@Suite struct CouplingTests {
  /// A design, two of its holders, and what couples them.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let design: String
    let first: String
    let second: String
    let words: String?
    var couplings = Settings.allCouplings
    var near = 4
    var testDescription: String { name }
  }

  @Test(arguments: oneHolder + ownersAndLeads + lines + products + teams + pockets)
  func `the first coupling that holds counts`(item: Case) { check(item) }

  @Test(arguments: decisions + stewards + parents + near)
  func `couplings over decisions, stewardships and distance`(item: Case) { check(item) }

  private func check(_ item: Case) {
    var settings = Settings()
    settings.couplings = item.couplings
    settings.near = item.near
    let design = Design(item.design, settings: settings)
    let couplings = CouplingFacts(design.facts)
    let (first, second) = (design.holder(item.first), design.holder(item.second))
    let found = couplings.coupling(first, second)
    #expect(design.words(found) == item.words)
    #expect(couplings.coupling(second, first) == found)
    guard found != nil, first != second else { return }
    #expect(couplings.candidates(of: first).contains(Int32(second)))
    #expect(couplings.candidates(of: second).contains(Int32(first)))
  }

  @Test(arguments: scopes + peers)
  func `couplings by what incentives are for`(item: Case) {
    var settings = Settings()
    settings.couplings = item.couplings
    settings.near = item.near
    let design = Design(item.design, settings: settings)
    let couplings = CouplingFacts(design.facts)
    let (first, second) = (design.holder(item.first), design.holder(item.second))
    let incentives = [first, second].map { holder in
      design.facts.incentives.list[Int(design.facts.incentives.byHolder[holder].first ?? 0)]
    }
    let scopes = incentives.map { design.facts.incentives.scopes[Int($0.scope)] }
    let meets = scopes[0].meets(scopes[1])
    let found = couplings.coupling(incentives[0], incentives[1], scopesMeet: meets)
    #expect(design.words(found) == item.words)
    #expect(couplings.coupling(incentives[1], incentives[0], scopesMeet: meets) == found)
    guard found != nil else { return }
    #expect(couplings.candidates(of: first).contains(Int32(second)))
    #expect(couplings.candidates(of: second).contains(Int32(first)))
    #expect(couplings.candidateCount(of: first) >= couplings.candidates(of: first).count)
  }

  /// Every holder of a design with everybody: who is coupled is a candidate, and they are counted.
  @Test func `candidates have everybody who is coupled`() {
    for item in CouplingTests.all {
      let design = Design(item.design)
      let couplings = CouplingFacts(design.facts)
      let holders = design.facts.incentives.holders.indices
      for holder in holders {
        let candidates = couplings.candidates(of: holder)
        let coupled = holders.filter {
          $0 != holder && couplings.coupling(holder, $0) != nil
        }
        #expect(Set(coupled.map { Int32($0) }).isSubset(of: candidates))
        #expect(!candidates.contains(Int32(holder)))
        #expect(candidates == candidates.sorted())
        #expect(couplings.candidateCount(of: holder) >= candidates.count)
      }
    }
  }

  static let all =
    oneHolder + ownersAndLeads + lines + products + teams + pockets + decisions + stewards
    + parents + near

  static let oneHolder = [
    Case(
      name: "oneself",
      design: held("ana: {}", "ana"),
      first: "ana",
      second: "ana",
      words: "one holder"
    ),
    Case(
      name: "a seat and who acts in it",
      design: held("ana: {}, seat: { vacant: true, acting: ana }", "ana", "seat"),
      first: "ana",
      second: "seat",
      words: "one holder"
    ),
    Case(
      name: "two seats of one person",
      design: held(
        "ana: {}, s: { vacant: true, acting: ana }, t: { vacant: true, acting: s }",
        "s",
        "t"
      ),
      first: "s",
      second: "t",
      words: "one holder"
    ),
    Case(
      name: "two empty seats are two",
      design: held("s: { vacant: true }, t: { vacant: true }", "s", "t"),
      first: "s",
      second: "t",
      words: nil
    ),
  ]

  static let ownersAndLeads = [
    Case(
      name: "PO and TL, of two products the smallest id",
      design: held("ana: {}, tim: {}", "ana", "tim")
        + """
        products:
          web: { product_owner: ana, technology_lead: tim }
          app: { product_owner: ana, technology_lead: tim }
        """,
      first: "tim",
      second: "ana",
      words: "PO and TL of app"
    ),
    Case(
      name: "through a seat, and one of several owners",
      design: held("ana: {}, bea: {}, s: { vacant: true, acting: tim }, tim: {}", "bea", "tim")
        + "products: { app: { product_owner: [ana, bea], technology_lead: s } }",
      first: "bea",
      second: "tim",
      words: "PO and TL of app"
    ),
    Case(
      name: "a retired product couples nobody",
      design: held("ana: {}, tim: {}", "ana", "tim")
        + "products: { app: { product_owner: ana, technology_lead: tim, stage: retired } }",
      first: "ana",
      second: "tim",
      words: nil
    ),
    Case(
      name: "two owners are of the same product",
      design: held("ana: {}, bea: {}", "ana", "bea")
        + "products: { app: { product_owner: [ana, bea] } }",
      first: "ana",
      second: "bea",
      words: "same product app"
    ),
    Case(
      name: "switched off it leaves the next",
      design: held("ana: {}, tim: {}", "ana", "tim")
        + "products: { app: { product_owner: ana, technology_lead: tim } }",
      first: "ana",
      second: "tim",
      words: "same product app",
      couplings: ["self", "same-product"]
    ),
  ]

  static let lines = [
    Case(
      name: "a report and the manager",
      design: held("ana: {}, tim: { reports_to: ana }", "ana", "tim"),
      first: "ana",
      second: "tim",
      words: "tim reports to ana"
    ),
    Case(
      name: "a report and who acts in the manager's seat",
      design: held(
        "ana: {}, s: { vacant: true, acting: ana }, tim: { reports_to: s }",
        "ana",
        "tim"
      ),
      first: "ana",
      second: "tim",
      words: "tim reports to ana"
    ),
    Case(
      name: "two who report to each other: the smaller id reports",
      design: held("zoe: { reports_to: bo }, bo: { reports_to: zoe }", "zoe", "bo"),
      first: "zoe",
      second: "bo",
      words: "bo reports to zoe"
    ),
    Case(
      name: "a unit and its lead",
      design: held("ana: {}", "ana", "team-a") + "units: { team-a: { lead: ana } }",
      first: "team-a",
      second: "ana",
      words: "ana leads team-a"
    ),
    Case(
      name: "a unit and who acts in the lead's seat",
      design: held("ana: {}, s: { vacant: true, acting: ana }", "ana", "team-a")
        + "units: { team-a: { lead: s } }",
      first: "team-a",
      second: "ana",
      words: "ana leads team-a"
    ),
    Case(
      name: "an empty seat leads nothing",
      design: held("s: { vacant: true }", "s", "team-a") + "units: { team-a: { lead: s } }",
      first: "team-a",
      second: "s",
      words: nil
    ),
    Case(
      name: "a unit speaks through its lead",
      design: held("ana: {}, tim: { reports_to: ana }", "tim", "team-a")
        + "units: { team-a: { lead: ana } }",
      first: "tim",
      second: "team-a",
      words: "tim reports to ana"
    ),
    Case(
      name: "a unit and its parent",
      design: held("ana: {}", "team-a", "group")
        + "units: { team-a: { parent: group }, group: {} }",
      first: "group",
      second: "team-a",
      words: "team-a is part of group"
    ),
    Case(
      name: "no further than the parent",
      design: held("ana: {}", "low", "top")
        + "units: { low: { parent: mid }, mid: { parent: top }, top: {} }",
      first: "low",
      second: "top",
      words: nil
    ),
  ]

  static let products = [
    Case(
      name: "two members of a unit that builds, of two products the smallest id",
      design: held("ana: { unit: lab }, bea: { unit: lab }", "ana", "bea")
        + "units: { lab: { builds: [web, app] } }\nproducts: { web: {}, app: {} }",
      first: "ana",
      second: "bea",
      words: "same product app"
    ),
    Case(
      name: "the owner and a team that builds",
      design: held("ana: {}", "ana", "team-a")
        + "units: { team-a: { kind: team, builds: [app] } }\n"
        + "products: { app: { product_owner: ana } }",
      first: "team-a",
      second: "ana",
      words: "same product app"
    ),
    Case(
      name: "who leads the team that builds, from another unit",
      design: held("ana: {}, tim: { unit: hall }", "ana", "tim")
        + "units: { hall: {}, team-a: { kind: team, lead: tim, builds: [app] } }\n"
        + "products: { app: { product_owner: ana } }",
      first: "ana",
      second: "tim",
      words: "same product app"
    ),
    Case(
      name: "who leads a group builds nothing by that",
      design: held("ana: {}, tim: {}", "ana", "tim")
        + "units: { group: { kind: product-group, lead: tim, builds: [app] } }\n"
        + "products: { app: { product_owner: ana } }",
      first: "ana",
      second: "tim",
      words: nil
    ),
    Case(
      name: "a group and what its teams build",
      design: held("ana: {}", "ana", "group")
        + "units: { group: {}, team-a: { kind: team, parent: group, builds: [app] } }\n"
        + "products: { app: { product_owner: ana } }",
      first: "group",
      second: "ana",
      words: "same product app"
    ),
    Case(
      name: "a group and what is at home in it but built elsewhere",
      design: held("ana: {}", "ana", "group")
        + "units: { group: {}, other: { builds: [app] } }\n"
        + "products: { app: { product_owner: ana, unit: group } }",
      first: "group",
      second: "ana",
      words: "same product app"
    ),
  ]

  static let teams = [
    Case(
      name: "two members of a team that builds nothing",
      design: held("ana: { unit: ops }, bea: { unit: ops }", "ana", "bea")
        + "units: { ops: { kind: team } }",
      first: "ana",
      second: "bea",
      words: "same team ops"
    ),
    Case(
      name: "two members of a unit that is no team",
      design: held("ana: { unit: ops }, bea: { unit: ops }", "ana", "bea")
        + "units: { ops: { kind: function } }",
      first: "ana",
      second: "bea",
      words: nil
    ),
    Case(
      name: "a member by listing and a team",
      design: held("ana: {}", "ana", "ops") + "units: { ops: { kind: team, members: [ana] } }",
      first: "ops",
      second: "ana",
      words: "same team ops"
    ),
    Case(
      name: "a seat is where who acts in it is",
      design: held(
        "ana: { unit: ops }, s: { vacant: true, acting: ana }, bea: { unit: ops }",
        "s",
        "bea"
      ) + "units: { ops: { kind: team } }",
      first: "s",
      second: "bea",
      words: "same team ops"
    ),
  ]

  static let twoProducts =
    "products: { app: { product_owner: ana }, web: { product_owner: bea } }\n"

  static let pockets = [
    Case(
      name: "two products in one pocket",
      design: held("ana: {}, bea: {}", "ana", "bea") + twoProducts
        + "pockets: { pnl: { covers: { products: [app, web] } } }",
      first: "ana",
      second: "bea",
      words: "same pocket pnl"
    ),
    Case(
      name: "who owns the pocket",
      design: held("ana: {}, cy: {}", "ana", "cy") + twoProducts
        + "pockets: { pnl: { owner: cy, covers: { products: [app] } } }",
      first: "ana",
      second: "cy",
      words: "same pocket pnl"
    ),
    Case(
      name: "a pocket with two owners has none",
      design: held("ana: {}, cy: {}, dee: {}", "ana", "cy") + twoProducts
        + "pockets: { pnl: { owner: [cy, dee], covers: { products: [app] } } }",
      first: "ana",
      second: "cy",
      words: nil
    ),
    Case(
      name: "a shared product is in the pocket with the largest share",
      design: held("ana: {}, bea: {}", "ana", "bea")
        + """
        products:
          app: { product_owner: ana, shared_by: { x: 30, y: 70 } }
          web: { product_owner: bea }
        pockets: { x: { covers: { products: [web] } }, y: {} }
        """,
      first: "ana",
      second: "bea",
      words: nil
    ),
  ]

  static let decisions = [
    Case(
      name: "who requests and who blocks, of two decisions the smallest id",
      design: held("ana: {}, cfo: {}", "ana", "cfo") + twoProducts
        + """
        decisions:
          pricing: { steps: [{ by: cfo, as: agree }, { by: po, as: decide }] }
          offers: { steps: [{ by: cfo, as: veto }] }
        """,
      first: "ana",
      second: "cfo",
      words: "cfo blocks offers requested by ana"
    ),
    Case(
      name: "advice does not block",
      design: held("ana: {}, cfo: {}", "ana", "cfo") + twoProducts
        + "decisions: { pricing: { steps: [{ by: cfo, as: input }, { by: po, as: decide }] } }",
      first: "ana",
      second: "cfo",
      words: nil
    ),
    Case(
      name: "a forum blocks through its chair",
      design: held("ana: {}, cfo: {}", "ana", "cfo") + twoProducts
        + "forums: { board: { chair: cfo } }\n"
        + "decisions: { pricing: { steps: [{ by: board, as: approve }] } }",
      first: "ana",
      second: "cfo",
      words: "cfo blocks pricing requested by ana"
    ),
    Case(
      name: "a unit blocks through its lead, and holds through it",
      design: held("ana: {}, cfo: {}", "ana", "finance") + twoProducts
        + "units: { finance: { lead: cfo } }\n"
        + "decisions: { pricing: { steps: [{ by: finance, as: approve }] } }",
      first: "ana",
      second: "finance",
      words: "cfo blocks pricing requested by ana"
    ),
    Case(
      name: "an any-of speaks through nobody",
      design: held("ana: {}, cfo: {}, coo: {}", "ana", "cfo") + twoProducts
        + "decisions: { pricing: { steps: [{ by: { any: [cfo, coo] }, as: approve }] } }\n",
      first: "ana",
      second: "cfo",
      words: nil
    ),
    Case(
      name: "nobody blocks oneself as the lead of another unit",
      design: held("ana: {}", "north", "south") + twoProducts
        + "units: { north: { lead: ana }, south: { lead: ana } }\n"
        + "decisions: { pricing: { requester: ana, steps: [{ by: ana, as: decide }] } }\n",
      first: "north",
      second: "south",
      words: "led by one person"
    ),
    Case(
      name: "an empty seat speaks through nobody",
      design: held("ana: {}, seat: { vacant: true }", "ana", "seat") + twoProducts
        + "decisions: { pricing: { steps: [{ by: seat, as: approve }] } }\n",
      first: "ana",
      second: "seat",
      words: nil
    ),
    Case(
      name: "a step of a parallel blocks as well",
      design: held("ana: {}, cfo: {}", "ana", "cfo") + twoProducts
        + """
        decisions:
          pricing: { steps: [{ parallel: [{ by: coo, as: agree }, { by: cfo, as: agree }] }] }
        """,
      first: "ana",
      second: "cfo",
      words: "cfo blocks pricing requested by ana"
    ),
    Case(
      name: "only for products in the scope",
      design: held("ana: {}, cfo: {}", "ana", "cfo") + twoProducts
        + """
        decisions:
          pricing: { scope: { products: [web] }, steps: [{ by: cfo, as: agree }] }
        """,
      first: "ana",
      second: "cfo",
      words: nil
    ),
  ]

  static let stewards = [
    Case(
      name: "a steward and an owner in the scope",
      design: held("kim: {}, bea: {}", "kim", "bea") + twoProducts
        + """
        stewardships:
          pairing: { kind: method, steward: kim, scope: { products: [app] } }
          ci-cd: { kind: tool, steward: kim }
        """,
      first: "bea",
      second: "kim",
      words: "kim stewards ci-cd for web"
    ),
    Case(
      name: "a steward and somebody outside the scope",
      design: held("kim: {}, bea: {}", "kim", "bea") + twoProducts
        + "stewardships: { ci-cd: { steward: kim, scope: { products: [app] } } }",
      first: "bea",
      second: "kim",
      words: nil
    ),
    Case(
      name: "a member of the team that builds is neither PO nor TL",
      design: held("kim: {}, dev: { unit: lab }", "kim", "dev") + twoProducts
        + "units: { lab: { builds: [app] } }\nstewardships: { ci-cd: { steward: kim } }",
      first: "dev",
      second: "kim",
      words: nil
    ),
  ]

  static let parents = [
    Case(
      name: "two pockets under one",
      design: held("ana: {}, bea: {}", "ana", "bea") + twoProducts
        + """
        pockets:
          all: {}
          one: { parent: all, covers: { products: [app] } }
          two: { parent: all, covers: { products: [web] } }
        """,
      first: "ana",
      second: "bea",
      words: "pockets under all"
    ),
    Case(
      name: "who owns the pocket above",
      design: held("ana: {}, gm: {}", "ana", "gm") + twoProducts
        + "pockets: { all: { owner: gm }, one: { parent: all, covers: { products: [app] } } }",
      first: "ana",
      second: "gm",
      words: "pockets under all"
    ),
    Case(
      name: "a pocket two levels above is none",
      design: held("ana: {}, gm: {}", "ana", "gm") + twoProducts
        + """
        pockets:
          all: { owner: gm }
          mid: { parent: all }
          one: { parent: mid, covers: { products: [app] } }
        """,
      first: "ana",
      second: "gm",
      words: nil
    ),
  ]

  private static func measured(_ people: String, _ first: String, _ second: String) -> String {
    "people: { \(people) }\nmetrics: { m: {}, n: { scope: { products: [app] } } }\n"
      + "products: { app: {}, web: {} }\n"
      + "incentives: { ana: [{ \(first) }], bea: [{ \(second) }] }\n"
  }

  private static func apart(
    _ name: String,
    _ first: String,
    _ second: String,
    _ words: String?
  ) -> Case {
    Case(
      name: name,
      design: measured("ana: {}, bea: {}", first, second),
      first: "ana",
      second: "bea",
      words: words
    )
  }

  static let scopes = [
    apart(
      "both incentives say so, and of two products the smaller id is named",
      "metric: m, scope: { products: [web, app] }",
      "metric: m, scope: { products: [app, web] }",
      "both are measured on app"
    ),
    apart(
      "an incentive and the metric of the other",
      "metric: n",
      "metric: m, scope: { products: [app] }",
      "both are measured on app"
    ),
    apart("one of them says nothing", "metric: m", "metric: n", nil),
    apart("of different products", "metric: n", "metric: m, scope: { products: [web] }", nil),
    apart("nothing of the scope resolves", "metric: n", "metric: m, scope: { products: [x] }", nil),
  ]

  private static func reports(
    _ name: String,
    _ people: String,
    _ words: String?,
    scope: String = "app"
  ) -> Case {
    Case(
      name: name,
      design: measured(
        people,
        "metric: m, scope: { products: [app] }",
        "metric: m, scope: { products: [\(scope)] }"
      ),
      first: "ana",
      second: "bea",
      words: words,
      couplings: ["peers", "near"],
      near: 0
    )
  }

  static let peers = [
    reports(
      "two reports of one manager",
      "ana: { reports_to: gm }, bea: { reports_to: gm }, gm: {}",
      "both report to gm"
    ),
    reports(
      "a seat and who acts in it are one manager",
      "ana: { reports_to: seat }, bea: { reports_to: gm }, gm: {}, seat: { vacant: true, acting: gm }",
      "both report to gm"
    ),
    reports(
      "nobody acts in the seat of the manager",
      "ana: { reports_to: seat }, bea: { reports_to: seat }, seat: { vacant: true }",
      "both report to seat"
    ),
    reports(
      "two managers",
      "ana: { reports_to: gm }, bea: { reports_to: cy }, gm: {}, cy: {}",
      nil
    ),
    reports(
      "measured for different products",
      "ana: { reports_to: gm }, bea: { reports_to: gm }, gm: {}",
      nil,
      scope: "web"
    ),
  ]

  static let ladder = """
    a: { reports_to: b }, b: { reports_to: top }, c: { reports_to: top }, d: { reports_to: c },
    e: { reports_to: d }, top: {}, loner: {}
    """

  static let near = [
    Case(
      name: "four steps",
      design: held(ladder, "a", "d"),
      first: "a",
      second: "d",
      words: "4 reporting steps apart"
    ),
    Case(
      name: "five steps",
      design: held(ladder, "a", "e"),
      first: "a",
      second: "e",
      words: nil
    ),
    Case(
      name: "straight up",
      design: held(ladder, "e", "top"),
      first: "e",
      second: "top",
      words: "3 reporting steps apart"
    ),
    Case(
      name: "as the settings say",
      design: held(ladder, "a", "c"),
      first: "a",
      second: "c",
      words: nil,
      near: 2
    ),
    Case(
      name: "in no line together",
      design: held(ladder, "a", "loner"),
      first: "a",
      second: "loner",
      words: nil,
      near: 1_000_000_000
    ),
    Case(
      name: "a unit stands where its lead does",
      design: held(ladder, "a", "team-a") + "units: { team-a: { lead: c } }",
      first: "a",
      second: "team-a",
      words: "3 reporting steps apart"
    ),
    Case(
      name: "two units that one person leads",
      design: held("ana: {}", "team-a", "team-b")
        + "units: { team-a: { lead: ana }, team-b: { lead: ana } }",
      first: "team-a",
      second: "team-b",
      words: "led by one person"
    ),
    Case(
      name: "through the seat somebody acts in",
      design: held(
        "x: { reports_to: s }, y: { reports_to: m }, m: { reports_to: ana }, "
          + "s: { vacant: true, acting: ana }, ana: {}",
        "x",
        "y"
      ),
      first: "x",
      second: "y",
      words: "3 reporting steps apart"
    ),
  ]

  /// People, and an incentive for each of some holders.
  static func held(_ people: String, _ holders: String...) -> String {
    "people: { \(people) }\nmetrics: { m: {} }\nincentives: { "
      + holders.map { "\($0): [{ metric: m }]" }.joined(separator: ", ") + " }\n"
  }
}

extension Design {
  /// Returns the position of a person or unit among the holders of incentives.
  func holder(_ id: String) -> Int {
    let entity = graph.entity(.person, id: id) ?? graph.entity(.unit, id: id)
    guard let holder = entity.flatMap({ facts.incentives.holder($0) }) else {
      preconditionFailure("the design has no holder '\(id)'")
    }
    return holder
  }

  func words(_ coupling: Coupling?) -> String? {
    coupling?.words { graph.id($0) }
  }
}
