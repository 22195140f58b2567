import Diagnostics
import Documentation
import OrgModel
import SourceText
import TestSupport
import Testing
import YAMLSyntax

/// The schema of org files against the reader whose table it is written from.
@Suite struct OrgSchemaTests {
  private let schema: JSONSchema

  init() throws {
    schema = try JSONSchema(OrgSchema.node.text)
  }

  @Test func `every file of every sample fits`() throws {
    let files = try yamlFiles(below: "samples")
    #expect(files.count > 10)
    for file in files {
      for document in jsonValues(of: file.text) {
        #expect(schema.problems(in: document) == [], "\(file.path)")
      }
    }
  }

  @Test func `every field of the reader has its place and a description`() throws {
    for shape in Shape.allCases {
      for field in shape.fields {
        let property = OrgSchema.node["$defs"]?[shape.name]?["properties"]?[field.key]
        #expect(property?["description"] != nil, "\(shape.name).\(field.key)")
      }
    }
  }

  @Test(arguments: [
    "people: { ana: }",
    "people: { ana: { reports_to: bo, dotted: cy, x-badge: 12 }, bo: {} }",
    "people: { ana: { reports_to: [bo, cy] }, 7: { grade: 7 }, ж: { grade: L7 } }",
    "units: { a: { members: [], headcount: 8.5, cost_split: { p: 80 } } }",
    "products: { app: { product_owner: TBD, technology_lead: , stage: idea } }",
    "pockets: { p: { covers: { products: app, units: [retail] }, results: } }",
    "metrics: { m: { drives: { n: raises, o: '-', p: { effect: lowers, confidence: verified } } } }",
    "incentives: { ana: { metric: m, target: { min: 1 } }, bo: [{ metric: m }], cy: }",
    "decisions: { d: { steps: { by: po, as: decide } } }",
    "decisions: { d: { steps: [{ parallel: [{ by: { any: [po, tl] }, as: Accountable }] }] } }",
    "decisions: { d: { limits: { amount: { min: 0, max: 10 } }, requester: anyone } }",
    "waivers: [{ rule: tl-missing, target: product/app, until: 2027-01-31 }]",
    "people: { a: { holder: 0071, share: 60, employment: vendor, deputy: b, aliases: c }, b: {} }",
    "units: { a: { kind: Squad, responsibilities: [tools], contacts: a@b.example } }",
    "incentives: { ana: [{ metric: m, target: 5, baseline: 3 }] }",
    "decisions: { d: { steps: [{ by: po, as: DECIDE }] } }",
    "x-note: whatever\npeople:",
  ])
  func `what the reader takes fits`(yaml: String) {
    #expect(readerProblems(yaml) == [])
    #expect(schemaProblems(yaml) == [])
  }

  @Test(arguments: [
    ("people: { ana: { report_to: bo } }", "hyg-unknown-key"),
    ("peoples: { ana: {} }", "hyg-unknown-key"),
    ("people: [ana, bo]", "yaml-type"),
    ("people: { ana: { vacant: perhaps } }", "yaml-type"),
    ("people: { ana: { name: Ana Obi, vacant: } }", "yaml-empty-key"),
    ("people: { ana: { since: last week } }", "yaml-value"),
    ("people: { ana: { archetype: boss } }", "yaml-value"),
    ("people: { ana: { unit: [a, b] } }", "yaml-type"),
    ("people: { ana obi: {} }", "yaml-id"),
    ("people: { a/b: {} }", "yaml-id"),
    ("units: { a: { headcount: many } }", "yaml-type"),
    ("units: { a: { cost_split: { p: most } } }", "yaml-type"),
    ("products: { app: { stage: alive } }", "yaml-value"),
    ("products: { app: { product_owner: { name: ana } } }", "yaml-type"),
    ("pockets: { p: { covers: [app] } }", "yaml-type"),
    ("pockets: { p: { covers: { pockets: [q] } } }", "hyg-unknown-key"),
    ("metrics: { m: { drives: { n: helps } } }", "yaml-value"),
    ("metrics: { m: { drives: { n: { confidence: verified } } } }", "yaml-value"),
    ("incentives: { ana: [m] }", "yaml-type"),
    ("incentives: { ana: { metric: m, target: high } }", "yaml-type"),
    ("people: { ana: { share: -1 } }", "yaml-value"),
    ("people: { ana: { employment: freelancer } }", "yaml-value"),
    ("decisions: { d: { steps: [{ by: po }] } }", "yaml-value"),
    ("decisions: { d: { steps: [{ by: po, as: rubber-stamp }] } }", "yaml-value"),
    ("decisions: { d: { steps: [{ parallel: [{ parallel: [] }] }] } }", "yaml-type"),
    ("decisions: { d: { limits: { amount: 5 } } }", "yaml-type"),
    ("waivers: { tl-missing: product/app }", "yaml-type"),
  ])
  func `what the reader refuses does not fit`(yaml: String, diagnostic: String) {
    #expect(readerProblems(yaml).contains(diagnostic))
    #expect(schemaProblems(yaml) != [])
  }

  @Test func `another version does not fit`() {
    #expect(schema.problems(in: jsonValues(of: "orglint: 2\npeople: {}")[0]) != [])
    #expect(schema.problems(in: jsonValues(of: "people: {}")[0]) != [])
  }

  private func schemaProblems(_ yaml: String) -> [String] {
    jsonValues(of: "orglint: 1\n" + yaml).flatMap { schema.problems(in: $0) }
  }

  /// The diagnostics that reading alone brings, without those about whole designs.
  private func readerProblems(_ yaml: String) -> [String] {
    let bytes = Array(("orglint: 1\n" + yaml).utf8)
    let sources = SourceSet([SourceFile(path: "org.yaml", bytes: bytes)])
    let part = PartReader.read(parseYAML(bytes, file: FileID(0)), path: "org.yaml")
    let graph = joinParts([part], sources: sources) { _ in false }
    let ids =
      graph.diagnostics.map(\.rule) + graph.problems.unknownKeys.map { _ in "hyg-unknown-key" }
    return ids.filter { $0 != "yaml-ambiguous-scalar" }
  }
}
