import Diagnostics
import RuleLanguage
import SourceText
import Testing

/// Rule files with nothing in them.
@Suite struct RuleFileTests {
  @Test(arguments: ["{}", "", "[]", "text", "# a comment", "id:"])
  func `a rule file without a rule is a problem and no crash`(text: String) {
    let file = RuleFile(path: "x.yaml", bytes: Array(text.utf8), file: FileID(0))
    let (_, problems) = RuleDecoder.decode(file)
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.rule == "rule-file" })
  }
}
