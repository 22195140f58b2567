import OrgModel

/// Finds the tags that words of an id or name stand for.
struct TagMatcher {
  /// The tags, sorted; a tag is its position.
  let names: [String]

  /// Patterns by the first byte of their first word.
  private var patterns = [[Pattern]](repeating: [], count: 256)

  private struct Pattern {
    let tag: Int32
    let words: [[UInt8]]
    /// Whether more may follow in the last word.
    let isOpen: Bool
  }

  init(_ tagWords: [String: [String]], further: [String] = []) {
    names = Set(Array(tagWords.keys) + further).sorted()
    for (tag, name) in names.enumerated() {
      for text in tagWords[name] ?? [] {
        let isOpen = text.hasSuffix("*")
        let words = Words(Array(text.utf8)[...])
        guard let first = words.word(0).first else { continue }
        patterns[Int(first)].append(
          Pattern(
            tag: Int32(truncatingIfNeeded: tag),
            words: (0..<words.count).map { Array(words.word($0)) },
            isOpen: isOpen
          )
        )
      }
    }
  }

  /// Adds the tags of a text that are not there yet.
  func match(_ text: ArraySlice<UInt8>, into tags: inout [Int32]) {
    let words = Words(text)
    for index in 0..<words.count {
      guard let first = words.word(index).first else { continue }
      for pattern in patterns[Int(first)]
      where !tags.contains(pattern.tag) && matches(pattern, words, from: index) {
        tags.append(pattern.tag)
      }
    }
  }

  private func matches(_ pattern: Pattern, _ words: Words, from start: Int) -> Bool {
    guard start + pattern.words.count <= words.count else { return false }
    for (offset, word) in pattern.words.enumerated() {
      let found = words.word(start + offset)
      let isLast = offset == pattern.words.count - 1
      if isLast && pattern.isOpen ? !found.starts(with: word) : !found.elementsEqual(word) {
        return false
      }
    }
    return true
  }

  /// The runs of letters and digits of a text, in lower case.
  private struct Words {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init(_ text: ArraySlice<UInt8>) {
      if text.contains(where: { $0 >= 0x80 }) {
        readScalars(String(decoding: text, as: UTF8.self))
      } else {
        readASCII(text)
      }
      endWord()
    }

    var count: Int { ends.count }

    func word(_ index: Int) -> ArraySlice<UInt8> {
      guard index < ends.count else { return [] }
      return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    private mutating func endWord() {
      if bytes.count > ends.last ?? 0 { ends.append(bytes.count) }
    }

    private mutating func readASCII(_ text: ArraySlice<UInt8>) {
      bytes.reserveCapacity(text.count)
      for byte in text {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
        case 0x41...0x5A: bytes.append(byte | 0x20)
        default: endWord()
        }
      }
    }

    private mutating func readScalars(_ text: String) {
      for character in text.lowercased() {
        if character.isLetter || character.isNumber {
          bytes += Array(character.utf8)
        } else {
          endWord()
        }
      }
    }
  }
}
