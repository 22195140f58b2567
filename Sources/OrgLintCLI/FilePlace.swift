import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a path leads when all links in it are followed as the system follows them.
///
/// What was looked at is what is opened: on the way to a place no link is followed any more, so that
/// whoever puts one there meanwhile makes the file unreadable and nothing else.
struct FilePlace: Hashable {
  /// Absolute, and free of links when it was found.
  let path: FilePath

  private init(at path: FilePath) {
    self.path = path
  }

  /// Follows a path to what is there; `tooManySymbolicLinkLevels` says that its links go in a circle
  /// or are more than the system follows.
  init(of path: String) throws(Errno) {
    // What the system is asked ends at a zero byte, and so would be another path.
    guard !path.utf8.contains(0) else { throw .invalidArgument }
    try self.init(of: FilePath(path))
  }

  private init(of path: FilePath) throws(Errno) {
    let target = unsafe path.withPlatformString { unsafe realpath($0, nil) }
    guard let target = unsafe target else { throw Errno(rawValue: errno) }
    self.path = unsafe FilePath(platformString: target)
    unsafe free(target)
  }

  /// Follows a path that may name what is not there: as far as something is.
  init(reaching path: String) {
    let working = FilePath(FileSystem.workingDirectory)
    var head = working.pushing(FilePath(path.utf8.contains(0) ? "" : path))
    var rest: [FilePath.Component] = []
    // The system takes no longer paths.
    while head.length <= 4096, let last = head.lastComponent {
      if let place = try? FilePlace(of: head) {
        self.path = place.path.appending(rest.reversed()).lexicallyNormalized()
        return
      }
      rest.append(last)
      head.removeLastComponent()
    }
    self.path = head.appending(rest.reversed()).lexicallyNormalized()
  }

  /// Where an entry of this folder is that is no link.
  func entry(_ name: String) -> FilePlace {
    FilePlace(at: path.appending(name))
  }

  /// The folder that it is in; nil for the root.
  var folder: FilePlace? {
    path.lastComponent == nil ? nil : FilePlace(at: path.removingLastComponent())
  }

  /// Whether another place is this one or below it, and not in the folder where git keeps its own.
  func holds(_ other: FilePlace) -> Bool {
    guard other.path.starts(with: path) else { return false }
    return !other.path.components.dropFirst(path.components.count).contains {
      $0.string.lowercased() == ".git"
    }
  }

  /// Returns the bytes of a file with an end; nil for anything else, and for a larger one.
  ///
  /// - Parameter isReplaced: Whether it is read in order to be written anew; nothing that is written
  ///   takes the place of another one.
  func bytes(atMost limit: Int, isReplaced: Bool = false) -> [UInt8]? {
    if !isReplaced { FilesRead.note(path.string) }
    guard let file = open() else { return nil }
    let bytes = try? file.closeAfter { () throws -> [UInt8]? in
      let status = try file.stat()
      guard status.type == .regular, status.size <= limit else { return nil }
      return try FilePlace.bytes(of: file, size: Int(status.size), atMost: limit)
    }
    return bytes ?? nil
  }

  /// Reads to the end, which may be behind the size: files of the system have none.
  private static func bytes(
    of file: FileDescriptor,
    size: Int,
    atMost limit: Int
  ) throws -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var end = 0
    while true {
      let count = try unsafe bytes.withUnsafeMutableBytes { buffer in
        try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      }
      if count == 0 { break }
      end += count
      if end > limit { return nil }
      if end == bytes.count { bytes += repeatElement(0, count: max(4096, end)) }
    }
    bytes.removeLast(bytes.count - end)
    return bytes
  }

  #if canImport(Darwin)
    private func open() -> FileDescriptor? {
      let noLinks = FileDescriptor.OpenOptions(rawValue: O_NOFOLLOW_ANY)
      return try? FileDescriptor.open(
        path,
        .readOnly,
        options: [noLinks, .nonBlocking, .closeOnExec]
      )
    }
  #else
    /// Goes from folder to folder, because only the last part of a path can be told to be no link.
    private func open() -> FileDescriptor? {
      guard let last = path.lastComponent,
        var folder = try? FileDescriptor.open("/", .readOnly, options: [.directory, .closeOnExec])
      else { return nil }
      for part in path.components.dropLast() {
        let next = FilePlace.open(part, in: folder, O_DIRECTORY | FilePlace.onlyToPass)
        try? folder.close()
        guard let next else { return nil }
        folder = next
      }
      defer { try? folder.close() }
      return FilePlace.open(last, in: folder, O_NONBLOCK | O_NOCTTY)
    }

    private static func open(
      _ name: FilePath.Component,
      in folder: FileDescriptor,
      _ options: Int32
    ) -> FileDescriptor? {
      let options = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | options
      let file = unsafe name.withPlatformString { unsafe openat(folder.rawValue, $0, options) }
      return file >= 0 ? FileDescriptor(rawValue: file) : nil
    }

    /// `O_PATH`, which Swift does not see: a folder that may be passed need not be readable.
    private static let onlyToPass: Int32 = 0x20_0000
  #endif
}
