import Diagnostics
import Linting
import RuleLanguage
import SourceText

/// What is in force at one side of a change: project, baseline, and what the command line adds.
struct ChangeForce {
  var workspace: Workspace
  var run: LintRun
  var baselinePath: String?

  /// Whether it is what this run judges by.
  var isNow = true

  /// What is wrong in the files of a commit, in words; the rest of them counts.
  var mistakes: [String] = []

  /// Reads what a commit has in force.
  ///
  /// - Parameter now: What is in force now, for the day and what the report is to be about.
  static func at(
    _ revision: GitRevision,
    _ options: ChangeOptions,
    now: ChangeForce
  ) async throws(UsageError) -> ChangeForce {
    let files = try await CommitFiles(revision, readsOthers: options.project.config != nil)
    let path = try await configuration(in: files, options)
    let boundary = options.project.isSearched ? path.map { FileBoundary(around: $0) } : nil
    var loader = ProjectLoader(path, keepingTo: boundary, in: files)
    while try await files.fetch() {
      loader = ProjectLoader(path, keepingTo: boundary, in: files)
    }
    let (project, mistakes) = loader.projectWithMistakes()
    var workspace = Workspace(project, today: now.workspace.today)
    workspace.jobs = now.workspace.jobs
    var force = ChangeForce(
      workspace: workspace,
      run: workspace.run(),
      baselinePath: options.suppression.file(project)?.path
    )
    force.isNow = false
    force.mistakes = words(of: mistakes, in: project.sources)
    options.selection.narrow(&force.run.selection)
    force.run.suppression.isOff = options.suppression.noIgnores
    force.run.scope.files = now.run.scope.files
    try await force.readBaseline(in: files)
    return force
  }

  /// Returns the configuration that a commit has: the one that is named, else the nearest.
  private static func configuration(
    in files: CommitFiles,
    _ options: ChangeOptions
  ) async throws(UsageError) -> String? {
    if options.project.noConfig { return nil }
    let places =
      options.project.config.map { [$0] } ?? ConfigurationSearch.candidates(near: options.paths)
    for place in places { _ = files.bytes(place) }
    _ = try await files.fetch()
    return places.first { files.bytes($0) != nil }
  }

  private mutating func readBaseline(in files: CommitFiles) async throws(UsageError) {
    guard let path = baselinePath else { return }
    _ = files.bytes(path)
    _ = try await files.fetch()
    guard let bytes = files.bytes(path) else { return baselinePath = nil }
    let (baseline, problems) = Baseline.read(bytes, file: FileID(0))
    run.suppression.baseline = baseline
    let source = SourceSet([SourceFile(path: path, bytes: bytes)])
    mistakes += ChangeForce.words(of: problems, in: source)
  }

  private static func words(of problems: [Diagnostic], in sources: SourceSet) -> [String] {
    problems.map { problem in
      let file = sources[problem.primary.span.file]
      let line = LineTable(file.bytes).line(at: Int(problem.primary.span.start))
      return "\(file.path):\(line): \(problem.message)"
    }
  }

  /// What is in force there for a design.
  func inForce(_ options: ChangeOptions, over host: DesignHost) -> InForce {
    var force = InForce(
      workspace.configuration,
      run.selection,
      rules: workspace.rules,
      workingDirectory: FileSystem.workingDirectory
    )
    force.path = workspace.project.path
    force.roots = workspace.roots(options.paths)
    force.baselinePath = baselinePath
    force.baseline = run.suppression.baseline
    force.silencers = SilencerKey.all(in: host, rules: workspace.rules)
    force.stage = host.designStage
    force.mistakes = mistakes
    return force
  }
}
