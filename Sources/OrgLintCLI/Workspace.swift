import Linting
import RuleLanguage
import SourceText

/// A design with what it is judged by: the rules, the day, how much is worked on at once.
///
/// A comparison of two designs takes one workspace and gives it another design.
struct Workspace {
  let compiled: [CompiledRule]

  /// In days since 1970-01-01.
  let today: Int
  var jobs = Console.cores
  var design = LoadedDesign(sources: SourceSet([]), orgFiles: [], problems: [])

  init(compiled: [CompiledRule], today: Int) {
    self.compiled = compiled
    self.today = today
  }

  /// All rules that are known.
  var rules: [RuleDefinition] { compiled.map(\.definition) }

  /// Finds and reads the org files below the paths; the working directory where there are none.
  ///
  /// - Parameters:
  ///   - replacement: A file whose bytes come from elsewhere.
  ///   - allowsNone: Whether a design without any org file is fine.
  mutating func load(
    _ paths: [String],
    replacing replacement: (path: String, bytes: [UInt8])? = nil,
    allowsNone: Bool = false
  ) throws(UsageError) {
    let paths = paths.isEmpty ? ["."] : paths
    var loader = DesignLoader(replacing: replacement)
    design = try loader.load(paths)
    guard !design.orgFiles.isEmpty || !design.problems.isEmpty || allowsNone else {
      throw UsageError(
        "there is no org file in \(paths.joined(separator: ", ")): an org file has the line "
          + "'orglint: 1'; --allow-empty makes this fine"
      )
    }
  }

  /// A pass over a design, before anything is chosen for it.
  func run() -> LintRun {
    var run = LintRun(rules: rules, today: today)
    run.jobs = jobs
    return run
  }

  /// Reads and analyzes the design without judging it.
  func host() async -> DesignHost {
    var run = run()
    return await run.host(of: design)
  }
}
