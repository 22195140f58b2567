import Diagnostics
import Linting
import OrgModel
import RuleLanguage
import SourceText

/// A design with what it is judged by: configuration, rules, the day, how much is worked on at once.
///
/// A comparison of two designs takes one workspace and gives it another design.
struct Workspace {
  /// What a configuration brings; without one what holds by default.
  struct Project {
    let configuration: Configuration

    /// The configuration file; nil where none was found or wanted.
    let path: String?

    /// What it may name; nil where it is the user's word.
    let boundary: FileBoundary?

    /// The configuration files and the rule files of packs, for places.
    let sources: SourceSet

    /// All rules; none where the project was read without them.
    let compiled: [CompiledRule]

    /// Which configuration it is.
    var words: String { path.map { "configuration \($0)" } ?? "no configuration" }
  }

  var project: Project

  /// In days since 1970-01-01.
  let today: Int
  var jobs = Console.cores
  var design = LoadedDesign(sources: SourceSet([]), orgFiles: [], problems: [])

  /// What reports are to be about; the whole design where nobody said.
  private(set) var scope = ReportScope()

  init(_ project: Project, today: Int) {
    self.project = project
    self.today = today
  }

  var configuration: Configuration { project.configuration }
  var compiled: [CompiledRule] { project.compiled }

  /// All rules that are known, as the configuration wants them enforced.
  var rules: [RuleDefinition] {
    compiled.map { rule in
      var rule = rule.definition
      if let enforced = configuration.choices[rule.id]?.isEnforced {
        rule.isEnforced = enforced.value
      }
      return rule
    }
  }

  /// Finds and reads the org files of the design.
  ///
  /// Where the configuration names the design, the paths only filter the report; else they are the
  /// design, and where there are none the working directory is.
  ///
  /// - Parameters:
  ///   - replacement: A file whose bytes come from elsewhere.
  ///   - allowsNone: Whether a design without any org file is fine.
  mutating func load(
    _ paths: [String],
    replacing replacement: (path: String, bytes: [UInt8])? = nil,
    allowsNone: Bool = false
  ) throws(UsageError) {
    let roots = roots(paths)
    design = try design(below: roots, replacing: replacement)
    for path in design.passedOver { Workspace.note(excluded: path) }
    let isExpected = allowsNone || !design.passedOver.isEmpty
    guard !design.orgFiles.isEmpty || !design.problems.isEmpty || isExpected else {
      throw UsageError(
        "there is no org file in \(roots.joined(separator: ", ")): an org file has the line "
          + "'orglint: 1'; --allow-empty makes this fine"
      )
    }
    if configuration.paths != nil { try filter(by: paths, allowsNone: allowsNone) }
  }

  /// The paths of the design: the configuration's, else those that were named, else here.
  func roots(_ paths: [String]) -> [String] {
    configuration.paths?.map(\.value) ?? (paths.isEmpty ? ["."] : paths)
  }

  /// Returns the org files below the paths that the configuration does not exclude.
  func design(
    below roots: [String],
    replacing replacement: (path: String, bytes: [UInt8])? = nil
  ) throws(UsageError) -> LoadedDesign {
    var loader = DesignLoader(replacing: replacement)
    loader.jobs = jobs
    loader.exclude = configuration.exclude?.value ?? []
    if roots == configuration.paths?.map(\.value) { loader.boundary = project.boundary }
    loader.isConfigured = configuration.paths != nil
    return try loader.load(roots)
  }

  /// Returns the design as a commit has it, at the same paths or where they were renamed from.
  func design(
    at revision: GitRevision,
    paths: [String]
  ) async throws(UsageError) -> LoadedDesign {
    var loader = DesignLoader()
    loader.exclude = configuration.exclude?.value ?? []
    loader.isConfigured = configuration.paths != nil
    let roots = roots(paths)
    let files = try await revision.designFiles(below: roots) { [exclude = loader.exclude] path in
      exclude.contains { $0.matches(path) }
    }
    let design = loader.load(files.contents, named: files.roots, unfollowed: files.unfollowed)
    if design.orgFiles.isEmpty {
      Console.complain(
        "'\(revision.name)' has no org file in \(roots.joined(separator: ", ")), so there is nothing "
          + "to compare with"
      )
    }
    return design
  }

  /// A hook names what was changed, and need not know what the configuration leaves out.
  private static func note(excluded path: String) {
    Console.complain("'\(path)' is passed over: the configuration excludes it")
  }

  private mutating func filter(by paths: [String], allowsNone: Bool) throws(UsageError) {
    for path in paths {
      let pattern = PathPattern(path, in: "", workingDirectory: FileSystem.workingDirectory)
      guard FileSystem.exists(path) || design.sources.files.contains(where: { $0.path == path })
      else { throw UsageError("there is no '\(path)'") }
      if let exclude = configuration.exclude?.value, FileSystem.isRegularFile(path),
        exclude.contains(where: { $0.matches(DesignLoader.trimmed(path)) })
      {
        Workspace.note(excluded: path)
        scope.files.append(pattern)
        continue
      }
      guard allowsNone || design.sources.files.contains(where: { pattern.matches($0.path) }) else {
        throw UsageError(
          "'\(path)' has no file of the design, which is what the configuration names: "
            + (configuration.paths ?? []).map(\.value).joined(separator: ", ")
            + "; to check it as a design of its own by the defaults, add --no-config, or give it a "
            + "configuration of its own, \(path)/.orglint.yaml, with paths: [.]"
        )
      }
      scope.files.append(pattern)
    }
  }

  /// The org files that a report is about.
  var files: [String] {
    design.orgFiles.map { design.sources[$0].path }.filter { path in
      scope.files.isEmpty || scope.files.contains { $0.matches(path) }
    }
  }

  /// A pass over a design, as the configuration wants it.
  func run() -> LintRun {
    var run = LintRun(rules: rules, today: today)
    run.jobs = jobs
    run.settings = configuration.settings.mapValues(\.value)
    run.ruleSteps = configuration.ruleSteps?.value
    run.selection = RuleSelection(configuration)
    run.scope = scope
    return run
  }

  /// Reads and analyzes the design without judging it.
  func host() async -> DesignHost {
    var run = run()
    return await run.host(of: design)
  }

  /// Makes sure that the entries the configuration names are in the design.
  ///
  /// Where a file was not read to its end, what is not found may stand behind that place.
  func checkEntries(in host: DesignHost) throws(UsageError) {
    guard !host.graph.isIncomplete else { return }
    let problems = configuration.namedEntries.filter {
      host.graph.entity(path: $0.value) == nil
    }.map { entry in
      ConfigurationProblem.diagnostic(
        "the design has no '\(entry.value)'",
        at: entry.place,
        help: host.graph.nearest(to: entry.value).map { "did you mean '\($0)'?" },
        path: project.sources[entry.place.file].path
      )
    }
    if !problems.isEmpty { throw ProblemReport.error(problems, in: project.sources) }
  }
}
