import BuiltInRules
import Documentation
import RuleLanguage
import Testing

@Suite struct PrinciplesTests {
  private let rules = BuiltInRules.load().rules

  /// The rows of the table, by sentence.
  private var rows: [String: Substring] {
    let page = PrinciplesPage.page(of: rules)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| [S") }
    return Dictionary(
      uniqueKeysWithValues: rows.map { (String($0.dropFirst(3).prefix { $0 != "]" }), $0) }
    )
  }

  @Test func `every sentence has rules, and every rule with a sentence stands there`() {
    #expect(Set(rows.keys) == Set((1...15).map { "S\($0)" }))
    for rule in rules {
      for sentence in rule.origin where sentence.hasPrefix("S") {
        #expect(rows[sentence]?.contains("`\(rule.id)`") == true, "\(rule.id) in \(sentence)")
      }
    }
    #expect(rows.values.allSatisfy { $0.contains("](rules/") })
  }

  @Test func `every sentence is shown by an example of a rule that checks it`() throws {
    let page = PrinciplesPage.page(of: rules)
    for number in 1...15 {
      let start = try #require(page.firstRange(of: "## S\(number)\n"))
      let section = page[start.upperBound...]
      let end = section.firstRange(of: "\n## ")?.lowerBound ?? section.endIndex
      let text = section[..<end]
      let name = try #require(
        text.firstRange(of: "For `").map { text[$0.upperBound...].prefix { $0 != "`" } }
      )
      let rule = try #require(rules.first { $0.id == name })
      #expect(rule.origin.contains("S\(number)"))
      #expect(text.contains("# flagged") && text.contains("```yaml"))
    }
  }
}
