import Diagnostics
import OrgModel
import SourceText
import YAMLSyntax

/// A design read from texts, with all that the reader has to say.
struct Reading {
  let graph: OrgGraph

  /// Reads files byte for byte; the line `orglint: 1` is the test's own to write.
  init(_ files: [String: [UInt8]]) {
    let decoded = files.map { path, bytes in
      SourceFile(path: path, bytes: decodeSource(bytes, file: FileID(0)).bytes)
    }
    let sources = SourceSet(decoded)
    let parts = sources.ids.map { file in
      PartReader.read(parseYAML(sources[file].bytes, file: file), path: sources[file].path)
    }
    graph = joinParts(parts, sources: sources) { Array($0) == Array("TBD".utf8) }
  }

  init(_ text: String) {
    self.init(["org.yaml": Array(text.utf8)])
  }

  /// The diagnostics of the reader as `rule line:column message`, in order of their places.
  var problems: [String] {
    graph.diagnostics.sorted { $0.primary.span < $1.primary.span }.map { diagnostic in
      "\(diagnostic.rule) \(place(diagnostic.primary.span)) \(diagnostic.message)"
    }
  }

  /// The problems of references as `outcome line:column holder field value`, in order.
  var references: [String] {
    graph.problems.references.sorted { $0.span < $1.span }.map { problem in
      "\(problem.outcome.rawValue) \(place(problem.span)) \(problem.holder) \(problem.field) "
        + problem.value
    }
  }

  /// Unknown keys as `line:column holder path suggestion`, in order.
  var unknownKeys: [String] {
    graph.problems.unknownKeys.sorted { $0.span < $1.span }.map { key in
      "\(place(key.span)) \(key.holder) \(key.path) \(key.suggestion ?? "-")"
    }
  }

  /// Line and column from 1, the column in characters.
  func place(_ span: SourceSpan) -> String {
    let bytes = graph.sources[span.file].bytes
    let before = bytes[..<Int(span.start)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.filter { $0 == UInt8(ascii: "\n") }.count + 1
    return "\(line):\(String(decoding: bytes[start..<Int(span.start)], as: UTF8.self).count + 1)"
  }
}
