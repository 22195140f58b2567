import Foundation

/// The files of the project, as these tests read them.
enum Project {
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path())
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The files below a folder whose names end so, by paths below the root, sorted.
  static func files(below folder: String, _ suffix: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
      .filter { $0.hasSuffix(suffix) }.map { folder + "/" + $0 }.sorted()
  }

  static func sources() throws -> [String] { try files(below: "Sources", ".swift") }

  /// The pages that people read.
  static func pages() throws -> [String] {
    try [
      "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/README.md", "Sources/CEL/README.md",
    ]
      + files(below: "docs", ".md")
  }

  /// Every source file with its lines that are comments alone left empty.
  static let code: [(path: String, text: String)] = {
    guard let paths = try? sources() else { return [] }
    return paths.compactMap { path in
      guard let text = try? text(path) else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return (
        path, lines.map { $0.drop { $0 == " " }.hasPrefix("//") ? "" : $0 }.joined(separator: "\n")
      )
    }
  }()

  /// The places in code where a pattern occurs, as `path:line`.
  static func places(of pattern: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern)
    return code.flatMap { path, text in
      let whole = NSRange(text.startIndex..., in: text)
      return expression.matches(in: text, range: whole).compactMap { match in
        Range(match.range, in: text).map { range in
          "\(path):\(text[..<range.lowerBound].count { $0 == "\n" } + 1)"
        }
      }
    }
  }
}

extension String {
  /// What the first group of a pattern matches, everywhere in the text.
  func matches(of pattern: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
    else { return [] }
    let whole = NSRange(startIndex..., in: self)
    return expression.matches(in: self, range: whole).compactMap { match in
      Range(match.range(at: 1), in: self).map { String(self[$0]) }
    }
  }

  func contains(pattern: String) -> Bool {
    range(of: pattern, options: .regularExpression) != nil
  }
}
