import ArgumentParser
import CELConformance
import Foundation

/// The command that runs the conformance suite of the expression language.
struct CELConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cel-conformance",
    abstract: "Run the conformance suite of the expression language.",
    discussion: "Prints a line for each file of the suite and ends with 1 when a test fails."
  )

  @Argument(help: "The suite in its JSON form.")
  var file: String

  @Flag(help: "Print each test that fails, and why files are left out.")
  var verbose = false

  func run() throws {
    let suite = try ConformanceSuite(json: try Data(contentsOf: URL(filePath: file)))
    let report = suite.run()
    for file in report.files {
      print("\(file.name): \(file.passed) passed, \(file.failed) failed, \(file.leftOut) left out")
    }
    if verbose {
      for (title, problem) in report.failures { print("\(title): \(problem)") }
      for (file, reason) in ConformanceSuite.leftOut.sorted(by: { $0.key < $1.key }) {
        print("\(file) is left out: \(reason)")
      }
    }
    print("\(report.passed) passed, \(report.failed) failed, \(report.leftOut) skipped")
    if report.failed > 0 { throw ExitCode(1) }
  }
}
