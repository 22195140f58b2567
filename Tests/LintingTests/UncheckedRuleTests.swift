import Diagnostics
import Linting
import OrgAnalysis
import OrgModel
import RuleLanguage
import SourceText
import Testing
import YAMLSyntax

/// Rules that run without having been checked, which the built-in ones do.
@Suite struct UncheckedRuleTests {
  @Test(arguments: [
    ("when: product.liv", "has no field 'liv'"),
    ("let: { a: nobody }\nwhen: a", "nothing is called 'nobody'"),
    ("flag: size(1)", "size"),
    ("message: product {nobody}", "nothing is called 'nobody'"),
  ])
  func `what cannot be planned is a failure and no silence`(
    lines: String,
    message: String
  ) async throws {
    var text = "id: x\ntitle: x\nfor: product\ntargets: [product]\n\(lines)\n"
    if !lines.contains("flag:") { text += "flag: \"true\"\n" }
    if !lines.contains("message:") { text += "message: x\n" }
    let file = RuleFile(path: "x.yaml", bytes: Array(text.utf8), file: FileID(0))
    let (rule, problems) = RuleDecoder.decode(file)
    #expect(problems.isEmpty)
    let failures = await failures(of: CompiledRule(try #require(rule)))
    #expect(failures.contains { $0.contains("rule 'x' failed on") && $0.contains(message) })
  }

  private func failures(of rule: CompiledRule) async -> [String] {
    let design = Array("orglint: 1\nproducts: { app: {} }\n".utf8)
    let sources = SourceSet([SourceFile(path: "a.yaml", bytes: design)])
    let part = PartReader.read(parseYAML(design, file: FileID(0)), path: "a.yaml")
    let graph = joinParts([part], sources: sources) { _ in false }
    let facts = analyze(graph, settings: Settings(), today: 0)
    let terms = SharedTerms([], [:])
    let host = DesignHost(graph, facts, today: 0, terms: terms)
    let evaluation = await evaluate(
      host,
      with: [rule],
      settings: [:],
      selection: RuleSelection(),
      layers: DesignLayers(host, []),
      jobs: 1
    )
    return evaluation.failures.map(\.message)
  }
}
