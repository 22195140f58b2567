import SourceText
import Testing

@Suite struct LineTableTests {
  /// Bytes around those that end lines, where eight of them are looked at as one number.
  private static let bytes: [UInt8] = [
    0x61, 0x61, 0x61, 0x0A, 0x0D, 0x09, 0, 0x1F, 0x20, 0x80, 0xFF,
  ]

  @Test func `lines end at LF, CRLF and lone CR, wherever they stand`() {
    var state: UInt64 = 1
    for _ in 0..<3000 {
      var text: [UInt8] = []
      // The constants of MMIX.
      for _ in 0..<Int(state >> 58) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(LineTableTests.bytes[Int(state >> 33) % LineTableTests.bytes.count])
      }
      state &+= 0x9E37_79B9_7F4A_7C15
      let starts = starts(of: text)
      let table = LineTable(text)
      #expect(table.lineCount == starts.count)
      for (line, start) in starts.enumerated() {
        let end = line + 1 < starts.count ? starts[line + 1] : text.count
        #expect(table.range(ofLine: line + 1) == start..<end)
      }
    }
  }

  private func starts(of text: [UInt8]) -> [Int] {
    [0]
      + text.indices.filter { index in
        let isInCRLF = text[index] == 0x0D && text[(index + 1)...].first == 0x0A
        return text[index] == 0x0A || text[index] == 0x0D && !isInCRLF
      }.map { $0 + 1 }
  }
}
