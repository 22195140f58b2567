import BuiltInRules
import Documentation
import TestSupport
import Testing

/// The schema of configuration files.
@Suite struct ConfigurationSchemaTests {
  private let schema: JSONSchema

  init() throws {
    schema = try JSONSchema(ConfigurationSchema.node(for: BuiltInRules.load().rules).text)
  }

  @Test(arguments: [
    "required_version: '>= 0.1'\npaths: org\nexclude: ['org/archive/**']\nextends: [strict, ./rules]",
    "fail_on: warning\nmax_warnings: 3\nbaseline: .orglint-baseline.json\nignore: [unit/labs]",
    "settings: { primary_dimension: product, max_path: 4, infer_tags: false }",
    "rules: { dec-path-too-deep: { severity: error, max_hands: { tactical: 1 } } }",
    "rules: { pnl-*: off, tl-missing: { enforced: true }, house-rule: { limit: 3 } }",
    "overrides: [{ within: unit/labs, rules: { pnl-*: off } }, { files: a/**, rules: {} }]",
  ])
  func `a configuration fits`(yaml: String) {
    #expect(problems(yaml) == [])
  }

  @Test(arguments: [
    "rulez: {}", "fail_on: sometimes", "max_warnings: -1", "paths: { a: b }",
    "rules: { tl-missing: no }", "rules: { tl-missing: { kindz: [] } }",
    "rules: { tl-missing: { kinds: customer } }", "rules: [tl-missing]",
    "rules: { dec-path-too-deep: { hard_max: many } }", "settings: { near: far }",
    "settings: { nearest: 3 }", "overrides: [{ wihtin: unit/a, rules: {} }]",
  ])
  func `a mistake does not fit`(yaml: String) {
    #expect(problems(yaml) != [])
  }

  private func problems(_ yaml: String) -> [String] {
    jsonValues(of: yaml).flatMap { schema.problems(in: $0) }
  }
}
