import Foundation
import Testing

/// A rule that fails while it runs is never a green run, whatever the command.
@Suite struct FailedRuleTests {
  private static let files = [
    "org/a.yaml": "orglint: 1\nproducts: { app: {} }\npeople: { ana: {} }\n",
    ".orglint.yaml": "paths: [org]\nextends: ./policies\n",
    "policies/acme-share.yaml": """
    id: acme-share
    title: a rule that divides by nothing
    severity: warning
    for: product
    flag: 1 / size(product.teams) > 2
    targets: [product]
    message: product {product}
    """,
  ]

  @Test(arguments: [
    ["check"], ["check", "--fail-on", "never"], ["check", "--since", "main"], ["diff", "main"],
    ["diff", "main", "--fail-on", "never"], ["diff", "main", "main"], ["diff", "org", "org"],
    ["baseline", "write"], ["baseline", "prune"], ["baseline", "check"], ["graph", "reporting"],
    ["suppressions"], ["check", "--format", "json"], ["diff", "main", "--format", "json"],
  ])
  func `status 2`(arguments: [String]) throws {
    let repository = try Repository(Self.files)
    let baseline = try Orglint(["org/a.yaml": "orglint: 1\n"])
    _ = try baseline.run("baseline", "write", "org")
    try repository.orglint.write(
      ".orglint-baseline.json",
      baseline.read(".orglint-baseline.json")
    )
    let run = try repository.orglint.run(arguments, environment: Repository.environment)
    #expect(run.status == 2, "\(run.output)\(run.errors)")
    let text = run.output + run.errors
    #expect(text.contains("rule-failed") || text.contains("a rule failed while it ran"), "\(text)")
    if arguments.first == "baseline" {
      let after = try repository.orglint.read(".orglint-baseline.json")
      #expect(try after == baseline.read(".orglint-baseline.json"))
    }
  }
}
