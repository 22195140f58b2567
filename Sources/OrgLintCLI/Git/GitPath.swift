import Reporting

/// Paths as the working directory and as the repository names them.
enum GitPath {
  /// Returns the path from the repository's root; nil for one outside of it, empty for the root.
  ///
  /// - Parameters:
  ///   - prefix: The working directory from the root, with a slash at its end; empty at the root.
  ///   - top: The absolute path of the root.
  static func insideRepository(_ path: String, prefix: String, top: String) -> String? {
    var parts: [Substring]
    if path.hasPrefix("/") {
      guard path == top || path.hasPrefix(top + "/") else { return nil }
      parts = path.dropFirst(top.count).split(separator: "/")
    } else {
      parts = prefix.split(separator: "/") + path.split(separator: "/")
    }
    var inside: [Substring] = []
    for part in parts where part != "." {
      if part == ".." {
        guard inside.popLast() != nil else { return nil }
      } else {
        inside.append(part)
      }
    }
    parts = inside
    return parts.joined(separator: "/")
  }

  /// Returns a path of the repository as the design's files are shown: below the path as given.
  static func shown(_ path: String, below inside: String, as given: String) -> String {
    var given = given[...]
    while given.count > 1, given.hasSuffix("/") { given.removeLast() }
    while given.hasPrefix("./"), given.count > 2 { given.removeFirst(2) }
    if path == inside { return String(given) }
    let rest = inside.isEmpty ? path[...] : path.dropFirst(inside.count + 1)
    return given == "." ? String(rest) : given + "/" + rest
  }

  /// Where the repository of the working directory is.
  struct Repository {
    /// The absolute path of its root.
    let top: String

    /// The working directory from the root, with a slash at its end; empty at the root.
    private let prefix: String

    init() async throws(UsageError) {
      top = try await Git.ask(["rev-parse", "--show-toplevel"]).line
      prefix = try await Git.ask(["rev-parse", "--show-prefix"]).line
    }

    /// Returns a path of the working directory from the root; nil for one outside of it.
    func inside(_ path: String) -> String? {
      GitPath.insideRepository(path, prefix: prefix, top: top)
    }

    /// Returns a path from the root as the working directory sees it.
    func shown(_ path: String) -> String {
      let shown = PathBase(workingDirectory: "/", base: "/" + prefix).path("/" + path)
      return shown.isEmpty ? "." : shown
    }
  }
}
