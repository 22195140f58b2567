import SourceText
import Testing

import Reporting

@Suite struct SourceLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let place: String
    let width: Int
    let shown: String
    let columns: Range<Int>

    var testDescription: String { line }
  }

  static let cases = [
    Case(line: "  app: x", place: "app", width: 20, shown: "  app: x", columns: 2..<5),
    Case(line: "a\tb", place: "b", width: 20, shown: "a   b", columns: 4..<5),
    Case(line: "名: 田中 x", place: "x", width: 20, shown: "名: 田中 x", columns: 9..<10),
    Case(line: "e\u{301}: x", place: "x", width: 20, shown: "e\u{301}: x", columns: 3..<4),
    Case(line: "\u{1B}: x", place: "x", width: 20, shown: "\\u{1B}: x", columns: 8..<9),
    Case(line: "::e: x", place: "x", width: 20, shown: "::e: x", columns: 5..<6),
    Case(line: "x: 0123456789abcdef", place: "0", width: 12, shown: "x: 0123456…", columns: 3..<4),
    Case(line: "x: 0123456789abcdef", place: "e", width: 12, shown: "x: …9abcdef", columns: 9..<10),
    Case(line: "x: 0123田中田中田中田中z", place: "z", width: 12, shown: "x: …中田中z", columns: 10..<11),
  ]

  @Test(arguments: cases)
  func `a line is cut around its place, and marks stay under it`(test: Case) throws {
    let bytes = Array(test.line.utf8)
    let place = try #require(range(of: test.place, in: bytes))
    let line = SourceLine(bytes, line: 0..<bytes.count, around: place, width: test.width)
    #expect(line.text == test.shown)
    #expect(line.columns(of: place) == test.columns)
    #expect(displayWidth(line.text) <= test.width)
  }

  @Test func `bytes that are no text count as what is shown for them`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x62]
    let line = SourceLine(bytes, line: 0..<4, around: 3..<4, width: 20)
    #expect(line.text == "a\u{FFFD}\u{FFFD}b")
    #expect(line.columns(of: 3..<4) == 3..<4)
  }

  @Test func `a place at the end of a line has room for a mark`() {
    let line = SourceLine(Array("ab".utf8), line: 0..<2, around: 2..<2, width: 20)
    #expect(line.columns(of: 2..<2) == 2..<3)
  }

  @Test func `a line of a megabyte is read near its place only`() {
    let bytes = [UInt8](repeating: 0x61, count: 1 << 20)
    let line = SourceLine(bytes, line: 0..<bytes.count, around: 500_000..<500_004, width: 40)
    #expect(line.text.hasPrefix("…a") && line.text.hasSuffix("a…"))
    #expect(displayWidth(line.text) == 40)
    #expect(line.columns(of: 500_000..<500_004).count == 4)
  }

  private func range(of text: String, in bytes: [UInt8]) -> Range<Int>? {
    let wanted = Array(text.utf8)
    return (0...bytes.count - wanted.count)
      .last { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0..<$0 + wanted.count }
  }
}
