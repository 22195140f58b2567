import BuiltInRules
import CEL
import Diagnostics
import Documentation
import Linting
import OrgAnalysis
import OrgModel
import RuleLanguage
import SourceText
import YAMLSyntax

/// One pass from org files to a report; what `check` and `test` share.
struct LintRun {
  var rules: [RuleDefinition]
  var selection = RuleSelection()
  var settings: [String: ParameterValue] = [:]
  var suppression = Suppression()

  /// What the report is to be about.
  var scope = ReportScope()

  /// In days since 1970-01-01.
  var today: Int
  var jobs = 1

  /// The steps that each own rule may take; nil for as many as the size of the design gives.
  var ruleSteps: Int?

  /// What the design is compared with; judged for nothing but that.
  var base: DesignHost?

  /// The time each stage took, in order.
  var stages: [(name: String, time: Duration)] { clock.stages }
  private var clock = StageClock()

  /// What a baseline could silence of the last report.
  private(set) var silenceable: [Diagnostic] = []

  /// The identities of what another finding of the last report hides as its cause.
  private(set) var hidden: Set<[String]> = []

  /// Whether a file of the last design was not read to its end.
  private(set) var wasIncomplete = false
  private(set) var ruleTimes: [(rule: String, time: Duration)] = []

  init(rules: [RuleDefinition], today: Int) {
    self.rules = rules
    self.today = today
  }

  /// Lints a design.
  mutating func report(on design: LoadedDesign, compiled: [CompiledRule]) async -> Report {
    await report(on: await host(of: design), compiled: compiled)
  }

  /// Lints a design that is read and analyzed.
  mutating func report(on host: DesignHost, compiled: [CompiledRule]) async -> Report {
    clock.restart()
    let layers = DesignLayers(host, selection.overrides)
    let evaluation = await evaluate(
      host,
      with: compiled.filter { selection.runs($0.definition) },
      settings: settings,
      selection: selection,
      layers: layers,
      jobs: jobs,
      stepLimit: { rule in
        if RuleLoader.isBuiltIn(rule) { return nil }
        return ruleSteps ?? StepBudget.standardLimit(ofValues: host.graph.items.count)
      }
    )
    clock.lap("evaluate")
    let resolved = resolve(
      evaluation,
      of: host,
      rules: rules,
      selection: selection,
      layers: layers,
      suppression: suppression,
      version: Release.version
    )
    clock.lap("resolve")
    ruleTimes = evaluation.durations
    silenceable = resolved.silenceable
    hidden = resolved.hidden
    wasIncomplete = resolved.report.isIncomplete
    return scope.restrict(resolved.report, of: host)
  }

  /// Returns whether the last report would have what a rule finds; true for a rule nobody knows.
  func isJudged(_ rule: String) -> Bool {
    !wasIncomplete && rules.first { $0.id == rule }.map(selection.runs) ?? true
  }

  /// The entries of the baseline that match nothing in the last report.
  var staleEntries: [Baseline.Entry] {
    suppression.baseline?.stale(against: silenceable, isJudged: isJudged) ?? []
  }

  /// Reads and analyzes a design without judging it.
  mutating func host(of design: LoadedDesign) async -> DesignHost {
    clock.restart()
    let parts = await readParts(of: design)
    clock.lap("read")
    let graph = join(parts, design)
    clock.lap("join")
    let facts = analyze(graph, settings: analysisSettings, today: today)
    clock.lap("analyze")
    let host = DesignHost(
      graph,
      facts,
      today: today,
      terms: SharedTerms(rules, selection.parameters),
      base: base,
      waives: suppression.waives
    )
    clock.lap("prepare")
    return host
  }

  /// Reads each file on its own, so many at once, and gives the parts in path order.
  private func readParts(of design: LoadedDesign) async -> [GraphPart] {
    let lanes = max(1, min(jobs, design.orgFiles.count))
    let sources = design.sources
    let files = design.orgFiles
    let letters = decisionLetters
    @Sendable func read(_ index: Int) -> GraphPart {
      let file = files[index]
      return PartReader.read(
        parseYAML(sources[file].bytes, file: file),
        path: sources[file].path,
        letters: letters
      )
    }
    guard lanes > 1 else { return files.indices.map(read) }
    return await withTaskGroup(of: [(Int, GraphPart)].self) { group in
      for lane in 0..<lanes {
        group.addTask {
          stride(from: lane, to: files.count, by: lanes).map { ($0, read($0)) }
        }
      }
      var parts: [(Int, GraphPart)] = []
      for await lane in group { parts += lane }
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func join(_ parts: [GraphPart], _ design: LoadedDesign) -> OrgGraph {
    let placeholder = placeholderPattern
    var graph = joinParts(
      parts,
      sources: design.sources,
      suggestionDistance: suggestionDistance
    ) { bytes in placeholder?.matches(bytes.trimmed) ?? false }
    graph.add(design.problems)
    return graph
  }

  private var suggestionDistance: Int {
    if case .int(let distance)? = selection.parameters["ref-unresolved"]?["max_distance"] {
      distance
    } else {
      2
    }
  }

  /// What a placeholder looks like in this run.
  var placeholderPattern: LinearPattern? {
    let (rule, name) = (PlaceholderPatterns.rule, PlaceholderPatterns.parameter)
    let parameter = rules.first { $0.id == rule }?.parameters.first { $0.name == name }
    let configured = selection.choices[rule]?.parameters[name]?.value
    return PlaceholderPatterns.joined(configured ?? parameter?.defaultValue)
  }

  /// Which letters `as` takes in this run.
  var decisionLetters: DecisionLetters {
    guard case .string(let name)? = settings["decision_words"] else { return .none }
    return DecisionLetters(rawValue: name) ?? .none
  }

  private var analysisSettings: OrgAnalysis.Settings {
    var result = OrgAnalysis.Settings()
    if case .string(let value)? = settings["primary_dimension"] { result.primaryDimension = value }
    if case .bool(let value)? = settings["inherit_from_group"] { result.inheritsFromGroup = value }
    if case .bool(let value)? = settings["infer_tags"] { result.infersTags = value }
    if case .int(let value)? = settings["max_path"] { result.maxPath = value }
    if case .int(let value)? = settings["near"] { result.near = value }
    if case .int(let value)? = settings["shared_weight"] { result.sharedWeight = Double(value) }
    if case .double(let value)? = settings["shared_weight"] { result.sharedWeight = value }
    if case .list(let values)? = settings["couplings"] { result.couplings = values.map(\.text) }
    if case .map(let entries)? = settings["unit_kinds"] {
      for entry in entries {
        result.unitKinds[OrgAnalysis.Settings.unitKind(entry.key)] = entry.value.text
      }
    }
    if case .map(let entries)? = settings["tag_words"] {
      for entry in entries {
        guard case .list(let words) = entry.value else { continue }
        result.tagWords[entry.key] = words.map(\.text)
      }
    }
    return result
  }
}

/// Notes how long each stage of a run took.
private struct StageClock {
  private(set) var stages: [(name: String, time: Duration)] = []
  private var start = ContinuousClock.now

  mutating func restart() { start = ContinuousClock.now }

  mutating func lap(_ name: String) {
    let now = ContinuousClock.now
    stages.append((name, now - start))
    start = now
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without blanks at either end.
  fileprivate var trimmed: ArraySlice<UInt8> {
    var slice = self
    while slice.first == 0x20 { slice = slice.dropFirst() }
    while slice.last == 0x20 { slice = slice.dropLast() }
    return slice
  }
}
