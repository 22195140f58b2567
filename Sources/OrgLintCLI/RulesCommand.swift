import ArgumentParser
import BuiltInRules
import Diagnostics
import Linting
import RuleLanguage

/// Lists every rule.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List every rule with its severity and whether it runs."
  )

  @OptionGroup var project: ProjectOptions

  @OptionGroup var selection: SelectionOptions

  func run() throws {
    let workspace = try project.workspace()
    let rules = workspace.rules
    var selection = RuleSelection(workspace.configuration)
    try self.selection.apply(to: &selection, among: rules)
    let width = rules.map(\.id.count).max() ?? 0
    var lines: [String] = []
    for rule in rules {
      let name = rule.id + String(repeating: " ", count: width - rule.id.count)
      let severities = rule.severities.map(\.name).joined(separator: "/")
      let padded = severities + String(repeating: " ", count: max(0, 18 - severities.count))
      let runs = selection.runs(rule) ? "on " : "off"
      lines.append("\(runs)  \(name)  \(padded)  \(rule.title)")
    }
    let count = rules.count { selection.runs($0) }
    lines.append("\(count) of \(rules.count) rules run in this selection; orglint explain RULE")
    Console.write(lines.joined(separator: "\n") + "\n")
  }
}
