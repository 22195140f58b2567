import BuiltInRules
import Diagnostics
import Linting
import OrgAnalysis
import OrgModel
import RuleLanguage
import SourceText
import YAMLSyntax

/// A small design judged by the built-in rules.
struct Lint {
  let resolved: Resolved
  let host: DesignHost
  var report: Report { resolved.report }

  /// 2026-11-22, the day of the examples.
  static let today = 20_779

  /// Compiled once for all tests.
  static let rules = BuiltInRules.load().rules
  private static let compiled = rules.compactMap { RuleCompiler().compile($0).rule }

  /// Judges one file by some rules, and by those that always run.
  init(
    _ yaml: String,
    rules: [String] = [],
    selection: RuleSelection = RuleSelection(),
    parameters: [String: [String: ParameterValue]] = [:],
    suppression: Suppression = Suppression()
  ) async {
    await self.init(
      ["org.yaml": yaml],
      rules: rules,
      selection: selection,
      parameters: parameters,
      suppression: suppression
    )
  }

  init(
    _ files: [String: String],
    rules: [String] = [],
    selection: RuleSelection = RuleSelection(),
    parameters: [String: [String: ParameterValue]] = [:],
    suppression: Suppression = Suppression(),
    today: Int = Lint.today
  ) async {
    let sources = SourceSet(
      files.map { SourceFile(path: $0.key, bytes: Array(("orglint: 1\n" + $0.value).utf8)) }
    )
    let parts = sources.ids.map {
      PartReader.read(parseYAML(sources[$0].bytes, file: $0), path: sources[$0].path)
    }
    let graph = joinParts(parts, sources: sources) { Array($0) == Array("TBD".utf8) }
    let facts = analyze(graph, settings: Settings(), today: today)
    var selection = selection
    if !rules.isEmpty { selection.only = rules }
    for (rule, values) in parameters {
      let place = SourceSpan(file: FileID(0), start: 0, end: 0)
      selection.choices[rule, default: RuleChoice()].parameters = values.mapValues {
        Configured($0, at: place)
      }
    }
    let host = DesignHost(
      graph,
      facts,
      today: today,
      terms: SharedTerms(Lint.rules, selection.parameters)
    )
    self.host = host
    let running = Lint.compiled.filter { selection.runs($0.definition) }
    let layers = DesignLayers(host, [])
    let evaluation = await evaluate(
      host,
      with: running,
      settings: [:],
      selection: selection,
      layers: layers,
      jobs: 1
    )
    resolved = resolve(
      evaluation,
      of: host,
      rules: Lint.rules,
      selection: selection,
      layers: layers,
      suppression: suppression,
      version: "test"
    )
  }

  /// What is listed, as `rule target`, in order.
  var listed: [String] { report.findings.map { "\($0.rule) \($0.target)" } }

  /// What is silenced, as `kind rule target`, in order.
  var silenced: [String] {
    report.suppressed.map { "\($0.kind.rawValue) \($0.finding.rule) \($0.finding.target)" }
  }

  /// The messages about waivers and comments.
  var complaints: [String] {
    report.findings.filter { $0.rule == "hyg-waiver-invalid" }.map(\.message)
  }
}
