import Foundation
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

/// What `DirectReader` accepts gives the very tree that libyaml gives; else it gives up.
@Suite struct DirectReaderTests {
  /// Texts that are read directly.
  private static let plain = [
    "", "\n\n# only a comment\n", "a: 1", "a: 1 # note\nb:\n\nc: x#y\n",
    "a:\n  b: c d  \n  e:\n    f: -1\n  g: 'it'\nh: \"é \" # é\n",
    "- a\n-\n- - b\n  -\n  - c: d\n    e: f\n-\n  g: h\n",
    "a:\n- b\n- c: d\n  e:\n  - f\ng:\n  - h\n",
    "a: { b: c, 'd': \"e\", f: [g, -1.5, {h: }, [], {}, ], i: , j: k:l }\n",
    "a: [\n  b, # c\n# d\n  e\n]\nf: { g:\n h }\n",
    "a :  b\n'c' : \"d\"\n\"e\":\n  f: g\n",
    "{ a: b }\n", "[a, b]\n# c", "  a: b\n  c: d\n",
    "name: José 李 😀\n", "a: b:c", "a: -b",
    "# c\n--- # d\na: b\n", "---\n- a\n",
    "a: |\n  b\n\n   c\n  d  \n\n\ne: >\n\n\n  f\n  g\n\n  h\n   i\n  j\n\n\n  k\n# l\nm: n\n",
    "a: |- # b\n   c # d\n   e: f\n\n \n# g\nh:\n- >+\n i\n j\n\n- |+\n k\n\n", "a: |\n b",
    "x: ~\ny: <<\nz: a?b !c &d *e |f >g %h @i `j\n",
  ]

  /// Texts that are left to libyaml, be they right or wrong.
  private static let other = [
    "a: |\n", "a: |2\n  b\n", "a: |\n   \n  b\n", "a: |\n  b\n     \n", "a: |\nb: c\n", "|\n a\n",
    "a: >x\n  b\n", "a: |#\n  b\n", "a: b\n  c\n", "a: 'b\n  c'\n", "a: 'it''s'\n", "a: \"\\n\"\n",
    "a: &x b\n", "a: *x\n", "a: !t b\n", "? a\n: b\n", "<<: {}\n", "--- a: b\n", "---\n",
    "---\na: b\n---\n", "a: b\n...\n",
    "%YAML 1.2\n---\na: b\n", "a:\tb\n", "a: b\r\n", "\u{FEFF}a: b\n", "a: b\u{85}c\n",
    "a: b\u{2028}c\n", "a: b: c\n", "a:\n  b: c\n d: e\n", "a:\n    b: c\n  d: e\n", "a: [b\n",
    "a: [b]]\n", "a: {b}\n", "a: [b: c]\n", "a: [b\n  c]\n", "a: 'b'c\n", "a: [,]\n", "- a\nb: c\n",
    "a: b\n- c\n", "a\n", "'a'\n", "a: - b\n", "a: @b\n", "a: {b: c,\n---\n}\n", "[a]: b\n",
    "a: {b: ?}\n", "a: {b:[]}\n",
    "\(String(repeating: "k", count: 1025)): v\n",
  ]

  @Test(arguments: plain)
  func `plain text is read directly, to the tree that libyaml gives`(text: String) throws {
    let bytes = Array(text.utf8)
    let direct = try #require(Self.direct(bytes))
    #expect(Self.difference(direct, bytes) == nil)
    #expect(direct.shapeFlaws == [])
  }

  @Test(arguments: other)
  func `all else is left to libyaml`(text: String) {
    #expect(Self.direct(Array(text.utf8)) == nil)
  }

  @Test func `too deep a nesting is left to libyaml`() {
    let text = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    #expect(Self.direct(Array("a: \(text)".utf8)) == nil)
    #expect(parse("a: \(text)").problems.first?.id == .limit)
  }

  @Test(arguments: [
    [0x61, 0x3A, 0x20, 0xFF], [0x61, 0x3A, 0x20, 0xC3], [0x61, 0x3A, 0x20, 0xC0, 0x80],
    [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], [0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80],
    [0x61, 0x3A, 0x20, 0x00], [0x61, 0x3A, 0x20, 0x7F], [0x61, 0x3A, 0x20, 0xE0, 0x80, 0x80],
  ])
  func `bytes that are no text are left to libyaml`(bytes: [UInt8]) {
    #expect(Self.direct(bytes) == nil)
    #expect(!parseYAML(bytes, file: FileID(0)).isComplete)
  }

  @Test(arguments: 0..<8)
  func `broken text is read as libyaml reads it, or not at all`(seed: Int) {
    var random = SplitMix(seed: seed)
    var accepted = 0
    for _ in 0..<Fuzz.rounds(4000) {
      var bytes = Array(Self.plain[random.below(Self.plain.count)].utf8)
      bytes += Array(Self.plain[random.below(Self.plain.count)].utf8)
      for _ in 0..<random.below(4) { Fuzz.mutate(&bytes, &random) }
      guard let direct = Self.direct(bytes) else { continue }
      accepted += 1
      let difference = Self.difference(direct, bytes)
      #expect(difference == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    #expect(accepted > 400, "too few texts are accepted for the test to say anything")
  }

  private static let folder = ProcessInfo.processInfo.environment["ORGLINT_SHARED"]

  @Test(.enabled(if: folder != nil, "ORGLINT_SHARED does not name the folder of the suites"))
  func `the YAML test suite is read as libyaml reads it, or not at all`() throws {
    let path = "\(Self.folder ?? "")/conformance/yaml-test-suite.json"
    let data = try #require(FileManager.default.contents(atPath: path))
    var accepted = 0
    for example in try JSONDecoder().decode([ConformanceTests.Case].self, from: data) {
      let bytes = Array(example.in_yaml.utf8)
      guard let direct = Self.direct(bytes) else { continue }
      accepted += 1
      #expect(Self.difference(direct, bytes) == nil, "\(example.id) \(example.name)")
    }
    #expect(accepted > 40)
  }

  private static func direct(_ bytes: [UInt8]) -> YAMLFile? {
    var builder = TreeBuilder(source: bytes, file: FileID(0), limits: .standard)
    return DirectReader.read(bytes, into: &builder) ? builder.finish(isComplete: true) : nil
  }

  /// What a tree and that of libyaml differ in; nil if they are the same.
  private static func difference(_ direct: YAMLFile, _ bytes: [UInt8]) -> String? {
    let expected = parseByLibYAML(bytes, file: FileID(0))
    guard expected.isComplete else { return "libyaml: \(expected.problems)" }
    guard direct.problems == expected.problems else { return "\(expected.problems)" }
    guard direct.nodes == expected.nodes else {
      return zip(direct.nodes, expected.nodes).first { $0 != $1 }.map { "\($0)\n\($1)" }
        ?? "\(direct.nodes.count) nodes, \(expected.nodes.count) by libyaml"
    }
    return direct.documents == expected.documents ? nil : "\(expected.documents)"
  }
}
