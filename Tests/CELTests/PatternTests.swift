import CEL
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    ("b+", "abbc", true), ("^b", "abc", false), ("c$", "abc", true), ("a|x", "zzx", true),
    ("^(a|b)*c$", "ababc", true), ("^(a|b)*c$", "abdc", false), ("a{2,3}", "baab", true),
    ("^a{2,3}$", "aaaa", false), ("a{,2}", "a{,2}", true), ("[^a-c]", "abc", false),
    ("[]a]", "]", true), ("[a-]", "-", true), ("\\d\\w\\s", "1_ ", true),
    ("\\bfoo\\b", "a foo b", true),
    ("\\bfoo\\b", "afoo", false), ("\\Boo", "foo", true), ("(?i)ÄB", "äb", true),
    ("(?i:a)b", "AB", false),
    ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("(?m)^b$", "a\nb\nc", true),
    ("^b$", "a\nb\nc", false),
    ("\\x{1F431}", "🐱", true), ("[α-ω]+", "λ", true), ("^[^x]$", "🐱", true), ("\\pL", "1é2", true),
    ("\\p{Lu}", "é", false), ("\\P{L}", "abc", false), ("[[:alpha:]_]+", "1_", true),
    ("\\Qa.b\\E", "axb", false),
    ("(?P<n>a)(?<m>b)", "ab", true), ("a*?b", "aab", true), ("", "", true), ("x*", "", true),
    ("^$", "", true), ("\\A\\z", "a", false), ("é{2}", "éé", true), ("(a*)*b", "aaaa", false),
    ("[\\d-x]", "-", true), ("\\.", "a", false), ("(|a)b", "b", true), ("a\\z", "ba", true),
  ])
  func `matches any part of a text`(pattern: String, text: String, matches: Bool) throws {
    #expect(try LinearPattern(pattern).matches(text) == matches)
  }

  @Test(arguments: [
    ("a|ab", "ab", true), ("[a-z]+(-[a-z]+)*", "to-do", true),
    ("[a-z]+(-[a-z]+)*", "to--do", false),
    ("x", "xx", false), ("TBD|\\?+", "???", true), ("\\bto\\b.*", "to do", true), ("a$", "a", true),
  ])
  func `matches a whole text`(pattern: String, text: String, matches: Bool) throws {
    let compiled = try LinearPattern(pattern, extent: .whole)
    #expect(compiled.matches(text) == matches)
    #expect(compiled.matches(Array(text.utf8)) == matches)
    #expect(compiled.matches(Array("[\(text)]".utf8)[1..<text.utf8.count + 1]) == matches)
  }

  @Test func `ignores case when it is told to`() throws {
    #expect(try LinearPattern("tbd", ignoringCase: true, extent: .whole).matches("TbD"))
    #expect(try !LinearPattern("tbd", extent: .whole).matches("TbD"))
  }

  @Test(arguments: [
    ("(", 1), ("a)", 1), ("[a", 2), ("*a", 0), ("a**", 3), ("a{2,1}", 6), ("a{1001}", 7), ("\\", 1),
    ("(?x)a", 3), ("[z-a]", 4), ("\\pX", 3), ("\\k", 1), ("[[:foo:]]", 8), ("\\x{110000}", 10),
    ("é(", 3),
  ])
  func `says where a pattern goes wrong`(pattern: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try LinearPattern(pattern) }
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
  }

  @Test(arguments: ["(a*)*$", "(a|aa)+$", "(.*)(.*)(.*)[^a]", "(?:a?){50}a{50}b", "a.{12}b"])
  func `takes no longer for patterns that hang others`(pattern: String) throws {
    let text = String(repeating: "a", count: 2_000) + "!"
    #expect(try !LinearPattern(pattern + "x").matches(text))
  }

  @Test(arguments: [
    "((a{100}){100}){100}", "\\pL{1000}", String(repeating: "(", count: 5_000),
    String(repeating: "a|", count: 20_000),
  ])
  func `refuses patterns that are too large`(pattern: String) {
    #expect(throws: PatternError.self) { try LinearPattern(pattern) }
  }

  @Test func `a machine without a table agrees with one that has it`() throws {
    // The gap of fourteen would take 2^15 states.
    let gap = try LinearPattern("a[ab]{14}a")
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let text = (0..<40).map { _ in Bool.random(using: &random) ? "a" : "b" }.joined()
      let bytes = Array(text.utf8)
      let expected = bytes.indices.contains {
        bytes[$0] == 0x61 && $0 + 15 < bytes.count && bytes[$0 + 15] == 0x61
      }
      #expect(gap.matches(text) == expected)
    }
  }
}
