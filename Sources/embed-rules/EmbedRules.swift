import Foundation

/// Writes rule files as string literals: `embed-rules FOLDER OUTPUT FILE…`.
@main
struct EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, let output = arguments.dropFirst().first else {
      throw CocoaError(.fileNoSuchFile)
    }
    var lines = [
      "// swift-format-ignore-file",
      "/// The rule files, by their paths below the project's root.",
      "package enum EmbeddedRules {",
      "  package static let files: [(path: String, text: String)] = [",
    ]
    for path in arguments.dropFirst(2) {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let below = path.dropFirst(folder.count).drop { $0 == "/" }
      // Three number signs: no rule file has a quote with so many behind it.
      lines.append("    (\"rules/\(below)\", ###\"\"\"")
      lines.append(text)
      lines.append("\"\"\"###),")
    }
    lines += ["  ]", "}", ""]
    try lines.joined(separator: "\n").write(toFile: output, atomically: true, encoding: .utf8)
  }
}
