import SourceText
import Testing
import YAMLSyntax

@Suite struct EncodingTests {
  private static let file = FileID(0)

  @Test func `a byte-order mark is taken off`() {
    let text = Array("a: é\n".utf8)
    #expect(decodeSource([0xEF, 0xBB, 0xBF] + text, file: Self.file).bytes == text)
    #expect(decodeSource(text, file: Self.file).bytes == text)
    #expect(decodeSource([], file: Self.file).bytes == [])
    #expect(decodeSource([0xEF, 0xBB, 0xBF], file: Self.file).bytes == [])
  }

  @Test(arguments: [true, false])
  func `UTF-16 with a mark becomes UTF-8`(isBigEndian: Bool) {
    let text = "a: é名😀\n"
    let decoded = decodeSource(utf16(text, isBigEndian), file: Self.file)
    #expect(decoded.bytes == Array(text.utf8))
    #expect(decoded.problems == [])
  }

  @Test(arguments: [true, false])
  func `broken UTF-16 is one problem at its place`(isBigEndian: Bool) {
    let high: [UInt8] = isBigEndian ? [0xD8, 0x00] : [0x00, 0xD8]
    let tail = utf16("b: 1\n", isBigEndian).dropFirst(2)
    let broken = decodeSource(utf16("é: ", isBigEndian) + high + tail, file: Self.file)
    #expect(broken.bytes == Array("é: \u{FFFD}b: 1\n".utf8))
    #expect(broken.problems.map(\.id) == [.encoding])
    #expect(broken.problems.map(\.span.bytes) == [4..<7])
    let odd = decodeSource(utf16("a", isBigEndian) + [0x41], file: Self.file)
    #expect(odd.bytes == Array("a\u{FFFD}".utf8))
    #expect(odd.problems.map(\.span.bytes) == [1..<4])
    #expect(decodeSource(Array(utf16("", isBigEndian)), file: Self.file).bytes == [])
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1, "0xFF"), ([0xC3, 0xA9, 0x20, 0xE9, 0x0A], 3, "0xE9"),
      ([0x61, 0xC3], 1, "0xC3"), ([0x61, 0xC0, 0x80], 1, "0xC0"), ([0xED, 0xA0, 0x80], 0, "0xED"),
      ([0xF5, 0x80, 0x80, 0x80], 0, "0xF5"), ([0x80], 0, "0x80"),
      ([0x61, 0x00], 1, "U+0000"), ([0x61, 0x07], 1, "U+0007"), ([0x7F], 0, "U+007F"),
      ([0xC2, 0x80], 0, "U+0080"),
      ([0xEF, 0xBF, 0xBE], 0, "U+FFFE"), ([0x61, 0x00, 0x3A, 0x00], 1, "U+0000"),
    ] as [([UInt8], Int, String)]
  )
  func `a bad byte is found exactly`(bytes: [UInt8], offset: Int, name: String) {
    let file = parseYAML(bytes, file: Self.file)
    #expect(file.problems.map(\.id) == [.encoding])
    #expect(file.problems.first?.span.bytes.lowerBound == offset)
    #expect(file.problems.first?.message.contains(name) == true)
    #expect(!file.isComplete && file.shapeFlaws == [])
  }

  @Test(arguments: [
    "\u{85}", "\u{A0}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{FEFF}", "\u{10FFFF}", "\t",
  ])
  func `characters that YAML takes are no problem`(character: String) {
    #expect(parse("\"a\(character)b\"").problems == [])
  }

  @Test func `the lines before a bad byte are read, wherever the parser's buffer ends`() {
    for count in [10, 1_500, 20_000] {
      let good = (0..<count).map { "key-\($0): é\n" }.joined()
      let file = parseYAML(Array(good.utf8) + Array("last: \u{7}\n".utf8), file: Self.file)
      #expect(file.nodes.first.map { Int($0.count) } == 2 * count)
      #expect(file.problems.map(\.span.bytes) == [good.utf8.count + 6..<good.utf8.count + 7])
      #expect(file.shapeFlaws == [])
    }
  }

  private func utf16(_ text: String, _ isBigEndian: Bool) -> [UInt8] {
    (["\u{FEFF}"] + text.unicodeScalars.map(String.init)).joined().utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }
}
