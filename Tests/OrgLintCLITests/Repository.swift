import Foundation
import Testing

/// A git repository with a design in it, on the branch `main`.
struct Repository {
  let orglint: Orglint

  /// Commits the files, with fixed names and dates.
  init(_ files: [String: String]) throws {
    orglint = try Orglint(files)
    try git("init", "-q", "-b", "main")
    try commit()
  }

  func commit() throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", "a state of the design")
  }

  func git(_ arguments: String...) throws {
    try git(arguments, in: "")
  }

  /// Runs git in the repository's folder, or in one below it; returns what it printed.
  @discardableResult
  func git(_ arguments: [String], in subfolder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = orglint.folder.appending(path: subfolder)
    process.environment = Repository.environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
    let text = String(decoding: printed, as: UTF8.self)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func run(_ arguments: String...) throws -> Orglint.Outcome {
    try orglint.run(arguments, environment: Repository.environment)
  }

  /// What git needs to run anywhere, and nothing of whoever runs the tests.
  static let environment: [String: String] = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "test", "GIT_AUTHOR_EMAIL": "test@example.com",
    "GIT_COMMITTER_NAME": "test", "GIT_COMMITTER_EMAIL": "test@example.com",
  ]
}
