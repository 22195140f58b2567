import SystemPackage

/// What stands at a path, links followed.
enum FileKind {
  case folder
  case regular(size: Int)

  /// A pipe, a device, a socket: to read it may never end.
  case special

  /// Looks at a path; nil where nothing is, or nothing that may be looked at.
  init?(at path: String) {
    guard let status = FileKind.status(of: path, followingLinks: true) else { return nil }
    switch status.type {
    case .directory: self = .folder
    case .regular: self = .regular(size: Int(status.size))
    default: self = .special
    }
  }

  /// Returns where a path leads when all links in it are followed.
  static func target(of path: String) -> String {
    FilePlace(reaching: path).path.string
  }

  /// Whether the last part of a path is a link.
  static func isLink(_ path: String) -> Bool {
    status(of: path, followingLinks: false)?.type == .symbolicLink
  }

  /// Whether a path names anything, be it a link to nowhere.
  static func isThere(_ path: String) -> Bool {
    status(of: path, followingLinks: false) != nil
  }

  /// Returns what the system says of a path; nil where nothing is, or nothing that may be looked at.
  static func status(of path: String, followingLinks: Bool) -> Stat? {
    // What the system is asked ends at a zero byte, and so would be another path.
    guard !path.utf8.contains(0) else { return nil }
    return try? Stat(FilePath(path), followTargetSymlink: followingLinks)
  }
}
