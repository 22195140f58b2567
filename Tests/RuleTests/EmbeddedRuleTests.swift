import BuiltInRules
import RuleLanguage
import Testing
import YAMLSyntax

/// The rules as the program brings them along, against their files.
@Suite struct EmbeddedRuleTests {
  private let whole = BuiltInRules.load().rules

  @Test func `no rule is missing, and none has its examples`() {
    #expect(BuiltInRules.withoutExamples.map(\.id) == whole.map(\.id))
    #expect(BuiltInRules.withoutExamples.allSatisfy { $0.examples.isEmpty })
  }

  @Test func `a tree that comes along is the beginning of the one in the file`() {
    for (embedded, rule) in zip(BuiltInRules.withoutExamples, whole) {
      let (tree, file) = (embedded.file.yaml, rule.file.yaml)
      #expect(file.source.starts(with: tree.source), "\(rule.id)")
      // The first node is the mapping around all.
      #expect(file.nodes.dropFirst().starts(with: tree.nodes.dropFirst()), "\(rule.id)")
      let keys = tree.entries(of: 0).map { tree.text(of: $0.key) } + ["examples"]
      #expect(keys == file.entries(of: 0).map { file.text(of: $0.key) }, "\(rule.id)")
    }
  }

  /// A check takes them unseen.
  @Test func `every expression is right`() {
    for rule in whole {
      #expect(RuleCompiler().compile(rule).problems.map(\.message) == [], "\(rule.id)")
    }
  }
}
