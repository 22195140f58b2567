import Synchronization
import SystemPackage

/// The files that this run has read, so that nothing it writes takes the place of one.
enum FilesRead {
  private static let paths = Mutex<Set<String>>([])

  static func note(_ path: String) {
    _ = paths.withLock { $0.insert(path) }
  }

  /// Whether one of the files is the one at a path, whatever it was called.
  static func contain(_ path: String) -> Bool {
    guard let file = FileKind.status(of: path, followingLinks: true) else { return false }
    return paths.withLock { $0 }.contains { read in
      guard let other = FileKind.status(of: read, followingLinks: true) else { return false }
      return other.inode == file.inode && other.deviceID == file.deviceID
    }
  }
}
