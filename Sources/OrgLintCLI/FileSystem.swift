import SourceText
import YAMLSyntax

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is asked of the file system beside the bytes of org files.
enum FileSystem {
  /// The absolute folder that relative paths start at.
  static var workingDirectory: String { FileManager.default.currentDirectoryPath }

  static func exists(_ path: String) -> Bool {
    FileKind(at: path) != nil
  }

  static func isFolder(_ path: String) -> Bool {
    if case .folder? = FileKind(at: path) { true } else { false }
  }

  /// Returns whether a path, links followed, is a file with an end: no pipe and no device.
  static func isRegularFile(_ path: String) -> Bool {
    if case .regular? = FileKind(at: path) { true } else { false }
  }

  /// Returns the bytes of a file with an end; nil for anything else.
  static func bytes(_ path: String) -> [UInt8]? {
    (try? FilePlace(of: path))?.bytes(atMost: YAMLLimits.standard.fileSize)
  }

  /// How much of a folder of rules is looked at: more is a mistaken path, not a pack.
  private static let entryLimit = 10_000

  /// Returns the YAML files at or below a path with their bytes, sorted; hidden ones and links to
  /// folders are passed by, and a link that leads out of the folder ends the run.
  static func yamlFiles(below path: String) throws(UsageError) -> [SourceFile] {
    guard let root = try? FilePlace(of: path) else { throw UsageError("there is no '\(path)'") }
    return try yamlPaths(below: path).map { inner throws(UsageError) in
      let place = try? FilePlace(of: inner)
      if let place, !root.holds(place) {
        throw UsageError("the link '\(inner)' leads out of '\(path)', so it is not followed")
      }
      guard let bytes = place?.bytes(atMost: YAMLLimits.standard.fileSize) else {
        throw UsageError("'\(inner)' cannot be read")
      }
      return SourceFile(path: inner, bytes: bytes)
    }
  }

  private static func yamlPaths(below path: String) throws(UsageError) -> [String] {
    guard isFolder(path) else { return [path] }
    var found: [String] = []
    var folders = [DesignLoader.trimmed(path)]
    var entries = 0
    while let folder = folders.popLast() {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      where !name.hasPrefix(".") {
        entries += 1
        guard entries <= entryLimit else {
          throw UsageError("'\(path)' has more than \(entryLimit) entries, so it is no rule pack")
        }
        let inner = folder + "/" + name
        if isFolder(inner) {
          if !FileKind.isLink(inner) { folders.append(inner) }
        } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
          found.append(inner)
        }
      }
    }
    return found.sorted()
  }
}
