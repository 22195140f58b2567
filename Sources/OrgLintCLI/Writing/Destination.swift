import Reporting
import SystemPackage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a file is to be written: the only way in for what orglint writes.
///
/// A stranger's commit may hold links, and so nothing is written through one of a working tree.
/// Links elsewhere, such as `/tmp` or `/dev/stdout`, are the user's own and are followed.
struct Destination {
  /// As it was given.
  let path: String

  /// The absolute path, without links but for those to devices.
  let target: String

  /// Whether it is written to as it is, as a pipe is, and no new file takes its place.
  let isInPlace: Bool

  /// As many links as a system follows.
  private static let linkLimit = 40

  /// Looks where a path leads.
  ///
  /// - Parameter root: A folder that is as untrusted as the working directory.
  init(_ path: String, below root: String? = nil) throws(UsageError) {
    guard !path.utf8.contains(0) else { throw UsageError("'\(path)' is no name of a file") }
    self.path = path
    target = try Destination.resolved(path, below: root)
    if case .special? = FileKind(at: target) {
      isInPlace = true
    } else {
      isInPlace = Destination.isOfSystem(target)
    }
  }

  /// Makes sure that it is nothing that this run has read, and no configuration.
  func checkIsNotRead() throws(UsageError) {
    guard !isInPlace, case .regular? = FileKind(at: target) else { return }
    let isConfiguration = FilePath(target).lastComponent?.string == ConfigurationSearch.fileName
    if isConfiguration || FilesRead.contain(target) {
      throw UsageError("'\(path)' is read by this run, and what is written would take its place")
    }
  }

  /// Makes the folders that are not there yet.
  func makeFolders() throws(UsageError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true
      )
    } catch {
      throw UsageError("'\(path)' cannot be written: its folder cannot be made")
    }
  }

  /// The folder it is in.
  var folder: String { FilePath(target).removingLastComponent().string }

  /// Follows a path as the system does, but no link of a working tree.
  private static func resolved(
    _ path: String,
    below root: String?
  ) throws(UsageError) -> String {
    let tree = WorkingTrees(and: root)
    let whole = path.hasPrefix("/") ? path : FileSystem.workingDirectory + "/" + path
    var rest = Array(whole.split(separator: "/").map(String.init).reversed())
    var folder = ""
    var links = 0
    while let part = rest.popLast() {
      if part == "." { continue }
      if part == ".." {
        folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
        continue
      }
      let here = folder + "/" + part
      guard !isOfSystem(here), FileKind.isLink(here) else {
        folder = here
        continue
      }
      if tree.contain(folder) { throw refusal(of: here, path) }
      links += 1
      guard links <= linkLimit,
        let next = try? FileManager.default.destinationOfSymbolicLink(atPath: here)
      else { throw UsageError("'\(path)' cannot be written: '\(here)' leads nowhere") }
      if next.hasPrefix("/") { folder = "" }
      rest += next.split(separator: "/").map(String.init).reversed()
    }
    return folder.isEmpty ? "/" : folder
  }

  private static func refusal(of link: String, _ path: String) -> UsageError {
    let shown = PathBase(workingDirectory: "/", base: FileSystem.workingDirectory).path(link)
    return UsageError(
      shown == path
        ? "'\(path)' is a link, and nothing is written through links of a working tree"
        : "'\(path)' leads through the link '\(shown)', and nothing is written through links "
          + "of a working tree"
    )
  }

  /// Whether a path is of the files that the system makes up, such as what a process has open.
  private static func isOfSystem(_ path: String) -> Bool {
    path.hasPrefix("/proc/") || path.hasPrefix("/dev/fd/")
  }
}

/// The folders whose content may be of a stranger's commit.
private struct WorkingTrees {
  private let roots: [String]

  init(and root: String?) {
    // Where the root of all is worked in, its links are the system's.
    roots = [FileSystem.workingDirectory, root].compactMap(\.self).filter { $0 != "/" }
  }

  /// Whether a folder, an absolute path without links, is in such a tree.
  func contain(_ folder: String) -> Bool {
    if roots.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") }) { return true }
    var above = folder
    while !above.isEmpty {
      if FileKind.isThere(above + "/.git") { return true }
      above = String(above[..<(above.lastIndex(of: "/") ?? above.startIndex)])
    }
    return false
  }
}
