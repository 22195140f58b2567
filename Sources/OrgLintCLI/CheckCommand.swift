import ArgumentParser
import Caching
import Diagnostics
import Linting
import Reporting
import RuleLanguage
import SourceText

/// Lints an org design.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lint an org design.",
    discussion: """
      All files of one run are one organization. Exits with 0 when nothing is at or above \
      --fail-on, with 1 when something is, and with 2 when orglint could not do its job.
      """
  )

  @Argument(help: "Folders and files of the design; else the configuration's, else here.")
  var paths: [String] = []

  @OptionGroup var project: ProjectOptions

  @OptionGroup var output: OutputOptions

  @OptionGroup var selection: SelectionOptions

  @OptionGroup var suppression: SuppressionOptions

  @Option(
    help: "The least severity that fails the run: error, warning, info or never; else error."
  )
  var failOn: FailOn?

  @Option(help: "Fail when there are more warnings than this.")
  var maxWarnings: Int?

  @Flag(help: "A run without any org file is no error.")
  var allowEmpty = false

  @Option(
    help: ArgumentHelp(
      "Report a subtree of the design only, such as unit/labs.",
      valueName: "kind/id"
    )
  )
  var within: String?

  @Option(
    help: ArgumentHelp(
      "Fail only on what the change since this git revision brought.",
      valueName: "revision"
    )
  )
  var since: String?

  @Option(help: "Read this one file of the design from standard input.")
  var stdinFilename: String?

  @Option(help: "How much is worked on at once; as many as there are cores by default.")
  var jobs: Int?

  @Flag(help: "Print the seconds of each stage and the ten slowest rules to standard error.")
  var statistics = false

  @Flag(help: "Print the files that would be linted, and lint nothing.")
  var listFiles = false

  @Flag(help: "Judge anew, and keep nothing for the next run.")
  var noCache = false

  func validate() throws {
    if let maxWarnings, maxWarnings < 0 {
      throw ValidationError("--max-warnings takes a whole number, 0 or more")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number, 1 or more") }
  }

  func run() async throws {
    try suggestCommand()
    let loader = try project.loader(near: paths)
    let cache = try self.cache(loader)
    if let cache, let run = cache.run {
      if output.verbose { Console.complain(cache.workspace.project.words) }
      try tell(run, cache.workspace)
      return try finish(run.report, cache.workspace.configuration)
    }
    if jobs != 1, !listFiles { RuleLoader.planAhead() }
    let workspace = try workspace(loader, cache)
    if listFiles { return Console.write(workspace.files.map { visible($0) + "\n" }.joined()) }
    let progress = Progress(
      "linting \(workspace.design.orgFiles.count) files",
      isQuiet: output.quiet
    )
    defer { progress.finish() }
    var (report, run) = try await judged(workspace, baseline: cache?.baseline)
    progress.finish()
    if output.redact { report = Redaction(run.host).apply(to: report) }
    if try output.writes(.html) {
      report.illustration = Illustrator.illustration(
        of: report,
        on: run.host,
        redacts: output.redact
      )
    }
    let kept = KeptRun(report, staleEntries: run.lint.staleEntries.count)
    cache?.keep(kept)
    try tell(kept, workspace)
    if statistics { Statistics.print(run.lint) }
    try finish(report, workspace.configuration)
  }

  private func tell(_ run: KeptRun, _ workspace: Workspace) throws {
    try output.write(
      run.report,
      command: shownCommand,
      isOfChange: since != nil,
      failureThreshold: failureThreshold(of: run.report, workspace.configuration)
    )
    guard !output.quiet else { return }
    suppression.note(staleEntries: run.staleEntries)
    if project.isSearched { workspace.noteNestedConfigurations(paths) }
  }

  private func finish(_ report: Report, _ configuration: Configuration) throws {
    // A report of what is new does not show what failed before as well.
    if since != nil { try report.checkRules() }
    let status = exitStatus(of: report, configuration)
    if status != 0 { throw ExitCode(status) }
  }

  /// A misspelled command is read as a path of the default one, and there is none.
  private func suggestCommand() throws(UsageError) {
    guard let name = paths.first, name != stdinFilename, !FileSystem.exists(name),
      !CommandLine.arguments.contains("check")
    else { return }
    let commands = OrgLintCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard let command = NearestNames.of(name, among: commands).first else { return }
    throw UsageError("there is no '\(name)'; did you mean 'orglint \(command)'?")
  }

  /// Reads the design and the rules, as far as they are not read yet.
  private func workspace(_ loader: ProjectLoader, _ cache: CheckCache?) throws -> Workspace {
    let project = try loader.project()
    if output.verbose { Console.complain(project.words) }
    var workspace = try cache?.workspace ?? Workspace(project, today: self.project.day())
    workspace.project = project
    workspace.jobs = jobs ?? Console.cores
    if cache == nil {
      try workspace.load(paths, replacing: replacement, allowsNone: allowEmpty)
    }
    return workspace
  }

  private func judged(
    _ workspace: Workspace,
    baseline: [UInt8]?
  ) async throws -> (report: Report, run: (lint: LintRun, host: DesignHost)) {
    var run = workspace.run()
    try selection.apply(to: &run.selection, among: workspace.rules)
    run.suppression = try suppression.suppression(workspace.project, baseline: baseline)
    let (report, host) = try await report(of: workspace, &run)
    return (report, (run, host))
  }

  private func report(
    of workspace: Workspace,
    _ run: inout LintRun
  ) async throws -> (Report, DesignHost) {
    guard let since else {
      let host = await run.host(of: workspace.design)
      try prepare(host, workspace, &run)
      return (await run.report(on: host, compiled: workspace.compiled), host)
    }
    let base = try await ChangeSide.commit(GitRevision.named(since)).parted(from: .workingTree)
    let options = ChangeOptions(
      project: project,
      paths: paths,
      selection: selection,
      suppression: suppression,
      failOn: failOn,
      within: within,
      redact: output.redact
    )
    let change = try await DesignChange(
      &run,
      on: workspace.design,
      (base, .workingTree),
      in: workspace,
      options,
      check: { try prepare($0, workspace, &$1) }
    )
    return (change.report, change.head)
  }

  private func prepare(_ host: DesignHost, _ workspace: Workspace, _ run: inout LintRun) throws {
    try workspace.checkEntries(in: host)
    run.scope.root = try within.map { try host.entry(named: $0) }
  }

  private var replacement: (path: String, bytes: [UInt8])? {
    stdinFilename.map { ($0, Console.standardInput()) }
  }

  private var shownCommand: String {
    (["orglint", "check"] + paths).joined(separator: " ")
  }

  /// The least severity that fails the run: warnings do as well where there are too many of them.
  private func failureThreshold(of report: Report, _ configuration: Configuration) -> Severity? {
    let level = failOn?.level ?? configuration.failOn?.value ?? .error
    let isSilenced = failOn != .never && report.isSilenced
    guard let severity = Severity(name: level.rawValue) ?? (isSilenced ? .error : nil) else {
      return nil
    }
    return hasTooManyWarnings(report, configuration) ? min(severity, .warning) : severity
  }

  private func hasTooManyWarnings(_ report: Report, _ configuration: Configuration) -> Bool {
    let judged = since == nil ? report : report.ofChange
    let limit = maxWarnings ?? configuration.maxWarnings?.value
    return limit.map { judged.count(.warning) > $0 } ?? false
  }

  private func exitStatus(of report: Report, _ configuration: Configuration) -> Int32 {
    if report.hasFailedRule { return 2 }
    if failOn != .never, report.isSilenced { return 1 }
    let level = failOn?.level ?? configuration.failOn?.value ?? .error
    if level == .never { return 0 }
    if hasTooManyWarnings(report, configuration) { return 1 }
    let judged = since == nil ? report : report.ofChange
    return report.isIncomplete || level.fails(judged) ? 1 : 0
  }
}

/// The least severity that fails a run, as the command line has it.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  var level: FailureLevel { FailureLevel(rawValue: rawValue) ?? .error }
}

extension FailureLevel {
  /// Whether a report fails the run: by a finding, or by a file that was not read to its end.
  func fails(_ report: Report) -> Bool {
    self != .never && (report.isIncomplete || report.findings.contains { isMet(by: $0.severity) })
  }
}

extension Report {
  /// Whether a rule failed while it ran: orglint's failure and not the design's.
  var hasFailedRule: Bool {
    findings.contains { $0.rule == "rule-failed" }
  }

  /// Ends the program with status 2 where a rule failed, so that it is not known what it finds.
  func checkRules() throws {
    guard hasFailedRule else { return }
    Console.complain("a rule failed while it ran; orglint check shows where")
    throw ExitCode(2)
  }

  /// Whether a file was not read to its end, which is never green.
  var isIncomplete: Bool {
    findings.contains { ReaderRules.endsReading($0.rule) }
  }

  /// Whether a change silences what it must not silence, whatever the configuration fails on.
  var isSilenced: Bool {
    findings.contains { $0.rule == SilencingNotices.rule }
  }
}
