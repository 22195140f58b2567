import Foundation
import Testing

/// Compares text with the file of that name beside the tests.
///
/// With UPDATE_GOLDEN=1 it writes the file instead and fails, so that no run that recorded passes.
func expectGolden(
  _ actual: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != "1" else {
    try Data(actual.utf8).write(to: file)
    Issue.record("recorded \(name); read it, then run again", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(actual == expected, "golden file \(name)", sourceLocation: sourceLocation)
}
