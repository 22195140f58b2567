import SourceText
import YAMLSyntax

/// How much a file looks like one of an org design.
package enum OrgLikeness: Comparable, Sendable {
  case unlike

  /// It has a section, as other files have as well.
  case slightlyLike

  /// It has two sections, or entries with the fields of one.
  case like

  /// Its first document has the key `orglint`.
  case orgFile
}

/// Tells org files from others, as libyaml reads them.
///
/// A folder may have a hundred thousand files of which none is one: only what has one of the words in
/// it, or may hide one, is looked at more closely, and that only until its kind is known.
package enum OrgFileSearch {
  private static let mark = "orglint"
  private static let sections = Section.allCases.map(\.rawValue)

  /// The keys that only entries of a section have; those that others use as well say nothing.
  private static let fields: [String: Set<String>] = {
    let shown: Set = [
      "name", "description", "links", "contacts", "aliases", "tags", "kind", "type",
    ]
    let shapes = Section.allCases.map { section in
      (section.rawValue, section == .incentives ? Shape.incentive : section.kind?.shape)
    }
    return Dictionary(
      uniqueKeysWithValues: shapes.map { name, shape in
        (name, Set(shape?.fields.map(\.key) ?? []).subtracting(shown))
      }
    )
  }()

  /// Looks at the first document of a file that is not empty.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without a byte-order mark.
  ///   - countsSections: Whether a file without the mark is of interest.
  package static func likeness(of bytes: [UInt8], countsSections: Bool) -> OrgLikeness {
    if bytes.starts(with: Array((mark + ": ").utf8)) { return .orgFile }
    let words = countsSections ? [mark] + sections : [mark]
    guard words.contains(where: { mentions($0, bytes) }) || mayHideWords(bytes) else {
      return .unlike
    }
    var search = Search()
    switch YAMLOutline.read(bytes, { search.take($0, $1) }) {
    case .read: break
    case .needsTree: search.look(at: parseYAML(bytes, file: FileID(0)))
    case .failed: search.look(atLinesOf: bytes)
    }
    return countsSections || search.isOrgFile ? search.likeness : .unlike
  }

  private static func mentions(_ word: String, _ bytes: [UInt8]) -> Bool {
    firstOffset(of: word, in: bytes) != nil
  }

  private struct Search {
    var isOrgFile = false
    var found: Set<String> = []
    var hasEntries = false
    private var section: String?

    var likeness: OrgLikeness {
      if isOrgFile { return .orgFile }
      if hasEntries || found.count >= 2 { return .like }
      return found.isEmpty ? .unlike : .slightlyLike
    }

    /// Takes a key and says whether there is more to know.
    mutating func take(_ level: YAMLOutline.Level, _ bytes: [UInt8]) -> Bool {
      guard bytes.count <= 40 else { return true }
      let key = String(decoding: bytes, as: UTF8.self)
      switch level {
      case .top:
        section = nil
        if key == mark {
          isOrgFile = true
        } else if fields[key] != nil {
          section = key
          found.insert(key)
        }
      case .entry:
        if let section, fields[section]?.contains(key) == true { hasEntries = true }
      }
      return !isOrgFile
    }

    /// Aliases and merge keys have brought keys to the top.
    mutating func look(at file: YAMLFile) {
      guard let root = file.documents.first(where: { !file.isNull($0) }) else { return }
      for entry in file.entries(of: root) {
        _ = take(.top, Array(file.textBytes(of: entry.key)))
      }
    }

    /// What a person takes for a key at the top of a file that is no YAML.
    mutating func look(atLinesOf bytes: [UInt8]) {
      let bytes = CleanText(bytes[...], isEscaped: false)?.bytes ?? bytes
      var margin: Int?
      for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        let text = line.drop { $0 == 0x20 }
        guard let first = text.first, !isAside(text) else { continue }
        let indentation = text.startIndex - line.startIndex
        let isFlow = first == UInt8(ascii: "{")
        let limit = margin ?? (isFlow ? .max : indentation)
        margin = limit
        guard indentation <= limit else { continue }
        let key = text.drop { "{\"' \t".utf8.contains($0) }
          .prefix { 0x61...0x7A ~= $0 }
        let behind = text[key.endIndex...].first { !"\"' \t".utf8.contains($0) }
        if behind == UInt8(ascii: ":"), !take(.top, Array(key)) { return }
      }
    }

    /// Whether a line is a comment, a directive, or a marker of a document or a merge.
    private func isAside(_ line: ArraySlice<UInt8>) -> Bool {
      ["#", "%", "---", "<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains {
        line.starts(with: $0.utf8)
      }
    }
  }
}
