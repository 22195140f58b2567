import BuiltInRules
import Diagnostics
import Linting
import RuleLanguage
import SourceText

/// Rules ready to run.
enum RuleLoader {
  /// The built-in rules without their examples, by id.
  static let builtIn = BuiltInRules.withoutExamples.map { CompiledRule($0) }

  private static let builtInIDs = Set(builtIn.map(\.definition.id))

  /// Whether a rule comes with orglint.
  static func isBuiltIn(_ rule: RuleDefinition) -> Bool { builtInIDs.contains(rule.id) }

  /// Begins to plan the guards of the built-in rules, for as long as others have a core to spare.
  static func planAhead() {
    Task.detached {
      for rule in builtIn { rule.planGuards() }
    }
  }

  /// Returns the built-in rules, compiled; a broken one is an error of the run.
  static func compiled() throws(UsageError) -> [CompiledRule] {
    let (rules, problems) = BuiltInRules.load()
    let built = compile(rules)
    guard problems.isEmpty, built.problems.isEmpty else {
      throw ProblemReport.error(problems + built.problems, in: SourceSet(BuiltInRules.sources))
    }
    return built.compiled
  }

  /// Returns the rules of all YAML files below the paths, compiled, without the built-in ones.
  static func compiled(below paths: [String]) throws(UsageError) -> [CompiledRule] {
    var files: [SourceFile] = []
    for path in paths {
      files += try FileSystem.yamlFiles(below: path)
    }
    guard !files.isEmpty else {
      throw UsageError("there is no rule file in \(paths.joined(separator: ", "))")
    }
    let sources = SourceSet(files)
    let (rules, problems) = decode(sources.ids, of: sources)
    let built = compile(rules)
    guard problems.isEmpty, built.problems.isEmpty else {
      throw ProblemReport.error(problems + built.problems, in: sources)
    }
    return built.compiled
  }

  /// Returns the built-in rules and those of packs, with what is wrong in the packs.
  static func read(
    _ packs: [FileID],
    of sources: SourceSet
  ) -> (compiled: [CompiledRule], own: Set<String>, problems: [Diagnostic]) {
    let builtIn = builtIn.map(\.definition)
    let (rules, problems) = decode(packs, of: sources)
    let built = compile(rules)
    let all = self.builtIn + built.compiled
    return (
      compiled: all.sorted { $0.definition.id < $1.definition.id },
      own: Set(rules.map(\.id)),
      problems: problems + clashes(of: rules, with: builtIn)
        + unknownYields(of: rules, among: rules + builtIn) + built.problems
    )
  }

  private static func decode(
    _ ids: [FileID],
    of sources: SourceSet
  ) -> (rules: [RuleDefinition], problems: [Diagnostic]) {
    var rules: [RuleDefinition] = []
    var problems: [Diagnostic] = []
    for id in ids {
      let file = RuleFile(path: sources[id].path, bytes: sources[id].bytes, file: id)
      let decoded = RuleDecoder.decode(file)
      if let rule = decoded.rule { rules.append(rule) }
      problems += decoded.problems
    }
    return (rules, problems)
  }

  private static func compile(
    _ rules: [RuleDefinition]
  ) -> (compiled: [CompiledRule], problems: [Diagnostic]) {
    let results = rules.map { RuleCompiler().compile($0) }
    return (results.compactMap(\.rule), results.flatMap(\.problems))
  }

  /// An id names one rule, so that configurations and waivers can name it.
  private static func clashes(
    of rules: [RuleDefinition],
    with builtIn: [RuleDefinition]
  ) -> [Diagnostic] {
    var taken = Dictionary(builtIn.map { ($0.id, "a built-in rule") }) { first, _ in first }
    for rule in ReaderRules.all { taken[rule.id] = "a diagnostic of the reader" }
    return rules.compactMap { rule in
      guard let other = taken.updateValue("the rule of \(rule.file.path)", forKey: rule.id) else {
        return nil
      }
      return rule.problem("the id '\(rule.id)' is taken: it is \(other)", at: "id")
    }
  }

  /// A finding yields to one of a rule that is there.
  private static func unknownYields(
    of rules: [RuleDefinition],
    among known: [RuleDefinition]
  ) -> [Diagnostic] {
    let ids = Set(known.map(\.id))
    return rules.flatMap { rule in
      let names = rule.variants.flatMap { $0.yields.map(\.rule) }
      return Set(names).subtracting(ids).sorted().map { name in
        let nearest = NearestNames.of(name, among: ids).first
        return rule.problem(
          "'\(rule.id)' yields to '\(name)', and there is no such rule",
          at: "yields_to",
          help: nearest.map { "did you mean '\($0)'?" }
        )
      }
    }
  }
}
