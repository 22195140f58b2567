import Diagnostics
import Linting
package import RuleLanguage

/// The page that lists all rules, in Markdown.
package enum RuleIndex {
  /// Returns the page, ending in a line break.
  package static func page(of rules: [RuleDefinition]) -> String {
    var lines = [
      "# Rules", "",
      "What `orglint explain RULE` prints, a page for each of the \(rules.count) rules. These pages",
      "are written from the rule files by `make docs`.",
    ]
    for family in families where rules.contains(where: { $0.family == family.id }) {
      lines += ["", "## \(family.id): \(family.title)", ""]
      lines.append("| rule | severity | profiles | a finding says that |")
      lines.append("| --- | --- | --- | --- |")
      lines += rules.filter { $0.family == family.id }.map(row)
    }
    lines += ["", "## Raised while files are read", ""]
    lines += ["They can neither be waived nor switched off.", ""]
    lines += ["| diagnostic | meaning |", "| --- | --- |"]
    lines += ReaderRules.all.map { "| `\($0.id)` | \($0.title) |" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The families, in the order in which a reader meets them.
  package static let families: [(id: String, title: String)] = [
    ("po", "product owners"), ("tl", "technology leads"), ("dec", "decisions"),
    ("pnl", "pockets of profit and loss"), ("inc", "incentives"), ("stw", "stewardships"),
    ("str", "structure"), ("chg", "changes"), ("ref", "references"), ("hyg", "hygiene"),
  ]

  private static func row(for rule: RuleDefinition) -> String {
    let profiles = RuleDefinition.Profile.allCases.filter(rule.profiles.contains)
    let severities = rule.isOffByDefault ? ["off"] : rule.severities.map(\.name)
    return "| [`\(rule.id)`](\(rule.id).md) | \(severities.joined(separator: ", ")) | "
      + "\(profiles.map(\.rawValue).joined(separator: ", ")) | \(rule.title) |"
  }
}
