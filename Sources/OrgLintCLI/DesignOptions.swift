import ArgumentParser

/// Which design a command is asked about, for the commands that take other arguments than paths.
///
///     let workspace = try options.workspace()
///     let host = await workspace.host()
struct DesignOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "A folder or file of the design; may be given several times.",
      valueName: "path"
    )
  )
  var paths: [String] = []

  @OptionGroup var project: ProjectOptions

  /// Reads the design, with the rules and the day it is judged by.
  func workspace() throws -> Workspace {
    var workspace = try project.workspace(near: paths)
    try workspace.load(paths)
    if project.isSearched { workspace.noteNestedConfigurations(paths) }
    return workspace
  }
}
