import Documentation
import TestSupport
import Testing

/// The schema of rule files.
@Suite struct RuleSchemaTests {
  private let schema: JSONSchema

  init() throws {
    schema = try JSONSchema(RuleSchema.node.text)
  }

  @Test func `every rule fits`() throws {
    let files = try yamlFiles(below: "rules")
    #expect(files.count > 60)
    for file in files {
      for document in jsonValues(of: file.text) {
        #expect(schema.problems(in: document) == [], "\(file.path)")
      }
    }
  }

  @Test(arguments: [
    "title: a rule without an id",
    "{ id: a-b, title: t, flagg: true }",
    "{ id: a-b, title: t, severity: fatal }",
    "{ id: a-b, title: t, profiles: [all] }",
    "{ id: a-b, title: t, severity_when: [{ if: x }] }",
    "{ id: a-b, title: t, yields_to: [{ rule: c-d, same: thing }] }",
    "{ id: a-b, title: t, params: { max: 3 } }",
    "{ id: a-b, title: t, variants: [{ flag: true, messages: m }] }",
    "{ id: a-b, title: t, examples: [{ name: n, desing: d }] }",
    "{ id: a-b, title: t, let: [x] }",
  ])
  func `a mistake does not fit`(yaml: String) {
    #expect(jsonValues(of: yaml).flatMap { schema.problems(in: $0) } != [])
  }
}
