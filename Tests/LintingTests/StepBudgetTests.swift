import Diagnostics
import Linting
import OrgAnalysis
import OrgModel
import RuleLanguage
import SourceText
import Testing
import YAMLSyntax

/// What a rule may take over a whole design.
@Suite struct StepBudgetTests {
  private static let loops =
    "org.people.all(a, org.people.all(b, a.id != '' && b.id != person.id + 'x'))"

  private func rule(_ id: String, flag: String) throws -> CompiledRule {
    let text = """
      id: \(id)
      title: x
      for: person
      flag: "\(flag)"
      targets: [person]
      message: x
      """
    let file = RuleFile(path: "\(id).yaml", bytes: Array(text.utf8), file: FileID(0))
    return CompiledRule(try #require(RuleDecoder.decode(file).rule))
  }

  private func evaluation(limit: Int?, jobs: Int) async throws -> Evaluation {
    let people = (0..<40).map { "  p\($0): {}\n" }.joined()
    let design = Array("orglint: 1\npeople:\n\(people)".utf8)
    let sources = SourceSet([SourceFile(path: "a.yaml", bytes: design)])
    let part = PartReader.read(parseYAML(design, file: FileID(0)), path: "a.yaml")
    let graph = joinParts([part], sources: sources) { _ in false }
    let facts = analyze(graph, settings: Settings(), today: 0)
    let host = DesignHost(graph, facts, today: 0, terms: SharedTerms([], [:]))
    return await evaluate(
      host,
      with: [try rule("endless", flag: StepBudgetTests.loops), try rule("short", flag: "true")],
      settings: [:],
      selection: RuleSelection(),
      layers: DesignLayers(host, []),
      jobs: jobs,
      stepLimit: { _ in limit }
    )
  }

  @Test(arguments: [1, 2, 8])
  func `a rule beyond its steps ends and the others go on`(jobs: Int) async throws {
    let evaluation = try await evaluation(limit: 10_000, jobs: jobs)
    #expect(
      evaluation.failures.map(\.message)
        == ["rule 'endless' takes more than 10000 steps on this design"]
    )
    #expect(evaluation.failures.map(\.rule) == ["rule-failed"])
    #expect(Set(evaluation.candidates.map(\.finding.rule)) == ["short"])
    #expect(evaluation.candidates.count == 40)
  }

  @Test func `a rule within its steps finds what it finds without a limit`() async throws {
    let free = try await evaluation(limit: nil, jobs: 1)
    let bound = try await evaluation(limit: 10_000_000, jobs: 1)
    #expect(free.failures.isEmpty && bound.failures.isEmpty)
    #expect(bound.candidates.map(\.finding) == free.candidates.map(\.finding))
    #expect(free.candidates.count == 80)
  }

  @Test func `the standard limit grows with the design`() {
    #expect(StepBudget.standardLimit(ofValues: 10) == 10_000_000)
    #expect(StepBudget.standardLimit(ofValues: 10_000_000) == 1_000_000_000)
  }
}
