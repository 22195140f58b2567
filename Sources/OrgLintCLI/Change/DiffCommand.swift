import ArgumentParser
import Diagnostics
import Linting
import Reporting

/// Says what a change does to a design.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what a change does: new and fixed findings, and the structure.",
    discussion: """
      BASE and HEAD are git revisions, folders or files; HEAD is the working tree where it is not given. \
      The base is the commit where BASE and HEAD parted. Revisions are read from git's objects: \
      nothing is checked out, and uncommitted work stays as it is. Both sides are judged with the \
      configuration, the rules and the day of now. Exits as check does, by the new findings \
      and by files that were not read to their end.
      """
  )

  @Argument(help: "The design before the change: a git revision, a folder or a file.")
  var base: String

  @Argument(help: "The design with the change; else the working tree.")
  var head: String?

  @OptionGroup var design: DesignOptions

  @OptionGroup var selection: SelectionOptions

  @OptionGroup var output: ChangeOutput

  @OptionGroup var suppression: SuppressionOptions

  @Option(help: "The least severity of a new finding that fails: error, warning, info or never.")
  var failOn: FailOn?

  func run() async throws {
    let workspace = try design.project.workspace(near: design.paths)
    let after: ChangeSide = if let head { try await .named(head) } else { .workingTree }
    let before = try await ChangeSide.named(base).parted(from: after)
    if before.isPath, after.isPath, let path = design.paths.first {
      throw UsageError("--in \(path) says which design a revision holds, and none is compared")
    }
    var run = workspace.run()
    try selection.apply(to: &run.selection, among: workspace.rules)
    run.suppression = try suppression.suppression(workspace.project)
    let options = ChangeOptions(
      project: design.project,
      paths: design.paths,
      selection: selection,
      suppression: suppression,
      failOn: failOn,
      redact: output.redact
    )
    let change = try await DesignChange(&run, (before, after), in: workspace, options) { host, _ in
      try workspace.checkEntries(in: host)
    }
    let summary = change.summary(
      from: base,
      to: head ?? "working tree",
      redact: output.redact
    )
    let report = output.redact ? Redaction(change.head).apply(to: change.report) : change.report
    try output.write(summary, report)
    try change.report.checkRules()
    let level = options.level(workspace.configuration)
    let isIncomplete = level != .never && change.report.isIncomplete
    let isSilenced = failOn != .never && change.report.isSilenced
    if isIncomplete || isSilenced || level.fails(change.report.ofChange) { throw ExitCode(1) }
  }
}
