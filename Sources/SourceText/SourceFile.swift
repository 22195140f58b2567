/// The bytes of one file and the path it is shown by.
package struct SourceFile: Sendable {
  /// The path as findings show it: relative where possible, always with `/`.
  package let path: String

  /// The content as UTF-8, without a byte-order mark.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
