import CELConformance
import Foundation
import Testing

@Suite struct ConformanceTests {
  static let shared = ProcessInfo.processInfo.environment["ORGLINT_SHARED"]

  @Test(.enabled(if: shared != nil, "ORGLINT_SHARED doesn't name the folder of the suite"))
  func `passes the language's own tests`() throws {
    let file = URL(filePath: Self.shared ?? "").appending(path: "conformance/cel-conformance.json")
    let suite = try ConformanceSuite(json: try Data(contentsOf: file))
    let report = suite.run()
    #expect(report.failures.map { "\($0.title): \($0.problem)" } == [])
    #expect(report.passed == 1_645)
    #expect(report.passed + report.leftOut == suite.tests.count)
    for (name, _) in ConformanceSuite.leftOut {
      #expect(report.files.contains { $0.name == name }, "\(name) is left out and not there")
    }
    try expectFailures(ofAltered: suite)
  }

  /// Makes every seventh expectation wrong and expects just those tests to fail.
  private func expectFailures(ofAltered suite: ConformanceSuite) throws {
    let wrong = try ConformanceSuite(json: Data(Self.wrongExpectations.utf8)).tests
    var suite = suite
    suite.tests = suite.tests.filter { ConformanceSuite.reasonToLeaveOut($0) == nil }
    var altered: [String] = []
    for position in stride(from: 0, to: suite.tests.count, by: 7) {
      let test = suite.tests[position]
      suite.tests[position].expectation = Self.altered(test.expectation, by: wrong)
      altered.append(test.title)
    }
    #expect(suite.run().failures.map(\.title) == altered)
  }

  /// Returns an expectation of the same form that can't be met.
  private static func altered(
    _ expectation: ConformanceTest.Expectation,
    by wrong: [ConformanceTest]
  ) -> ConformanceTest.Expectation {
    switch expectation {
    case .value: wrong[0].expectation
    case .typed(let value, _): .typed(value, type: "no_such_type")
    case .failure, .other: wrong[1].expectation
    }
  }

  /// Two tests whose expectations nothing in the suite meets.
  private static let wrongExpectations = test(
    "1",
    #"{"value": {"string": "never"}}"#,
    and: #"{"value": {"int": "-77"}}"#
  )

  @Test(arguments: [
    ("1", #"{"value": {"int": "1"}}"#, true), ("1", #"{"value": {"int": "2"}}"#, false),
    ("1", #"{"value": {"uint": "1"}}"#, false), ("1", #"{"value": {"double": "1.0"}}"#, false),
    ("1", #"{"eval_error": [{"message": "x"}]}"#, false), ("1/0", #"{"eval_error": []}"#, true),
    ("1/0", #"{"value": {"int": "0"}}"#, false), ("-0.0", #"{"value": {"double": "0.0"}}"#, false),
    ("0.0/0.0", #"{"value": {"double": "NaN"}}"#, true), ("nope", #"{"eval_error": []}"#, false),
    ("[1,2]", #"{"value": {"list": [{"int": "2"}, {"int": "1"}]}}"#, false),
    ("[1,2]", #"{"value": {"list": [{"int": "1"}]}}"#, false),
    (
      "{1:2,3:4}",
      #"{"value": {"map": [[{"int": "3"}, {"int": "4"}], [{"int": "1"}, {"int": "2"}]]}}"#, true
    ),
    ("{1:2}", #"{"value": {"map": [[{"uint": "1"}, {"int": "2"}]]}}"#, false),
    ("{1:2}", #"{"value": {"map": []}}"#, false), ("int", #"{"value": {"type": "uint"}}"#, false),
    ("b'a'", #"{"value": {"bytes": "YQ=="}}"#, true),
    ("b'a'", #"{"value": {"string": "a"}}"#, false),
    (
      "[1]",
      #"{"typed_result": {"result": {"list": [{"int": "1"}]}, "deduced_type": "list(int)"}}"#, true
    ),
    (
      "[1]",
      #"{"typed_result": {"result": {"list": [{"int": "1"}]}, "deduced_type": "list(uint)"}}"#,
      false
    ),
    ("[1]", #"{"typed_result": {"result": {"list": []}, "deduced_type": "list(int)"}}"#, false),
  ])
  func `compares values, types and failures strictly`(
    expression: String,
    expectation: String,
    passes: Bool
  ) throws {
    let suite = try ConformanceSuite(
      json: Data(Self.test(expression, expectation, and: expectation).utf8)
    )
    #expect(suite.run().passed == (passes ? 2 : 0))
  }

  private static func test(
    _ expression: String,
    _ expectation: String,
    and other: String
  ) -> String {
    let tests = [expectation, other].map {
      #"{"file": "f", "section": "s", "name": "n", "expr": "\#(expression)", "container": "", "#
        + #""disable_check": false, "check_only": false, "type_env": [], "bindings": {}, "#
        + #""expect": \#($0), "needs_proto": false}"#
    }
    return #"{"tests": [\#(tests.joined(separator: ","))]}"#
  }
}
