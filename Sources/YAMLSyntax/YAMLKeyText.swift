/// The text of a key, for sets and dictionaries of the keys of a mapping.
///
/// Aliases can name one long text very often, so of a long one only the ends are hashed, and a text
/// is known to be the same as itself without a look at its bytes.
struct YAMLKeyText: Hashable {
  private let text: ArraySlice<UInt8>
  private let isDecoded: Bool

  /// Above this only the ends are hashed: so few texts of this length fit into a file that comparing
  /// those with equal ends costs little.
  private static let longest = 4096

  init(of node: Int, in file: YAMLFile) {
    text = file.textBytes(of: node)
    isDecoded = file.nodes[node].flags.contains(.decoded)
  }

  static func == (first: YAMLKeyText, second: YAMLKeyText) -> Bool {
    guard first.text.count == second.text.count else { return false }
    let isOnePlace =
      first.isDecoded == second.isDecoded && first.text.startIndex == second.text.startIndex
    return isOnePlace || first.text == second.text
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text.count)
    if text.count <= YAMLKeyText.longest {
      hasher.combine(text)
    } else {
      for byte in text.prefix(64) { hasher.combine(byte) }
      for byte in text.suffix(64) { hasher.combine(byte) }
    }
  }
}
