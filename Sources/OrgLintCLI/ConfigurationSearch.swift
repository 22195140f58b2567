import Reporting

/// Finds the configuration of a run: beside what is linted, or in a folder above.
enum ConfigurationSearch {
  static let fileName = ".orglint.yaml"

  /// Returns the nearest configuration at or above the folder that all paths are in.
  ///
  /// The root of the repository is the last folder looked at.
  static func find(near paths: [String]) throws(UsageError) -> String? {
    var folder = commonFolder(of: paths)
    let shown = PathBase(workingDirectory: "/", base: FileSystem.workingDirectory)
    while true {
      let path = joined(folder, fileName)
      if FileKind.isThere(path) { return shown.path(path) }
      let misspelled = joined(folder, ".orglint.yml")
      if FileSystem.exists(misspelled) {
        throw UsageError("'\(shown.path(misspelled))' is not read: rename it to \(fileName)")
      }
      if folder.isEmpty || FileSystem.exists(joined(folder, ".git")) { return nil }
      folder.removeLast()
    }
  }

  /// Returns where a configuration may stand, the nearest place first.
  static func candidates(near paths: [String]) -> [String] {
    var folder = commonFolder(of: paths)
    let shown = PathBase(workingDirectory: "/", base: FileSystem.workingDirectory)
    var places: [String] = []
    while true {
      places.append(shown.path(joined(folder, fileName)))
      if folder.isEmpty || FileSystem.exists(joined(folder, ".git")) { return places }
      folder.removeLast()
    }
  }

  /// The parts of the deepest folder that has all paths; the working directory's for none.
  private static func commonFolder(of paths: [String]) -> [Substring] {
    let base = PathBase(workingDirectory: FileSystem.workingDirectory, base: "/")
    let folders = (paths.isEmpty ? ["."] : paths).map { path in
      let parts = base.path(path).split(separator: "/")
      return FileSystem.isFolder(path) ? parts : parts.dropLast()
    }
    return folders.dropFirst().reduce(folders[0]) { common, folder in
      zip(common, folder).prefix { $0 == $1 }.map(\.0)
    }
  }

  private static func joined(_ folder: [Substring], _ name: String) -> String {
    "/" + (folder + [name[...]]).joined(separator: "/")
  }
}
