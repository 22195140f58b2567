import Foundation
import Testing

/// What `orglint conflicts` answers.
struct ConflictsTests {
  private static let design = """
    orglint: 1
    people:
      gm: {}
      po: { reports_to: gm }
      tl: { reports_to: gm }
      sales: { reports_to: gm, unit: desk }
      fin: { reports_to: gm, unit: desk }
      eva: { reports_to: gm }
    units: { desk: { kind: team, lead: sales, builds: [app] } }
    products: { app: { product_owner: po, technology_lead: tl }, far: { product_owner: eva } }
    metrics:
      discount: { controllable_by: [sales], drives: { bookings: { effect: raises, confidence: verified, evidence: price test }, margin: { effect: lowers, confidence: verified } } }
      training: { controllable_by: [gm], drives: { bookings: { effect: raises, confidence: correlated }, margin: { effect: raises, confidence: correlated } } }
      bookings: { good: up }
      margin: { good: up }
      releases: { good: up }
      outages: { good: down }
    tradeoffs:
      speed: { between: [releases, outages], policy: error budget, arbiter: gm, review_by: 2027-03-31 }
    incentives:
      sales: [{ metric: bookings }]
      fin: [{ metric: margin }]
      po: [{ metric: releases }]
      tl: [{ metric: outages }]
      eva: [{ metric: releases, direction: decrease }]
    """

  private static let opposed = design.replacingOccurrences(
    of: "releases: { good: up }",
    with: "releases: { good: up, opposes: [outages] }"
  )

  private func run(_ arguments: String...) throws -> Orglint.Outcome {
    try Orglint(["org.yaml": Self.opposed])
      .run(["conflicts"] + arguments + ["--today", "2026-11-24"])
  }

  @Test func `the answer shows both chains, who could arbitrate, and what helps`() throws {
    let run = try run("person/fin", "--verbose")
    #expect(run.status == 0)
    #expect(
      run.output == """
        ## Goals that pull against each other about person/fin

        ### warning: fin and sales, one lever over 'discount' (same product 'app')

        - fin: discount down → margin up (org.yaml:22)
          - 'discount' lowers 'margin': verified (org.yaml:12)
        - sales: discount up → bookings up (org.yaml:21)
          - 'discount' raises 'bookings': verified, evidence: price test (org.yaml:12)
        - confidence: verified
        - could arbitrate: gm, who holds nothing downstream of both

        ## Free levers and camps

        - product/app: 'training' up helps fin, sales and hurts nobody
        - product/app: two camps: fin, po / sales, tl

        - 4 of 6 metrics are connected
        - 2 of 4 metrics on a scorecard have a known controller

        """
    )
  }

  @Test func `a managed tension is listed with who settles it`() throws {
    let run = try run()
    #expect(
      run.output.contains(
        """
        ## Managed tensions

        - po and tl, 'releases' and 'outages': error budget, gm arbitrates, review by 2027-03-31
        """
      )
    )
  }

  @Test func `the matrix has every pair, coupled or not`() throws {
    struct Matrix: Decodable {
      struct Side: Decodable { var holder: String }
      struct Pair: Decodable {
        var first: Side
        var second: Side
        var kind: String
        var witness: String?
        var ambiguous: Bool
      }
      var pairs: [Pair]
    }
    let run = try run("--matrix", "--format", "json")
    let matrix = try JSONDecoder().decode(Matrix.self, from: Data(run.output.utf8))
    #expect(matrix.pairs.count == 10)
    let found = matrix.pairs.filter { $0.kind != "none" }.map {
      "\($0.first.holder) \($0.second.holder) \($0.kind) \($0.witness ?? "-")"
    }
    // eva's releases are those of another product.
    #expect(
      found == [
        "person/fin person/sales lever metric/discount", "person/po person/tl declared -",
      ]
    )
  }

  @Test(
    arguments: [
      ("person/fim", "the design has no 'person/fim'; did you mean 'person/fin' or"),
      ("fin", "entries are named kind/id"),
      ("persn/fin", "there is no kind 'persn'; did you mean 'person'?"),
      ("forum/council", "the design has no 'forum/council', and no other forum"),
    ]
  )
  func `an unknown entry is answered with the nearest`(entry: String, words: String) throws {
    let run = try run(entry)
    #expect(run.status == 2)
    #expect(run.errors.contains(words))
  }

  @Test func `SARIF has both chains as steps of a flow, and nothing else in it`() throws {
    struct Log: Decodable {
      struct Text: Decodable { var text: String }
      struct Location: Decodable { var message: Text? }
      struct Step: Decodable { var location: Location }
      struct Flow: Decodable { var locations: [Step] }
      struct Flows: Decodable { var threadFlows: [Flow] }
      struct Result: Decodable {
        var ruleId: String
        var codeFlows: [Flows]?
      }
      struct Run: Decodable { var results: [Result] }
      var runs: [Run]
    }
    let run = try Orglint(["org.yaml": Self.opposed])
      .run("check", "--format", "sarif", "--today", "2026-11-24")
    let log = try JSONDecoder().decode(Log.self, from: Data(run.output.utf8))
    let lever = try #require(
      log.runs.first?.results.first { $0.ruleId == "inc-lever-conflict" }?.codeFlows?.first
    )
    #expect(
      lever.threadFlows.first?.locations.map { $0.location.message?.text ?? "" } == [
        "fin: discount down → margin up, verified",
        "'discount' lowers 'margin', verified",
        "sales: discount up → bookings up, verified",
        "'discount' raises 'bookings', verified",
      ]
    )
  }
}
