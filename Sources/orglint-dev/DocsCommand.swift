import ArgumentParser
import BuiltInRules
import Documentation
import Foundation

/// The command that writes the generated pages of `docs/`.
struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Write the pages that come from code and rule files."
  )

  @Option(name: .customLong("in"), help: "The project's root.")
  var root = "."

  func run() throws {
    let root = URL(filePath: root, directoryHint: .isDirectory)
    let folder = root.appending(path: GeneratedDocs.rulesFolder)
    // A page of a rule that is gone would stay for ever.
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for page in GeneratedDocs.pages(for: BuiltInRules.load().rules) {
      try Data(page.text.utf8).write(to: root.appending(path: page.path), options: .atomic)
    }
  }
}
