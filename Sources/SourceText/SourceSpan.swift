/// A file of a source set, by its position in the order of paths.
///
/// Files of a `SourceSet` are sorted by path (bytewise), so comparing two ids compares paths.
package struct FileID: Hashable, Comparable, Sendable {
  package let index: UInt32

  package init(_ index: Int) {
    self.index = UInt32(truncatingIfNeeded: index)
  }

  package static func < (first: FileID, second: FileID) -> Bool {
    first.index < second.index
  }
}

/// A half-open range of UTF-8 bytes in one source file.
package struct SourceSpan: Hashable, Comparable, Sendable {
  package let file: FileID
  package let start: UInt32
  package let end: UInt32

  package init(file: FileID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  package init(file: FileID, bytes: Range<Int>) {
    self.init(
      file: file,
      start: UInt32(truncatingIfNeeded: bytes.lowerBound),
      end: UInt32(truncatingIfNeeded: bytes.upperBound)
    )
  }

  /// The byte range, for indexing into the file's bytes.
  package var bytes: Range<Int> { Int(start)..<Int(end) }

  /// The order of findings: by file, then start, then end.
  package static func < (first: SourceSpan, second: SourceSpan) -> Bool {
    (first.file.index, first.start, first.end) < (second.file.index, second.start, second.end)
  }
}
