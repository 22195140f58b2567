import ArgumentParser
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

  @Option(help: "Read this one file of the design from standard input.")
  var stdinFilename: String?

  @Option(help: "How much is worked on at once; as many as there are cores by default.")
  var jobs: Int?

  @Flag(help: "Print the seconds of each stage and the ten slowest rules to standard error.")
  var statistics = false

  @Flag(help: "Print the files that would be linted, and lint nothing.")
  var listFiles = false

  func run() async throws {
    var workspace = try project.workspace(near: paths)
    if output.verbose { Console.complain(workspace.project.words) }
    try workspace.load(paths, replacing: replacement, allowsNone: allowEmpty)
    if listFiles { return Console.write(workspace.files.map { visible($0) + "\n" }.joined()) }
    let progress = Progress(
      "linting \(workspace.design.orgFiles.count) files",
      isQuiet: output.quiet
    )
    defer { progress.finish() }
    var (report, run) = try await judged(&workspace)
    progress.finish()
    if output.redact { report = Redaction(run.host).apply(to: report) }
    if try output.writes(.html) {
      report.illustration = Illustrator.illustration(
        of: report,
        on: run.host,
        redacts: output.redact
      )
    }
    try output.write(report, command: shownCommand)
    if !output.quiet { suppression.note(run.lint.staleEntries) }
    if statistics { Statistics.print(run.lint) }
    let status = exitStatus(of: report, workspace.configuration)
    if status != 0 { throw ExitCode(status) }
  }

  private func judged(
    _ workspace: inout Workspace
  ) async throws -> (report: Report, run: (lint: LintRun, host: DesignHost)) {
    workspace.jobs = max(1, jobs ?? Console.cores)
    var run = workspace.run()
    try selection.apply(to: &run.selection, among: workspace.rules)
    run.suppression = try suppression.suppression(workspace.configuration)
    let host = await run.host(of: workspace.design)
    try workspace.checkEntries(in: host)
    run.scope.root = try within.map { try host.entry(named: $0) }
    let report = await run.report(on: host, compiled: workspace.compiled)
    return (report, (run, host))
  }

  private var replacement: (path: String, bytes: [UInt8])? {
    stdinFilename.map { ($0, Console.standardInput()) }
  }

  private var shownCommand: String {
    (["orglint", "check"] + paths).joined(separator: " ")
  }

  private func exitStatus(of report: Report, _ configuration: Configuration) -> Int32 {
    let level = failOn?.level ?? configuration.failOn?.value ?? .error
    if level == .never { return 0 }
    if report.isIncomplete { return 1 }
    let limit = maxWarnings ?? configuration.maxWarnings?.value
    if let limit, report.count(.warning) > limit { return 1 }
    return report.findings.contains { level.fails($0.severity) } ? 1 : 0
  }
}

/// The least severity that fails a run, as the command line has it.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  var level: FailureLevel { FailureLevel(rawValue: rawValue) ?? .error }
}

extension FailureLevel {
  /// Whether a finding of a severity fails the run.
  func fails(_ severity: Severity) -> Bool {
    Severity(name: rawValue).map { severity >= $0 } ?? false
  }
}

extension Report {
  /// Whether a file was not read to its end, which is never green.
  var isIncomplete: Bool {
    findings.contains { ReaderRules.endsReading($0.rule) }
  }
}
