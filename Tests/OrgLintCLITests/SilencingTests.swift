import Foundation
import Testing

/// What a change does to what is in force, and that no way of silencing a finding stays unseen.
struct SilencingTests {
  private static let people = """
    orglint: 1
    people:
      ceo: {}
      bo: { reports_to: ceo }
      ana: { reports_to: bo }
      tim: { reports_to: bo }

    """
  private static let products = """
    orglint: 1
    products:
      app: { product_owner: ana, technology_lead: tim }
      toy: { technology_lead: tim }

    """

  /// A rule of the organization's own, which finds 'toy'.
  private static func rule(flag: String = "product.id == 'toy'", more: String = "") -> String {
    """
    id: own-toy
    family: own
    title: no product is called toy
    severity: error
    profiles: [recommended, strict]
    for: product
    flag: "\(flag)"
    \(more)
    targets: [product]
    at: product
    message: "{product} is called a toy"
    why: names matter
    help: find another name
    rationale: Names matter.
    examples:
      - name: a toy
        design: "products: { toy: {} } # flagged"
      - name: none
        design: "products: { app: {} }"

    """
  }

  private static let today = ["--today", "2026-11-24"]

  /// A repository whose configuration, pack and baseline have something to lose.
  private func repository(_ files: [String: String] = [:]) throws -> Repository {
    try Repository(
      [
        "org/people.yaml": Self.people, "org/products.yaml": Self.products,
        ".orglint.yaml": """
        paths: [org]
        extends: [recommended, ./policies, ./shared.yaml]
        rules: { ref-orphan: off }

        """,
        "shared.yaml": "rules: { tl-missing: { enforced: true } }\n",
        "policies/toy.yaml": Self.rule(),
      ].merging(files) { $1 }
    )
  }

  private func check(_ repository: Repository, _ arguments: String...) throws -> Orglint.Outcome {
    try repository.orglint.run(
      ["check", "--since", "main"] + Self.today + arguments,
      environment: Repository.environment
    )
  }

  /// A text without its line breaks, since lines are wrapped.
  private func plain(_ text: String) -> String {
    text.replacing("&apos;", with: "'").replacing("<!-- -->", with: "").replacing("&gt;", with: ">")
      .split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  /// What is said before the findings.
  private func head(_ outcome: Orglint.Outcome) -> String {
    plain(outcome.output.components(separatedBy: "\n\n").first ?? "")
  }

  private struct Trick: CustomTestStringConvertible {
    var name: String
    var edits: [String: String?]

    /// What must be said to be in force differently.
    var says: String

    /// What must be named as silenced; nil where nothing is.
    var silences: String?
    var testDescription: String { name }
  }

  private static let config = """
    paths: [org]
    extends: [recommended, ./policies, ./shared.yaml]
    rules: { ref-orphan: off }

    """

  private static let tricks = [
    Trick(
      name: "a rule switched off, and nothing fails",
      edits: [
        ".orglint.yaml": config.replacing(
          "ref-orphan: off",
          with: "ref-orphan: off, po-missing: off"
        )
          + "fail_on: never\n"
      ],
      says: "fail_on: error → never",
      silences: "silenced: error[po-missing]"
    ),
    Trick(
      name: "nothing fails",
      edits: [".orglint.yaml": config + "fail_on: never\n"],
      says: "fail_on: error → never",
      silences: "no longer fails the run: error[po-missing]"
    ),
    Trick(
      name: "a rule switched off in an extended file",
      edits: ["shared.yaml": "rules: { po-missing: off }\n"],
      says: "severity of po-missing: error → off",
      silences: "silenced: error[po-missing]"
    ),
    Trick(
      name: "a severity lowered",
      edits: ["shared.yaml": "rules: { po-missing: info }\n"],
      says: "severity of po-missing: error → info",
      silences: "no longer fails the run: error[po-missing]"
    ),
    Trick(
      name: "a condition of a pack",
      edits: ["policies/toy.yaml": rule(flag: "false")],
      says: "flag of own-toy: product.id == 'toy' → false",
      silences: "silenced: error[own-toy]"
    ),
    Trick(
      name: "a guard of a pack",
      edits: ["policies/toy.yaml": rule(more: "when: \"product.id != 'toy'\"")],
      says: "when of own-toy: nothing → product.id != 'toy'",
      silences: "silenced: error[own-toy]"
    ),
    Trick(
      name: "another severity of a pack",
      edits: ["policies/toy.yaml": rule(more: "severity_when: [{ if: \"true\", severity: info }]")],
      says: "severity_when of own-toy: nothing → [{ if: true, severity: info }]",
      silences: "no longer fails the run: error[own-toy]"
    ),
    Trick(
      name: "a pack left out",
      edits: [".orglint.yaml": config.replacing(" ./policies,", with: "")],
      says: "rule own-toy of policies/toy.yaml is gone",
      silences: "silenced: error[own-toy]"
    ),
    Trick(
      name: "an extended file left out",
      edits: [".orglint.yaml": config.replacing(", ./shared.yaml", with: "")],
      says: "enforced of tl-missing: true → nothing"
    ),
    Trick(
      name: "the configuration deleted",
      edits: [".orglint.yaml": nil],
      says: "configuration .orglint.yaml removed",
      silences: "silenced: error[own-toy]"
    ),
    Trick(
      name: "a nearer profile",
      edits: [".orglint.yaml": config.replacing("recommended", with: "minimal")],
      says: "profile: recommended → minimal",
      silences: "silenced: error[own-toy]"
    ),
    Trick(
      name: "a file excluded",
      edits: [".orglint.yaml": config + "exclude: [org/products.yaml]\n"],
      says: "exclude: + org/products.yaml",
      silences: "silenced: error[po-missing]"
    ),
    Trick(
      name: "narrower paths",
      edits: [".orglint.yaml": config.replacing("[org]", with: "[org/people.yaml]")],
      says: "paths: - org",
      silences: "silenced: error[po-missing]"
    ),
    Trick(
      name: "an entry ignored",
      edits: [".orglint.yaml": config + "ignore: [product/toy]\n"],
      says: "ignore: + product/toy",
      silences: "by ignore in the configuration"
    ),
    Trick(
      name: "an override for a subtree",
      edits: [
        ".orglint.yaml": config + "overrides: [{ within: product/toy, rules: { po-*: off } }]\n"
      ],
      says: "within product/toy: nothing → off",
      silences: "silenced: error[po-missing]"
    ),
    Trick(
      name: "an org file moved out of the paths",
      edits: ["org/products.yaml": nil, "attic/things.yaml": products],
      says: "org file attic/things.yaml is new and not part of the design"
    ),
    Trick(
      name: "a comment",
      edits: [
        "org/products.yaml": products.replacing(
          "  toy:",
          with: "  # orglint: ignore po-missing -- on sale\n  toy:"
        )
      ],
      says: "ignore comment for 'po-missing' at product/toy added",
      silences: "by an ignore comment in org/products.yaml:4"
    ),
    Trick(
      name: "a waiver in another file",
      edits: [
        "org/waivers.yaml": """
        orglint: 1
        waivers:
          - rule: po-missing
            target: product/toy
            reason: soon
            until: 2027-01-31
            approved_by: bo

        """
      ],
      says: "waiver 'po-missing for product/toy' added",
      silences: "by a waiver in org/waivers.yaml:3"
    ),
    Trick(
      name: "a draft",
      edits: ["org/stage.yaml": "orglint: 1\norganization: { stage: draft }\n"],
      says: "stage: approved → draft",
      silences: "no longer fails the run: error[po-missing]"
    ),
  ]

  @Test(arguments: tricks)
  private func `nothing is silenced in silence`(trick: Trick) throws {
    let repository = try repository()
    #expect(!(try check(repository)).output.contains("what silences"))
    for (path, text) in trick.edits {
      if let text {
        try repository.orglint.write(path, text)
      } else {
        try FileManager.default.removeItem(at: repository.orglint.folder.appending(path: path))
      }
    }
    let formats = ["concise", "json", "html", "markdown", "github"]
    let text = try repository.orglint.run(
      ["check", "--since", "main", "--quiet"] + Self.today
        + formats.flatMap { ["--report", "\($0)=report.\($0)"] },
      environment: Repository.environment
    )
    try expect(trick, in: text.output, firstOf: "what silences findings changed\n")
    let diff = try repository.orglint.run(
      ["diff", "main"] + Self.today,
      environment: Repository.environment
    )
    try expect(trick, in: diff.output, firstOf: "main → working tree\n\nwhat silences findings")
    for format in formats {
      let output = try repository.orglint.read("report.\(format)")
      try expect(trick, in: output, firstOf: nil, format: format)
    }
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func `a line break that only YAML sees silences nothing`(lineBreak: String) throws {
    let repository = try repository()
    let text = "#comment\(lineBreak)rules: { po-missing: off }\n"
    try repository.orglint.write("shared.yaml", text)
    let outcome = try check(repository)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("shared.yaml:1:9"), "\(outcome.errors)")
  }

  private func expect(
    _ trick: Trick,
    in output: String,
    firstOf start: String?,
    format: String = "text"
  ) throws {
    if let start { #expect(output.hasPrefix(start), "\(trick.name): \(output.prefix(400))") }
    #expect(plain(output).contains(trick.says), "\(format) \(trick.name): \(output.prefix(1500))")
    if let silences = trick.silences, format != "json" {
      #expect(plain(output).contains(silences), "\(format): \(output.prefix(1500))")
    }
    if format == "json" {
      #expect(
        output.contains("\"silenced\": [\n") == (trick.silences != nil),
        "\(output.prefix(900))"
      )
    }
  }

  @Test(arguments: ["sarif", "gitlab", "checkstyle", "rdjson", "junit"])
  func `formats that know findings alone list what is silenced`(format: String) throws {
    let repository = try repository()
    try repository.orglint.write(
      ".orglint.yaml",
      Self.config + "fail_on: never\nexclude: [org/products.yaml]\n"
    )
    let output = try check(repository, "--format", format).output
    #expect(output.contains("chg-silenced"))
    #expect(output.contains("fail_on: error"))
    #expect(output.contains("this change silences po-missing"))
  }

  @Test func `what a job shows has it first, the summary included`() throws {
    let repository = try repository()
    try repository.orglint.write("shared.yaml", "rules: { po-missing: off }\n")
    let run = try repository.orglint.run(
      ["check", "--since", "main"] + Self.today,
      environment: Repository.environment.merging(
        ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md"]
      ) { $1 }
    )
    #expect(
      run.output.contains("::warning file=.orglint.yaml,line=1,title=orglint%3A what silences")
    )
    let summary = try repository.orglint.read("summary.md")
    #expect(summary.hasPrefix("## orglint\n\n<b>What silences findings changed:</b>"))
    #expect(summary.contains("silenced: error[po-missing]"))
  }

  @Test func `a baseline that grew, and what it takes out`() throws {
    let repository = try repository([
      ".orglint.yaml": Self.config + "baseline: known.json\n",
      "known.json": """
      { "format": "orglint-baseline/1", "findings": [
      { "identity": ["own-toy", "product/toy", "", ""] },
      {} ] }

      """,
    ])
    #expect(!(try check(repository)).output.contains("what silences"))
    try repository.orglint.write(
      "known.json",
      """
      { "format": "orglint-baseline/1", "findings": [
      { "identity": ["own-toy", "product/toy", "", ""] },
      { "identity": ["po-missing", "product/toy", "", ""] },
      {} ] }

      """
    )
    let outcome = try check(repository)
    #expect(head(outcome).contains("baseline known.json: 1 entry added (po-missing 1)"))
    #expect(head(outcome).contains("by the baseline"))
    #expect(!head(outcome).contains("own-toy"))
  }

  @Test func `comments, order and blanks of a configuration change nothing`() throws {
    let repository = try repository()
    try repository.orglint.write(
      ".orglint.yaml",
      """
      # what holds here
      rules:
        ref-orphan: "off"
      extends: [recommended, ./policies, ./shared.yaml]
      paths:
        - ./org
      """
    )
    try repository.orglint.write(
      "policies/toy.yaml",
      Self.rule().replacing("is called a toy", with: "has the name of a toy")
    )
    #expect(!(try check(repository)).output.contains("what silences"))
  }

  @Test func `a line that stands elsewhere too is no hiding place`() throws {
    let config = """
      rules:
        po-missing:
          severity: error
        tl-missing:
          severity: off

      """
    let repository = try repository([".orglint.yaml": config])
    try repository.orglint.write(
      ".orglint.yaml",
      config.replacing("severity: error", with: "severity: off")
    )
    #expect(head(try check(repository)).contains("severity of po-missing: error → off"))
  }

  @Test func `the change that matters is never the one that is cut`() throws {
    let repository = try repository()
    let patterns = (0..<200).map { "\"none/\($0).yaml\"" }.joined(separator: ", ")
    let rules = ["po-multiple", "tl-multiple", "str-one-over-one"].map { "\($0): error" }
    try repository.orglint.write(
      ".orglint.yaml",
      Self.config.replacing(
        "ref-orphan: off",
        with: (["ref-orphan: off"] + rules + ["po-missing: off"]).joined(separator: ", ")
      ) + "exclude: [\(patterns)]\n"
    )
    let text = try check(repository)
    #expect(head(text).contains("more changes"))
    #expect(head(text).contains("silenced: error[po-missing]"))
    #expect(head(text).contains("severity of po-missing: error → off"))
    let json = try check(repository, "--format", "json")
    #expect(json.output.contains("exclude: + none/199.yaml"))
  }

  @Test func `a nearer configuration takes the place of the other`() throws {
    let repository = try repository()
    try repository.orglint.write("org/.orglint.yaml", "rules: { po-missing: off }\n")
    let run = try repository.orglint.run(
      ["check", "org", "--since", "main"] + Self.today,
      environment: Repository.environment
    )
    #expect(head(run).contains("configuration org/.orglint.yaml takes the place of .orglint.yaml"))
    #expect(head(run).contains("silenced: error[po-missing]"))
  }

  @Test func `a base that does not load is told, and the rest of it counts`() throws {
    let repository = try repository([".orglint.yaml": Self.config + "fail_onn: error\n"])
    try repository.orglint.write(
      ".orglint.yaml",
      Self.config.replacing("ref-orphan: off", with: "ref-orphan: off, po-missing: off")
    )
    let outcome = try check(repository)
    #expect(head(outcome).contains("the base has a mistake"))
    #expect(head(outcome).contains(".orglint.yaml:4"))
    #expect(head(outcome).contains("silenced: error[po-missing]"))
  }

  @Test func `a revision is held against another by what each has in force`() throws {
    let repository = try repository()
    try repository.git("tag", "before")
    try repository.orglint.write("shared.yaml", "rules: { po-missing: off }\n")
    try repository.commit()
    try repository.git("tag", "after")
    try repository.orglint.write("shared.yaml", "rules: { po-missing: error }\n")
    let diff = try repository.orglint.run(
      ["diff", "before", "after"] + Self.today,
      environment: Repository.environment
    )
    #expect(plain(diff.output).contains("severity of po-missing: error → off"))
    #expect(diff.output.contains("silenced: error[po-missing]"))
  }

  @Test func `by default it is told and fails nothing`() throws {
    let repository = try repository([".orglint.yaml": Self.config + "fail_on: warning\n"])
    try repository.orglint.write("shared.yaml", "rules: { po-missing: off, own-toy: off }\n")
    #expect(try check(repository).status == 0)
  }

  @Test(
    arguments: [
      // The setting goes with the change that silences.
      ("silencing: error\n", "rules: { po-missing: off }\nfail_on: never\n", "po-missing"),
      ("silencing: error\n", "rules: { po-missing: off }\nsilencing: warning\n", "po-missing"),
      ("", "rules: { po-missing: off }\nsilencing: error\n", "po-missing"),
      ("silencing: error\n", "fail_on: never\n", "what is in force: fail_on: error → never"),
      ("silencing: error\n", "", "what is in force: silencing: error → warning"),
      ("silencing: error\n", "rules: { po-missing: off, chg-*: off }\n", "po-missing"),
    ]
  )
  func `as an error nothing silences it`(base: String, head: String, names: String) throws {
    let repository = try repository(["shared.yaml": base])
    try repository.orglint.write("shared.yaml", head)
    let outcome = try check(repository)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error[chg-silenced]"))
    #expect(plain(outcome.output).contains(names))
    #expect(try check(repository, "--fail-on", "never").status == 0)
    let diff = try repository.orglint.run(
      ["diff", "main"] + Self.today,
      environment: Repository.environment
    )
    #expect(diff.status == 1)
  }

  @Test func `a comment that moves to where it hides something else is another one`() throws {
    func design(_ first: String, _ second: String) -> String {
      """
      orglint: 1
      \(first)
      people:
        ceo: {}
        bo: { reports_to: ceo }
      \(second)
      products:
        toy: { technology_lead: bo }

      """
    }
    let comment = "# orglint: ignore po-missing -- on sale"
    let repository = try Repository(["org.yaml": design(comment, "")])
    try repository.orglint.write("org.yaml", design("", comment))
    let outcome = try check(repository)
    #expect(
      head(outcome).contains("ignore comment for 'po-missing' at file/org.yaml, line 'products'")
    )
    #expect(head(outcome).contains("silenced: error[po-missing]"))
  }

  @Test func `overrides in another order are something else`() throws {
    let parts = ["po-missing: off", "po-missing: error"].map {
      "  - { \($0.hasSuffix("off") ? "within: product/toy" : "files: [org]"), rules: { \($0) } }\n"
    }
    let repository = try repository([
      ".orglint.yaml": Self.config + "overrides:\n" + parts.joined()
    ])
    try repository.orglint.write(
      ".orglint.yaml",
      Self.config + "overrides:\n" + parts.reversed().joined()
    )
    let outcome = try check(repository)
    #expect(head(outcome).contains("overrides: their order changed"))
    #expect(head(outcome).contains("silenced: error[po-missing]"))
  }

  @Test func `no flood of changes makes a comment too long for its host`() throws {
    let repository = try repository()
    let patterns = (0..<200).map { "\"\(String(repeating: "<", count: 400))\($0)\"" }
    try repository.orglint.write(
      ".orglint.yaml",
      Self.config + "exclude: [\(patterns.joined(separator: ", "))]\n"
    )
    let output = try check(repository, "--format", "markdown").output
    #expect(output.utf8.count < 60_000)
    #expect(output.contains("more lines"))
  }

  @Test func `a run that fails for what is silenced has a failed test in JUnit`() throws {
    let repository = try repository(["shared.yaml": "silencing: error\n"])
    try repository.orglint.write("shared.yaml", "fail_on: never\n")
    let output = try check(repository, "--format", "junit").output
    #expect(output.contains("<failure type=\"error\" message=\"this change alters"))
  }

  @Test func `a line break that only YAML sees hides nothing in a comment`() throws {
    let repository = try repository()
    try repository.orglint.write("shared.yaml", "#comment\u{85}rules: { po-missing: off }\n")
    let outcome = try check(repository)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("shared.yaml:1:9"))
  }

  @Test func `a configuration behind a link is read at the base, too`() throws {
    let repository = try repository(["ci/orglint.yaml": "paths: [../org]\n"])
    try FileManager.default.removeItem(
      at: repository.orglint.folder.appending(path: ".orglint.yaml")
    )
    try repository.orglint.link(".orglint.yaml", to: "ci/orglint.yaml")
    try repository.orglint.write("ci/orglint.yaml", "paths: [org]\nrules: { ref-orphan: off }\n")
    try repository.commit()
    #expect(!(try check(repository)).output.contains("what silences"))
    try repository.orglint.write(
      "ci/orglint.yaml",
      "paths: [org]\nrules: { ref-orphan: off, po-missing: off }\n"
    )
    #expect(head(try check(repository)).contains("severity of po-missing: error → off"))
  }

  @Test func `a configuration that the command line names and git does not have is the user's`()
    throws
  {
    let repository = try repository([".orglint.yaml": "", ".gitignore": "fetched/\n"])
    try repository.orglint.write(
      "fetched/policy.yaml",
      "rules: { po-missing: off }\npaths: [../org]\n"
    )
    let run = try check(repository, "--config", "fetched/policy.yaml")
    #expect(!run.output.contains("what silences findings changed"))
  }
}
