import ArgumentParser
import Linting
import Reporting
import YAMLSyntax

/// Lists what is silenced.
struct SuppressionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppressions",
    abstract: "List every silenced finding with who silenced it, why and until when.",
    discussion: """
      A waiver or comment that has expired, is malformed or hides nothing silences nothing: \
      orglint check reports it.
      """
  )

  @OptionGroup var design: DesignOptions

  @OptionGroup var selection: SelectionOptions

  @Option(help: "The baseline whose findings are listed too; else the configuration's.")
  var baseline: String?

  @Option(help: "The format: text or json.")
  var format = AnswerFormat.text

  func run() async throws {
    let workspace = try design.workspace()
    var run = workspace.run()
    try selection.apply(to: &run.selection, among: workspace.rules)
    run.suppression.baseline = try BaselineFile(baseline, workspace.project)?.read()
    let report = await run.report(on: workspace.design, compiled: workspace.compiled)
    let list = SuppressionList(report)
    switch format {
    case .text:
      Console.show(
        list.text { date in
          CalendarDate.day(of: Array(date.utf8)).map { $0 - workspace.today }
        }
      )
    case .json: Console.write(list.json())
    }
    try report.checkRules()
  }
}
