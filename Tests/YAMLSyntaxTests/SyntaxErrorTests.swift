import SourceText
import Testing
import YAMLSyntax

@Suite struct SyntaxErrorTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let yaml: String

    /// What the source has at the place of the problem.
    let place: String

    /// A part of the message, and one of the help.
    let message: String
    let help: String

    init(_ yaml: String, _ place: String, _ message: String, _ help: String) {
      self.yaml = yaml
      self.place = place
      self.message = message
      self.help = help
    }

    var testDescription: String { yaml.debugDescription }
  }

  @Test(arguments: [
    Example("a:\n\tb: c\n", "\t", "a tab stands", "spaces"),
    Example("a:\n  b: 1\n\t\tc: 2\n", "\t\t", "a tab stands", "spaces"),
    Example("a:\n  b: 1\n \tc: 2\n", "\t", "a tab stands", "spaces"),
    Example("a: |\n\tb\n", "\t", "a tab stands", "spaces"),
    Example("a: b: c\n", ":", "a second `: `", "in quotes"),
    Example("a: 1\n  b: 2\n", "b:", "a key cannot stand here", "column"),
    Example("a:\n  b: 1\n c: 2\n", "c:", "not lined up", "column"),
    Example("a: \"x\" yz w\n", "yz", "behind a value", "quotes"),
    Example("a: [b]]\n", "]", "`]` closes nothing", "delete"),
    Example("a:\n  - x\n  y: 1\n", "y:", "neither an item", "`- `"),
    Example("a: 1\nfoo bar\n", "foo bar", "no `: ` behind a key", "`key: value`"),
    Example("sign: -\n", "-", "cannot begin in the middle of a line", "`\"-\"`"),
    Example(" a: 1\nb: 2\n", "b:", "not lined up with the first", "column"),
    Example("a: [x\nb: c\n", "b:", "a comma or a `]`", "contains `: `"),
    Example("a: {b: c: d}\n", "a: {b: c:", "a comma or a `}`", "contains `: `"),
    Example("a: {b: '1' \"c\"}\n", "\"c\"", "a comma or a `}`", "close the mapping with `}`"),
    Example("a: { po: ??? }\n", "???", "cannot begin with `?`", "`\"???\"`"),
    Example("a: [???]\n", "???", "cannot begin with `?`", "`\"???\"`"),
    Example("[a, , b]\n", ",", "nothing stands before this comma", "delete"),
    Example("a: }\n", "}", "cannot begin with `}`", "too many"),
    Example("a: [", "", "the file ends", "complete"),
    Example("a: @x y\n", "@x", "cannot begin with `@`", "quotes"),
    Example("a: `x`\n", "`x`", "cannot begin with ```", "quotes"),
    Example("a: %x\n", "%x", "cannot begin with `%`", "quotes"),
    Example("a: \"é b\nc: d\n", "\"", "never closed", "close it"),
    Example("--- 'a\n---\n", "'", "never closed", "close it"),
    Example("a: \"C:\\dir\"\n", "\\d", "`\\d` has no meaning", "single quotes"),
    Example("a: \"\\xg0\"\n", "g0\"", "names no character", "hexadecimal"),
    Example("a: |x\n  y\n", "x", "behind `|` or `>`", "next line"),
    Example("a: |0\n  y\n", "0", "1 to 9", "leave it out"),
    Example("a: [*-x]\n", "*-x", "", "quotes"),
    Example("a: * x\n", "*", "`*` begins an alias", "quotes"),
    Example("a: &!\n", "&!", "`&` begins an anchor", "quotes"),
    Example("a: !q!y z\n", "!q!y", "`!` begins a tag", "quotes"),
    Example("a: !<x\n", "", "`!` begins a tag", "quotes"),
    Example("%FOO\n---\na\n", "", "begins with `%`", "delete"),
    Example("%YAML 2.0\n---\na\n", "%YAML", "other than 1.1 and 1.2", "delete"),
    Example("a: b\n? [\n", "", "the file ends", "complete"),
  ])
  func `an error says what is wrong and what to do`(example: Example) throws {
    let file = parse(example.yaml)
    let problem = try #require(file.problems.first)
    #expect(file.problems.count == 1 && problem.id == .syntax)
    #expect(String(decoding: file.source[problem.span.bytes], as: UTF8.self) == example.place)
    #expect(problem.message.contains(example.message))
    #expect(problem.help?.contains(example.help) == true)
    for text in [problem.message, problem.help ?? "a"] + problem.related.map(\.text) {
      #expect(!text.hasSuffix(".") && text.first?.isUppercase == false)
    }
    #expect(file.shapeFlaws == [])
  }

  @Test func `the place where a list begins is told`() throws {
    let file = parse("a: [1,\n  2\nb: 3\n")
    let related = try #require(file.problems.first?.related.first)
    #expect(related.span.bytes == 3..<4 && related.text == "the list begins here")
  }

  @Test(arguments: [
    (
      "a: 1\nb: {c: 2, d: [3, 4\ne: 5\n",
      [
        "+DOC", "+MAP block", "=VAL a", "=VAL 1", "=VAL b",
        "+MAP flow", "=VAL c", "=VAL 2", "=VAL d", "+SEQ flow", "=VAL 3", "=VAL 4 e", "-", "-", "-",
      ]
    ),
    // A key without its value is dropped, be it a whole mapping.
    ("a: 1\nb: 'x\n", ["+DOC", "+MAP block", "=VAL a", "=VAL 1", "-"]),
    ("a: 1\n? {b: 2, 'c\n", ["+DOC", "+MAP block", "=VAL a", "=VAL 1", "-"]),
    ("{a: [x],\n ? b\n : 'c", ["+DOC", "+MAP flow", "=VAL a", "+SEQ flow", "=VAL x", "-", "-"]),
    ("{\n ? 'c", ["+DOC", "+MAP flow", "-"]),
    ("a\n---\nb: 'c", ["+DOC", "=VAL a", "+DOC", "+MAP block", "-"]),
    ("'c", []),
  ])
  func `what is complete before an error is kept`(yaml: String, expected: [String]) {
    let file = parse(yaml)
    #expect(!file.isComplete)
    #expect(file.eventLines == expected)
    #expect(file.shapeFlaws == [])
  }
}
