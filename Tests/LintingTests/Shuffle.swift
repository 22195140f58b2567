import SourceText
import TestSupport
import YAMLSyntax

/// Writes an org file anew with its entries in another order and comments between them.
struct Shuffle {
  private let yaml: YAMLFile
  private var random: SplitMix

  /// Lists in which the order of the elements says nothing.
  private static let sets: Set = [
    "members", "builds", "results", "retained", "products", "units", "pockets", "tags",
    "controllable_by", "counter", "opposes", "between", "set_by", "deputies", "dotted", "affects",
    "responsibilities", "links", "measures", "any",
  ]

  /// Returns the text in another order; nil for one that means something else in another order:
  /// where a key stands twice, or an anchor has to stand before its aliases.
  static func of(_ text: String, _ random: inout SplitMix) -> String? {
    let yaml = parseYAML(Array(text.utf8), file: FileID(0))
    guard yaml.isComplete, yaml.documents.count == 1, !text.contains("# orglint"),
      !text.contains("|\n"),
      yaml.nodes.allSatisfy({
        $0.kind != .alias && $0.tag == .none && $0.flags.isDisjoint(with: [.anchored, .merging])
      }),
      yaml.nodes.indices.allSatisfy({ yaml.duplicateKeys(of: $0).isEmpty })
    else { return nil }
    var shuffle = Shuffle(yaml: yaml, random: random)
    let root = yaml.documents[0]
    let start = Int(yaml.nodes[root].start)
    let end = Int(yaml.nodes[root].end)
    let text =
      "# a comment above all\n\n" + shuffle.source(0..<start) + shuffle.text(of: root, key: "")
      + shuffle.source(end..<yaml.source.count)
    random = shuffle.random
    // A comment above each section, since its key begins the line.
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.first?.isLetter == true ? "# a comment\n\n" + $0 : String($0) }
      .joined(separator: "\n")
  }

  private func source(_ range: Range<Int>) -> String {
    String(decoding: yaml.source[range], as: UTF8.self)
  }

  /// The text of a node, what is in it shuffled; what stands between its parts stays there.
  private mutating func text(of node: Int, key: String) -> String {
    let range = yaml.nodes[node].range
    let children = Array(yaml.children(of: node))
    guard !children.isEmpty else { return source(range) }
    var parts: [(range: Range<Int>, text: String)] = []
    if yaml.nodes[node].kind == .mapping {
      for position in stride(from: 0, to: children.count - 1, by: 2) {
        let (name, value) = (children[position], children[position + 1])
        let whole = yaml.nodes[name].range.lowerBound..<yaml.nodes[value].range.upperBound
        let between = yaml.nodes[name].range.lowerBound..<yaml.nodes[value].range.lowerBound
        let inner = text(of: value, key: yaml.text(of: name))
        parts.append((whole, source(between) + inner))
      }
    } else {
      for child in children { parts.append((yaml.nodes[child].range, text(of: child, key: ""))) }
    }
    var texts = parts.map(\.text)
    let isSet = yaml.nodes[node].kind == .mapping || Shuffle.sets.contains(key)
    if isSet {
      for last in texts.indices.dropFirst().reversed() {
        texts.swapAt(last, random.below(last + 1))
      }
    }
    var result = ""
    var position = range.lowerBound
    for (part, text) in zip(parts, texts) {
      result += source(position..<part.range.lowerBound) + text
      position = part.range.upperBound
    }
    return result + source(position..<range.upperBound)
  }
}
