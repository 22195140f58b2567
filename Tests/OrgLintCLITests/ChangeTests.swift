import Foundation
import Testing

/// What `diff` and `check --since` say about a change.
struct ChangeTests {
  private static let people = """
    orglint: 1
    people:
      { ceo: {}, bo: { reports_to: ceo }, ana: { reports_to: bo }, tim: { reports_to: bo },
        eva: { reports_to: bo }, kim: { reports_to: bo } }
    """
  private static let products = """
    orglint: 1
    products:
      app: { product_owner: ana, technology_lead: tim }
      toy: { technology_lead: tim }
    """

  private func repository() throws -> Repository {
    try Repository(["org/people.yaml": Self.people, "org/products.yaml": Self.products])
  }

  /// The rule, target and status of each finding of a report in JSON.
  private func findings(_ outcome: Orglint.Outcome) throws -> [String] {
    struct Report: Decodable {
      struct Finding: Decodable {
        var rule: String
        var target: String
        var status: String?
        var causes: [String]?
      }
      var findings: [Finding]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    return report.findings.map { "\($0.status ?? "none") \($0.rule) \($0.target)" }
  }

  @Test func `without a change nothing is new and the run passes`() throws {
    let repository = try repository()
    let diff = try repository.run("diff", "main", "--in", "org")
    #expect(diff.status == 0)
    #expect(diff.output.hasPrefix("main → working tree\n\nno new finding, 1 from before\n"))
    let check = try repository.run("check", "org", "--since", "main", "--format", "json")
    #expect(check.status == 0)
    #expect(try findings(check) == ["existing po-missing product/toy"])
  }

  @Test func `a finding in a file nobody touched names the edit that brought it`() throws {
    let repository = try repository()
    try repository.orglint.write(
      "org/people.yaml",
      Self.people.replacingOccurrences(of: " ana: { reports_to: bo },", with: "")
    )
    let check = try repository.run("check", "org", "--since", "main")
    #expect(check.status == 1)
    #expect(check.output.contains("product_owner of product 'app' names 'ana'"))
    #expect(check.output.contains("org/products.yaml:3:25 (new)"))
    #expect(check.output.contains("= cause: person 'ana' removed"))
    #expect(!check.output.contains("product 'toy' has no product owner"))
    #expect(check.output.contains("1 from before"))
  }

  @Test func `what the change mends is listed as fixed`() throws {
    let repository = try repository()
    try repository.orglint.write(
      "org/products.yaml",
      Self.products.replacingOccurrences(of: "toy: {", with: "toy: { product_owner: ana,")
    )
    let diff = try repository.run("diff", "main", "--in", "org")
    #expect(diff.status == 0)
    #expect(
      diff.output.contains(
        """
        fixed: 1 finding
          org/products.yaml:4:3: error[po-missing] product 'toy' has no product owner
        """
      )
    )
    #expect(diff.output.contains("~ product_owner of product 'toy': nothing → ana"))
  }

  @Test func `moving entries to another file changes nothing`() throws {
    let repository = try repository()
    try repository.git("rm", "-q", "org/products.yaml")
    try repository.orglint.write("org/sub/all.yaml", Self.products)
    let diff = try repository.run("diff", "main", "--in", "org", "--format", "json")
    #expect(try findings(diff) == ["existing po-missing product/toy"])
    #expect(diff.output.contains("\"edits\": []"))
    #expect(diff.status == 0)
  }

  @Test func `a renamed entry is neither removed nor new, and keeps its findings`() throws {
    let repository = try repository()
    _ = try repository.run("baseline", "write", "org")
    let products = Self.products.replacingOccurrences(of: "toy: {", with: "game: { aliases: toy,")
      .replacingOccurrences(of: "technology_lead: tim", with: "technology_lead: tl")
    try repository.orglint.write("org/products.yaml", products)
    try repository.orglint.write(
      "org/people.yaml",
      Self.people.replacingOccurrences(
        of: "tim: { reports_to: bo }",
        with: "tl: { reports_to: bo, aliases: [x-1, tim] }"
      )
    )
    let check = try repository.run("check", "org", "--since", "main", "--format", "json")
    #expect(try findings(check) == ["existing po-missing product/game"])
    #expect(check.status == 0)
    let diff = try repository.run("diff", "main", "--in", "org")
    #expect(diff.output.contains("no new finding, 1 from before"))
    #expect(diff.output.contains("aliases of product 'game': nothing → toy"))
    // What names the entry says the same as before.
    #expect(!diff.output.contains("technology_lead"))
    #expect(!diff.output.contains("removed"))
    #expect(!diff.output.contains("added"))
    let baseline = try repository.run(
      "check",
      "org",
      "--baseline",
      ".orglint-baseline.json",
      "--format",
      "json"
    )
    #expect(try findings(baseline) == [])
    // Without the alias it is another entry.
    try repository.orglint.write(
      "org/products.yaml",
      products.replacingOccurrences(of: "aliases: toy,", with: "")
    )
    let without = try repository.run("check", "org", "--since", "main", "--format", "json")
    #expect(try findings(without) == ["new po-missing product/game"])
  }

  @Test func `the base is where the branches parted`() throws {
    let repository = try repository()
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.git("checkout", "-q", "main")
    try repository.orglint.write(
      "org/products.yaml",
      Self.products.replacingOccurrences(of: "toy: {", with: "toy: { product_owner: ana,")
    )
    try repository.commit()
    try repository.git("checkout", "-q", "topic")
    let diff = try repository.run("diff", "main", "--in", "org")
    #expect(diff.output.contains("no new finding, 1 from before"))
  }

  @Test func `a base that does not parse is told, for all may count as new`() throws {
    let repository = try repository()
    try repository.orglint.write("org/units.yaml", "orglint: 1\nunits: [\n")
    try repository.commit()
    let broken = try repository.run("diff", "HEAD", "--in", "org")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("a file of the base was not read to its end"))
    try repository.orglint.write("org/units.yaml", "orglint: 1\n")
    let mended = try repository.run("diff", "HEAD", "--in", "org")
    #expect(mended.errors.contains("a file of the base was not read to its end"))
    #expect(mended.output.contains("fixed: "))
  }

  @Test func `two revisions are compared whatever the working tree says`() throws {
    let repository = try repository()
    try repository.git("tag", "before")
    try repository.orglint.write(
      "org/products.yaml",
      Self.products.replacingOccurrences(of: "technology_lead: tim }\n  toy", with: "}\n  toy")
    )
    try repository.commit()
    try repository.git("tag", "after")
    try repository.orglint.write("org/products.yaml", "broken: [")
    let diff = try repository.run("diff", "before", "after", "--in", "org", "--format", "json")
    #expect(
      try findings(diff) == ["new tl-missing product/app", "existing po-missing product/toy"]
    )
    #expect(diff.status == 1)
  }

  @Test func `two folders are compared without git`() throws {
    let orglint = try Orglint([
      "old/org.yaml": Self.products, "new/org.yaml": Self.products + "\n  kit: {}\n",
    ])
    let diff = try orglint.run("diff", "old", "new", "--format", "json", "--rule", "po-missing")
    #expect(
      try findings(diff).filter { $0.contains("po-missing") } == [
        "existing po-missing product/toy", "new po-missing product/kit",
      ]
    )
  }

  @Test(arguments: ["text", "json", "markdown"])
  func `a redacted comparison has no names and no free text`(format: String) throws {
    func design(_ who: String, _ day: String) -> String {
      """
      orglint: 1
      people: { ana: { name: "\(who) Alpha" } }
      metrics: { m: {}, n: { name: "\(who) Beta" } }
      tradeoffs: { t: { between: [m, n], policy: "\(who) Gamma settles it", arbiter: ana, review_by: \(day) } }
      waivers: [{ rule: ref-orphan, target: person/ana, reason: "\(who) Delta is away" }]

      """
    }
    let orglint = try Orglint([
      "a/org.yaml": design("Old", "2027-01-01"), "b/org.yaml": design("New", "2026-01-01"),
    ])
    let arguments = ["diff", "a", "b", "--today", "2026-11-24", "--format", format]
    let shown = try orglint.run(arguments).output
    #expect(shown.contains("Gamma") && shown.contains("Delta"))
    let run = try orglint.run(arguments + ["--redact"])
    #expect(run.output.contains("policy") && run.output.contains("reason of waiver"))
    for name in ["Alpha", "Beta", "Gamma", "Delta"] { #expect(!run.output.contains(name)) }
  }

  @Test func `what a change does to whatever silences findings comes first`() throws {
    let repository = try repository()
    try repository.orglint.write(
      "org/products.yaml",
      Self.products.replacingOccurrences(
        of: "  toy:",
        with: "  # orglint: ignore po-missing -- on sale\n  toy:"
      ) + """

        waivers:
          - { rule: tl-missing, target: product/app, reason: soon, until: 2027-01-31, approved_by: bo }
        """
    )
    try repository.orglint.write(".orglint.yaml", "rules: { tl-multiple: off }\n")
    try repository.commit()
    try repository.orglint.write(".orglint.yaml", "rules: { po-missing: off }\n")
    let diff = try repository.run("diff", "HEAD~1", "--in", "org", "--today", "2026-11-24")
    let start = diff.output.prefix { $0 != "=" }
    #expect(start.contains("configuration .orglint.yaml added"))
    #expect(start.contains("waiver 'tl-missing for product/app' added"))
    #expect(start.contains("ignore comment for 'po-missing' at product/toy added"))
    let config = try repository.run("diff", "HEAD", "--in", "org", "--today", "2026-11-24")
    #expect(config.output.contains("severity of po-missing: error → off"))
  }

  @Test(
    arguments: [
      (["diff", "no-such-branch", "--in", "org"], "there is no commit 'no-such-branch'"),
      (["check", "org", "--since", "--output"], "since"),
      (["check", "org", "--since", "HEAD^{tree}"], "there is no commit 'HEAD^{tree}'"),
    ]
  )
  func `a base that is not there is no green run`(arguments: [String], words: String) throws {
    let repository = try repository()
    let run = try repository.orglint.run(arguments, environment: Repository.environment)
    #expect(run.status == 2)
    #expect(run.errors.contains(words))
    #expect(run.output.isEmpty)
  }

  @Test func `a shallow clone is told how to get the base`() throws {
    let repository = try repository()
    try repository.git("commit", "-q", "--allow-empty", "-m", "later")
    let source = repository.orglint.folder.path()
    let clone = try Orglint()
    let cloning = Process()
    cloning.executableURL = URL(filePath: "/usr/bin/env")
    cloning.arguments = [
      "git", "clone", "-q", "--depth", "1", "file://\(source)",
      clone.folder.appending(path: "c").path(),
    ]
    cloning.environment = Repository.environment
    try cloning.run()
    cloning.waitUntilExit()
    let run = try clone.run(
      "check",
      "org",
      "--since",
      "HEAD~1",
      in: "c",
      environment: Repository.environment
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("git fetch --unshallow origin"))
  }

  @Test func `two files are compared, and what is neither path nor revision is told`() throws {
    let orglint = try Orglint([
      "a.yaml": "orglint: 1\nproducts: { app: { technology_lead: tim } }\npeople: { tim: {} }\n",
      "b.yaml": "orglint: 1\nproducts: { app: {} }\npeople: { tim: {} }\n",
    ])
    let diff = try orglint.run("diff", "a.yaml", "b.yaml", "--rule", "tl-missing")
    #expect(diff.output.contains("new: 1 error"))
    let missing = try orglint.run("diff", "a.yaml", "/gone")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no folder '/gone'"))
    let idle = try orglint.run("diff", "a.yaml", "b.yaml", "--in", "org")
    #expect(idle.status == 2)
    #expect(idle.errors.contains("--in org says which design a revision holds"))
  }

  @Test func `a repository without a working tree has no files beside the base`() throws {
    let repository = try repository()
    try repository.git("clone", "-q", "--bare", ".", "bare")
    let run = try repository.orglint.run(
      ["diff", "main"],
      in: "bare",
      environment: Repository.environment
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("a repository without a working tree"))
    #expect(!run.errors.contains("fatal"))
  }

  @Test func `outside of a repository a revision is no base`() throws {
    let orglint = try Orglint(["org.yaml": Self.products])
    let run = try orglint.run("diff", "main", environment: Repository.environment)
    #expect(run.status == 2)
    #expect(run.errors.contains("in no git repository"))
  }

  @Test func `what a change mends is placed in the files of the base`() throws {
    let repository = try Repository([
      "org/a.yaml": "orglint: 1\npeople: { ana: {} }\n",
      "org/b.yaml": "orglint: 1\nproducts:\n  app: { product_owner: ana, software: true }\n",
    ])
    try FileManager.default.removeItem(at: repository.orglint.folder.appending(path: "org/b.yaml"))
    let text = try repository.run("diff", "main", "--in", "org", "--rule", "tl-missing")
    #expect(text.output.contains("  org/b.yaml:3:3: error[tl-missing]"), "\(text.output)")
    let json = try repository.run(
      "diff",
      "main",
      "--in",
      "org",
      "--rule",
      "tl-missing",
      "--format",
      "json"
    )
    #expect(json.output.contains(#""location": {"file": "org/b.yaml", "line": 3, "column": 3"#))
  }
}
