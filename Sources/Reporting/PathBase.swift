/// Rewrites paths so that they start at another directory, by their words alone.
package struct PathBase: Hashable, Sendable {
  private let workingDirectory: [Substring]
  private let base: [Substring]

  /// Takes the directory that relative paths start at, and the one they shall start at.
  ///
  /// Both are absolute.
  package init(workingDirectory: String, base: String) {
    self.workingDirectory = PathBase.normalized(workingDirectory.split(separator: "/"))
    self.base = PathBase.normalized(base.split(separator: "/"))
  }

  /// Returns the path as seen from the base, with `..` where it lies outside.
  package func path(_ path: String) -> String {
    let parts = path.split(separator: "/")
    let whole = PathBase.normalized(path.hasPrefix("/") ? parts : workingDirectory + parts)
    let shared = zip(whole, base).prefix { $0 == $1 }.count
    let upwards = [Substring](repeating: "..", count: base.count - shared)
    return (upwards + whole.dropFirst(shared)).joined(separator: "/")
  }

  private static func normalized(_ parts: [Substring]) -> [Substring] {
    var result: [Substring] = []
    for part in parts where part != "." {
      if part == ".." { _ = result.popLast() } else { result.append(part) }
    }
    return result
  }
}
