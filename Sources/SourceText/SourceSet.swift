/// All files of one run, in the order of their paths (bytewise).
package struct SourceSet: Sendable {
  package let files: [SourceFile]

  /// Sorts the files by path; a file id is the position in that order.
  package init(_ files: [SourceFile]) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private init(inOrder files: [SourceFile]) {
    self.files = files
  }

  /// Returns the set with further files behind its own, whose ids stay as they are.
  package func appending(_ further: [SourceFile]) -> SourceSet {
    SourceSet(inOrder: files + further)
  }

  package subscript(file: FileID) -> SourceFile {
    files[Int(file.index)]
  }

  /// The ids of all files, in order.
  package var ids: [FileID] { files.indices.map(FileID.init) }

  /// Returns the text of a span; bytes that are no UTF-8 become U+FFFD.
  package func text(of span: SourceSpan) -> String {
    let bytes = self[span.file].bytes
    return String(decoding: bytes[span.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
