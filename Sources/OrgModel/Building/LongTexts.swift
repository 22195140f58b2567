import Diagnostics
import YAMLSyntax

/// What stands for the long texts of a file wherever they are named or shown.
///
/// One text may stand for very many through aliases, and each finding would quote it: so ids and
/// messages have its first characters, its size, and a digest that tells it from other texts.
struct LongTexts {
  private var shortened: [Key: String] = [:]

  private struct Key: Hashable {
    var node: Int
    var limit: Int
  }

  /// Returns the text of a scalar if it has at most so many bytes, else what stands for it.
  mutating func text(of node: Int, in yaml: YAMLFile, limit: Int, kept: Int) -> String {
    guard yaml.textRange(of: node).count > limit else { return yaml.text(of: node) }
    let key = Key(node: node, limit: limit)
    if let known = shortened[key] { return known }
    let bytes = yaml.textBytes(of: node)
    let start = String(decoding: bytes.prefix(4 * kept), as: UTF8.self).unicodeScalars.prefix(kept)
    let digest = SHA256.hexadecimal(Array(bytes)).prefix(16)
    let text = "\(String(start))… (\(bytes.count) bytes, SHA-256 \(digest))"
    shortened[key] = text
    return text
  }
}

extension PartReader {
  /// The bytes of an id or a name: the format's 128 characters fit whatever they are.
  static let longestName = 512

  /// The bytes of a text that is kept whole.
  static let longestText = 4096

  /// Returns the text of a scalar as an id, a key of a path or a word of a message.
  mutating func name(_ node: Int) -> String {
    longTexts.text(of: node, in: yaml, limit: PartReader.longestName, kept: 120)
  }

  /// Whether a scalar is longer than a name may be.
  func isLong(_ node: Int) -> Bool {
    yaml.textRange(of: node).count > PartReader.longestName
  }
}
