import SourceText
import Testing
import YAMLSyntax

/// Trees as text, for files that come with the program.
@Suite struct TreeArchiveTests {
  @Test(arguments: [
    "id: a\nlet: { b: \"x\\ty\", c: 'it''s' }\n\n# note\nflag: >-\n  b && c\n  || d\n",
    "- [1, {a: , ? b}]\n- |\n  é\n\n  z\n- ''\n",
    "k: \(String(repeating: "long ", count: 20_000))\nl: 1",
    "text", "{}",
  ])
  func `a tree comes back as it was`(text: String) throws {
    let file = parseYAML(Array(text.utf8), file: FileID(3))
    let archive = try #require(TreeArchive.text(of: file))
    let back = TreeArchive.file(
      archive,
      source: file.source,
      decoded: file.decoded,
      file: file.file
    )
    #expect(back.nodes == file.nodes)
    #expect(back.documents == file.documents)
    #expect(back.isComplete && back.problems.isEmpty)
    #expect(back.eventLines == file.eventLines)
  }

  @Test(arguments: ["a: [", "a: &x 1\nb: *x", "a: !t 1", "a: 1\n---\nb: 2\n", "", "a: 1\na: \u{1}"])
  func `what it has no room for gives no text`(text: String) {
    #expect(TreeArchive.text(of: parseYAML(Array(text.utf8), file: FileID(0))) == nil)
  }

  @Test func `a text that is cut off or foreign gives nodes and no trap`() {
    for text in ["0", "0123", "ooooooooooooooo", "~~~~ é", "Po0o"] {
      let file = TreeArchive.file(text, source: [], decoded: [], file: FileID(0))
      #expect(file.nodes.count <= 1)
    }
  }
}
