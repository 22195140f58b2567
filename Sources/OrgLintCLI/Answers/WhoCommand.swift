import ArgumentParser
import OrgAnalysis
import OrgModel
import RuleLanguage

/// Says who answers for a product.
struct WhoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who",
    abstract: "Say who owns, leads, builds and pays for a product, and how far its deciders are."
  )

  @Argument(help: "The id of a product.")
  var product: String

  @OptionGroup var design: DesignOptions

  @Option(help: "The format: text or json.")
  var format = AnswerFormat.text

  func run() async throws {
    let facts = try await design.workspace().host().facts
    let names = AnswerNames(facts)
    let answer = facts.answer(for: try names.find(product, .product))
    switch format {
    case .text: Console.show(WhoText(answer, names).text)
    case .json: Console.write(WhoJSON(answer, names).text)
    }
  }
}
