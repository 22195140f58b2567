import Foundation
import TestSupport
import Testing

/// The program as users run it, against what it printed when somebody last read it.
///
/// A case is a folder: `arguments`, one a line; `stdout`, `stderr` and `exit`; and perhaps `in`, the
/// folder it runs in, which is else the project's root. UPDATE_GOLDEN=1 writes what differs and
/// fails, so that no run that recorded passes.
@Suite struct EndToEndTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = folder.appending(path: "../..").standardizedFileURL

  static let cases: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "cases").path()
    )
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func `there are cases`() {
    #expect(EndToEndTests.cases.count > 20)
  }

  @Test(arguments: cases)
  func `a run prints what it printed`(name: String) throws {
    let folder = EndToEndTests.folder.appending(path: "cases/\(name)")
    let directory = workingDirectory(of: folder)
    let run = try ProgramRun(
      text(folder, "arguments").split(separator: "\n").map(String.init),
      in: directory,
      // Wherever the project lies, paths count from the case's own folder.
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "CI_PROJECT_DIR": directory.path(),
      ]
    )
    for (file, actual) in [
      ("stdout", run.output), ("stderr", run.errors), ("exit", "\(run.status)\n"),
    ] {
      let expected = (try? text(folder, file)) ?? ""
      guard stable(actual) != stable(expected) else { continue }
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try Data(actual.utf8).write(to: folder.appending(path: file))
        Issue.record("recorded \(name)/\(file); read it, then run again")
      } else {
        #expect(stable(actual) == stable(expected), "\(name)/\(file)")
      }
    }
  }

  @Test func `the README shows the report of a sample`() throws {
    let readme = try text(EndToEndTests.root, "README.md")
    let report = try text(EndToEndTests.folder, "cases/sample-overlapping-pockets/stdout")
    #expect(
      stable(readme).contains("```text\n\(stable(report))```\n"),
      "copy the case's stdout into README.md"
    )
  }

  /// The text without how many rules there are, which no case is about.
  private func stable(_ text: String) -> String {
    text.replacing(/[0-9]+ rules? not checked/, with: "rules not checked")
  }

  private func workingDirectory(of folder: URL) -> URL {
    let own = folder.appending(path: "in")
    return FileManager.default.fileExists(atPath: own.path()) ? own : EndToEndTests.root
  }

  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
