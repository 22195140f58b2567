import SourceText
import Testing

@Suite struct VisibleTextTests {
  static let cases: [(text: String, shown: String)] = [
    ("", ""),
    ("plain ## text: a::b", "plain ## text: a::b"),
    ("::error::x", ":\\u{3A}error::x"),
    ("a ::error::x", "a :\\u{3A}error::x"),
    ("a\u{3000}::b", "a\u{3000}:\\u{3A}b"),
    ("##[group]", "##\\u{5B}group]"),
    ("###[a] ##vso[b] ## [c]", "###\\u{5B}a] ##vso\\u{5B}b] ## [c]"),
    ("a\nb\r\tc", "a\\u{A}b\\u{D}\\u{9}c"),
    ("\u{1B}[31m\u{7F}\u{9B}", "\\u{1B}[31m\\u{7F}\\u{9B}"),
    ("\u{202E}\u{2066}\u{200F}\u{FEFF}\u{E0041}", "\\u{202E}\\u{2066}\\u{200F}\\u{FEFF}\\u{E0041}"),
    ("\u{2028}\u{2029}\u{85}\u{FFFF}", "\\u{2028}\\u{2029}\\u{85}\\u{FFFF}"),
    ("a\u{A0}b\u{202F}c\u{AD}d\u{2800}", "a\\u{A0}b\\u{202F}c\\u{AD}d\\u{2800}"),
    ("a\u{200D}b é\u{200D} 田\u{200D}", "a\\u{200D}b é\\u{200D} 田\\u{200D}"),
    ("\u{FE0F}1️⃣ می‌خواهم", "\\u{FE0F}1️⃣ می‌خواهم"),
    ("Håkan 田中 👩‍💻 ❤️ नमस्ते", "Håkan 田中 👩‍💻 ❤️ नमस्ते"),
    ("a\u{200D}na \u{200C}x \u{200D}", "a\\u{200D}na \\u{200C}x \\u{200D}"),
    ("👩\u{200D} 👩\u{200D}a 👩\u{200D}\u{200D}💻", "👩\\u{200D} 👩\\u{200D}a 👩\\u{200D}\\u{200D}💻"),
    (
      "ana\u{FE0F} 1\u{FE0F} 田\u{FE0F} ❤\u{FE0F}\u{FE0F}",
      "ana\\u{FE0F} 1\\u{FE0F} 田\\u{FE0F} ❤\u{FE0F}\\u{FE0F}"
    ),
    ("a\u{FE00} b\u{E0100}", "a\\u{FE00} b\\u{E0100}"),
    (
      "1\u{FE0F}\u{20E3} 葛\u{E0100} \u{2229}\u{FE00}",
      "1\u{FE0F}\u{20E3} 葛\u{E0100} \u{2229}\u{FE00}"
    ),
    ("می\u{200C}خواهم क्\u{200D}ष 🏳️\u{200D}🌈", "می\u{200C}خواهم क्\u{200D}ष 🏳️\u{200D}🌈"),
  ]

  @Test(arguments: cases.indices)
  func `what is invisible or a command is shown as its number`(index: Int) {
    let (text, shown) = VisibleTextTests.cases[index]
    #expect(visible(text) == shown)
  }

  static let widths: [(text: String, columns: Int)] = [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("田中", 4), ("👩‍💻", 2), ("❤️", 2), ("❤", 1), ("한글", 4),
    ("\u{301}", 0), ("🇸🇪", 2), ("ｆ", 2), ("…→", 2),
  ]

  @Test(arguments: widths.indices)
  func `a text is as wide as a terminal shows it`(index: Int) {
    let (text, columns) = VisibleTextTests.widths[index]
    #expect(displayWidth(text) == columns)
  }
}
