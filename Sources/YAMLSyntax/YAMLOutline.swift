/// The keys at the top of a file and those of the entries below them, read without making a tree.
///
/// It is about the first document that is not empty, and reading ends where `take` says so: what a
/// file is can be told from its first lines most often.
package struct YAMLOutline {
  /// How reading ended.
  package enum Outcome: Sendable {
    /// The document was read as far as was wanted.
    case read

    /// The file is no YAML behind what was read.
    case failed

    /// An alias or a merge key stands among the keys at the top, whose meaning only the tree tells.
    case needsTree
  }

  /// Where a key stands.
  package enum Level: Sendable {
    /// In the mapping that is the document.
    case top

    /// In a mapping inside a mapping below a key at the top, lists on the way not counted.
    case entry
  }

  package private(set) var outcome = Outcome.read
  private(set) var wantsMore = true

  /// The open collections from the root on: whether each is a mapping, and its children so far.
  private var open: [(isMapping: Bool, count: Int)] = []

  /// Whether the document is no more than a text.
  private var isText = false

  /// How many of the open ones are mappings.
  private var mappings = 0
  private let take: (Level, [UInt8]) -> Bool

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - take: Gets each key without the characters that nobody sees, and says whether to go on.
  package static func read(
    _ bytes: [UInt8],
    _ take: (Level, [UInt8]) -> Bool
  ) -> Outcome {
    guard DirectiveLimit.firstCrossed(in: bytes, .standard) == nil else { return .failed }
    return withoutActuallyEscaping(take) { take in
      var outline = YAMLOutline(take: take)
      EventStream.read(bytes, into: &outline)
      return outline.outcome
    }
  }

  private init(take: @escaping (Level, [UInt8]) -> Bool) {
    self.take = take
  }

  /// Whether anybody asks for the text of the next scalar.
  var wantsText: Bool { open.isEmpty || nextKey != nil }

  /// The level at which the next scalar is a key that is asked for.
  private var nextKey: Level? {
    guard let last = open.last, last.isMapping, last.count % 2 == 0, open[0].isMapping else {
      return nil
    }
    return open.count == 1 ? .top : mappings == 3 ? .entry : nil
  }

  /// Takes the next scalar; its text only where `wantsText` asks for it.
  mutating func scalar(_ text: [UInt8], isPlain: Bool) {
    if let level = nextKey {
      if level == .top, isPlain, text.elementsEqual("<<".utf8) { return end(.needsTree) }
      if !take(level, CleanText(text[...], isEscaped: !isPlain)?.bytes ?? text) { end(.read) }
    } else if open.isEmpty, !isPlain || !CoreSchema.isNull(text.span) {
      isText = true
    }
    count()
  }

  mutating func alias() {
    if nextKey == .top { end(.needsTree) }
    count()
  }

  mutating func open(isMapping: Bool) {
    if open.isEmpty, !isMapping { return end(.read) }
    count()
    open.append((isMapping, 0))
    if isMapping { mappings += 1 }
  }

  /// Ends a document; one that is null says nothing, and the next one is asked.
  mutating func endDocument() {
    if isText { end(.read) }
  }

  mutating func close() {
    guard let last = open.popLast() else { return }
    if last.isMapping { mappings -= 1 }
    if open.isEmpty { end(.read) }
  }

  mutating func fail() {
    end(.failed)
  }

  private mutating func count() {
    if !open.isEmpty { open[open.count - 1].count += 1 }
  }

  private mutating func end(_ outcome: Outcome) {
    self.outcome = outcome
    wantsMore = false
  }
}

/// Whether a word of small letters may stand in a file other than letter by letter: by escapes, or
/// with characters in it that nobody sees.
package func mayHideWords(_ bytes: [UInt8]) -> Bool {
  let isEscaped = bytes.indices.contains { index in
    guard bytes[index] == UInt8(ascii: "\\") else { return false }
    let behind = bytes[(index + 1)...]
    switch behind.first {
    case 0x0A, 0x0D: return true
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digit = behind.dropFirst().first { $0 != UInt8(ascii: "0") }
      return digit == UInt8(ascii: "6") || digit == UInt8(ascii: "7")
    default: return false
    }
  }
  return isEscaped || !invisibleOffsets(in: bytes[...]).isEmpty
}
