import ArgumentParser
import Foundation

/// The command that writes the manual page of orglint.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "Write orglint's manual page: orglint --experimental-dump-help | orglint-dev man."
  )

  func run() throws {
    let dump = FileHandle.standardInput.readDataToEndOfFile()
    let help = try JSONDecoder().decode(ManPage.Help.self, from: dump)
    print(ManPage(help.command).text, terminator: "")
  }
}
