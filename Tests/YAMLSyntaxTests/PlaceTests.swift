import SourceText
import Testing
import YAMLSyntax

/// Where nodes begin and end; libyaml counts code points and lets ends run on to the next token.
@Suite struct PlaceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let yaml: String

    /// What the source has at each node, in preorder.
    let slices: [String]

    init(_ yaml: String, _ slices: String...) {
      self.yaml = yaml
      self.slices = slices
    }

    var testDescription: String { yaml.debugDescription }
  }

  @Test(arguments: [
    // Marks count code points: two, three and four bytes, before and in the node.
    Example("é: ü", "é: ü", "é", "ü"),
    Example("a: [名, 😀x] # é\nb: z\n", "a: [名, 😀x] # é\nb: z", "a", "[名, 😀x]", "名", "😀x", "b", "z"),
    Example("\"é\" : 'ß'\n", "\"é\" : 'ß'", "\"é\"", "'ß'"),
    Example(
      "12345678é: 12345678\nc: d\n",
      "12345678é: 12345678\nc: d",
      "12345678é",
      "12345678",
      "c",
      "d"
    ),
    // Ends run on to the next token: block scalars, block collections, comments between.
    Example("a: >\n  x\n  y\n\nb: 1\n", "a: >\n  x\n  y\n\nb: 1", "a", ">\n  x\n  y", "b", "1"),
    Example("a: |+\n  x \n\n\n# c\n", "a: |+\n  x ", "a", "|+\n  x "),
    Example("a: |\n  é\n\nb: 1", "a: |\n  é\n\nb: 1", "a", "|\n  é", "b", "1"),
    Example("a: |\n\nb:", "a: |\n\nb:", "a", "|", "b", ""),
    Example(
      "a:\n  b: c\n\n# d\ne: f\n",
      "a:\n  b: c\n\n# d\ne: f",
      "a",
      "b: c",
      "b",
      "c",
      "e",
      "f"
    ),
    Example("- - a\n\n- b\n", "- - a\n\n- b", "- a", "a", "b"),
    Example("a:\n- b\n# c\n\nd: e", "a:\n- b\n# c\n\nd: e", "a", "- b", "b", "d", "e"),
    Example("a: b # c\n", "a: b", "a", "b"),
    Example("\r\na: b\r\nc: d\r\n", "a: b\r\nc: d", "a", "b", "c", "d"),
    // Brackets belong to their collection, and only their own.
    Example(
      "a: { b: [ ] , c }  # d\n",
      "a: { b: [ ] , c }",
      "a",
      "{ b: [ ] , c }",
      "b",
      "[ ]",
      "c",
      ""
    ),
    Example("[a: b, c]", "[a: b, c]", "a: b", "a", "b", "c"),
    Example("[? a : b ]", "[? a : b ]", "? a : b", "a", "b"),
    Example("[[a: b]]", "[[a: b]]", "[a: b]", "a: b", "a", "b"),
    // Empty values stand behind the last indicator, not where the next token is.
    Example("a:   # c\nb:\n", "a:   # c\nb:", "a", "", "b", ""),
    Example("? a # c\n? b\n", "? a # c\n? b", "a", "", "b", ""),
    Example("-\n- # c\n- b\n", "-\n- # c\n- b", "", "", "b"),
    Example("? # c\n: v\n", "? # c\n: v", "", "v"),
    Example("--- # c\n--- a\n", "", "a"),
    // Anchors and tags stand before the content.
    Example("a: &x !!str  b\n", "a: &x !!str  b", "a", "b"),
    Example("a: !<tag:x,1> &y\n", "a: !<tag:x,1> &y", "a", ""),
    Example("a: &x # c\n  b: c\n", "a: &x # c\n  b: c", "a", "b: c", "b", "c"),
    Example("&m\n&k a: b\n", "&k a: b", "a", "b"),
    Example("&m { a: *m }", "{ a: *m }", "a", "*m"),
    Example("[!x , &y b]", "[!x , &y b]", "", "b"),
    // libyaml ends an anchor's name at the colon, and a scalar begins there.
    Example("a: &x:u\n", "a: &x:u", "a", ":u"),
    Example("", ""),
  ])
  func `nodes are where they are written`(example: Example) {
    let file = parse(example.yaml)
    #expect(file.slices == (example.yaml.isEmpty ? [] : example.slices))
    #expect(file.shapeFlaws == [])
    #expect(file.isComplete)
  }

  @Test func `empty values have a place`() {
    let file = parse("a:   # c\nb: 1\n? é\n? d\n")
    let places = file.nodes.filter { $0.range.isEmpty }.map(\.start)
    #expect(places == [2, 18, 22])
  }

  @Test func `a byte-order mark that was left in does not move places`() {
    let file = parse("\u{FEFF}é: b\n")
    #expect(file.slices == ["é: b", "é", "b"])
  }

  @Test(arguments: [
    ("plain", false), ("'one line'", false), ("\"one line\"", false), ("'it''s'", true),
    ("\"a\\tb\"", true), ("\"\\N\"", true), ("|\n  x", true), ("a\n b", true), ("a\nb", true),
    ("''", false), ("\"a\n b\"", true), ("\"\\_\"", true),
  ])
  func `only what is written otherwise than meant is copied`(yaml: String, isCopied: Bool) {
    let file = parse(yaml)
    #expect(file.nodes[0].flags.contains(.decoded) == isCopied)
    #expect(file.decoded.isEmpty == !isCopied)
  }

  @Test func `a node is 24 bytes`() {
    #expect(MemoryLayout<YAMLNode>.stride == 24)
  }

  @Test func `children are counted and skipped as a whole`() {
    let file = parse("a: [1, {b: c}, 3]\nd: 4\n")
    #expect(file.children(of: 0).map { file.nodes[$0].start } == [0, 3, 18, 21])
    #expect(file.children(of: 2).map { file.text(of: $0) } == ["1", "", "3"])
    #expect(file.children(of: 1).map { $0 } == [])
    #expect((file.nodes[0].count, file.nodes[2].count) == (4, 3))
    #expect(file.withTextBytes(of: 3) { $0.count } == 1)
  }
}
