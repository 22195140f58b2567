import ArgumentParser
import DesignGenerator
import Foundation

/// The command that writes an invented design for benchmarks.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Generate an invented design with known defects.",
    discussion: "Prints what was generated and what a check must find, as JSON."
  )

  @Option(help: "How many people; at least 200, at most 10,000,000.")
  var people = 10_000

  @Option(help: "Varies names, style and the place of the defects.")
  var seed: UInt64 = 1

  @Option(help: "ordinary, or generic: 500 products share their quality metrics.")
  var shape = DesignShape.ordinary

  @Option(name: .customLong("out"), help: "The folder to write to: new, or empty.")
  var folder: String

  func validate() throws {
    guard (200...10_000_000).contains(people) else {
      throw ValidationError("--people takes 200 to 10000000.")
    }
  }

  func run() throws {
    let folder = URL(filePath: folder, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Files of an earlier, larger design would become part of this one.
    guard
      try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        .isEmpty
    else {
      throw ValidationError("\(folder.path(percentEncoded: false)) is not empty.")
    }
    let summary = try generateDesign(people: people, seed: seed, shape: shape) { path, bytes in
      try Data(bytes).write(to: folder.appending(path: path))
    }
    print(summary.json, terminator: "")
  }
}

extension DesignShape: ExpressibleByArgument {}
