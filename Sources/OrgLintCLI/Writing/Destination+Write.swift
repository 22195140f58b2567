import CTerminal
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

extension Destination {
  /// What the names of files begin with that are not whole yet.
  static let unfinished = ".orglint-unfinished-"

  /// Writes a file whole or not at all: to a new file beside it, which then takes its name and has
  /// its permissions.
  ///
  /// - Parameter isForGood: Whether to wait until the disk has it, so that no power cut halves it.
  func write(_ bytes: some Sequence<UInt8>, isForGood: Bool = true) throws(UsageError) {
    try checkIsNotRead()
    if path.hasSuffix("/") { throw UsageError("'\(path)' is the name of a folder") }
    do {
      if isInPlace {
        let device = try FileDescriptor.open(FilePath(target), .writeOnly, options: [.append])
        try device.closeAfter { _ = try device.writeAll(bytes) }
      } else {
        try replace(by: bytes, isForGood: isForGood)
      }
    } catch {
      throw UsageError("'\(path)' cannot be written: \(reason(for: error))")
    }
  }

  private func replace(by bytes: some Sequence<UInt8>, isForGood: Bool) throws {
    let name = Destination.unfinished + String(UInt64.random(in: 0 ... .max), radix: 36)
    let new = FilePath(folder).appending(name)
    guard remove_at_signal(new.string) != 0 else { throw Errno.fileNameTooLong }
    defer { remove_at_signal("") }
    let old = FileKind.status(of: target, followingLinks: false)?.permissions
    let file = try FileDescriptor.open(
      new,
      .writeOnly,
      options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
      permissions: old == nil
        ? [.ownerReadWrite, .groupReadWrite, .otherReadWrite] : .ownerReadWrite
    )
    do {
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        if let old { fchmod(file.rawValue, old.rawValue & 0o777) }
        if isForGood, is_on_disk(file.rawValue) == 0 { throw Errno.ioError }
      }
      let error = take_name(new.string, target)
      if error != 0 { throw Errno(rawValue: error) }
    } catch {
      try? FileManager.default.removeItem(atPath: new.string)
      throw error
    }
  }

  /// Says what keeps the file from being written.
  private func reason(for error: any Error) -> String {
    let slash = path.lastIndex(of: "/")
    let shown = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    if FileSystem.isFolder(target) { return "it is a folder" }
    if !FileSystem.exists(folder) { return "there is no folder '\(shown)'" }
    if !FileSystem.isFolder(folder) { return "'\(shown)' is no folder" }
    if !FileManager.default.isWritableFile(atPath: folder) { return "its folder is read-only" }
    return (error as? Errno)?.description ?? "the system refuses"
  }
}
