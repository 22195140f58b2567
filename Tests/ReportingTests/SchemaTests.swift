import Foundation
import Reporting
import TestSupport
import Testing

/// Formats against the schemas their consumers publish.
///
/// The schemas are not part of this repository; ORGLINT_SHARED names the folder that has them.
@Suite struct SchemaTests {
  static let shared = ProcessInfo.processInfo.environment["ORGLINT_SHARED"]

  @Test(
    .enabled(if: shared != nil, "ORGLINT_SHARED does not name the folder with the schemas"),
    arguments: SampleReport.all
  )
  func `SARIF fits its schema`(sample: SampleReport) throws {
    let schema = try schema("sarif-schema-2.1.0.json")
    for showSuppressed in [false, true] {
      let options = RenderOptions(showSuppressed: showSuppressed)
      let text = ReportFormat.sarif.render(sample.report, options: options)
      #expect(try schema.problems(in: text) == [])
    }
  }

  @Test(
    .enabled(if: shared != nil, "ORGLINT_SHARED does not name the folder with the schemas"),
    arguments: SampleReport.all
  )
  func `each entry for GitLab fits its schema`(sample: SampleReport) throws {
    let schema = try schema("gitlab-codequality-entry.json")
    let text = ReportFormat.gitlab.render(sample.report, options: RenderOptions())
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    )
    for entry in entries {
      let data = try JSONSerialization.data(withJSONObject: entry)
      #expect(try schema.problems(in: String(decoding: data, as: UTF8.self)) == [])
    }
  }

  @Test(.enabled(if: shared != nil, "ORGLINT_SHARED does not name the folder with the schemas"))
  func `the check finds what does not fit`() throws {
    let schema = try schema("sarif-schema-2.1.0.json")
    let text = #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": 1, "x": 2}}}]}"#
    #expect(try schema.problems(in: text).count == 2)
    #expect(try schema.problems(in: #"{"version": "3", "runs": []}"#).count == 1)
  }

  private func schema(_ name: String) throws -> JSONSchema {
    let folder = try #require(SchemaTests.shared)
    return try JSONSchema(file: URL(filePath: folder).appending(path: "schemas/\(name)"))
  }
}
