package import ArgumentParser
import Documentation
import SourceText

/// The program: `orglint`, which is `orglint check` where no command is named.
package struct OrgLintCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "orglint",
    abstract: "Lints organization designs written in YAML.",
    discussion: """
      Missing product owners and technology leads, overlapping pockets of profit and loss, \
      decision paths that are too deep, incentives that pull against each other: orglint shows \
      them with the place in the file, the reason, and a way out.
      """,
    version: Release.version,
    subcommands: [
      CheckCommand.self,
      BaselineCommand.self,
      ConfigCommand.self,
      ConflictsCommand.self,
      DiffCommand.self,
      ExplainCommand.self,
      GraphCommand.self,
      InitCommand.self,
      NewCommand.self,
      PathCommand.self,
      RulesCommand.self,
      SchemaCommand.self,
      SuppressionsCommand.self,
      StatsCommand.self,
      TestCommand.self,
      WhoCommand.self,
    ],
    defaultSubcommand: CheckCommand.self
  )

  package init() {}

  /// Reads the command line.
  ///
  /// A check is read without the other commands, since to set up all of them takes longer than to
  /// check a small design. Help, mistakes and all else is for all of them.
  private static func parsed() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.first == "check" else { return try parseAsRoot() }
    // A check that asks no cache needs rules, whatever else is asked; they can be read meanwhile.
    if arguments.contains("--no-cache") { Task.detached { RuleLoader.builtIn } }
    if let check = try? CheckCommand.parse(Array(arguments.dropFirst())) { return check }
    return try parseAsRoot()
  }

  /// Runs the command line and exits: 0 fine, 1 findings, 2 orglint could not do its job.
  package static func main() async {
    do {
      var command = try parsed()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Console.exit(0)
    } catch let error as UsageError {
      Console.complain(error.description)
      Console.exit(2)
    } catch let code as ExitCode {
      Console.exit(code.rawValue)
    } catch {
      let code = exitCode(for: error)
      let text = quotingArguments(in: fullMessage(for: error))
      if code == .success {
        Console.show(text + "\n")
        Console.exit(0)
      }
      Console.complain(text, prefixed: false)
      Console.exit(2)
    }
  }

  /// Keeps an argument that a message quotes from being more than a part of its line.
  private static func quotingArguments(in message: String) -> String {
    CommandLine.arguments.dropFirst().reduce(message) { message, argument in
      // A message may quote the value of an option alone: --format=json, --report json=file.
      let parts = [argument[...]] + argument.split(separator: "=", maxSplits: 1)
      return (parts + argument.split(separator: "=")).reduce(message) { message, text in
        let shown = visible(String(text))
        return shown == text ? message : message.replacing(text, with: shown)
      }
    }
  }
}
