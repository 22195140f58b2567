import BuiltInRules
import Diagnostics
import Documentation
import Reporting
import RuleLanguage
import SourceText

/// Rules ready to run.
enum RuleLoader {
  /// Returns the built-in rules, compiled; a broken one is an error of the run.
  static func compiled() throws(UsageError) -> [CompiledRule] {
    let (rules, problems) = BuiltInRules.load()
    return try compile(rules, problems, BuiltInRules.sources)
  }

  /// Compiles rules; every problem of every file is shown before the run ends.
  static func compile(
    _ rules: [RuleDefinition],
    _ problems: [Diagnostic],
    _ sources: [SourceFile]
  ) throws(UsageError) -> [CompiledRule] {
    let compiler = RuleCompiler()
    var compiled: [CompiledRule] = []
    var problems = problems
    for rule in rules {
      let result = compiler.compile(rule)
      if let rule = result.rule { compiled.append(rule) }
      problems += result.problems
    }
    guard problems.isEmpty else {
      Console.complain(text(problems, sources), prefixed: false)
      throw UsageError("\(problems.count) problems in rule files")
    }
    return compiled
  }

  /// Returns problems with their places, as on a terminal.
  static func text(_ problems: [Diagnostic], _ sources: [SourceFile]) -> String {
    let report = Report(
      sources: SourceSet(sources),
      findings: problems.sorted { $0.primary.span < $1.primary.span },
      counts: Report.Counts(files: sources.count, people: 0, products: 0),
      version: Release.version
    )
    var options = RenderOptions()
    options.quiet = true
    return ReportFormat.text.render(report, options: options)
  }
}

extension RuleLoader {
  /// Returns the rules of all YAML files below the paths, compiled.
  static func compiled(below paths: [String]) throws(UsageError) -> [CompiledRule] {
    var sources: [SourceFile] = []
    for path in try DesignLoader.yamlFiles(below: paths) {
      guard let bytes = DesignLoader.bytes(path) else {
        throw UsageError("'\(path)' cannot be read")
      }
      sources.append(SourceFile(path: path, bytes: bytes))
    }
    let set = SourceSet(sources)
    var rules: [RuleDefinition] = []
    var problems: [Diagnostic] = []
    for id in set.ids {
      let file = RuleFile(path: set[id].path, bytes: set[id].bytes, file: id)
      let decoded = RuleDecoder.decode(file)
      if let rule = decoded.rule { rules.append(rule) }
      problems += decoded.problems
    }
    guard !rules.isEmpty || !problems.isEmpty else {
      throw UsageError("there is no rule file in \(paths.joined(separator: ", "))")
    }
    return try compile(rules, problems, set.files)
  }
}
