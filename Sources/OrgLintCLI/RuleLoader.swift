import BuiltInRules
import Diagnostics
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

  private static func text(_ problems: [Diagnostic], _ sources: [SourceFile]) -> String {
    let report = Report(
      sources: SourceSet(sources),
      findings: problems.sorted { $0.primary.span < $1.primary.span },
      counts: Report.Counts(files: sources.count, people: 0, products: 0),
      version: Version.text
    )
    var options = RenderOptions()
    options.verbose = true
    return ReportFormat.text.render(report, options: options)
  }
}
