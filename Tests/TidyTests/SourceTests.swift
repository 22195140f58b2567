import Foundation
import Testing

/// What holds of every source file.
@Suite struct SourceTests {
  /// The targets of the manifest in their order, bottom to top, with what each depends on.
  private static func targets() throws -> [(name: String, dependencies: [String])] {
    let manifest = try Project.text("Package.swift")
    let list = manifest.components(separatedBy: "  targets: [")[1]
      .replacing(".plugin(name", with: ".target(name")
      .replacing(".systemLibrary(", with: ".target(")
    return list.components(separatedBy: "arget(").dropFirst().compactMap { declaration in
      guard let name = declaration.matches(of: #"name: "([^"]+)""#).first else { return nil }
      let rest = declaration.components(separatedBy: "dependencies: [").dropFirst().first ?? ""
      let own = rest.components(separatedBy: "\n    )")[0]
      return (name, own.matches(of: #""([A-Za-z-]+)""#))
    }
  }

  @Test func `a target depends only on targets above it`() throws {
    let targets = try SourceTests.targets()
    let names = targets.map(\.name)
    #expect(names.count > 20)
    for (index, target) in targets.enumerated() {
      for dependency in target.dependencies where names.contains(dependency) {
        #expect(names[..<index].contains(dependency), "\(target.name) on \(dependency)")
      }
    }
  }

  @Test func `the expression language imports nothing`() throws {
    for path in try Project.files(below: "Sources/CEL", ".swift") {
      #expect(
        try Project.text(path).matches(of: #"^(?:public |package )?import (\w+)"#) == [],
        "\(path)"
      )
    }
  }

  @Test func `reports know no rules, and rules know no reports`() throws {
    for path in try Project.files(below: "Sources/Reporting", ".swift") {
      let imports = try Project.text(path).matches(of: #"^(?:package )?import (\w+)"#)
      #expect(Set(imports).isSubset(of: ["Diagnostics", "SourceText"]), "\(path)")
    }
    for path in try Project.files(below: "Sources/Linting", ".swift") {
      #expect(!(try Project.text(path).contains("import Reporting")), "\(path)")
    }
  }

  /// The only modules that touch the world: the command line, and the tools of the project itself.
  private static let doors = [
    "OrgLintCLI", "orglint", "orglint-dev", "embed-rules", "CELConformance",
  ]

  /// The C library for its memory; and a seed that no result depends on, against chosen collisions.
  private static let exceptions = [
    "Sources/YAMLSyntax/EventStream.swift", "Sources/OrgModel/Graph/SymbolTable.swift",
  ]

  @Test(arguments: [
    #"\bFileManager\b"#, #"\bFileHandle\b"#, #"\bProcessInfo\b"#, #"\bSubprocess\b"#, #"\bDate\("#,
    #"\breadLine\("#, #"\bgetenv\("#, #"\bURLSession\b"#, #"(?<![\w.])print\("#,
    #"import (Foundation|FoundationEssentials|Glibc|Darwin)\b"#, #"\brandom(Element)?\("#,
  ])
  func `input, output, clock and environment stay in the command line`(pattern: String) throws {
    let places = try Project.places(of: pattern).filter { place in
      let path = String(place.prefix { $0 != ":" })
      let module = String(path.split(separator: "/")[1])
      return !SourceTests.doors.contains(module) && !SourceTests.exceptions.contains(path)
    }
    #expect(places == [])
  }

  @Test func `unsafe code is in two files`() throws {
    let places = try Project.places(of: #"\bunsafe\b|\bUnsafe"#)
    let files = Set(places.map { $0.prefix { $0 != ":" } })
    #expect(
      files == ["Sources/YAMLSyntax/EventStream.swift", "Sources/OrgLintCLI/FilePlace.swift"]
    )
  }

  @Test(arguments: [
    "@unchecked", #"nonisolated\(unsafe\)"#, "try!", #"\bas!"#, #"\bfatalError\("#,
    #"\b(assertion|precondition)Failure\("#, #"swiftlint:|swift-format-ignore(?!-file)"#,
  ])
  func `nothing can trap, and no check is silenced`(pattern: String) throws {
    #expect(try Project.places(of: pattern) == [])
  }

  @Test func `the formatter forbids what a pattern cannot see`() throws {
    let rules = try Project.text(".swift-format")
    for rule in ["NeverForceUnwrap", "NeverUseForceTry", "NeverUseImplicitlyUnwrappedOptionals"] {
      #expect(rules.contains("\"\(rule)\": true"))
    }
  }

  @Test func `types and functions of modules are documented`() throws {
    let declaration =
      #"^\s*(?:@\w+ )*package (?:static |mutating |indirect )*"#
      + #"(?:(?:struct|enum|class|protocol|typealias) |func (?!<|==|next\())"#
    for path in try Project.sources() {
      let lines = try Project.text(path).components(separatedBy: "\n")
      for (index, line) in lines.enumerated()
      where line.contains("package ") && line.contains(pattern: declaration) {
        let above = lines[..<index].last { !$0.contains(pattern: #"^\s*[@#]"#) } ?? ""
        #expect(above.contains(pattern: #"^\s*///"#), "\(path):\(index + 1): \(line)")
      }
    }
  }
}
