import Testing

/// Texts of packs, configurations, designs and options are shown, never obeyed, by every command.
@Suite struct HostileTextTests {
  /// Ends a line, begins another, colors it, turns it round, and gives commands to a log.
  private static let text =
    "t\nFORGED: all clear\r::error::forged\u{1B}[31m ::warning::x ##[error]y \u{202E}z\u{85}w\u{2028}v"

  /// The same in double quotes of YAML.
  private static let quoted =
    #""t\nFORGED: all clear\r::error::forged\e[31m ::warning::x ##[error]y \u202Ez\u0085w\u2028v""#

  private static func folder() throws -> Orglint {
    let q = quoted
    return try Orglint([
      ".orglint.yaml": """
      extends: [recommended, ./policies]
      paths: [org]
      settings: { primary_dimension: \(q) }
      rules: { acme-name: { word: \(q) } }
      """,
      "policies/acme-name.yaml": """
      id: acme-name
      title: \(q)
      severity: warning
      for: product
      flag: "true"
      targets: [product]
      at: product
      message: \(q)
      why: \(q)
      help: \(q)
      since: \(q)
      rationale: \(q.replacing("\\n", with: " "))
      params:
        word: { type: string, default: \(q), doc: \(q), source: \(q), grade: D }
      sources: [{ text: \(q), grade: B }]
      examples:
        - name: \(q)
          design: "products: { app: {} }"
      """,
      "org/a.yaml": """
      orglint: 1
      organization: { name: \(q), description: \(q) }
      people:
        ana: { name: \(q), title: \(q), reports_to: \(q) }
        bo: { name: \(q), \(q): 1, archetype: \(q), since: \(q) }
        \(q): { name: \(q) }
      products: { app: { name: \(q), product_owner: ana }, \(q): { name: \(q) } }
      metrics: { m: { name: \(q), drives: { n: { effect: raises, evidence: \(q) } } }, n: {} }
      incentives:
        ana: [{ metric: m, direction: increase, horizon: \(q), weight: 50 }, { metric: \(q) }]
        bo: [{ metric: m, direction: decrease, weight: 50 }]
      tradeoffs: { t: { between: [m, n], policy: \(q), arbiter: ana } }
      decisions:
        d: { name: \(q), type: \(q), scope: { products: [app] }, requester: \(q), limits: { \(q): { max: 1 } },
          steps: [{ by: ana, as: decide, grounds: \(q) }, { by: \(q), as: agree }] }
      waivers: [{ rule: acme-name, target: product/app, reason: \(q), approved_by: \(q) }]
      """,
    ])
  }

  private func check(_ run: Orglint.Outcome, _ arguments: [String]) {
    let output = run.output + run.errors
    for scalar in ["\u{1B}", "\r", "\u{202E}", "\u{85}", "\u{2028}"] as [Unicode.Scalar] {
      #expect(!output.unicodeScalars.contains(scalar), "\(arguments)")
    }
    let lines = output.split(separator: "\n").map { $0.drop { " |>*-".contains($0) } }
    #expect(!lines.contains { $0.hasPrefix("FORGED") || $0.hasPrefix("::error::forged") })
    #expect(!output.contains("##[error]"), "\(arguments)")
    #expect(!output.isEmpty, "\(arguments)")
  }

  @Test func `nothing of a pack, a configuration or a design is obeyed`() throws {
    let orglint = try Self.folder()
    let formats = [
      "text", "concise", "json", "sarif", "junit", "github", "gitlab", "checkstyle", "rdjson",
      "markdown", "html",
    ]
    var calls = formats.map { ["check", "--verbose", "--no-cache", "--format", $0] }
    for answer in [
      ["who", "app"], ["path", "d"], ["path", "d", "app"], ["conflicts"], ["stats"],
    ] {
      calls += [answer, answer + ["--format", "json"]]
    }
    calls += [["conflicts", "--verbose"], ["conflicts", "--matrix"]]
    for view in ["reporting", "units", "pockets", "decisions", "influence"] {
      calls += ["svg", "mermaid", "dot"].map { ["graph", view, "--format", $0] }
    }
    for listing in [["rules"], ["config", "--all"], ["suppressions"]] {
      calls += [listing, listing + ["--format", "json"]]
    }
    calls += [
      ["explain", "acme-name"], ["test", "policies"], ["baseline", "write"],
      ["new", "rule", "acme-name"],
    ]
    for call in calls { check(try orglint.run(call), call) }
  }

  @Test func `nothing of an option is obeyed`() throws {
    let orglint = try Orglint(["org/a.yaml": "orglint: 1\npeople: { ana: {} }\n"])
    let text = Self.text
    var calls = ["--rule", "--skip", "--today", "--format", "--profile", "--config", "--fail-on"]
      .flatMap { [["check", "org", $0, text], ["check", "org", $0 + "=" + text]] }
    calls += ["--max-warnings", "--within", "--since", "--jobs", "--baseline", "--output"]
      .map { ["check", "org", $0, text + "/" + text] }
    calls += [["check", "org", "--report", text], ["check", "org", "--report", "\(text)=x"]]
    calls += ["check", "explain", "who", "path", "conflicts", "graph", "test", "config", "schema"]
      .map { [$0, text] }
    calls += [
      [text], ["check", text], ["--\(text)"], ["diff", text, text], ["new", "rule", text],
      ["new", "rule", "acme-a", "--in", text], ["init", text], ["init", text],
      ["baseline", "write", "org", "--baseline", text], ["stats", "--in", text],
      ["graph", "reporting", "--root", text, "--in", "org"], ["rules", "--rule", text],
      ["suppressions", "--baseline", text], ["schema", "--of", text],
      ["conflicts", "person/\(text)"],
    ]
    for call in calls { check(try orglint.run(call), call) }
  }
}
