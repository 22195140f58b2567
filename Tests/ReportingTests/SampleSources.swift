import SourceText
import Testing

/// Files of a hand-made report, with spans found by what stands there.
struct SampleSources {
  let set: SourceSet

  init(_ files: [(path: String, text: String)]) {
    set = SourceSet(files.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) })
  }

  /// Returns the span of a text in a file, the first one after another text if given.
  func span(_ path: String, _ text: String, after anchor: String = "") -> SourceSpan {
    guard let file = set.ids.first(where: { set[$0].path == path }) else {
      Issue.record("no file \(path)")
      return SourceSpan(file: FileID(0), bytes: 0..<0)
    }
    let bytes = set[file].bytes
    let start = SampleSources.position(of: anchor, in: bytes, from: 0)
    let found = start.flatMap { SampleSources.position(of: text, in: bytes, from: $0) }
    guard let found else {
      Issue.record("no \(text) after \(anchor) in \(path)")
      return SourceSpan(file: file, bytes: 0..<0)
    }
    return SourceSpan(file: file, bytes: found..<found + text.utf8.count)
  }

  private static func position(of text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start + wanted.count <= bytes.count else { return nil }
    return (start...bytes.count - wanted.count).first {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
