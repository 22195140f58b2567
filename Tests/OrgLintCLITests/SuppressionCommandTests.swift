import Foundation
import Testing

/// What silences findings, from the command line.
struct SuppressionCommandTests {
  private static let design = """
    orglint: 1
    people:
      ana: {}
      bo: { reports_to: ana }
    products:
      app: { product_owner: ana }  # orglint: ignore tl-missing until=2026-12-24 -- the offer is out
      web: { product_owner: bo }
      api: { technology_lead: bo }
    waivers:
      - rule: tl-missing
        target: product/web
        reason: nobody was found
        until: 2027-01-31
        approved_by: ana

    """

  private static let today = ["--today", "2026-11-24"]

  private func check(_ orglint: Orglint, _ options: String...) throws -> Orglint.Outcome {
    try orglint.run(["check", "--format", "concise"] + Self.today + options)
  }

  /// The rule and target of each finding that is listed.
  private func listed(_ outcome: Orglint.Outcome) -> [String] {
    outcome.output.split(separator: "\n").compactMap { line in
      guard let start = line.firstIndex(of: "["), let end = line.firstIndex(of: "]") else {
        return nil
      }
      return String(line[line.index(after: start)..<end])
    }
  }

  @Test func `suppressions lists each with place, owner, end and reason`() throws {
    let orglint = try Orglint(["org.yaml": Self.design])
    let text = try orglint.run(["suppressions"] + Self.today)
    #expect(
      text.output == """
        org.yaml:6:3: error[tl-missing] product 'app' has no technology lead
            comment, at org.yaml:6:32, until 2026-12-24 (30 days left): the offer is out
        org.yaml:7:3: error[tl-missing] product 'web' has no technology lead
            waiver, at org.yaml:10:5, approved by ana, until 2027-01-31 (68 days left): nobody was found
        2 silenced: 1 by waivers, 1 by comments

        """
    )
    let json = try orglint.run(["suppressions", "--format", "json"] + Self.today)
    #expect(try json.output == golden("suppressions.json", json.output))
    #expect(text.status == 0 && json.status == 0)
  }

  @Test func `without anything silenced it says so`() throws {
    let outcome = try Orglint(["org.yaml": "orglint: 1\nproducts: { app: {} }\n"])
      .run("suppressions")
    #expect(outcome.output == "nothing is silenced\n" && outcome.status == 0)
  }

  @Test func `no-ignores lists everything`() throws {
    let orglint = try Orglint(["org.yaml": Self.design])
    #expect(listed(try check(orglint, "--rule", "tl-missing")) == [])
    #expect(
      listed(try check(orglint, "--rule", "tl-missing", "--no-ignores"))
        == ["tl-missing", "tl-missing"]
    )
  }

  @Test func `an enforced rule is silenced by nothing in the design`() throws {
    let orglint = try Orglint([
      "org.yaml": Self.design,
      ".orglint.yaml": "rules: { tl-missing: { enforced: true } }\n",
    ])
    let outcome = try check(orglint, "--rule", "tl-missing", "--rule", "hyg-waiver-invalid")
    #expect(listed(outcome).filter { $0 == "tl-missing" }.count == 2)
    #expect(outcome.output.contains("names a rule that cannot be ignored"))
    #expect(outcome.output.contains("names a rule that cannot be waived"))
  }

  @Test func `SARIF has what is silenced if asked`() throws {
    let orglint = try Orglint(["org.yaml": Self.design])
    let plain = try orglint.run(["check", "--format", "sarif"] + Self.today)
    #expect(!plain.output.contains("\"suppressions\""))
    let full = try orglint.run(
      ["check", "--format", "sarif", "--sarif-include-suppressed"] + Self.today
    )
    #expect(full.output.contains("\"justification\": \"nobody was found\""))
    #expect(full.output.contains("\"kind\": \"inSource\""))
  }
}

/// The life of a baseline.
struct BaselineCommandTests {
  private static let design = "orglint: 1\nproducts:\n  app: {}\n  web: {}\n"
  private static let file = ".orglint-baseline.json"

  private func adopted() throws -> Orglint {
    let orglint = try Orglint(["org.yaml": Self.design])
    let outcome = try orglint.run("baseline", "write")
    #expect(outcome.output == "4 entries in \(Self.file)\n" && outcome.status == 0)
    return orglint
  }

  @Test func `what is written silences everything of today`() throws {
    let orglint = try adopted()
    #expect(
      try orglint.read(Self.file) == """
        { "format": "orglint-baseline/1", "findings": [
        { "identity": ["po-missing", "product/app", "", ""] },
        { "identity": ["po-missing", "product/web", "", ""] },
        { "identity": ["tl-missing", "product/app", "", ""] },
        { "identity": ["tl-missing", "product/web", "", ""] },
        {} ] }

        """
    )
    #expect(try orglint.run("check").status == 1)
    let outcome = try orglint.run("check", "--baseline", Self.file)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("(4 suppressed)"))
    #expect(try orglint.run("baseline", "check").status == 0)
  }

  @Test func `writing says what stays because nothing can silence it`() throws {
    let orglint = try Orglint([
      "org.yaml": Self.design
        + "people: { ana: { reports_to: gone, deputy: lost }, bo: { vacant: maybe } }\n"
    ])
    let outcome = try orglint.run(
      "baseline",
      "write",
      "--rule",
      "po-missing",
      "--rule",
      "ref-unresolved"
    )
    #expect(outcome.status == 0)
    #expect(outcome.output == "2 entries in \(Self.file)\n")
    #expect(
      outcome.errors.contains("not in it, because a baseline cannot silence them: ")
        && outcome.errors.contains("ref-unresolved") && outcome.errors.contains("1 yaml-"),
      "\(outcome.errors)"
    )
  }

  @Test func `a new finding counts and says that it is new`() throws {
    let orglint = try adopted()
    try orglint.write("org.yaml", Self.design + "  new: {}\n")
    let outcome = try orglint.run("check", "--baseline", Self.file, "--format", "json")
    #expect(outcome.status == 1)
    #expect(outcome.output.components(separatedBy: "\"status\": \"new\"").count == 3)
    #expect(outcome.output.contains("\"suppressed\": 4"))
  }

  @Test func `the configuration can name it`() throws {
    let orglint = try adopted()
    try orglint.write(".orglint.yaml", "baseline: \(Self.file)\n")
    #expect(try orglint.run("check").status == 0)
  }

  @Test func `it shrinks`() throws {
    let orglint = try adopted()
    try orglint.write("org.yaml", "orglint: 1\nproducts:\n  web: {}\n")
    let run = try orglint.run("check", "--baseline", Self.file)
    #expect(
      run.errors == "orglint: 2 entries of the baseline match nothing any more; "
        + "orglint baseline prune takes them out\n"
    )
    let check = try orglint.run("baseline", "check")
    #expect(check.status == 1)
    #expect(
      check.output == """
        stale: po-missing product/app
        stale: tl-missing product/app
        2 of 4 entries stale

        """
    )
    let prune = try orglint.run("baseline", "prune")
    #expect(prune.output == "2 entries removed, 2 left\n" && prune.status == 0)
    #expect(try orglint.run("baseline", "check").status == 0)
  }

  @Test func `entries of rules that do not run and of a broken design stay`() throws {
    let orglint = try adopted()
    try orglint.write("org.yaml", "orglint: 1\nproducts:\n  web: {}\n")
    let some = try orglint.run("baseline", "prune", "--rule", "po-missing")
    #expect(some.output == "1 entry removed, 3 left\n")
    try orglint.write("org.yaml", "orglint: 1\nproducts: [\n")
    #expect(try orglint.run("baseline", "prune").output == "0 entries removed, 3 left\n")
    let write = try orglint.run("baseline", "write")
    #expect(write.status == 2 && write.errors.contains("was not read to its end"))
  }

  @Test func `writing for one rule keeps the entries of the others`() throws {
    let orglint = try adopted()
    try orglint.write("org.yaml", "orglint: 1\nproducts:\n  web: {}\n")
    let outcome = try orglint.run("baseline", "write", "--rule", "tl-missing")
    #expect(outcome.output == "3 entries in \(Self.file)\n")
    let kept = try orglint.read(Self.file)
    #expect(
      kept.contains("po-missing\", \"product/app") && !kept.contains("tl-missing\", \"product/app")
    )
  }

  @Test func `a damaged or missing file stops the run with its place`() throws {
    let orglint = try adopted()
    let missing = try orglint.run("check", "--baseline", "none.json")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no baseline 'none.json'"))
    try orglint.write(Self.file, "<<<<<<< HEAD\n" + (try orglint.read(Self.file)))
    let damaged = try orglint.run("check", "--baseline", Self.file)
    #expect(damaged.status == 2 && damaged.output.isEmpty)
    #expect(damaged.errors.contains("\(Self.file):"))
    try orglint.write(Self.file, "{ \"format\": \"orglint-baseline/9\", \"findings\": [] }\n")
    let newer = try orglint.run("baseline", "check")
    #expect(newer.status == 2)
    #expect(newer.errors.contains("\(Self.file):1:13"))
    #expect(try orglint.run("baseline", "write").output == "4 entries in \(Self.file)\n")
  }
}
