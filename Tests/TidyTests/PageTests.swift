import BuiltInRules
import Documentation
import Foundation
import RuleLanguage
import Testing

/// What the pages that people read promise.
@Suite struct PageTests {
  @Test func `every path that a page names is there`() throws {
    let top = try Set(FileManager.default.contentsOfDirectory(atPath: Project.root.path()))
    for page in try Project.pages() {
      for path in try Project.text(page).matches(of: "`([A-Za-z.][A-Za-z0-9_./+-]*/?)`") {
        let first = path.split(separator: "/").first.map(String.init) ?? ""
        guard path.contains("/"), top.contains(first) else { continue }
        #expect(Project.exists(path), "\(page) names \(path)")
      }
    }
  }

  @Test func `relative links resolve`() throws {
    for page in try Project.pages() {
      let folder =
        page.contains("/") ? page.prefix(upTo: page.lastIndex(of: "/") ?? page.startIndex) : "."
      for link in try Project.text(page).matches(of: #"\]\(([^)\s]+)\)"#) {
        let target = link.split(separator: "#", omittingEmptySubsequences: false)[0]
        guard !target.isEmpty, !link.contains("://") else { continue }
        #expect(Project.exists("\(folder)/\(target)"), "\(page) links to \(link)")
      }
    }
  }

  @Test func `the architecture names every target, and no other`() throws {
    let manifest = try Project.text("Package.swift")
    let page = try Project.text("docs/ARCHITECTURE.md")
    let targets = manifest.matches(
      of: #"\b(?:target|executableTarget|systemLibrary|plugin)\(\s*name: "([^"]+)""#
    )
    #expect(targets.count > 15)
    for target in targets where target != "TestSupport" {
      #expect(page.contains("`\(target)`"), "\(target)")
    }
    for module in page.matches(of: #"^\| `([A-Za-z-]+)` \|"#) {
      #expect(targets.contains(module), "\(module)")
    }
  }

  @Test func `generated pages are as they would be written now`() throws {
    let rules = BuiltInRules.load().rules
    let pages = GeneratedDocs.pages(for: rules)
    for page in pages {
      #expect(try Project.text(page.path) == page.text, "\(page.path): write it with make docs")
    }
    let written = try Project.files(below: GeneratedDocs.rulesFolder, "")
    #expect(Set(written).isSubset(of: Set(pages.map(\.path))))
  }

  @Test func `a rule's file is named after it, in the folder of its family`() throws {
    let rules = BuiltInRules.load().rules
    #expect(try rules.count == Project.files(below: "rules", ".yaml").count)
    for rule in rules {
      #expect(rule.file.path == "rules/\(rule.family)/\(rule.id).yaml")
      #expect(rule.id.hasPrefix(rule.family + "-"), "\(rule.id)")
      #expect(RuleIndex.families.contains { $0.id == rule.family }, "\(rule.id)")
      #expect(!rule.rationale.isEmpty && !rule.examples.isEmpty, "\(rule.id)")
    }
  }

  @Test func `the README counts the rules there are`() throws {
    let rules = BuiltInRules.load().rules
    let onChanges = rules.count { rule in
      rule.family == "chg" || rule.variants.contains { $0.kind == "change" }
    }
    let words = try Project.text("README.md").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(words.contains("It has \(rules.count) rules,"))
    #expect(words.contains("\(rules.count - onChanges) on a design ("))
    #expect(words.contains("and \(onChanges) on what a change does to one"))
  }

  @Test func `one version is named everywhere`() throws {
    let version = Release.version
    let action = try Project.text("action.yml")
    #expect(action.contains("default: \(version)\n"))
    for path in [".pre-commit-hooks.yaml", "docs/ci.md"] {
      let named = try Project.text(path).matches(of: #"(?:orglint[:@]|rev: )v([0-9.]+[0-9])"#)
      #expect(!named.isEmpty && named.allSatisfy { $0 == version }, "\(path)")
    }
  }

  @Test func `the guide shows the files that init writes`() throws {
    let guide = try Project.text("docs/ci.md")
    for file in [StarterFile.workflow, .hooks] {
      #expect(guide.contains(file.text), "\(file.path)")
    }
  }
}
