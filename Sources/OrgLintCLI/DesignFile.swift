import OrgModel
import SourceText
import YAMLSyntax

/// A file that may be one of the design's, with what it looks like.
struct DesignFile {
  let likeness: OrgLikeness

  /// UTF-8 without a byte-order mark; nothing of a file that is passed over.
  let bytes: [UInt8]

  /// What is wrong with its encoding.
  let problems: [YAMLProblem]

  /// - Parameters:
  ///   - isNamed: Whether the file is to be read, whatever it looks like.
  init(_ raw: [UInt8], at path: String, isNamed: Bool) {
    let decoded = decodeSource(raw, file: FileID(0))
    let isJSON = DesignFile.hasEnding(path, [".json"])
    likeness = OrgFileSearch.likeness(of: decoded.bytes, countsSections: !isJSON)
    let isRead = likeness == .orgFile || isNamed
    bytes = isRead ? decoded.bytes : []
    problems = isRead ? decoded.problems : []
  }

  /// Whether files with a name are looked at in a search through folders.
  static func isName(_ name: String) -> Bool {
    hasEnding(name, [".yaml", ".yml", ".json"])
  }

  private static func hasEnding(_ name: String, _ endings: [String]) -> Bool {
    let tail = String(decoding: name.utf8.suffix(5), as: UTF8.self).lowercased()
    return endings.contains { tail.hasSuffix($0) }
  }
}
