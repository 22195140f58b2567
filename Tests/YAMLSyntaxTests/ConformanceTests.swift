import Foundation
import SourceText
import Testing
import YAMLSyntax

/// The public YAML test suite; the truth is what libyaml makes of each case.
@Suite struct ConformanceTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let name: String
    let in_yaml: String

    var testDescription: String { "\(id) \(name)" }
  }

  private static let folder = ProcessInfo.processInfo.environment["ORGLINT_SHARED"]

  private static let cases: [Case] = {
    guard let folder else { return [] }
    let path = "\(folder)/conformance/yaml-test-suite.json"
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
  }()

  @Test(.enabled(if: folder != nil, "ORGLINT_SHARED does not name the folder of the suites"))
  func `the suite has all its cases`() {
    #expect(Self.cases.count == 402)
  }

  @Test(
    .enabled(if: folder != nil, "ORGLINT_SHARED does not name the folder of the suites"),
    arguments: cases
  )
  func `each case gives what libyaml gives`(example: Case) {
    let bytes = Array(example.in_yaml.utf8)
    let events = LibYAMLEvents(bytes)
    let file = parseYAML(bytes, file: FileID(0))
    #expect(file.shapeFlaws == [])
    #expect(file.isComplete == events.isAccepted)
    if events.isAccepted {
      #expect(file.eventLines == events.lines)
    } else {
      let starts = events.lines.filter { $0 != "-" && $0 != "+DOC" }
      let kept = file.eventLines.filter { $0 != "-" && $0 != "+DOC" }
      #expect(starts.starts(with: kept), "kept nodes are those read first")
      let isExplained = file.problems.contains { $0.id == .syntax || $0.id == .encoding }
      #expect(isExplained && !file.problems.contains { $0.message.hasPrefix("this is not YAML") })
    }
    for node in file.nodes.indices where file.nodes[node].kind == .scalar {
      let text = file.scalarText(node)
      for offset in text.text.utf8.indices.enumerated().map(\.offset) {
        let place = text.span(of: offset..<offset + 1).bytes
        #expect(place.upperBound <= file.source.count && !place.isEmpty)
      }
    }
    #expect(file.comments().allSatisfy { bytes[$0.span.bytes].first == UInt8(ascii: "#") })
  }
}
