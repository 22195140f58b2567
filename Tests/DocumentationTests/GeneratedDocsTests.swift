import BuiltInRules
import Documentation
import Foundation
import Testing

/// The pages in `docs/` are those that the code writes.
struct GeneratedDocsTests {
  @Test func `the generated pages are current`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for page in GeneratedDocs.pages(for: BuiltInRules.load().rules) {
      let text = try String(contentsOf: root.appending(path: page.path), encoding: .utf8)
      #expect(text == page.text, "\(page.path): orglint-dev docs writes it anew")
    }
  }

  @Test func `nothing in the reference of the rule language lacks its meaning`() throws {
    let pages = GeneratedDocs.pages(for: [])
    let page = try #require(pages.first { $0.path == "docs/rule-vocabulary.md" })
    #expect(!page.text.contains("|  |"))
    #expect(!page.text.contains("\n\n\n\n"))
  }
}
