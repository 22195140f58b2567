import Foundation
import TestSupport
import Testing

/// A folder with files in it, in which the program is run as a user would.
final class Orglint: Sendable {
  let folder: URL

  /// Makes the folder, with a repository's root in it.
  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "orglint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: ".git"),
      withIntermediateDirectories: true
    )
    for (path, text) in files { try write(path, text) }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func write(_ path: String, _ text: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: path).path(percentEncoded: false),
      withDestinationPath: target
    )
  }

  /// Makes a pipe that nobody writes to, so that whoever reads it waits without end.
  func pipe(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["mkfifo", folder.appending(path: path).path(percentEncoded: false)]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs the program in the folder, or in one below it.
  func run(
    _ arguments: String...,
    in subfolder: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, in: subfolder, environment: environment)
  }

  /// Runs the program in the folder, or in one below it.
  func run(
    _ arguments: [String],
    in subfolder: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let run = try ProgramRun(
      arguments,
      in: folder.appending(path: subfolder),
      environment: environment
    )
    return Outcome(status: run.status, output: run.output, errors: run.errors)
  }
}
