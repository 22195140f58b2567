import ArgumentParser
import BuiltInRules
import Diagnostics
import Linting
import Reporting
import RuleLanguage

/// Prints a rule's page.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: what, why, sources with their grade, parameters, examples."
  )

  @Argument(help: "The id of a rule, such as po-missing.")
  var rule: String

  func run() throws {
    let (rules, _) = BuiltInRules.load()
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
    Console.write(RulePage(found).text)
  }
}

/// A rule in words, as `explain` shows it.
struct RulePage {
  private let rule: RuleDefinition

  init(_ rule: RuleDefinition) {
    self.rule = rule
  }

  var text: String {
    var parts = ["\(rule.id): \(rule.title)", facts]
    if !rule.rationale.isEmpty { parts.append(rule.rationale.trimmed) }
    parts.append(messages)
    if !rule.parameters.isEmpty { parts.append(parameters) }
    if !rule.origin.isEmpty { parts.append(origin) }
    if !rule.sources.isEmpty {
      parts.append(
        "Sources\n"
          + rule.sources.map { "  - \($0.text)" + ($0.grade.isEmpty ? "" : " (\($0.grade))") }
          .joined(separator: "\n")
      )
    }
    for example in rule.examples.prefix(4) { parts.append(page(of: example)) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var facts: String {
    let severities = rule.severities.map(\.name).joined(separator: ", ")
    let profiles = RuleDefinition.Profile.allCases.filter(rule.profiles.contains)
    var lines = [
      "severity: \(severities)", "profiles: \(profiles.map(\.rawValue).joined(separator: ", "))",
    ]
    if rule.isFixed { lines.append("fixed: it can neither be switched off nor lowered") }
    return lines.joined(separator: "\n")
  }

  private var messages: String {
    "Says\n"
      + rule.variants.compactMap { variant in
        variant.message.map { message in
          "  - " + (variant.name.isEmpty ? "" : "\(variant.name): ") + message.source.trimmed
            + (variant.help.map { "\n    help: " + $0.source.trimmed } ?? "")
        }
      }.joined(separator: "\n")
  }

  private var parameters: String {
    "Parameters\n"
      + rule.parameters.map { parameter in
        "  \(parameter.name): \(parameter.defaultValue.text)"
          + (parameter.grade.isEmpty
            ? ""
            : "  (\(parameter.grade)"
              + (parameter.source.isEmpty ? ")" : ", \(parameter.source))"))
          + (parameter.summary.isEmpty ? "" : "\n      \(parameter.summary)")
      }.joined(separator: "\n")
  }

  private var origin: String {
    "Goes back to\n"
      + rule.origin.map { "  \($0): \(SourceSentences.text[$0] ?? "")" }.joined(separator: "\n")
      + "\n  (\(SourceSentences.title))"
  }

  private func page(of example: RuleExample) -> String {
    "Example: \(example.name)\n"
      + example.files.map { file in
        file.text.trimmed.split(separator: "\n", omittingEmptySubsequences: false)
          .map { "    " + $0 }.joined(separator: "\n")
      }.joined(separator: "\n    ---\n")
  }
}

/// The published sentences that rules go back to.
enum SourceSentences {
  static let title =
    "Thoughtworks, Effective steering structures for your digital engineering at scale"

  static let text: [String: String] = [
    "S1": "The two key positions … are the product owner (PO) and technology lead (TL)",
    "S2": "The product owner is accountable for the business and customer outcomes as measured by "
      + "business and product metrics",
    "S3": "… setting the right incentives for software development teams",
    "S4":
      "The technology lead is responsible for the quality of the software running in production",
    "S5": "Their primary measure of success is that systems and software work as intended",
    "S6": "They also anchor cross-organization quality initiatives in their part of the "
      + "organization",
    "S7": "… the most senior engineers and responsible for the developer experience",
    "S8": "… POs cannot succeed because they get overruled or their goals conflict with the way of "
      + "working of the organization",
    "S9": "… leaders accountable for profit and loss break it down into smaller pockets which "
      + "their respective reports will be accountable for",
    "S10": "The smallest pocket of accountability is the financial results of (a group of) "
      + "product(s)",
    "S11": "… product decisions are incentivized coherently along the decision-making hierarchy "
      + "and positively impact the bottom line",
    "S12": "… keep organizational complexity to a minimum, where possible",
    "S13": "… short decision-making paths and autonomy in tactical choices",
    "S14": "Accountability through measures of success",
    "S15": "Stewards of processes, methods and tools",
  ]
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isNewline == true { text.removeFirst() }
    return String(text)
  }
}
