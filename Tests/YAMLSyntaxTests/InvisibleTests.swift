import SourceText
import Testing
import YAMLSyntax

/// Characters that nobody sees: in prose they may stand, in keys and between them they may not.
@Suite struct InvisibleTests {
  @Test(arguments: [
    "\u{A0}", "\u{2007}", "\u{202F}", "\u{3000}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}",
    "\u{FEFF}", "\u{AD}", "\u{34F}", "\u{FE0F}", "\u{E0041}", "\u{2800}", "\u{3164}", "\u{202E}",
  ])
  func `a key with a character that nobody sees is read without it`(character: String) {
    for (text, offset) in [
      ("na\(character)me: x", 2), ("name\(character): x", 4), ("{ name\(character): x }", 6),
      ("a: { na\(character)me: x }", 7), ("\"name\(character)\": x", 5),
      ("- name\(character): x", 6), ("? name\(character)\n: x", 6),
    ] {
      let file = parse(text)
      #expect(file.problems.map(\.id) == [.invisible], "\(text.debugDescription)")
      #expect(file.problems.first?.span.bytes == offset..<offset + character.utf8.count)
      let code = String(character.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
      #expect(file.problems.first?.message.contains(code) == true)
      #expect(file.isComplete)
      let keys = file.nodes.indices.filter { file.isScalar($0, "name") }
      #expect(keys.count == 1)
    }
  }

  @Test(arguments: ["\"na\\_me\": x", "\"na\\u200Bme\": x", "\"na\\x1Fme\": x"])
  func `an escape brings it as well`(text: String) {
    #expect(parse(text).problems.map(\.id) == [.invisible])
  }

  @Test(arguments: [
    "a: x\u{A0}y", "a: \"\u{A0}\"", "a: |\n  \u{A0}x\n  y", "# \u{A0}\u{200B}\na: 1",
    "a: x\n  \u{A0}y", "a: \"x\n  \u{A0}y\"", "- \u{A0}x", "[a,\n\u{A0}b]", "a: é ñ 田中 Ω",
    "# x\u{85}\na: 1", "# x\u{85}# y\na: 1", "é: 田中", "नमस्ते: 1",
  ])
  func `elsewhere it does no harm`(text: String) {
    #expect(parse(text).problems == [], "\(text.debugDescription)")
  }

  @Test(arguments: [
    ("a:\n  x: 1\n\u{A0}\u{A0}y: 2\nb: 3", 10), ("a:\n  x: 1\n \u{2003}y: 2\n", 11),
    ("a:\n  x: 1\n# note\u{85}b: 2\n", 16), ("a:\n  x: 1\n# \u{2028}b: 2\n", 12),
    ("a:\n  x: 1\u{85}b: 2\n", 9), ("a:\n  x: 1\n\u{A0}- y\n", 10),
    ("a:\n  x: 1\n  y:\u{A0}{ z: 2 }\nb: 3", 14),
  ])
  func `where it looks like an indentation or hides a line the file ends`(
    text: String,
    offset: Int
  ) {
    let file = parse(text)
    #expect(file.problems.map(\.id) == [.invisible], "\(text.debugDescription)")
    #expect(file.problems.first?.span.bytes.lowerBound == offset)
    #expect(!file.isComplete && file.shapeFlaws == [])
    #expect(!file.nodes.indices.contains { file.isScalar($0, "b") || file.isScalar($0, "y") })
  }

  @Test(arguments: [
    ("a:\u{A0}{ x: 1 }\nb: 2", 2), ("a: 1\n\u{A0}\nb: 2", 5), ("a:\n  b: 1\n     \u{A0}c: 2", 15),
    ("a:\u{A0}1\nb: 2", 2),
  ])
  func `a syntax error that it brings is told as what it is`(text: String, offset: Int) {
    let file = parse(text)
    #expect(file.problems.map(\.id) == [.invisible], "\(text.debugDescription)")
    #expect(file.problems.first?.span.bytes.lowerBound == offset)
    #expect(!file.isComplete)
  }

  @Test func `a syntax error beside it is a syntax error`() {
    for text in ["a: x\u{A0}y\nb: [", "a: 'x\u{A0}y' z", "# \u{A0}\na: ]", "a: ] # \u{A0}"] {
      #expect(parse(text).problems.map(\.id) == [.syntax], "\(text.debugDescription)")
    }
  }

  @Test func `a file of nothing else ends at the limit of problems`() {
    let text = (0..<5_000).map { "k\($0)\u{AD}: 1\n" }.joined()
    #expect(parse(text).problems.count <= YAMLLimits.standard.problems)
  }
}
