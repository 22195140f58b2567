import ArgumentParser

/// The tool for those who work on orglint; it is never shipped.
@main
struct OrglintDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orglint-dev",
    abstract: "Work on orglint.",
    subcommands: [
      CELBenchCommand.self, CELConformanceCommand.self, DocsCommand.self, GenerateCommand.self,
      ManCommand.self,
    ]
  )
}
