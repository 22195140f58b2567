import ArgumentParser
import OrgAnalysis
import OrgModel
import RuleLanguage

/// Shows the way of a decision.
struct PathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show the way of a decision: each step, whether it is a hand-off, and why.",
    discussion: """
      Without a product the way of the product with the most hand-offs is shown, and a line for \
      each other one.
      """
  )

  @Argument(help: "The id of a decision.")
  var decision: String

  @Argument(help: "The id of a product in its scope.")
  var product: String?

  @OptionGroup var design: DesignOptions

  @Option(help: "The format: text or json.")
  var format = AnswerFormat.text

  func run() async throws {
    let facts = try await design.workspace().host().facts
    let names = AnswerNames(facts)
    let decision = try names.find(decision, .decision)
    let products = try chosenProducts(decision, names)
    let answers = products.map { facts.explain(decision, for: $0) }
    switch format {
    case .text: Console.show(PathText(decision, answers, names).text)
    case .json: Console.write(PathJSON(decision, answers, names).text)
    }
  }

  private func chosenProducts(_ decision: Int, _ names: AnswerNames) throws -> [Int?] {
    let all = names.facts.evaluatedProducts(of: decision)
    guard let product else { return all }
    let chosen = try names.find(product, .product)
    guard all.contains(chosen) else {
      throw UsageError(
        "decision '\(names.id(.decision, decision))' is not about product "
          + "'\(names.id(.product, chosen))'"
      )
    }
    return [chosen]
  }
}
