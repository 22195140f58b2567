import Foundation

/// The file of a name beside the tests, for comparing with what the program printed.
///
/// With UPDATE_GOLDEN=1 it writes what was printed and gives another text, so that no run that
/// recorded passes.
func golden(_ name: String, _ printed: String) throws -> String {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != "1" else {
    try Data(printed.utf8).write(to: file)
    return "recorded \(name); read it, then run again"
  }
  return try String(contentsOf: file, encoding: .utf8)
}

/// The project's folder.
let projectRoot = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
