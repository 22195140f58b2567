package import Foundation

/// The conformance suite of the language, and what of it this library leaves out.
package struct ConformanceSuite: Decodable, Sendable {
  package var tests: [ConformanceTest]

  /// Reads a suite from its JSON form.
  package init(json: Data) throws {
    self = try JSONDecoder().decode(ConformanceSuite.self, from: json)
  }

  /// The files that are left out, with the reason.
  package static let leftOut: [String: String] = [
    "block_ext": "cel.@block is an output of optimizers, which no person writes",
    "dynamic": "conversions between protocol buffer messages",
    "encoders_ext": "base64 is of no use to conditions over an organization",
    "enums": "enumerations of protocol buffers",
    "network_ext": "addresses of networks are of no use to conditions over an organization",
    "proto2": "protocol buffer messages",
    "proto2_ext": "protocol buffer extensions",
    "proto3": "protocol buffer messages",
    "wrappers": "protocol buffer wrapper messages",
  ]

  /// Returns why a test is left out; nil for one that is run.
  package static func reasonToLeaveOut(_ test: ConformanceTest) -> String? {
    leftOut[test.file] ?? (test.needsProto ? "protocol buffer messages" : nil)
  }

  /// Runs the tests that are not left out.
  package func run() -> ConformanceReport {
    var report = ConformanceReport()
    for test in tests {
      if Self.reasonToLeaveOut(test) != nil {
        report.noteLeftOut(test)
      } else {
        report.note(test, problem: test.run())
      }
    }
    return report
  }
}

/// How the tests of a suite came out.
package struct ConformanceReport: Sendable {
  /// The counts for one file of the suite.
  package struct File: Sendable {
    package let name: String
    package var passed = 0
    package var failed = 0
    package var leftOut = 0
  }

  /// The files, in the order of the suite.
  package private(set) var files: [File] = []
  /// The titles of the tests that failed, each with what came out instead.
  package private(set) var failures: [(title: String, problem: String)] = []

  private mutating func count(_ test: ConformanceTest, _ change: (inout File) -> Void) {
    let position = files.firstIndex { $0.name == test.file } ?? files.count
    if position == files.count { files.append(File(name: test.file)) }
    change(&files[position])
  }

  mutating func noteLeftOut(_ test: ConformanceTest) { count(test) { $0.leftOut += 1 } }

  mutating func note(_ test: ConformanceTest, problem: String?) {
    count(test) {
      if problem == nil { $0.passed += 1 } else { $0.failed += 1 }
    }
    if let problem { failures.append((test.title, problem)) }
  }

  /// The number of tests that passed.
  package var passed: Int { files.reduce(0) { $0 + $1.passed } }
  /// The number of tests that failed.
  package var failed: Int { files.reduce(0) { $0 + $1.failed } }
  /// The number of tests that were left out.
  package var leftOut: Int { files.reduce(0) { $0 + $1.leftOut } }
}
