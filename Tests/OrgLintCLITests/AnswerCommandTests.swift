import Foundation
import Testing

/// What `who`, `path` and `stats` say.
struct AnswerCommandTests {
  private static let design = """
    orglint: 1
    organization: { name: Kestrel }
    people:
      ceo: { name: Ida Holm }
      gm: { reports_to: ceo, archetype: coach }
      po: { reports_to: gm, name: Ana Obi }
      seat: { vacant: true, acting: po }
      cfo: { reports_to: ceo }
    units:
      core: { kind: product-group }
      team: { kind: team, parent: core, lead: po, builds: [app] }
    products:
      app: { name: Shop, unit: core, product_owner: po, technology_lead: seat }
      flyer: { software: false, kind: internal, stage: build }
    pockets:
      all: { owner: ceo }
      app-pnl: { owner: gm, parent: all, covers: { products: [app] } }
    stewardships:
      ci: { kind: tool, steward: seat, scope: { products: [app] } }
    decisions:
      price:
        type: pricing
        class: strategic
        scope: { products: [app] }
        limits: { amount: { max: 5000 } }
        escalates_to: [ceo]
        steps:
          - { by: tl, as: input }
          - { by: cfo, as: agree, grounds: financial-control }
          - { by: pocket-owner, as: decide }
      backlog: { steps: [{ by: po, as: decide }] }

    """

  @Test(arguments: [
    ("who-app.md", ["who", "app"]),
    ("who-app.json", ["who", "product/app", "--format", "json"]),
    ("who-flyer.md", ["who", "flyer"]),
    ("path-price.md", ["path", "price"]),
    ("path-price.json", ["path", "price", "app", "--format", "json"]),
    ("path-backlog.md", ["path", "decision/backlog"]),
    ("stats.md", ["stats"]),
    ("stats.json", ["stats", "--format", "json"]),
  ])
  func `an answer is as it was read`(name: String, arguments: [String]) throws {
    let outcome = try Orglint(["org.yaml": Self.design]).run(arguments)
    #expect(try outcome.output == golden(name, outcome.output))
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
  }

  @Test(arguments: [
    (["who", "ap"], "the design has no product 'ap'; did you mean 'app'?"),
    (["who", "zzzzzz"], "the design has no product 'zzzzzz'; there is app, flyer"),
    (["path", "prices"], "the design has no decision 'prices'; did you mean 'price'?"),
    (["path", "price", "apq"], "the design has no product 'apq'; did you mean 'app'?"),
    (["path", "price", "flyer"], "decision 'price' is not about product 'flyer'"),
  ])
  func `a wrong name ends with status 2 and what there is`(
    arguments: [String],
    words: String
  ) throws {
    let outcome = try Orglint(["org.yaml": Self.design]).run(arguments)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors == "orglint: \(words)\n")
  }

  @Test func `a design without decisions says so`() throws {
    let outcome = try Orglint(["org.yaml": "orglint: 1\nproducts: { app: {} }\n"]).run("path", "x")
    #expect(outcome.status == 2 && outcome.errors == "orglint: the design has no decisions\n")
  }

  @Test(arguments: [["who", "mobile-app"], ["path", "web-release"], ["stats"]])
  func `the manual shows what the commands print`(arguments: [String]) throws {
    let samples = projectRoot.appending(path: "samples/velmora").path()
    let outcome = try Orglint().run(arguments + ["--in", samples])
    let manual = try String(
      contentsOf: projectRoot.appending(path: "docs/answers.md"),
      encoding: .utf8
    )
    #expect(manual.contains("```markdown\n\(outcome.output)```\n"))
  }
}
