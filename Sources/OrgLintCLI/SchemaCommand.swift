import ArgumentParser
import BuiltInRules
import Documentation

/// Prints the JSON Schema of a kind of file.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of org files, for editors.",
    discussion: "docs/editors.md says how an editor is told of it."
  )

  @Option(name: .customLong("of"), help: "The kind of file: org, config or rule.")
  var kind = Kind.org

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case org, config, rule
  }

  func run() {
    switch kind {
    case .org: Console.write(OrgSchema.node.text)
    case .config:
      Console.write(ConfigurationSchema.node(for: BuiltInRules.load().rules).text)
    case .rule: Console.write(RuleSchema.node.text)
    }
  }
}
