package import Diagnostics
package import SourceText

/// What a run found, in the form in which the next run over the same bytes finds it again.
package struct KeptRun: Sendable {
  /// Without pictures and without a base.
  package var report: Report

  /// How many entries of the baseline matched nothing.
  package var staleEntries: Int

  package init(_ report: Report, staleEntries: Int) {
    self.report = report
    self.staleEntries = staleEntries
  }

  /// What every entry begins with; the number changes with what stands behind it.
  private static let signature = Array("orglint run 1\n".utf8)
  private static let digestSize = 32

  /// Returns the bytes to keep: signature, key, digest of the content, content.
  ///
  /// The files of the report are left out: who reads it again has them.
  package func entry(for key: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(staleEntries)
    writer.write(report)
    return KeptRun.signature + key + BLAKE2b.digest(of: writer.bytes) + writer.bytes
  }

  /// Reads an entry that anybody may have made; nil for one that is for another key, damaged, or
  /// says what no run says.
  ///
  /// - Parameters:
  ///   - sources: The files that the places of the report are in.
  ///   - version: The version of orglint, which is part of the key.
  package init?(entry: [UInt8], for key: [UInt8], sources: SourceSet, version: String) {
    var rest = entry[...]
    for part in [KeptRun.signature, key] {
      guard rest.starts(with: part) else { return nil }
      rest = rest.dropFirst(part.count)
    }
    let content = rest.dropFirst(KeptRun.digestSize)
    guard Array(rest.prefix(KeptRun.digestSize)) == BLAKE2b.digest(of: Array(content)) else {
      return nil
    }
    var reader = ByteReader(content, sources: sources)
    guard let staleEntries = try? reader.count(), let report = try? reader.report(version: version),
      reader.isAtEnd
    else { return nil }
    self.report = report
    self.staleEntries = staleEntries
  }
}
