package import RuleLanguage
package import Diagnostics
package import SourceText

/// The rules that come with orglint, read by the same code as any other.
package enum BuiltInRules {
  /// Returns all rules, by id, and what is wrong in their files: nothing, as the tests hold.
  ///
  /// - Parameter fileID: The id in the run's source set of the first of the files.
  package static func load(firstFileID: Int = 0) -> (
    rules: [RuleDefinition], problems: [Diagnostic]
  ) {
    var rules: [RuleDefinition] = []
    var problems: [Diagnostic] = []
    for (offset, file) in EmbeddedRules.files.enumerated() {
      let decoded = RuleDecoder.decode(
        RuleFile(path: file.path, bytes: Array(file.text.utf8), file: FileID(firstFileID + offset))
      )
      if let rule = decoded.rule { rules.append(rule) }
      problems += decoded.problems
    }
    return (rules.sorted { $0.id < $1.id }, problems)
  }

  /// The files, for the places of problems.
  package static var sources: [SourceFile] {
    EmbeddedRules.files.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) }
  }
}
