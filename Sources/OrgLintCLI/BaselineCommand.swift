import ArgumentParser
import Diagnostics
import Linting
import Reporting
import SourceText

/// The findings a team lives with for now.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Keep the findings of today in a file, so that only new ones count.",
    subcommands: [Write.self, Prune.self, Check.self]
  )

  /// What all three take, and what they find.
  struct Options: ParsableArguments {
    @Argument(help: "Folders and files of the design; else the configuration's, else here.")
    var paths: [String] = []

    @Option(help: "The file of the baseline; else the configuration's.")
    var baseline: String?

    @OptionGroup var project: ProjectOptions

    @OptionGroup var selection: SelectionOptions

    /// Judges the design; what a baseline could silence is in the run.
    func judged() async throws -> (run: LintRun, report: Report, file: BaselineFile) {
      var workspace = try project.workspace(near: paths)
      try workspace.load(paths)
      var run = workspace.run()
      try selection.apply(to: &run.selection, among: workspace.rules)
      let report = await run.report(on: workspace.design, compiled: workspace.compiled)
      try report.checkRules()
      return (run, report, BaselineFile(baseline, workspace.project) ?? .standard)
    }
  }

  struct Write: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write all findings of the design into the baseline.",
      discussion: """
        What a waiver or a comment silences and what nothing can silence stays out. Entries of \
        rules that do not run stay in.
        """
    )

    @OptionGroup var options: Options

    func run() async throws {
      let (run, report, file) = try await options.judged()
      guard !run.wasIncomplete else {
        throw UsageError(
          "a file was not read to its end, so the baseline would lack what stands behind the error"
        )
      }
      // A file that is not there or cannot be read has nothing to keep.
      let old = (try? file.read(isReplaced: true))?.entries ?? []
      let kept = old.filter { !run.isJudged($0.identity.first ?? "") }
      let baseline = Baseline(Baseline(of: run.silenceable).entries + kept)
      try file.write(baseline)
      Console.show("\(entries(baseline.entries.count)) in \(visible(file.path))\n")
      run.noteWhatStays(of: report)
    }
  }

  struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out of the baseline what the design does not have any more."
    )

    @OptionGroup var options: Options

    func run() async throws {
      let (run, _, file) = try await options.judged()
      run.noteIncompleteness()
      let old = try file.read(isReplaced: true)
      let left = old.pruned(to: run.silenceable, isJudged: run.isJudged)
      if left.entries != old.entries { try file.write(left) }
      let removed = old.entries.count - left.entries.count
      Console.show("\(entries(removed)) removed, \(left.entries.count) left\n")
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fail when the baseline has entries that match nothing any more."
    )

    @OptionGroup var options: Options

    func run() async throws {
      let (run, _, file) = try await options.judged()
      run.noteIncompleteness()
      let baseline = try file.read()
      let stale = baseline.stale(against: run.silenceable, isJudged: run.isJudged)
      for entry in stale { Console.show("stale: \(entry.words)\n") }
      Console.show("\(stale.count) of \(entries(baseline.entries.count)) stale\n")
      guard stale.isEmpty else {
        Console.complain("orglint baseline prune takes them out")
        throw ExitCode(1)
      }
    }
  }
}

extension LintRun {
  /// Says on standard error which findings a baseline does not silence, so that they stay.
  fileprivate func noteWhatStays(of report: Report) {
    let kept = Set(silenceable.map(\.fingerprint))
    var counts: [String: Int] = [:]
    for finding in report.findings where !kept.contains(finding.fingerprint) {
      counts[finding.rule, default: 0] += 1
    }
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return }
    let rules = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    Console.complain(
      "\(total) \(total == 1 ? "finding is" : "findings are") not in it, because a baseline cannot "
        + "silence \(total == 1 ? "it" : "them"): \(rules.joined(separator: ", "))"
    )
  }

  /// Says on standard error why no entry is taken out.
  fileprivate func noteIncompleteness() {
    guard wasIncomplete else { return }
    Console.complain("a file was not read to its end, so no entry counts as stale")
  }
}

/// Returns a number of entries in words.
func entries(_ count: Int) -> String {
  "\(count) \(count == 1 ? "entry" : "entries")"
}

extension Baseline.Entry {
  /// The identity as one line: rule, targets, and what else tells it from others.
  var words: String {
    visible(identity.filter { !$0.isEmpty }.joined(separator: " "))
  }
}
