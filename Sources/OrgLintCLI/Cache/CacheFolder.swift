import SystemPackage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where runs are kept: `orglint` in the user's cache folder (XDG Base Directory Specification).
///
/// Whatever goes wrong here costs nothing but time, so that nothing of it is reported.
struct CacheFolder {
  private let path: String

  /// What the names of entries end with.
  private static let suffix = ".run"

  /// Finds the folder, which need not be there yet.
  ///
  /// Nil where neither XDG_CACHE_HOME nor HOME says where, and for a link, a folder of somebody else
  /// or one that others may write to, and where others may put another one in the place of a folder
  /// that it is in: whoever writes an entry decides what a report says.
  init?() {
    let bases = [
      Console.environment("XDG_CACHE_HOME"), Console.environment("HOME").map { $0 + "/.cache" },
    ]
    // The specification wants relative paths to be ignored.
    guard let base = bases.compactMap(\.self).first(where: { $0.hasPrefix("/") }) else {
      return nil
    }
    let place = FilePlace(reaching: base)
    path = place.path.string + "/orglint"
    guard CacheFolder.isSafe(place) else { return nil }
    guard let status = FileKind.status(of: path, followingLinks: false) else { return }
    guard status.type == .directory, status.userID.rawValue == geteuid(),
      CacheFolder.isClosed(status)
    else { return nil }
  }

  /// Whether nobody else may put something in the place of a folder or of one that it is in.
  private static func isSafe(_ place: FilePlace) -> Bool {
    var outer: FilePlace? = place
    while let folder = outer {
      if let status = FileKind.status(of: folder.path.string, followingLinks: false) {
        guard [0, geteuid()].contains(status.userID.rawValue) else { return false }
        // In one like /tmp only the owner may take away what is there.
        guard isClosed(status) || status.permissions.contains(.saveText) else { return false }
      }
      outer = folder.folder
    }
    return true
  }

  private static func isClosed(_ status: Stat) -> Bool {
    status.permissions.isDisjoint(with: [.groupWrite, .otherWrite])
  }

  /// Returns the bytes of an entry; nil where there is nothing that could be one.
  func entry(_ name: String) -> [UInt8]? {
    let file = file(name)
    guard case .regular(let size)? = FileKind(at: file), size <= CacheLimits.entrySize else {
      return nil
    }
    return DesignLoader.bytes(file, isReplaced: true)
  }

  /// Writes an entry whole or not at all, and takes old ones away.
  func keep(_ entry: [UInt8], as name: String) {
    guard entry.count <= CacheLimits.entrySize else { return }
    makeFolders()
    let file = file(name)
    // Neither a link nor a pipe in the place of an entry is one to write to.
    let type = FileKind.status(of: file, followingLinks: false)?.type
    if let type, type != .regular, type != .directory {
      try? FileManager.default.removeItem(atPath: file)
    }
    // Half an entry is none, so that nobody need wait for the disk.
    guard (try? Destination(file).write(entry, isForGood: false)) != nil else { return }
    removeOldEntries()
  }

  private func file(_ name: String) -> String { path + "/" + name + CacheFolder.suffix }

  /// Makes the folder and the one it is in, but no home for a user without one.
  private func makeFolders() {
    for folder in [String(path.dropLast("/orglint".count)), path]
    where !FileSystem.exists(folder) {
      try? FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700]
      )
    }
  }

  /// Keeps the newest entries, as many as the limits allow; files of other names stay.
  private func removeOldEntries() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let files = names.compactMap(file(named:)).sorted { $0.time > $1.time }
    var size = 0
    for (position, file) in files.filter({ !$0.isUnfinished }).enumerated() {
      size += file.size
      if position >= CacheLimits.entries || size > CacheLimits.folderSize { remove(file) }
    }
    let past = Date().timeIntervalSince1970 - CacheLimits.unfinishedAge
    for file in files where file.isUnfinished && file.time < past { remove(file) }
  }

  /// A file that orglint made in the folder.
  private struct File {
    let name: String
    let size: Int

    /// When it was written, in seconds since 1970-01-01.
    let time: Double

    /// Whether it has no name of an entry yet, be it that its writer was killed.
    var isUnfinished: Bool { name.hasPrefix(Destination.unfinished) }
  }

  private func file(named name: String) -> File? {
    guard name.hasSuffix(CacheFolder.suffix) || name.hasPrefix(Destination.unfinished),
      let status = FileKind.status(of: path + "/" + name, followingLinks: false),
      status.type == .regular
    else { return nil }
    let (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    return File(
      name: name,
      size: Int(status.size),
      time: Double(seconds) + Double(nanoseconds) / 1e9
    )
  }

  private func remove(_ file: File) {
    try? FileManager.default.removeItem(atPath: path + "/" + file.name)
  }
}
