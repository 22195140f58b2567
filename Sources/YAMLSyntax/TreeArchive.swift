package import SourceText

/// The trees of files as text, for a program that brings files along and need not parse them.
///
/// A node is six numbers, and a number is digits of five bits, the greatest first: `0` to `O` for
/// the last digit, `P` to `o` for those before it.
package enum TreeArchive {
  /// Returns the tree of a file; nil where the file has problems, several documents, aliases or
  /// tags, for which there is no room.
  package static func text(of file: YAMLFile) -> String? {
    guard file.problems.isEmpty, file.documents == [0],
      file.nodes.allSatisfy({ $0.kind != .alias && $0.tag == .none })
    else { return nil }
    var digits: [UInt8] = []
    var start: UInt32 = 0
    for (index, node) in file.nodes.enumerated() {
      let isDecoded = node.flags.contains(.decoded)
      append(UInt32(node.kind.rawValue) << 4 | UInt32(node.style.rawValue), to: &digits)
      append(node.start - start, to: &digits)
      append(node.end - node.start, to: &digits)
      append(node.next - UInt32(index), to: &digits)
      append(node.count << 1 | (isDecoded ? 1 : 0), to: &digits)
      append(node.isInSource ? node.content - node.start : node.content, to: &digits)
      start = node.start
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func append(_ number: UInt32, to digits: inout [UInt8]) {
    var shift: UInt32 = 0
    while shift < 30, number >> (shift + 5) > 0 { shift += 5 }
    while shift > 0 {
      digits.append(0x50 + UInt8(number >> shift & 0x1F))
      shift -= 5
    }
    digits.append(0x30 + UInt8(number & 0x1F))
  }

  /// Returns the file that a tree was made of.
  ///
  /// - Parameters:
  ///   - source: The bytes of the file.
  ///   - decoded: The texts that are not written byte for byte in the source.
  package static func file(
    _ tree: String,
    source: [UInt8],
    decoded: [UInt8],
    file: FileID
  ) -> YAMLFile {
    var numbers = Numbers(digits: Array(tree.utf8))
    var nodes: [YAMLNode] = []
    nodes.reserveCapacity(numbers.digits.count / 8)
    var start: UInt32 = 0
    while let form = numbers.next() {
      var node = YAMLNode(
        YAMLNode.Kind(rawValue: UInt8(truncatingIfNeeded: form >> 4)) ?? .scalar,
        0..<0,
        style: YAMLNode.Style(rawValue: UInt8(truncatingIfNeeded: form & 0xF)) ?? .plain
      )
      start &+= numbers.next() ?? 0
      node.start = start
      node.end = start &+ (numbers.next() ?? 0)
      node.next = UInt32(truncatingIfNeeded: nodes.count) &+ (numbers.next() ?? 0)
      let count = numbers.next() ?? 0
      node.count = count >> 1
      if count & 1 == 1 { node.flags = .decoded }
      let content = numbers.next() ?? 0
      node.content = node.isInSource ? start &+ content : content
      nodes.append(node)
    }
    return YAMLFile(
      file: file,
      source: source,
      nodes: nodes,
      documents: [0],
      decoded: decoded,
      problems: [],
      isComplete: true,
      readEnd: source.count
    )
  }

  /// The numbers that digits make.
  private struct Numbers: IteratorProtocol {
    let digits: [UInt8]
    private var position = 0

    init(digits: [UInt8]) { self.digits = digits }

    mutating func next() -> UInt32? {
      guard position < digits.count else { return nil }
      var number: UInt32 = 0
      while position < digits.count, digits[position] >= 0x50 {
        number = number << 5 | UInt32(digits[position] &- 0x50)
        position += 1
      }
      guard position < digits.count else { return nil }
      number = number << 5 | UInt32(digits[position] &- 0x30)
      position += 1
      return number
    }
  }
}

extension YAMLNode {
  /// Whether the node is a scalar whose text is written byte for byte in the source.
  fileprivate var isInSource: Bool { kind == .scalar && !flags.contains(.decoded) }
}
