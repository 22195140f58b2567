import BuiltInRules
import Diagnostics
import RuleLanguage
import Testing

/// The rule files against the catalogue.
@Suite struct RuleMetadataTests {
  static let rules = Dictionary(
    uniqueKeysWithValues: BuiltInRules.load().rules.map { ($0.id, $0) }
  )

  @Test func `the catalogue has the rules it counts`() {
    let families = Dictionary(grouping: RuleIndex.rows, by: \.family).mapValues(\.count)
    #expect(
      families == [
        "po": 8, "tl": 9, "dec": 15, "pnl": 14, "inc": 19, "stw": 5, "str": 13, "ref": 5, "hyg": 6,
      ]
    )
    #expect(RuleIndex.rows.count { $0.profile == "M" } == 23)
    #expect(RuleIndex.rows.count { $0.profile == "S" } == 12)
    #expect(RuleIndex.rows.count { $0.mark == "flagship" } == 5)
    #expect(RuleIndex.rows.count { $0.mark == "core" } == 20)
  }

  @Test func `every rule of the catalogue has a file`() {
    #expect(RuleIndex.rows.map(\.id).filter { RuleMetadataTests.rules[$0] == nil } == [])
  }

  @Test func `every rule file is in the catalogue, but for those about a change`() {
    let known = Set(RuleIndex.rows.map(\.id))
    let others = RuleMetadataTests.rules.values.filter { !known.contains($0.id) }
    #expect(others.allSatisfy { $0.family == "chg" }, "\(others.map(\.id))")
  }

  @Test(arguments: RuleIndex.rows)
  func `a rule file says what the catalogue says`(row: RuleIndex.Row) throws {
    let rule = try #require(RuleMetadataTests.rules[row.id])
    #expect(rule.family == row.family)
    #expect(rule.mark?.rawValue ?? "" == row.mark)
    #expect(rule.profiles == profiles(row.profile))
    #expect(severities(of: rule) == Set(row.severities))
    let missing = rule.variants.filter { $0.isMissing && !$0.isNotChecked }
    let variants = rule.variants.filter { !$0.isNotChecked }
    let expected =
      row.missing == ["all"]
      ? variants : variants.filter { row.missing.contains($0.name.isEmpty ? "first" : $0.name) }
    #expect(missing.map(\.name) == expected.map(\.name))
    #expect(row.missing.isEmpty == expected.isEmpty)
  }

  private func profiles(_ mark: String) -> Set<RuleDefinition.Profile> {
    switch mark {
    case "M": [.minimal, .recommended, .strict]
    case "S": [.strict]
    default: [.recommended, .strict]
    }
  }

  private func severities(of rule: RuleDefinition) -> Set<String> {
    var all = rule.isOffByDefault ? ["off"] : Set<String>()
    for variant in rule.variants where !variant.isNotChecked {
      all.insert((variant.severity ?? rule.severity).name)
      all.formUnion(variant.conditionalSeverities.map(\.severity.name))
    }
    return all
  }

  @Test(arguments: RuleMetadataTests.rules.values.sorted { $0.id < $1.id })
  func `every parameter has words, a grade and a source`(rule: RuleDefinition) {
    for parameter in rule.parameters {
      #expect(!parameter.summary.isEmpty, "\(rule.id) \(parameter.name)")
      #expect(!parameter.source.isEmpty, "\(rule.id) \(parameter.name)")
      #expect(["A", "B", "C", "D", "arithmetic"].contains(parameter.grade), "\(rule.id)")
    }
    #expect(!rule.rationale.isEmpty)
  }

  /// Nothing in the configuration or the design loosens what every other rule relies on.
  @Test func `the integrity rules are fixed`() {
    let fixed = RuleMetadataTests.rules.values.filter(\.isFixed).map(\.id)
    #expect(
      Set(fixed) == [
        "ref-unresolved", "ref-wrong-kind", "ref-duplicate-id", "ref-cycle", "hyg-waiver-invalid",
        "chg-silenced",
      ]
    )
  }
}

extension RuleDefinition: CustomTestStringConvertible {
  /// What names the rule among the arguments of a test.
  public var testDescription: String { id }
}

extension RuleIndex.Row: CustomTestStringConvertible {
  var testDescription: String { id }
}
