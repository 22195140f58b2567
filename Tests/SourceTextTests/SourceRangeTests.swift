import SourceText
import Testing

@Suite struct SourceRangeTests {
  private static let bytes = Array("a: é\r\nb: [x,\n  y]\rc\n".utf8)

  @Test(arguments: [
    (0..<1, SourceRange(line: 1, column: 1, endLine: 1, endColumn: 2)),
    (3..<5, SourceRange(line: 1, column: 4, endLine: 1, endColumn: 5)),
    (7..<8, SourceRange(line: 2, column: 1, endLine: 2, endColumn: 2)),
    (10..<18, SourceRange(line: 2, column: 4, endLine: 3, endColumn: 5)),
    (19..<20, SourceRange(line: 4, column: 1, endLine: 4, endColumn: 2)),
    (90..<99, SourceRange(line: 5, column: 1, endLine: 5, endColumn: 1)),
  ])
  func `counts lines and characters from one`(bytes: Range<Int>, expected: SourceRange) {
    let lines = LineTable(Self.bytes)
    #expect(SourceRange(bytes, in: Self.bytes, lines: lines) == expected)
  }

  @Test func `files are in the order of their paths`() {
    let set = SourceSet([
      SourceFile(path: "b.yaml", bytes: []), SourceFile(path: "B.yaml", bytes: Array("x".utf8)),
    ])
    #expect(set.files.map(\.path) == ["B.yaml", "b.yaml"])
    #expect(set.text(of: SourceSpan(file: FileID(0), bytes: 0..<9)) == "x")
  }
}
