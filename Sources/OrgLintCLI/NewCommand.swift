import ArgumentParser
import Diagnostics
import Documentation
import Linting
import RuleLanguage
import SourceText

/// Begins files of an organization's own.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a rule of your own.",
    subcommands: [Rule.self]
  )

  struct Rule: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a rule file with a failing and a passing example.",
      discussion: """
        The file is complete and passes orglint test; make it say what you mean from there. A file \
        that is there already is never overwritten.
        """
    )

    @Argument(help: "The id of the rule, such as acme-product-name.")
    var id: String

    @Option(name: .customLong("in"), help: "The folder the file goes to.")
    var folder = "policies"

    @OptionGroup var project: ProjectOptions

    func run() throws {
      let project = try project.project()
      try checkID(among: project.compiled.map(\.definition.id))
      let path = "\(DesignLoader.trimmed(folder))/\(id).yaml"
      guard !FileKind.isThere(path) else {
        throw UsageError("'\(path)' is there already, and is left as it is")
      }
      let destination = try Destination(path)
      try destination.makeFolders()
      try destination.write(StarterRule.text(id: id).utf8)
      Console.show("wrote \(visible(path))\n\n\(steps(path, project.configuration))")
    }

    private func checkID(among known: [String]) throws(UsageError) {
      guard RuleDefinition.isID(id) else {
        throw UsageError(
          "'\(id)' is no id: lower-case letters, digits and hyphens, as in acme-product-name"
        )
      }
      guard !known.contains(id), !ReaderRules.all.contains(where: { $0.id == id }) else {
        throw UsageError("there is a rule '\(id)' already; an id of your own begins with your name")
      }
    }

    private func steps(_ path: String, _ configuration: Configuration) -> String {
      let folder = visible(DesignLoader.trimmed(folder))
      let extends =
        configuration.packRules.isEmpty
        ? "write extends: [recommended, ./\(folder)] into .orglint.yaml"
        : "extends of the configuration names this folder or one above"
      return """
        next
          - run its examples: orglint test \(folder)
          - make it say what you mean; docs/rule-language.md is the manual
          - have orglint check run it: \(extends)

        """
    }
  }
}
