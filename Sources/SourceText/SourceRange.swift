/// A place as people count it: lines and columns from 1, columns in characters, end exclusive.
package struct SourceRange: Hashable, Sendable {
  package let line: Int
  package let column: Int
  package let endLine: Int
  package let endColumn: Int

  package init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }

  /// Converts a byte range; a character is a Unicode scalar, so that every reader of YAML agrees.
  ///
  /// Cost: the length of the first and the last line.
  package init(_ range: Range<Int>, in bytes: [UInt8], lines: LineTable) {
    let start = min(range.lowerBound, bytes.count)
    let end = min(max(range.upperBound, start), bytes.count)
    line = lines.line(at: start)
    column = SourceRange.column(of: start, line: line, in: bytes, lines: lines)
    endLine = lines.line(at: end)
    endColumn = SourceRange.column(of: end, line: endLine, in: bytes, lines: lines)
  }

  private static func column(
    of offset: Int,
    line: Int,
    in bytes: [UInt8],
    lines: LineTable
  ) -> Int {
    let start = lines.range(ofLine: line).lowerBound
    guard start < offset else { return 1 }
    // Continuation bytes of UTF-8 begin with the bits 10 and start no character.
    return 1 + bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
  }
}
