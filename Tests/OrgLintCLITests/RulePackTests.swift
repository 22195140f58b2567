import Testing

/// Rules of an organization's own work like the built-in ones.
struct RulePackTests {
  private static let design = """
    orglint: 1
    products: { app: { product_owner: ana } }
    people: { ana: {} }

    """

  @Test func `a new rule passes its examples and runs`() throws {
    let orglint = try Orglint(["org/a.yaml": Self.design])
    let new = try orglint.run("new", "rule", "acme-product-name")
    #expect(new.status == 0)
    #expect(new.output.contains("orglint test policies"))
    let test = try orglint.run("test", "policies")
    #expect(test.output == "2 examples of 1 rule: 0 failures\n")
    #expect(test.status == 0)
    #expect(!(try orglint.run("org").output.contains("acme-product-name")))
    try orglint.write(".orglint.yaml", "extends: [recommended, ./policies]\n")
    let check = try orglint.run("org", "--format", "concise")
    #expect(check.output.contains("org/a.yaml:2:13: warning[acme-product-name] product 'app'"))
    #expect(try orglint.run("rules").output.contains("acme-product-name"))
    try orglint.write(".orglint.yaml", "extends: [./policies]\nrules: { acme-*: error }\n")
    let raised = try orglint.run("org", "--format", "concise").output
    #expect(raised.contains("error[acme-product-name]"))
  }

  @Test func `nothing is overwritten, and no id is taken twice`() throws {
    let orglint = try Orglint(["policies/acme-x.yaml": "mine"])
    #expect(try orglint.run("new", "rule", "acme-x").status == 2)
    #expect(try orglint.read("policies/acme-x.yaml") == "mine")
    #expect(try orglint.run("new", "rule", "po-missing").status == 2)
    #expect(try orglint.run("new", "rule", "yaml-syntax").status == 2)
    #expect(try orglint.run("new", "rule", "../escape").status == 2)
  }

  @Test(arguments: [
    ("id: po-missing", "the id 'po-missing' is taken: it is a built-in rule"),
    ("id: acme-y\nflagg: \"true\"", "a rule has no key 'flagg'"),
    ("id: Acme", "an id is lower-case letters, digits and hyphens"),
    ("id: acme-y\nyields_to: [{ rule: po-mising }]", "'acme-y' yields to 'po-mising'"),
    ("id: acme-y\nwhen: product.liv", "liv"),
    ("id: acme-y\nlet: { late: later, later: product.live }", "nothing is called 'later' here"),
  ])
  func `a broken pack is told at its place and ends the run`(lines: String, message: String) throws
  {
    let rule = """
      \(lines)
      title: a rule
      severity: error
      for: product
      flag: "true"
      targets: [product]
      message: product {product} is here
      """
    let orglint = try Orglint([
      "org/a.yaml": Self.design,
      "policies/acme-y.yaml": rule,
      ".orglint.yaml": "extends: ./policies\nfail_on: nevr\n",
    ])
    let run = try orglint.run("org")
    #expect(run.status == 2)
    #expect(run.errors.contains("policies/acme-y.yaml:"))
    #expect(run.errors.contains(message))
    #expect(run.errors.contains("did you mean 'never'?"))
  }

  @Test func `a rule file that ends in a syntax error is not said to lack what may follow`() throws
  {
    let orglint = try Orglint(["policies/acme-y.yaml": "id: acme-y\ntitle: [a rule\n"])
    let run = try orglint.run("test", "policies")
    #expect(run.status == 2 && run.errors.contains("policies/acme-y.yaml:"))
    #expect(!run.errors.contains("has no") && !run.errors.contains("needs"))
  }

  @Test func `an example that cannot be read passes no test`() throws {
    let rule = """
      id: acme-y
      title: a rule
      severity: error
      for: product
      flag: "true"
      targets: [product]
      at: product
      message: product {product} has nobody
      examples:
        - { name: bad, design: "products: { a: {} } # flagged" }
        - { name: good, design: "products: {" }
      """
    let orglint = try Orglint(["policies/acme-y.yaml": rule])
    let run = try orglint.run("test", "policies")
    #expect(run.status == 1)
    #expect(run.output.contains("acme-y: good: the design cannot be read"))
  }

  @Test func `a folder of the design is no pack, told once a file`() throws {
    let orglint = try Orglint(["org/a.yaml": Self.design, ".orglint.yaml": "extends: ./org\n"])
    let run = try orglint.run("config")
    #expect(run.status == 2)
    #expect(run.errors.contains("org/a.yaml:1:1"))
    #expect(run.errors.contains("this is a file of an org design, and here are rule files"))
    #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("error") }.count == 1)
  }

  @Test func `rules know everybody below, seats acted in, vetoes and coverage`() throws {
    let orglint = try Orglint(["policies/acme-words.yaml": Self.words])
    let test = try orglint.run("test", "policies")
    #expect(test.output == "2 examples of 1 rule: 0 failures\n")
  }

  private static let words = """
    id: acme-words
    title: what a person, a decision and the design know
    severity: info
    report: all
    variants:
      - name: person
        for: person
        flag: size(person.all_reports) > 1
        targets: [person]
        at: person
        message: "{person} has {person.all_reports} below and acts in {person.acting_seats}"
      - name: decision
        for: decision
        flag: size(decision.vetoes) > 0
        targets: [decision]
        at: decision
        message: "agree: {decision.vetoes.map(t, t.actor)}, of {size(decision.blockers)}"
      - name: coverage
        for: organization
        flag: size(org.coverage) > 0
        targets: [org]
        at: org
        message: "{org.coverage.join(', ')}"
    examples:
      - name: a lead acts in a seat beside
        design: |
          organization: { name: Wharf } # flagged: *product owners named for 1 of 2 products*
          people:
            ceo: {} # flagged: ceo has ana, ben, cy, seat below and acts in none
            ana: { reports_to: ceo } # flagged: ana has ben, cy below and acts in seat
            ben: { reports_to: ana }
            seat: { vacant: true, acting: ana, reports_to: ceo }
            cy: { reports_to: seat }
          products: { app: { product_owner: ana }, web: {} }
          decisions:
            price: # flagged: agree: ben, of 2
              scope: { products: [app] }
              steps: [{ by: ben, as: agree }, { by: po, as: decide }]
      - name: one report, and nobody who has to agree
        design: |
          people: { ana: {} }
          decisions: { price: { steps: [{ by: ana, as: decide }] } }

    """

  @Test func `a pack may stand in a folder above and in several files`() throws {
    let orglint = try Orglint(["repo/org/a.yaml": Self.design])
    #expect(try orglint.run("new", "rule", "acme-a", "--in", "shared/rules/a").status == 0)
    #expect(try orglint.run("new", "rule", "acme-b", "--in", "shared/rules/b").status == 0)
    try orglint.write("shared/base.yaml", "extends: [./rules, ./rules/a]\n")
    try orglint.write("repo/.orglint.yaml", "extends: [../shared/base.yaml]\n")
    let output = try orglint.run("org", "--format", "concise", in: "repo").output
    #expect(output.contains("acme-a") && output.contains("acme-b"))
  }

  @Test func `a rule that fails while it runs is told in its own file`() throws {
    let orglint = try Orglint([
      "org/a.yaml": Self.design,
      ".orglint.yaml": "extends: ./policies\n",
      "policies/acme-share.yaml": """
      id: acme-share
      title: a rule that divides by nothing
      severity: error
      for: product
      flag: 1 / size(product.teams) > 2
      targets: [product]
      message: product {product}
      """,
    ])
    let output = try orglint.run("org", "--format", "concise").output
    #expect(
      output.contains(
        "policies/acme-share.yaml:5:7: error[rule-failed] rule 'acme-share' failed on product/app"
      )
    )
  }

  @Test func `variants that share a guard find what each would alone`() throws {
    let orglint = try Orglint([
      "org/a.yaml": """
      orglint: 1
      products:
        shop: { kind: customer, software: false }
        tool: { kind: internal, software: false }
        desk: { kind: internal, software: false }
        till: { kind: internal, software: false }
      units:
        ann: { kind: team, builds: [desk, till] }
        bob: { kind: team, builds: [till] }

      """,
      ".orglint.yaml": "extends: ./policies\n",
      "policies/acme-teams.yaml": """
      id: acme-teams
      title: a guard that divides by the number of teams
      severity: warning
      report: all
      for: product
      let: { teams: size(product.teams) }
      when: product.kind == 'internal' && 10 / teams > 0
      targets: [product]
      at: product
      variants:
        - name: some
          flag: teams > 1
          message: "{product} has {teams}"
        - name: rest
          flag: 1 / (teams - 1) > 0
          message: "{product} has one and {teams - 1}"
      """,
    ])
    let run = try orglint.run("org", "--format", "concise")
    let lines = run.output.split(separator: "\n").filter { $0.contains("acme-teams") }
    #expect(
      lines == [
        "org/a.yaml:6:3: warning[acme-teams] 'till' has 2",
        "org/a.yaml:6:3: warning[acme-teams] 'till' has one and 1",
        "policies/acme-teams.yaml:12:11: error[rule-failed] rule 'acme-teams' failed on "
          + "product/tool: division by zero",
        "policies/acme-teams.yaml:15:11: error[rule-failed] rule 'acme-teams' failed on "
          + "product/desk: division by zero",
      ]
    )
  }

  @Test func `links that go in circles end`() throws {
    let orglint = try Orglint(["org/a.yaml": Self.design, ".orglint.yaml": "extends: ./policies\n"])
    #expect(try orglint.run("new", "rule", "acme-a", "--no-config").status == 0)
    try orglint.link("policies/again", to: ".")
    #expect(try orglint.run("org", "--format", "concise").output.contains("acme-a"))
  }

  @Test(arguments: [
    "x: &a [1, 1]\ny: &b [*a, *a, *a, *a]\nz: [*b, *b, *b]\n",
    String(repeating: "- ", count: 4000), "rules: { \"po-*\u{0}\": off }",
    "extends: [.orglint.yaml]\n", "extends: [/dev/zero.yaml, /dev/null]\n",
    "# " + String(repeating: "x", count: 5_000_000),
  ])
  func `a hostile configuration ends with status 2 and a place`(text: String) throws {
    let orglint = try Orglint(["org/a.yaml": Self.design, ".orglint.yaml": text])
    let run = try orglint.run("org")
    #expect(run.status == 2)
    #expect(run.errors.contains(".orglint.yaml:1:") || run.errors.contains(".orglint.yaml:2:"))
  }
}
