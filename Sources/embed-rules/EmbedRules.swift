import Foundation
import SourceText
import YAMLSyntax

/// Writes rule files as string literals, with their YAML read: `embed-rules FOLDER OUTPUT FILE…`.
///
/// Read is what stands before the examples, which are most of a file and which no check needs.
@main
struct EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, let output = arguments.dropFirst().first else {
      throw CocoaError(.fileNoSuchFile)
    }
    var lines = [
      "// swift-format-ignore-file",
      "extension EmbeddedRule {",
      "  static let all = [",
    ]
    for path in arguments.dropFirst(2) {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let (head, tree) = try head(of: bytes, path)
      lines += [
        "    EmbeddedRule(",
        "      path: \"rules/\(path.dropFirst(folder.count).drop { $0 == "/" })\",",
        "      head: \(literal(head.source)),",
        "      rest: \(literal(bytes[head.source.count...])),",
        "      tree: \(literal(tree.utf8)),",
        "      decoded: \(literal(head.decoded))",
        "    ),",
      ]
    }
    lines += ["  ]", "}", ""]
    try lines.joined(separator: "\n").write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// Returns the file up to its examples, if they stand last, and its tree.
  private static func head(of bytes: [UInt8], _ path: String) throws -> (YAMLFile, String) {
    var file = parseYAML(bytes, file: FileID(0))
    if let root = file.documents.first, let last = Array(file.entries(of: root)).last,
      file.isScalar(last.key, "examples")
    {
      file = parseYAML(Array(bytes[..<Int(file.nodes[last.key].start)]), file: FileID(0))
    }
    guard let tree = TreeArchive.text(of: file) else {
      let problem = file.problems.first
      let line = LineTable(bytes).line(at: Int(problem?.span.start ?? 0))
      throw Unreadable(
        description: "\(path):\(line): "
          + (problem?.message ?? "a rule file is one document without aliases and tags")
      )
    }
    return (file, tree)
  }

  /// Why a rule file cannot be put into the program.
  private struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// Three number signs: no rule file has a quote with so many behind it.
  private static func literal(_ bytes: some Sequence<UInt8>) -> String {
    "###\"\"\"\n\(String(decoding: Array(bytes), as: UTF8.self))\n\"\"\"###"
  }
}
