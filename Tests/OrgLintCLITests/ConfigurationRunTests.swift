import Testing

/// What a configuration does to a run.
struct ConfigurationRunTests {
  private static let design = """
    orglint: 1
    units:
      core: {}
      labs: {}
      lab-team: { kind: team, parent: labs }
    products:
      app: { technology_lead: tim, unit: core }
      toy: { technology_lead: tim, unit: lab-team }
    people:
      tim: { unit: core }
    """

  /// The rule and target of each finding of the rules about owners.
  private func owners(_ outcome: Orglint.Outcome) -> [String] {
    outcome.output.split(separator: "\n").compactMap { line in
      guard let rule = line.firstRange(of: "[po-missing] product '") else { return nil }
      let severity = line[..<rule.lowerBound].split(separator: " ").last ?? ""
      return "\(severity) \(line[rule.upperBound...].prefix { $0 != "'" })"
    }
  }

  @Test func `without a configuration every product is judged`() throws {
    let run = try Orglint(["org/a.yaml": Self.design]).run("check", "org", "--format", "concise")
    #expect(owners(run) == ["error app", "error toy"])
    #expect(run.status == 1)
  }

  @Test(
    arguments: [
      (["check"], "'teams/retail/.orglint.yaml'"),
      (["check", "."], "'teams/retail/.orglint.yaml'"),
      (["check", "./teams/"], "'teams/retail/.orglint.yaml'"),
      (["stats"], "'teams/retail/.orglint.yaml'"), (["check", "teams/retail"], nil),
      (["check", "teams/retail/org"], nil), (["check", "--no-config"], nil),
      (["check", "--config", "other.yaml", "."], nil), (["check", "--quiet"], nil),
    ] as [([String], String?)]
  )
  func `a configuration further down that has no effect is named`(
    arguments: [String],
    named: String?
  ) throws {
    let orglint = try Orglint([
      "teams/retail/org/a.yaml": Self.design, "other.yaml": "rules: { po-missing: off }",
      "teams/retail/.orglint.yaml": "rules: { po-missing: off }",
    ])
    let run = try orglint.run(arguments)
    if let named {
      #expect(run.errors.contains("\(named) has no effect on this run"), "\(run.errors)")
      #expect(run.errors.contains("'orglint check teams/retail' uses it"), "\(run.errors)")
    } else {
      #expect(!run.errors.contains("no effect"), "\(run.errors)")
    }
  }

  @Test func `a configuration that is extended has its effect`() throws {
    let orglint = try Orglint([
      "teams/a.yaml": Self.design, "teams/.orglint.yaml": "rules: { po-missing: off }",
      ".orglint.yaml": "extends: [./teams/.orglint.yaml]",
    ])
    #expect(try !orglint.run("check").errors.contains("no effect"))
  }

  @Test(arguments: [
    ("rules: { po-missing: off }", []),
    ("rules: { \"po-*\": warning }", ["warning app", "warning toy"]),
    ("overrides: [{ within: unit/labs, rules: { po-missing: off } }]", ["error app"]),
    (
      "overrides: [{ within: product/toy, rules: { po-missing: info } }]",
      ["error app", "info toy"]
    ),
    (
      """
      rules: { po-missing: off }
      overrides:
        - { within: unit/labs, rules: { po-missing: error } }
        - { within: unit/lab-team, rules: { po-missing: warning } }
      """,
      ["warning toy"]
    ),
    ("overrides: [{ files: [org/b*], rules: { po-missing: off } }]", ["error app", "error toy"]),
    ("overrides: [{ files: [\"org/*\"], rules: { po-missing: off } }]", []),
    (
      "overrides: [{ within: unit/core, rules: { po-missing: { kinds: [internal] } } }]",
      ["error toy"]
    ),
    (
      """
      rules: { po-missing: { kinds: [internal] } }
      overrides: [{ within: unit/core, rules: { po-missing: { kinds: [customer] } } }]
      """,
      ["error app"]
    ),
    ("ignore: [product/app]", ["error toy"]),
    ("ignore: [\"org/**\"]", []),
  ])
  func `choices count where they are for`(configuration: String, expected: [String]) throws {
    let orglint = try Orglint(["org/a.yaml": Self.design, ".orglint.yaml": configuration])
    #expect(owners(try orglint.run("check", "org", "--format", "concise")) == expected)
  }

  @Test func `the configuration of a path that is not there is none`() throws {
    let run = try Orglint([".orglint.yaml": "fail_on: warning\n"]).run("config", "gone")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors == "orglint: there is no 'gone'\n")
  }

  @Test func `a group in a role is of the wrong kind where the rule on groups is off`() throws {
    let orglint = try Orglint([
      "a.yaml": """
      orglint: 1
      units: { labs: {} }
      forums: { board: { kind: product } }
      products:
        app: { product_owner: board, software: false }
        toy: { product_owner: board, software: false, unit: labs }
      """,
      ".orglint.yaml": "overrides: [{ within: unit/labs, rules: { po-not-a-person: off } }]",
    ])
    let run = try orglint.run("--format", "concise", "--rule", "*-not-a-person", "--rule", "ref-*")
    let errors = run.output.split(separator: "\n").filter { $0.contains(": error[") }
    #expect(errors.map { $0.prefix { $0 != " " } } == ["a.yaml:5:25:", "a.yaml:6:25:"])
    #expect(errors.map { $0.contains("[po-not-a-person]") } == [true, false])
    #expect(errors.map { $0.contains("[ref-wrong-kind]") } == [false, true])
  }

  @Test func `the configuration is found above, and not above the repository`() throws {
    let orglint = try Orglint([
      ".orglint.yaml": "paths: [org]\nrules: { po-missing: info }\n",
      "org/labs/a.yaml": Self.design,
      "inner/.git/HEAD": "",
      "inner/org/a.yaml": Self.design,
    ])
    let above = try orglint.run("--format", "concise", in: "org/labs")
    #expect(owners(above) == ["info app", "info toy"])
    #expect(above.output.hasPrefix("../../org/labs/a.yaml:") || above.output.hasPrefix("a.yaml:"))
    #expect(
      owners(try orglint.run("--format", "concise", in: "inner")) == ["error app", "error toy"]
    )
    let without = try orglint.run("--no-config", "--format", "concise", in: "org/labs")
    #expect(owners(without) == ["error app", "error toy"])
  }

  @Test func `paths filter the report where the configuration names the design`() throws {
    let orglint = try Orglint([
      ".orglint.yaml": "paths: [org]\n",
      "org/a/a.yaml": "orglint: 1\nproducts: { app: { product_owner: ana } }\n",
      "org/b/b.yaml": "orglint: 1\npeople: { ana: { reports_to: zoe } }\n",
      "other/c.yaml": "orglint: 1\n",
    ])
    let whole = try orglint.run("--format", "concise")
    let part = try orglint.run("org/a", "--format", "concise")
    #expect(whole.output.contains("org/b/b.yaml:2:30: error[ref-unresolved]"))
    #expect(part.output.contains("org/a/a.yaml:2:13: error[tl-missing]"))
    #expect(!part.output.contains("ref-unresolved"))
    #expect(try orglint.run("other").status == 2)
    #expect(try orglint.run("nowhere").status == 2)
  }

  @Test func `exclude keeps files out, and ignore keeps them in`() throws {
    let files = [
      "org/a.yaml": "orglint: 1\nproducts: { app: { product_owner: ana, software: false } }\n",
      "org/old/b.yaml": "orglint: 1\npeople: { ana: {} }\nproducts: { fax: {} }\n",
    ]
    let excluding = try Orglint(files)
    try excluding.write(".orglint.yaml", "paths: [org]\nexclude: [\"org/old/**\"]\n")
    let excluded = try excluding.run("--format", "concise").output
    #expect(excluded.contains("ref-unresolved") && !excluded.contains("fax"))
    try excluding.write(".orglint.yaml", "paths: [org]\nignore: [org/old]\n")
    let ignored = try excluding.run("--format", "concise").output
    #expect(!ignored.contains("ref-unresolved") && !ignored.contains("fax"))
  }

  @Test func `files extend one another, and a circle is told`() throws {
    let orglint = try Orglint([
      "org/a.yaml": Self.design,
      ".orglint.yaml": "extends: [shared/base.yaml]\nrules: { po-multiple: off }\n",
      "shared/base.yaml": "extends: minimal\nrules: { po-missing: info }\n",
    ])
    #expect(owners(try orglint.run("org", "--format", "concise")) == ["info app", "info toy"])
    try orglint.write("shared/base.yaml", "extends: ../.orglint.yaml\n")
    let circle = try orglint.run("org")
    #expect(circle.status == 2)
    #expect(circle.errors.contains("shared/base.yaml:1:10"))
  }

  @Test(
    arguments: [
      ("fail_on: never", 0), ("fail_on: warning", 1),
      ("rules: { \"*\": info }", 0), ("rules: { \"*\": info }\nfail_on: info", 1),
      ("rules: { \"*\": warning }\nmax_warnings: 1", 1), ("rules: { \"*\": off }", 0),
      ("nonsense: 1", 2), ("extends: [./nowhere]", 2), ("paths: [nowhere]", 2),
      ("ignore: [product/nowhere]", 2),
    ] as [(String, Int32)]
  )
  func `the exit status follows the configuration`(configuration: String, status: Int32) throws {
    let orglint = try Orglint(["org/a.yaml": Self.design, ".orglint.yaml": configuration])
    #expect(try orglint.run("org").status == status)
  }

  @Test func `the command line beats the configuration`() throws {
    let orglint = try Orglint([
      "org/a.yaml": Self.design, ".orglint.yaml": "fail_on: never\nextends: minimal\n",
    ])
    #expect(try orglint.run("org").status == 0)
    #expect(try orglint.run("org", "--fail-on", "error").status == 1)
    #expect(try orglint.run("org", "--config", "missing.yaml").status == 2)
  }
}
