import Foundation
import Testing

/// What is in force is told with where it comes from, and a report says no more than asked.
struct ListingTests {
  private static func orglint() throws -> Orglint {
    try Orglint([
      "org/a.yaml": """
      orglint: 1
      units: { labs: { name: Secret Labs } }
      products: { app: { name: Hidden Gem, unit: labs }, web: { product_owner: Ana Berg } }
      """,
      "org/old/b.yaml": "orglint: 1\n",
      ".orglint.yaml": """
      paths: [org]
      exclude: [org/old]
      settings: { near: 3, tag_words: { cost: [bill] } }
      rules:
        po-missing: { severity: warning, kinds: [customer] }
      """,
    ])
  }

  @Test func `config says where each value comes from`() throws {
    let orglint = try Self.orglint()
    let text = try orglint.run("config").output.split(separator: "\n")
      .map { $0.split(separator: " ").joined(separator: " ") }
    #expect(text.first == "configuration .orglint.yaml")
    #expect(text.contains("profile recommended default"))
    #expect(text.contains("settings.near 3 .orglint.yaml:3"))
    #expect(text.contains("settings.tag_words.cost [bill] .orglint.yaml:3"))
    #expect(text.contains("rules.po-missing.kinds [customer] .orglint.yaml:5"))
    #expect(!text.contains { $0.hasPrefix("settings.max_path") })
    let all = try orglint.run("config", "--all", "--profile", "minimal").output
    #expect(all.contains("settings.max_path"))
    #expect(all.contains("command line"))
  }

  @Test func `config and rules are written as JSON too`() throws {
    let orglint = try Self.orglint()
    for command in ["config", "rules"] {
      let output = try orglint.run(command, "--format", "json").output
      let root = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      #expect(root?["format"] as? String == "orglint/1")
    }
  }

  @Test func `rules marks what the configuration changed`() throws {
    let lines = try Self.orglint().run("rules").output.split(separator: "\n")
    #expect(lines.first { $0.contains("po-missing ") }?.hasPrefix("on * po-missing") == true)
    #expect(lines.first { $0.contains("po-multiple ") }?.hasPrefix("on   po-multiple") == true)
  }

  @Test func `the files of a run are listed, the excluded left out`() throws {
    #expect(try Self.orglint().run("--list-files").output == "org/a.yaml\n")
  }

  @Test func `verbose says which configuration was read, on standard error`() throws {
    let orglint = try Self.orglint()
    #expect(try orglint.run("-v").errors.contains("configuration .orglint.yaml"))
    #expect(try orglint.run("-v", "--no-config").errors.contains("no configuration"))
    #expect(try orglint.run().errors.isEmpty)
  }

  @Test func `a part of the design is reported alone`() throws {
    let orglint = try Self.orglint()
    let part = try orglint.run("--within", "unit/labs", "--format", "concise")
    #expect(part.output.contains("'app'") && !part.output.contains("'web'"))
    let text = try orglint.run("--within", "unit/labs", "--format", "text").output
    #expect(text.contains("what is outside of unit/labs: the report is about this part alone"))
    let unknown = try orglint.run("--within", "unit/lab")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean 'unit/labs'?"))
  }

  @Test(arguments: [
    "text", "concise", "json", "sarif", "junit", "github", "gitlab", "checkstyle", "rdjson",
    "markdown", "html",
  ])
  func `a redacted report has ids and no names`(format: String) throws {
    let output = try Self.orglint().run("--redact", "--format", format).output
    #expect(output.contains("app"))
    #expect(!output.contains("Hidden Gem") && !output.contains("Secret Labs"))
  }

  @Test func `a name where an id belongs is no id to a redacted report`() throws {
    let orglint = try Orglint([
      "org/a.yaml": "orglint: 1\nproducts: { app: { technology_lead: Ann Meyer } }\n"
    ])
    #expect(try orglint.run("org").output.contains("names 'Ann Meyer'"))
    let redacted = try orglint.run("org", "--redact").output
    #expect(redacted.contains("ref-unresolved") && !redacted.contains("Meyer"))
  }

  @Test func `inside GitHub Actions the report is annotated and summed up`() throws {
    let orglint = try Self.orglint()
    try orglint.write("summary.md", "before\n")
    let run = try orglint.run(environment: [
      "GITHUB_ACTIONS": "true",
      "GITHUB_STEP_SUMMARY": orglint.folder.appending(path: "summary.md").path(),
    ])
    #expect(run.output.contains("::error "))
    #expect(run.errors.contains("format auto took text with GitHub annotations"))
    let summary = try orglint.read("summary.md")
    #expect(summary.hasPrefix("before\n") && summary.contains("tl-missing"))
  }

  @Test func `a selection that leaves no rule is a mistake and not all clear`() throws {
    let orglint = try Orglint(["org.yaml": "orglint: 1\n"])
    let none = try orglint.run("check", "--rule", "po-missing", "--skip", "po-*")
    #expect(none.status == 2)
    #expect(none.errors == "orglint: --skip leaves out every rule that --rule names\n")
    let some = try orglint.run("check", "--rule", "po-*", "--skip", "po-missing")
    #expect(some.status == 0)
  }
}
