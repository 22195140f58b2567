import ArgumentParser
import Diagnostics

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

  @Argument(help: "Folders and files of the design.")
  var paths: [String] = ["."]

  @OptionGroup var project: ProjectOptions

  @OptionGroup var output: OutputOptions

  @OptionGroup var selection: SelectionOptions

  @OptionGroup var suppression: SuppressionOptions

  @Option(help: "The least severity that fails the run: error, warning, info or never.")
  var failOn = FailOn.error

  @Option(help: "Fail when there are more warnings than this.")
  var maxWarnings: Int?

  @Flag(help: "A run without any org file is no error.")
  var allowEmpty = false

  @Option(help: "Read this one file of the design from standard input.")
  var stdinFilename: String?

  @Option(help: "How much is worked on at once; as many as there are cores by default.")
  var jobs: Int?

  @Flag(help: "Print the seconds of each stage and the ten slowest rules to standard error.")
  var statistics = false

  func run() async throws {
    var workspace = try project.workspace()
    try workspace.load(paths, replacing: replacement, allowsNone: allowEmpty)
    workspace.jobs = max(1, jobs ?? Console.cores)
    var run = workspace.run()
    run.selection = try selection.selection(among: workspace.rules)
    run.suppression = try suppression.suppression()
    let report = await run.report(on: workspace.design, compiled: workspace.compiled)
    try output.write(report, command: shownCommand)
    if !output.quiet { suppression.note(run.staleEntries) }
    if statistics { Statistics.print(run) }
    let status = exitStatus(of: report)
    if status != 0 { throw ExitCode(status) }
  }

  private var replacement: (path: String, bytes: [UInt8])? {
    stdinFilename.map { ($0, Console.standardInput()) }
  }

  private var shownCommand: String {
    (["orglint", "check"] + paths).joined(separator: " ")
  }

  private func exitStatus(of report: Report) -> Int32 {
    if failOn == .never { return 0 }
    if report.isIncomplete { return 1 }
    if let maxWarnings, report.count(.warning) > maxWarnings { return 1 }
    return report.findings.contains { failOn.includes($0.severity) } ? 1 : 0
  }
}

/// The least severity that fails a run.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, info, never

  func includes(_ severity: Severity) -> Bool {
    Severity(name: rawValue).map { severity >= $0 } ?? false
  }
}

extension Report {
  /// Whether a file was not read to its end, which is never green.
  var isIncomplete: Bool {
    findings.contains { ["yaml-syntax", "yaml-encoding", "yaml-limit"].contains($0.rule) }
  }
}
