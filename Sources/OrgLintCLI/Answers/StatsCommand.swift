import ArgumentParser
import OrgAnalysis
import OrgModel
import RuleLanguage
import Reporting

/// Prints the numbers of a design.
struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Print layers, spans, hand-offs, pocket depth, scorecards and coverage as tables.",
    discussion: "The text is Markdown, to be pasted into a document."
  )

  @OptionGroup var design: DesignOptions

  @Option(help: "The format: text or json.")
  var format = AnswerFormat.text

  func run() async throws {
    let facts = try await design.workspace().host().facts
    if facts.graph.isIncomplete {
      Console.complain("a file was not read to its end, so the numbers are not those of the whole")
    }
    let name = facts.graph.organizations.lazy.compactMap { mapping in
      facts.graph.field(.organizationName, of: mapping).map { facts.graph.text($0) }
    }.first
    switch format {
    case .text: Console.show(StatsText(facts.statistics, name).text)
    case .json: Console.write(StatsJSON(facts.statistics, name).text)
    }
  }
}
