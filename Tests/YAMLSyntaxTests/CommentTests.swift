import SourceText
import Testing
import YAMLSyntax

@Suite struct CommentTests {
  /// Renders comments as `text`, with a star where the comment is alone in its line.
  private func comments(_ yaml: String, beginningWith text: String = "") -> [String] {
    let file = parse(yaml)
    return file.comments(beginningWith: text).map { comment in
      let text = String(decoding: file.source[comment.text.bytes], as: UTF8.self)
      return (comment.isAlone ? "*" : "") + text
    }
  }

  @Test(arguments: [
    ("# one\na: b # two\n  # three  \n#\n", ["*one", "two", "*three", "*"]),
    ("a: b#c\nd: '# e'\nf: \"# g\"\n", []),
    ("a: 'x # y\n  # z' # c\n", ["c"]),
    ("a: x\n  y # c\n", ["c"]),
    ("a: |\n  # text\n\n  # more\n# c\n", ["*c"]),
    ("a: > # head\n  # text\nb: 1 #é\n", ["head", "é"]),
    ("a: |+\n  x\n\n  # text\n\n # c\n", ["*c"]),
    ("[a, # c\n # d\n b] # e\r\n# f\r\n", ["c", "*d", "e", "*f"]),
    ("a: # c\n  &x # d\n  b\n", ["c", "d"]),
    ("a: &x 1\nb: *x # c\n", ["c"]),
    ("--- # c\na: b\n... # d\n# e\n", ["c", "d", "*e"]),
    ("# only", ["*only"]),
    ("%YAML 1.2 # c\n---\na\n", ["c"]),
    ("{a: {}, b: [ # c\n]}", ["c"]),
    ("? a # c\n: # d\n  b\n", ["c", "d"]),
    ("", []),
  ])
  func `comments stand outside scalars`(yaml: String, expected: [String]) {
    #expect(comments(yaml) == expected)
  }

  @Test func `behind a syntax error nothing is taken for a comment`() {
    #expect(comments("a: 1 # c\n# d\nb: 'x # e\n") == ["c", "*d"])
    #expect(comments("# c\na: [1, # d\n 2 # e\nb: \"# f\"\n") == ["*c", "d", "e"])
    #expect(comments("{a: 1, # a\n 'b' # b\n : 'c # d") == ["a", "b"])
    // The second key is dropped, so it is not known to be a scalar any more.
    #expect(comments("a: 1 # a\n' # b': 'c # d") == ["a"])
  }

  @Test func `a comment's place is in the file`() {
    let file = parse("é: b  #  c d \n")
    #expect(file.comments().map(\.span.bytes) == [7..<13])
    #expect(file.comments().map(\.text.bytes) == [10..<13])
  }

  @Test(arguments: [
    (
      "a: b # orglint: x\n#orglint: y\n#\torglint:z\n# other\n",
      ["orglint: x", "*orglint: y", "*orglint:z"]
    ),
    ("orglint: 1\na: '# orglint: text'\n", []),
    ("orglint: 1\na: '# orglint: text'  # orglint: real\n", ["orglint: real"]),
    ("a: |\n  # orglint: text\n", []),
    ("# see orglint: x\n# Orglint: x\n", []),
  ])
  func `comments can be asked for by their beginning`(yaml: String, expected: [String]) {
    #expect(comments(yaml, beginningWith: "orglint:") == expected)
  }
}
