import ArgumentParser
import CEL
import Foundation

/// The command that writes the reference of the expression language's functions.
struct CELDocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cel-docs",
    abstract: "Write the reference of the functions of expressions."
  )

  @Option(name: .customLong("out"), help: "The file to write.")
  var file = "docs/cel-functions.md"

  func run() throws {
    try Data(FunctionReference.standard.utf8).write(to: URL(filePath: file), options: .atomic)
  }
}
