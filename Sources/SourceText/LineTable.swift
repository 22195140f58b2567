/// Where the lines of a file begin, for turning bytes into lines and columns.
///
/// Lines end at LF, CRLF or a lone CR, as in YAML 1.2.
package struct LineTable: Sendable {
  /// Byte offsets of the first byte of each line, ascending; the first is 0.
  private let starts: [Int]
  private let count: Int

  /// Scans the bytes once.
  package init(_ bytes: [UInt8]) {
    var starts = [0]
    // Designs have lines of forty to a hundred bytes.
    starts.reserveCapacity(bytes.count / 40 + 1)
    let bytes = bytes.span
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        // Eight bytes as one number: the lowest bit that stays belongs to the first control.
        let word = LineTable.word(at: index, in: bytes)
        let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
        index += controls.trailingZeroBitCount / 8
        if controls == 0 { continue }
      }
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    self.starts = starts
    count = bytes.count
  }

  @inline(__always)
  private static func word(at index: Int, in bytes: Span<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for byte in 0..<8 { word |= UInt64(bytes[index + byte]) &<< UInt64(byte * 8) }
    return word
  }

  /// The number of lines; a file that ends in a line break has an empty last line.
  package var lineCount: Int { starts.count }

  /// Returns the one-based line of a byte offset, by binary search.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Returns the bytes of a one-based line with its line break; empty outside the file.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return count..<count }
    return starts[line - 1]..<(line < starts.count ? starts[line] : count)
  }
}
