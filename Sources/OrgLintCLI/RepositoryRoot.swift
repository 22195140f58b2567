import Reporting

/// The folder that code hosts count paths from.
enum RepositoryRoot {
  /// Variables in which a host names its checkout, in the order in which they are asked.
  private static let variables = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"]

  /// Turns paths of this run into paths from the root.
  static var pathBase: PathBase {
    let directory = FileKind.target(of: FileSystem.workingDirectory)
    return PathBase(
      workingDirectory: directory,
      base: root(above: directory, environment: Console.environment)
    )
  }

  /// Returns the checkout that a host names, else git's root, else the working directory itself.
  ///
  /// A checkout that the working directory is not in belongs to another job's step.
  ///
  /// - Parameter directory: The working directory, absolute and without links.
  static func root(above directory: String, environment: (String) -> String?) -> String {
    let named = variables.lazy.compactMap(environment).filter { $0.hasPrefix("/") }
      .map { FileKind.target(of: $0) }
    if let root = named.first(where: { contains($0, directory) }) { return root }
    var folder = directory
    while true {
      if FileKind.isThere(folder == "/" ? "/.git" : folder + "/.git") { return folder }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return directory }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private static func contains(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
  }
}
