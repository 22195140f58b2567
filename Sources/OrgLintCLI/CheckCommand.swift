import ArgumentParser
import BuiltInRules
import Diagnostics
import Linting
import Reporting
import RuleLanguage
import YAMLSyntax

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

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

  @OptionGroup var output: OutputOptions

  @OptionGroup var selection: SelectionOptions

  @Option(help: "The least severity that fails the run: error, warning, info or never.")
  var failOn = FailOn.error

  @Option(help: "Fail when there are more warnings than this.")
  var maxWarnings: Int?

  @Flag(help: "A run without any org file is no error.")
  var allowEmpty = false

  @Option(help: "Judge dates as of this day, YYYY-MM-DD, instead of today (UTC).")
  var today: String?

  @Option(help: "Read this one file of the design from standard input.")
  var stdinFilename: String?

  @Option(help: "How much is worked on at once; as many as there are cores by default.")
  var jobs: Int?

  @Flag(help: "Print the seconds of each stage and the ten slowest rules to standard error.")
  var statistics = false

  func run() async throws {
    let today = try day()
    let replacement = stdinFilename.map { (path: $0, bytes: Console.standardInput()) }
    var loader = DesignLoader(replacing: replacement)
    let design = try loader.load(paths)
    guard !design.orgFiles.isEmpty || !design.problems.isEmpty || allowEmpty else {
      throw UsageError(
        "there is no org file in \(paths.joined(separator: ", ")): an org file has the line "
          + "'orglint: 1'; --allow-empty makes this fine"
      )
    }
    let compiled = try RuleLoader.compiled()
    var run = LintRun(rules: compiled.map(\.definition), today: today)
    run.selection = try selection.selection(among: run.rules)
    run.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    let report = await run.report(on: design, compiled: compiled)
    try output.write(report, command: shownCommand)
    if statistics { Statistics.print(run) }
    let status = exitStatus(of: report)
    if status != 0 { throw ExitCode(status) }
  }

  private var shownCommand: String {
    (["orglint", "check"] + paths).joined(separator: " ")
  }

  private func day() throws -> Int {
    guard let today else { return Console.today }
    guard let day = CalendarDate.day(of: Array(today.utf8)[...]) else {
      throw UsageError("--today takes a date such as 2026-11-24, and '\(today)' is none")
    }
    return day
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
  fileprivate var isIncomplete: Bool {
    findings.contains { ["yaml-syntax", "yaml-encoding", "yaml-limit"].contains($0.rule) }
  }
}
