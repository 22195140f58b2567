import Foundation
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
    let run = try Run(arguments: text(folder, "arguments"), in: workingDirectory(of: folder))
    for (file, actual) in [
      ("stdout", run.output), ("stderr", run.errors), ("exit", "\(run.status)\n"),
    ] {
      let expected = (try? text(folder, file)) ?? ""
      guard actual != expected else { continue }
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try Data(actual.utf8).write(to: folder.appending(path: file))
        Issue.record("recorded \(name)/\(file); read it, then run again")
      } else {
        #expect(actual == expected, "\(name)/\(file)")
      }
    }
  }

  @Test func `the README shows the report of a sample`() throws {
    let readme = try text(EndToEndTests.root, "README.md")
    let report = try text(EndToEndTests.folder, "cases/sample-overlapping-pockets/stdout")
    #expect(readme.contains("```text\n\(report)```\n"), "copy the case's stdout into README.md")
  }

  private func workingDirectory(of folder: URL) -> URL {
    let own = folder.appending(path: "in")
    return FileManager.default.fileExists(atPath: own.path()) ? own : EndToEndTests.root
  }

  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}

/// One run of the program, in an environment without anything of the user's.
struct Run {
  let status: Int32
  let output: String
  let errors: String

  init(arguments: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = Run.program
    process.arguments = arguments.split(separator: "\n").map(String.init)
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    process.standardInput = FileHandle.nullDevice
    // Files, and not pipes: a full pipe would block the program.
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (output, errors) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = try String(contentsOf: output, encoding: .utf8)
    self.errors = try String(contentsOf: errors, encoding: .utf8)
  }

  /// The program stands beside the tests.
  private static let program: URL = {
    let tests = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let folder = tests ?? URL(filePath: CommandLine.arguments[0])
    return folder.deletingLastPathComponent().appending(path: "orglint")
  }()
}
