import Foundation
import Testing

/// What the manuals show works as they say.
struct ManualTests {
  /// The YAML blocks of a page of `docs/`, in order.
  private static func blocks(of page: String) throws -> [String] {
    let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs")
    let text = try String(contentsOf: docs.appending(path: page), encoding: .utf8)
    return text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test func `every configuration of the manual is read without a mistake`() throws {
    let blocks = try Self.blocks(of: "configuration.md")
    #expect(blocks.count >= 6)
    for block in blocks {
      let orglint = try Orglint([
        "org/a.yaml": "orglint: 1\nunits: { labs: {} }\nproducts: { legacy-shop: {} }\n",
        "partners/design.yaml": "orglint: 1\n",
        ".orglint.yaml": block,
      ])
      let run = try orglint.run("config")
      #expect(run.errors.isEmpty, "\(block)")
      #expect(try orglint.run("org").status != 2, "\(block)")
    }
  }

  @Test func `every rule of the tutorial passes its examples and runs`() throws {
    let blocks = try Self.blocks(of: "rule-language.md")
    let rules = blocks.filter { $0.hasPrefix("id: acme-product-team\n") }
    let configuration = try #require(blocks.first { $0.hasPrefix("extends:") })
    #expect(rules.count == 2)
    let orglint = try Orglint(["org/a.yaml": "orglint: 1\nproducts: { app: {} }\n"])
    for rule in rules {
      try orglint.write("policies/acme-product-team.yaml", rule)
      #expect(try orglint.run("test", "policies").output.hasSuffix(": 0 failures\n"))
    }
    let broken = rules[0].replacing("product.live", with: "producd.live")
    try orglint.write("policies/acme-product-team.yaml", broken)
    let test = try orglint.run("test", "policies")
    #expect(test.status == 2)
    #expect(test.errors.contains("error[rule-file]") && test.errors.contains("producd"))
    try orglint.write("policies/acme-product-team.yaml", rules[1])
    try orglint.write(".orglint.yaml", configuration)
    let check = try orglint.run("org", "--format", "concise").output
    #expect(
      check.contains("warning[acme-product-team] product 'app' has 0 teams, and 2 are wanted")
    )
    #expect(try orglint.run("explain", "acme-product-team").output.contains("min_teams"))
  }
}
