import Reporting
import Testing

@Suite struct TextTableTests {
  @Test func `columns line up, numbers to the right, and no text leaves its cell`() {
    var table = TextTable("name", "number#")
    table.append("a|b", "7")
    table.append("日本\n", "1234567")
    table.append("short")
    #expect(
      table.text == """
        | name      |  number |
        | --------- | ------: |
        | a\\|b      |       7 |
        | 日本\\u{A} | 1234567 |
        | short     |         |

        """
    )
  }
}
