import ArgumentParser
import BuiltInRules
import Diagnostics
import Documentation
import Linting
import RuleLanguage

/// Prints a rule's page.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: what, why, sources with their grade, parameters, examples."
  )

  @Argument(help: "The id of a rule, such as po-missing.")
  var rule: String

  @OptionGroup var project: ProjectOptions

  func run() throws {
    let rules = try project.project().compiled.map(\.definition)
    if let reader = ReaderRules.all.first(where: { $0.id == rule }) {
      Console.write(
        "\(reader.id): \(reader.title)\n\nRaised while files are read; it cannot be switched off "
          + "or waived.\n"
      )
      return
    }
    guard let found = rules.first(where: { $0.id == rule }) else {
      let known = rules.map(\.id) + ReaderRules.all.map(\.id)
      let nearest = NearestNames.of(rule, among: known).first
      throw UsageError(
        "no rule is called '\(rule)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? "; orglint rules lists them")
      )
    }
    // Only a rule of a pack was read with its examples.
    let whole = BuiltInRules.load().rules.first { $0.id == rule }
    Console.show(RulePage(whole ?? found).text)
  }
}
