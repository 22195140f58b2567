import ArgumentParser
import Diagnostics
import Documentation
import Linting
import Reporting
import RuleLanguage
import SourceText

/// Lists every rule.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List every rule with its severity, whether it runs, and what changed it."
  )

  @OptionGroup var project: ProjectOptions

  @OptionGroup var selection: SelectionOptions

  @Option(help: "The format: text or json.")
  var format = AnswerFormat.text

  func run() throws {
    let project = try project.project()
    let rules = project.compiled.map(\.definition)
    var selection = RuleSelection(project.configuration)
    try self.selection.apply(to: &selection, among: rules)
    let listing = RuleListing(rules: rules, selection: selection)
    switch format {
    case .text: Console.show(listing.text)
    case .json: Console.write(listing.json)
    }
  }
}

/// All rules with what a run makes of them, in text and in JSON.
private struct RuleListing {
  let rules: [RuleDefinition]
  let selection: RuleSelection

  var text: String {
    let width = rules.map(\.id.count).max() ?? 0
    var lines = rules.map { rule in
      let severities = severities(of: rule).joined(separator: "/").padded(to: 18)
      let mark = isChanged(rule) ? "*" : " "
      let runs = selection.runs(rule) ? "on " : "off"
      return "\(runs)\(mark) \(rule.id.padded(to: width))  \(severities)  \(visible(rule.title))"
    }
    if rules.contains(where: isChanged) { lines.append("* changed by the configuration") }
    let count = rules.count { selection.runs($0) }
    lines.append("\(count) of \(rules.count) rules run in this selection; orglint explain RULE")
    return lines.joined(separator: "\n") + "\n"
  }

  var json: String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.field("format", "orglint/1")
        writer.field("version", Release.version)
        writer.key("rules")
        writer.array(of: rules) { writer, rule in write(rule, to: &writer) }
      }
    }
  }

  private func write(_ rule: RuleDefinition, to writer: inout JSONWriter) {
    writer.object(inline: true) { writer in
      writer.field("id", rule.id)
      writer.field("family", rule.family)
      writer.field("title", rule.title)
      writer.key("severities")
      writer.array(of: severities(of: rule), inline: true) { $0.append($1) }
      writer.key("profiles")
      let profiles = RuleDefinition.Profile.allCases.filter(rule.profiles.contains)
      writer.array(of: profiles.map(\.rawValue), inline: true) { $0.append($1) }
      writer.field("runs", selection.runs(rule))
      writer.field("changed", isChanged(rule))
      writer.field("fixed", rule.isFixed)
    }
  }

  /// The severities findings of the rule can have in this run, the greatest first.
  private func severities(of rule: RuleDefinition) -> [String] {
    guard let severity = selection.choices[rule.id]?.severity else {
      return rule.severities.map(\.name)
    }
    let lesser = rule.severities.dropFirst().map { min($0, severity) }
    return ([severity] + lesser.filter { $0 != severity }).map(\.name)
  }

  private func isChanged(_ rule: RuleDefinition) -> Bool {
    selection.choices[rule.id] != nil || selection.overrides.contains { $0.choices[rule.id] != nil }
  }
}
