package import Diagnostics
package import RuleLanguage
package import SourceText
import YAMLSyntax

/// The rules that come with orglint, read by the same code as any other.
package enum BuiltInRules {
  /// All rules, by id, without their examples: what a check needs.
  ///
  /// Nothing is parsed: the trees of the files come with the program.
  package static let withoutExamples = EmbeddedRule.all.compactMap { file in
    RuleDecoder.decode(RuleFile(path: file.path, yaml: file.yaml), isTrusted: true).rule
  }
  .sorted { $0.id < $1.id }

  /// Returns all rules, by id, and what is wrong in their files: nothing, as the tests hold.
  package static func load() -> (rules: [RuleDefinition], problems: [Diagnostic]) {
    var rules: [RuleDefinition] = []
    var problems: [Diagnostic] = []
    for (index, file) in sources.enumerated() {
      let file = RuleFile(path: file.path, bytes: file.bytes, file: FileID(index))
      let decoded = RuleDecoder.decode(file)
      if let rule = decoded.rule { rules.append(rule) }
      problems += decoded.problems
    }
    return (rules.sorted { $0.id < $1.id }, problems)
  }

  /// The files, for the places of problems.
  package static var sources: [SourceFile] {
    EmbeddedRule.all.map { SourceFile(path: $0.path, bytes: Array(($0.head + $0.rest).utf8)) }
  }
}

/// A rule file as `embed-rules` puts it into the program.
struct EmbeddedRule {
  /// Below the project's root.
  let path: String

  /// The text before the examples.
  let head: String

  /// The examples.
  let rest: String

  /// The tree of the head's YAML, and the texts in it that are not written byte for byte.
  let tree: String
  let decoded: String

  var yaml: YAMLFile {
    TreeArchive.file(
      tree,
      source: Array(head.utf8),
      decoded: Array(decoded.utf8),
      file: FileID(0)
    )
  }
}
