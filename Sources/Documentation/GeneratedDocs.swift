import CEL
package import RuleLanguage

/// The pages below `docs/` that are written from code and rule files.
package enum GeneratedDocs {
  /// A page by its path below the project's root.
  package typealias Page = (path: String, text: String)

  /// The folder that holds a page for every rule and nothing else.
  package static let rulesFolder = "docs/rules"

  /// Returns all pages.
  package static func pages(for rules: [RuleDefinition]) -> [Page] {
    var pages: [Page] = [
      ("docs/cel-functions.md", FunctionReference.standard),
      ("docs/rule-vocabulary.md", VocabularyReference.page),
      ("docs/principles.md", PrinciplesPage.page(of: rules)),
      ("\(rulesFolder)/README.md", RuleIndex.page(of: rules)),
    ]
    pages += rules.map { ("\(rulesFolder)/\($0.id).md", RulePage($0).text) }
    return pages
  }
}
