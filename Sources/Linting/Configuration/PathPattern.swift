/// A pattern of paths: `*` and `?` within a part, `**` for any number of parts.
///
/// A pattern that matches a folder matches all below it.
package struct PathPattern: Hashable, Sendable {
  /// As the configuration has it.
  package let text: String

  private let parts: [Substring]
  private let workingDirectory: String

  /// Takes a pattern, the folder it is relative to, and the absolute one that paths start at.
  package init(_ text: String, in folder: String, workingDirectory: String) {
    self.text = text
    self.workingDirectory = workingDirectory
    parts = PathPattern.parts(of: text, in: [workingDirectory, folder])
  }

  /// The pattern from the root of the file system, which its text leaves open.
  var absolute: String { "/" + parts.joined(separator: "/") }

  /// The pattern as seen from the working directory; absolute where it lies outside.
  var shown: String {
    let folder = PathPattern.parts(of: "", in: [workingDirectory])
    let isInside = parts.count > folder.count && parts.starts(with: folder)
    return isInside ? parts.dropFirst(folder.count).joined(separator: "/") : absolute
  }

  /// Returns whether a path, as seen from the working directory, or a folder above it matches.
  ///
  /// Cost: at most the product of the lengths, whatever the pattern.
  package func matches(_ path: String) -> Bool {
    let path = PathPattern.parts(of: path, in: [workingDirectory])
    var (part, name) = (0, 0)
    var retry: (part: Int, name: Int)?
    while true {
      if part == parts.count { return true }
      if parts[part] == "**" {
        retry = (part, name)
        part += 1
        // At the end it stands for all below a folder, and so for one part at least.
        if part == parts.count { return name < path.count }
      } else if name < path.count, PathPattern.matches(parts[part], path[name]) {
        part += 1
        name += 1
      } else if let last = retry, last.name < path.count {
        retry = (last.part, last.name + 1)
        (part, name) = (last.part + 1, last.name + 1)
      } else {
        return false
      }
    }
  }

  /// Matches one part, where `*` stands for any characters and `?` for one.
  private static func matches(_ pattern: Substring, _ name: Substring) -> Bool {
    let (pattern, name) = (Array(pattern), Array(name))
    var (at, position) = (0, 0)
    var retry: (at: Int, position: Int)?
    while position < name.count {
      if at < pattern.count, pattern[at] == "*" {
        retry = (at, position)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[position] {
        at += 1
        position += 1
      } else if let last = retry {
        retry = (last.at, last.position + 1)
        (at, position) = (last.at + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }

  /// The parts of a path below folders, with `.` and `..` taken by their words.
  private static func parts(of path: String, in folders: [String]) -> [Substring] {
    var result: [Substring] = []
    for text in folders + [path] {
      if text.hasPrefix("/") { result = [] }
      for part in text.split(separator: "/") where part != "." {
        if part == ".." { _ = result.popLast() } else { result.append(part) }
      }
    }
    return result
  }
}
