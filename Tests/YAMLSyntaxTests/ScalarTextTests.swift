import SourceText
import Testing
import YAMLSyntax

/// Places of parts of a scalar's text; what the part is and what the file has there.
@Suite struct ScalarTextTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let yaml: String
    let part: String

    /// What the source has at the part's place.
    let written: String

    init(_ yaml: String, _ part: String, _ written: String) {
      self.yaml = yaml
      self.part = part
      self.written = written
    }

    var testDescription: String { "\(yaml.debugDescription) \(part.debugDescription)" }
  }

  @Test(arguments: [
    Example("k: size(x) > 0", "x) > 0", "x) > 0"),
    Example("k: é && b", "é && b", "é && b"),
    Example("k: a &&\n  b ||\n\n  c", "a && b", "a &&\n  b"),
    Example("k: a &&\n  b ||\n\n  c", "b", "b"),
    Example("k: a &&\n  b ||\n\n  c", "\nc", "\n\n  c"),
    Example("k: a &&\n  b ||\n\n  c", " b ||\nc", "\n  b ||\n\n  c"),
    Example("k: 'it''s x'", "x", "x"),
    Example("k: 'it''s x'", "'s", "''s"),
    Example("k: 'a\n\n\n  b'", "\n\n", "\n\n\n  "),
    Example(#"k: "a\tb == \u00e9x""#, "b == ", "b == "),
    Example(#"k: "a\tb == \u00e9x""#, "\t", #"\t"#),
    Example(#"k: "a\tb == \u00e9x""#, "éx", #"\u00e9x"#),
    Example(#"k: "\x41\U0001F600\" z""#, "A😀\"", #"\x41\U0001F600\""#),
    Example(#"k: "\x41\U0001F600\" z""#, "z", "z"),
    Example("k: \"a\\\n   b\"", "b", "b"),
    Example("k: \"a\\\n   b\"", "ab", "a\\\n   b"),
    Example("k: \"a\\\n\n   b\"", "\nb", "\\\n\n   b"),
    Example("k: \"a \\\n   \\ b\"", "  b", " \\\n   \\ b"),
    Example("k: \"a  \n   b\"", " b", "  \n   b"),
    Example("k: |\n  a &&\n    b\n\n  c\n", "a &&\n  b", "a &&\n    b"),
    Example("k: |\n  a &&\n    b\n\n  c\n", "\n\nc", "\n\n  c"),
    Example("k: |\n  a &&\n    b\n\n  c\n", "c\n", "c\n"),
    Example("k: |+\n  a\n\n\nl: 1", "a\n\n\n", "a\n\n\n"),
    Example("k: |-\n\n  \n  a\n  b", "b", "b"),
    Example("k: |-\n\n  \n  a\n  b", "\na", "  \n  a"),
    Example("k: |2\n    a\n  b\n", "  a\nb", "  a\n  b"),
    Example("k: | # c\n  é x\r\n  y\r\n", "x\ny", "x\r\n  y"),
    Example("k: >\n  a &&\n  b\n\n  c\n", "a && b", "a &&\n  b"),
    Example("k: >\n  a &&\n  b\n\n  c\n", "b\nc", "b\n\n  c"),
    Example("k: >\n  a\n    b\n  c\n", "a\n  b\nc", "a\n    b\n  c"),
    Example("k: >-\n  a\n\n    b\n\n  c\n  d", "c d", "c\n  d"),
    Example("k: >-\n\n  a\n  b", "\na b", "\n  a\n  b"),
    Example("- - >-\n      a\n      b", "b", "b"),
  ])
  func `a part of the text is found in the file`(example: Example) throws {
    let file = parse(example.yaml)
    let node = try #require(file.nodes.indices.last { file.text(of: $0).contains(example.part) })
    let text = file.scalarText(node)
    #expect(text.text == file.text(of: node) && text.span == file.span(of: node))
    let range = try #require(text.text.firstRange(of: example.part))
    let utf8 = text.text.utf8
    let start = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
    let span = text.span(of: start..<start + example.part.utf8.count)
    #expect(String(decoding: file.source[span.bytes], as: UTF8.self) == example.written)
  }

  @Test func `an empty range is a place, and what is outside is the end`() {
    let text = parse("'a b'").scalarText(0)
    #expect(text.span(of: 0..<0).bytes == 1..<1)
    #expect(text.span(of: 2..<2).bytes == 3..<3)
    #expect(text.span(of: 3..<3).bytes == 4..<4)
    #expect(text.span(of: 1..<99).bytes == 2..<4)
    #expect(text.span(of: 50..<60).bytes == 4..<4)
    #expect(parse("''").scalarText(0).span(of: 0..<0).bytes == 0..<0)
    #expect(parse("[a]").scalarText(0).text == "")
  }

  @Test func `where the rules do not hold the whole scalar is the place`() {
    // The old line break NEL, two bytes, is folded to a space.
    let text = parse("k: \"a\u{85}b\"").scalarText(2)
    #expect(text.text == "a b")
    #expect(text.span(of: 2..<3).bytes == 3..<9)
    // The line separator is a character like any other.
    #expect(parse("k: \"a\u{2028}b\"").scalarText(2).span(of: 4..<5).bytes == 8..<9)
  }
}
