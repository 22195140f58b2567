import CEL
import Diagnostics
import Linting
import OrgModel
import RuleLanguage
import SourceText
import YAMLSyntax

/// Runs the examples of one rule and says what differs from their comments.
struct ExampleRun {
  private let rule: CompiledRule
  private let all: [CompiledRule]
  private var id: String { rule.definition.id }

  init(_ rule: CompiledRule, _ all: [CompiledRule]) {
    self.rule = rule
    self.all = all
  }

  func run() async -> (failures: [String], count: Int) {
    var failures: [String] = []
    var flagged: Set<String> = []
    var hasPassing = false
    for example in rule.definition.examples {
      let name = "\(id): \(example.name)"
      let (report, expectations) = await lint(example)
      let findings = report.findings.filter { $0.rule == id && !isDeclared($0, report) }
      failures += report.findings.filter { ReaderRules.endsReading($0.rule) }
        .map { "\(name): the design cannot be read: \($0.message)" }
      if expectations.isEmpty { hasPassing = true }
      flagged.formUnion(findings.map(\.variant))
      failures += compare(findings, expectations, report).map { "\(name): \($0)" }
      failures += report.findings.filter {
        $0.rule == "rule-failed" && $0.message.contains("'\(id)'")
      }
      .map { "\(name): \($0.message)" }
    }
    for variant in rule.definition.variants
    where !variant.isNotChecked && !flagged.contains(variant.identityName) {
      let name = variant.name.isEmpty ? "the rule" : "variant '\(variant.name)'"
      failures.append("\(id): no example makes \(name) fire")
    }
    let nowhere = RuleVariant.Nowhere.name
    if rule.definition.variants.contains(where: { $0.nowhere != nil }), !flagged.contains(nowhere) {
      failures.append("\(id): no example makes variant '\(nowhere)' fire")
    }
    if !hasPassing { failures.append("\(id): no example passes") }
    return (failures, rule.definition.examples.count)
  }

  /// A line on which a finding is expected, and the pattern of its message.
  private struct Expectation {
    var file: String
    var line: Int
    var pattern: String?
  }

  private func lint(_ example: RuleExample) async -> (Report, [Expectation]) {
    var files: [SourceFile] = []
    var expectations: [Expectation] = []
    for file in example.files {
      var text = "orglint: 1\n" + file.text
      if let stage = example.stage, file.name == example.files[0].name {
        text += "\norganization: { stage: \(stage) }\n"
      }
      files.append(SourceFile(path: file.name, bytes: Array(text.utf8)))
      expectations += ExampleRun.expectations(in: text, of: file.name)
    }
    if !example.isClosed { files += declarations(for: files) }
    let sources = SourceSet(files)
    var run = LintRun(rules: all.map(\.definition), today: example.today)
    run.selection.only = all.map(\.definition.id)
    run.selection.choices[id] = example.choice
    run.settings = Dictionary(uniqueKeysWithValues: example.settings.map { ($0.name, $0.value) })
    if let text = example.base {
      let file = SourceFile(path: example.files[0].name, bytes: Array(("orglint: 1\n" + text).utf8))
      let sources = SourceSet([file] + (example.isClosed ? [] : declarations(for: [file])))
      run.base = await run.host(
        of: LoadedDesign(sources: sources, orgFiles: sources.ids, problems: [])
      )
    }
    let design = LoadedDesign(sources: sources, orgFiles: sources.ids, problems: [])
    let host = await run.host(of: design)
    let report = await run.report(on: host, compiled: all)
    guard id == SilencingNotices.rule, let base = run.base else { return (report, expectations) }
    return (await silenced(report, of: host, since: base, run), expectations)
  }

  /// Adds what the design silences that its base did not.
  private func silenced(
    _ report: Report,
    of host: DesignHost,
    since base: DesignHost,
    _ run: LintRun
  ) async -> Report {
    var (run, report) = (run, report)
    let head = SilencedFindings.Judgement(report, hidden: run.hidden, level: .error)
    run.suppression.known = SilencerKey.all(in: base, rules: run.rules)
    let before = await run.report(on: host, compiled: all)
    let found = SilencedFindings(
      base: SilencedFindings.Judgement(before, hidden: run.hidden, level: .error),
      head: head,
      changes: [],
      sources: report.sources
    )
    SilencingNotices(run.rules, level: .error)?.add(found.all, [], at: nil, to: &report)
    return report
  }

  private static let declaredFile = "zz-declared.yaml"

  private func isDeclared(_ finding: Diagnostic, _ report: Report) -> Bool {
    report.sources[finding.primary.span.file].path == ExampleRun.declaredFile
  }

  /// Ids that are used and not declared count as declared: a file that declares them.
  private func declarations(for files: [SourceFile]) -> [SourceFile] {
    let sources = SourceSet(files)
    let parts = sources.ids.map { file in
      PartReader.read(parseYAML(sources[file].bytes, file: file), path: sources[file].path)
    }
    let placeholder = LintRun(rules: all.map(\.definition), today: 0).placeholderPattern
    let graph = joinParts(parts, sources: sources) { bytes in
      placeholder?.matches(bytes) ?? false
    }
    var ids: [String: Set<String>] = [:]
    for problem in graph.problems.references where problem.outcome == .unresolved {
      var kind = problem.accepted.first ?? .person
      var value = problem.value
      if let slash = value.firstIndex(of: "/"), let named = EntityKind(name: value[..<slash]) {
        kind = named
        value = String(value[value.index(after: slash)...])
      }
      ids[kind.section, default: []].insert(value)
    }
    guard !ids.isEmpty else { return [] }
    var text = "orglint: 1\n"
    for section in ids.keys.sorted() {
      text += section + ":\n"
      for id in (ids[section] ?? []).sorted() { text += "  \"\(id)\": {}\n" }
    }
    return [SourceFile(path: ExampleRun.declaredFile, bytes: Array(text.utf8))]
  }

  /// Reads `# flagged` and `# flagged: pattern` comments.
  private static func expectations(in text: String, of file: String) -> [Expectation] {
    var found: [Expectation] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let mark = line.firstRange(of: "# flagged") else { continue }
      let rest = line[mark.upperBound...]
      let pattern = rest.hasPrefix(":") ? String(rest.dropFirst()).trimmingBlanks : nil
      found.append(Expectation(file: file, line: index + 1, pattern: pattern))
    }
    return found
  }

  private func compare(
    _ findings: [Diagnostic],
    _ expectations: [Expectation],
    _ report: Report
  ) -> [String] {
    var open = expectations
    var failures: [String] = []
    for finding in findings {
      let file = report.sources[finding.primary.span.file]
      let line = LineTable(file.bytes).line(at: Int(finding.primary.span.start))
      let candidates = open.indices.filter { open[$0].file == file.path && open[$0].line == line }
      let match = candidates.first { index in
        open[index].pattern.map { Glob.matches($0, finding.message) } ?? true
      }
      if let match {
        open.remove(at: match)
      } else if let index = candidates.first {
        failures.append(
          "line \(line - 1) should say '\(open[index].pattern ?? "")', but says '\(finding.message)'"
        )
        open.remove(at: index)
      } else {
        failures.append("unexpected on line \(line - 1): \(finding.message)")
      }
    }
    failures += open.map { "nothing flagged on line \($0.line - 1) of \($0.file)" }
    return failures
  }
}

extension RuleExample {
  /// The parameters of the example, as a configuration would give them.
  fileprivate var choice: RuleChoice {
    var choice = RuleChoice()
    for (name, value) in parameters { choice.parameters[name] = Configured(value, at: span) }
    return choice
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " || text.last == "\r" { text.removeLast() }
    return String(text)
  }
}
