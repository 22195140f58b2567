import CTerminal
import Diagnostics
import Reporting
import SourceText
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

/// The only way out for text: standard output, standard error and files.
enum Console {
  static func write(_ text: String) {
    print(text, terminator: "")
  }

  /// Says on standard error what stopped orglint.
  static func complain(_ text: String, prefixed: Bool = true) {
    let line = (prefixed ? "orglint: " + visible(text) : text) + "\n"
    _ = try? FileDescriptor.standardError.writeAll(line.utf8)
  }

  /// Ends the program; where output was lost, as on a full disk, with status 2.
  static func exit(_ status: Int32) -> Never {
    var status = status
    if output_is_written() == 0 {
      complain("standard output could not be written to its end")
      status = 2
    }
    #if canImport(Glibc)
      Glibc.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  static var errorsAreOnTerminal: Bool { terminal_columns(2) > 0 }

  /// Replaces what stands in the current line of standard error, a terminal.
  static func overwriteErrorLine(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll("\r\u{1B}[K\(text)".utf8)
  }

  /// The columns of the terminal that output goes to; nil where it is none.
  static var terminalWidth: Int? {
    let columns = Int(terminal_columns(1))
    return columns > 0 ? columns : nil
  }

  static func environment(_ name: String) -> String? {
    let value = ProcessInfo.processInfo.environment[name]
    return value?.isEmpty == false ? value : nil
  }

  /// Writes a file whole or not at all: to a new file beside it, which then takes its name and its
  /// permissions.
  ///
  /// Links are followed; a pipe or a device stays what it is and is written to. `-` is standard
  /// output.
  static func write(_ text: String, to path: String) throws(UsageError) {
    if path == "-" { return write(text) }
    do {
      if case .special? = FileKind(at: path) {
        let device = try FileDescriptor.open(FilePath(path), .writeOnly)
        try device.closeAfter { _ = try device.writeAll(text.utf8) }
        return
      }
      let target = FileKind.target(of: path)
      let permissions = FileKind.status(of: target, followingLinks: true)?.permissions.rawValue
      try Data(text.utf8).write(to: URL(filePath: target), options: .atomic)
      if let permissions {
        try FileManager.default.setAttributes(
          [.posixPermissions: Int(permissions)],
          ofItemAtPath: target
        )
      }
    } catch {
      throw UsageError("'\(path)' cannot be written\(obstacle(to: path))")
    }
  }

  /// Makes sure that what is written does not take the place of what was read.
  static func check(_ path: String, isNoneOf sources: SourceSet) throws(UsageError) {
    guard case .regular? = FileKind(at: path) else { return }
    let target = FileKind.target(of: path)
    let name = FilePath(target).lastComponent?.string
    let isRead = sources.files.contains { file in
      FilePath(file.path).lastComponent?.string == name && FileKind.target(of: file.path) == target
    }
    if isRead || name == ".orglint.yaml" {
      throw UsageError("'\(path)' is read by this run, and what is written would take its place")
    }
  }

  /// Says what keeps a file from being written; empty where it is nothing of the usual.
  private static func obstacle(to path: String) -> String {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    if FileSystem.isFolder(path) { return ": it is a folder" }
    if !FileSystem.exists(folder) { return ": there is no folder '\(folder)'" }
    if !FileSystem.isFolder(folder) { return ": '\(folder)' is no folder" }
    return FileManager.default.isWritableFile(atPath: folder) ? "" : ": its folder is read-only"
  }

  /// Writes a file that is not there yet, with the folders it needs.
  static func writeNew(_ text: String, to path: String) throws(UsageError) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw UsageError("'\(path)' cannot be written: its folder cannot be made")
    }
    try write(text, to: path)
  }

  /// Reads standard input to its end.
  static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = UInt8(exactly: getchar()) { bytes.append(byte) }
    return bytes
  }

  /// How many cores there are to work on.
  static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The days from 1970-01-01 to today, UTC.
  static var today: Int {
    Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
  }
}
