import Reporting
import SourceText
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

  @Test(arguments: [
    ("po-app", "po-app"), ("a_b", "a_b"), ("_x_", "\\_x\\_"), ("~~x~~", "\\~\\~x\\~\\~"),
    ("R & D", "R & D"), ("&lt;", "\\&lt;"), ("<b>", "\\<b>"), ("`x`", "\\`x\\`"), ("2*3", "2\\*3"),
    ("[a](b)", "\\[a](b)"), ("a|b", "a\\|b"), ("C:\\x", "C:\\x"), ("\\<", "\\\\\\<"), ("\\", "\\"),
    ("a\u{7}", "a\\u{7}"),
  ])
  func `in Markdown text is only text`(text: String, expected: String) {
    #expect(markdownText(text) == expected)
  }
}
