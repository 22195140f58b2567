import Reporting
import Testing

@Suite struct WordWrapTests {
  @Test func `words wrap at spaces, and a long word stands alone`() {
    #expect(wrapped("a bc def", width: 4) == ["a bc", "def"])
    #expect(wrapped("a bc def", width: 6, firstWidth: 1) == ["a", "bc def"])
    #expect(wrapped("a abcdefgh b", width: 4) == ["a", "abcdefgh", "b"])
    #expect(wrapped("田中 田中", width: 8) == ["田中", "田中"])
    #expect(wrapped("", width: 4) == [""])
  }
}
