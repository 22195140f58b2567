import Foundation
import SourceText
import YAMLSyntax

/// The documents of YAML as values of the types of JSON, as an editor's checker sees them.
func jsonValues(of yaml: String) -> [Any] {
  let file = parseYAML(Array(yaml.utf8), file: FileID(0))
  return file.documents.map { value(of: $0, in: file) }
}

private func value(of node: Int, in file: YAMLFile) -> Any {
  let node = file.resolved(node)
  switch file.nodes[node].kind {
  case .sequence: return file.children(of: node).map { value(of: $0, in: file) }
  case .mapping:
    let pairs = file.entries(of: node).map {
      (file.text(of: $0.key), value(of: $0.value, in: file))
    }
    return Dictionary(pairs) { first, _ in first }
  case .scalar, .alias:
    return switch file.scalar(node) {
    case .null: NSNull()
    case .bool(let bool): bool
    case .int(let int): int
    case .float(let float): float
    case .string: file.text(of: node)
    }
  }
}

/// The YAML files below a folder of the project, by path.
func yamlFiles(below folder: String) throws -> [(path: String, text: String)] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
  let base = root.appending(path: folder).standardizedFileURL
  let names = try FileManager.default.subpathsOfDirectory(atPath: base.path())
  return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
    (folder + "/" + $0, try String(contentsOf: base.appending(path: $0), encoding: .utf8))
  }
}
