import DesignGenerator
import Diagnostics
import Foundation
import Linting
import OrgModel
import RuleLanguage
import SourceText
import TestSupport
import Testing
import YAMLSyntax

/// What is found depends on what a design says, and never on the order in which it says so.
@Suite struct OrderTests {
  /// A finding without its place.
  private static func words(_ report: Report) -> [String] {
    report.findings.map { finding in
      // Lines move, and with them the words of a finding that tells lines.
      let isOfLines = finding.rule == "ref-duplicate-id" && finding.variant.isEmpty
      return [
        finding.severity.name, finding.fingerprint, finding.identity.joined(separator: " | "),
        isOfLines ? "" : finding.message, finding.why ?? "", finding.help ?? "",
        finding.primary.text, finding.related.map(\.text).sorted().joined(separator: "; "),
        finding.targets.dropFirst().joined(separator: " "),
        finding.elements.joined(separator: " "), String(finding.hides),
      ].joined(separator: "\n  ")
    }.sorted()
  }

  /// Returns what differs between what is found in files and in the same ones shuffled.
  private static func difference(
    _ files: [String: String],
    _ random: inout SplitMix,
    selection: RuleSelection = RuleSelection(),
    parameters: [String: [String: ParameterValue]] = [:],
    today: Int = Lint.today,
    isClosed: Bool = false
  ) async -> [String] {
    var shuffled: [String: String] = [:]
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      guard let other = Shuffle.of(text, &random) else { return [] }
      shuffled[path] = other
    }
    let more = isClosed ? [:] : declarations(for: files)
    let merged = more.merging(files) { first, _ in first }
    let before = await Lint(
      merged,
      selection: selection,
      parameters: parameters,
      today: today
    )
    let after = await Lint(
      more.merging(shuffled) { first, _ in first },
      selection: selection,
      parameters: parameters,
      today: today
    )
    let (one, other) = (words(before.report), words(after.report))
    guard one != other else { return [] }
    return one.filter { !other.contains($0) }.map { "- " + $0 }
      + other.filter { !one.contains($0) }.map { "+ " + $0 }
  }

  /// Ids that an example uses and does not declare count as declared.
  private static func declarations(for files: [String: String]) -> [String: String] {
    let sources = SourceSet(
      files.map { SourceFile(path: $0.key, bytes: Array(("orglint: 1\n" + $0.value).utf8)) }
    )
    let parts = sources.ids.map {
      PartReader.read(parseYAML(sources[$0].bytes, file: $0), path: sources[$0].path)
    }
    let graph = joinParts(parts, sources: sources) { Array($0) == Array("TBD".utf8) }
    var ids: [String: Set<String>] = [:]
    for problem in graph.problems.references where problem.outcome == .unresolved {
      guard let kind = problem.accepted.first, !problem.value.contains("/") else { continue }
      ids[kind.section, default: []].insert(problem.value)
    }
    guard !ids.isEmpty else { return [:] }
    let lines = ids.sorted { $0.key < $1.key }.map { section, ids in
      section + ":\n" + ids.sorted().map { "  \"\($0)\": {}\n" }.joined()
    }
    return ["zz-declared.yaml": lines.joined()]
  }

  private static let strict: RuleSelection = {
    var selection = RuleSelection()
    selection.profile = .strict
    return selection
  }()

  @Test(arguments: Lint.rules.map(\.id))
  func `the examples of a rule`(rule: String) async throws {
    let definition = try #require(Lint.rules.first { $0.id == rule })
    var random = SplitMix(seed: rule.utf8.reduce(0) { $0 + Int($1) })
    var selection = OrderTests.strict
    selection.only = [rule] + definition.variants.flatMap { $0.yields.map(\.rule) }
    for example in definition.examples where example.base == nil {
      let files = Dictionary(uniqueKeysWithValues: example.files.map { ($0.name, $0.text) })
      for _ in 0..<Fuzz.rounds(2) {
        let difference = await OrderTests.difference(
          files,
          &random,
          selection: selection,
          parameters: [rule: Dictionary(uniqueKeysWithValues: example.parameters)],
          today: example.today,
          isClosed: example.isClosed
        )
        #expect(difference == [], "\(example.name)")
      }
    }
  }

  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../samples").standardizedFileURL

  private static let sampleNames: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: samples.path)
    return (names ?? []).filter { !$0.contains(".") }.sorted()
  }()

  @Test(arguments: sampleNames) func `a sample`(name: String) async throws {
    let folder = OrderTests.samples.appending(path: name)
    var files: [String: String] = [:]
    for path in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      files[path] = text.replacing("orglint: 1\n", with: "")
    }
    #expect(!files.isEmpty)
    var random = SplitMix(seed: 8)
    for _ in 0..<Fuzz.rounds(2) {
      let difference = await OrderTests.difference(files, &random, selection: OrderTests.strict)
      #expect(difference == [])
    }
  }

  @Test(arguments: [3, 4]) func `a generated design`(seed: UInt64) async throws {
    var files: [String: String] = [:]
    _ = generateDesign(people: 300, seed: seed, shape: .ordinary) { path, bytes in
      files[path] = String(decoding: bytes, as: UTF8.self).replacing("orglint: 1\n", with: "")
    }
    #expect(!files.isEmpty)
    var random = SplitMix(seed: 8)
    let difference = await OrderTests.difference(files, &random, selection: OrderTests.strict)
    #expect(difference == [])
  }

  @Test func `a pair of ids is told by the smallest, however many there are`() async {
    let orders = [["App", "app", "APP"], ["app", "APP", "App"], ["APP", "App", "app"]]
    for order in orders {
      let entries = order.map { "  \($0): {}\n" }.joined()
      let lint = await Lint("metrics:\n" + entries, rules: ["ref-duplicate-id"])
      let pairs = lint.report.findings.map { $0.targets.joined(separator: " ") }.sorted()
      #expect(pairs == ["metric/APP metric/App", "metric/APP metric/app"])
    }
  }

  @Test func `places are in the order of their lines`() async {
    let lines = (0..<9).map { "  # \($0)\n" }.joined()
    let lint = await Lint(
      "people:\n  ana: {}\n" + lines + "  ana: {}\n  bo: {}\n  ana: {}\n",
      rules: ["ref-duplicate-id"]
    )
    let message = lint.report.findings.first?.message
    #expect(message?.hasSuffix("org.yaml:3, org.yaml:13, org.yaml:15") == true, "\(message ?? "")")
  }

  /// What is wrong, with comments and entries above it and without.
  @Test(arguments: [
    ("people:\n", "  ana: { name: { first: Ana } }\n", "people.ana.name"),
    ("people:\n", "  ana: [x]\n", "people.ana"),
    ("units:\n", "  shop: { members: [bo, [x], cy] }\n", "units.shop.members.1"),
    (
      "decisions:\n", "  d: { steps: [{ by: po, as: decide }, { by: po, as: rule }] }\n",
      "decisions.d.steps.1.as"
    ),
    ("decisions:\n", "  d: { steps: [{ by: po }] }\n", "decisions.d.steps.0"),
    ("products:\n", "  app: { stage: alive }\n", "products.app.stage"),
    ("products:\n", "  app: { stage: }\n", "products.app.stage"),
    ("products:\n", "  app: { name: a, name: b }\n", "products.app.name"),
    ("pockets:\n", "  p: { owner: bo\n  q: {}\n", "pockets.p.owner"),
    ("incentives:\n", "  bo: [{ metric: m }, 3]\n", "incentives.bo.1"),
    ("x-more: 1\n", "---\npeople: {}\n", "document 2.people"),
    ("x-more: 1\n", "---\norglint: 2\n", "document 2.orglint"),
    ("x-more: 1\n", "waivers: 3\n", "waivers"),
  ])
  func `a problem of the reader keeps its identity`(
    head: String,
    wrong: String,
    path: String
  ) async {
    func identities(_ text: String) async -> [[String]] {
      await Lint(text, rules: ["ref-cycle"]).report.findings
        .filter { $0.rule.hasPrefix("yaml-") }.map(\.identity)
    }
    let before = await identities(head + wrong)
    #expect(before.map(\.last) == ["org.yaml: " + path])
    let isSection = head != "x-more: 1\n"
    let above = "# a comment\n\n" + head + "  # more\n"
    let after = await identities(above + (isSection ? "  zoe: {}\n" : "") + wrong)
    #expect(after == before)
  }
}
