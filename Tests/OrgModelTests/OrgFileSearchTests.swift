import OrgModel
import SourceText
import Testing
import YAMLSyntax

/// Which files are org files: as the parser reads their first documents.
@Suite struct OrgFileSearchTests {
  @Test(arguments: [
    "orglint: 1", "orglint : 1\n", "\"orglint\": 1", "'orglint': 1", "{orglint: 1}",
    "{\"orglint\":1}", "{ \"people\": {},\n  \"orglint\": 1 }", "  orglint: 1\n  people: {}",
    "---\norglint: 1", "--- {orglint: 1}", "# design\n\n%YAML 1.2\n---\norglint: 1",
    "---\n---\norglint: 1", "people: {}\norglint: 1", "? orglint\n: 1", "!!map {orglint: 1}",
    "\"org\\x6cint\": 1", "? \"org\\\n  lint\"\n: 1", "x-b: &b { orglint: 1 }\n<<: *b",
    "x-k: &k orglint\n*k : 1", "\u{A0}orglint: 1", "org\u{AD}lint: 1", "\"orglint\\_\": 1",
    "orglint: 1\r\npeople: {}", "orglint:\n  1", "&a !x orglint: 1",
    // A file that is no YAML is what a person takes it for.
    "people: {\norglint: 1", "<<<<<<< HEAD\norglint: 1\n=======\n", "people: [\n\torglint: 1",
    "  people: [ }\n  orglint: 1", "{ \"orglint\": 1, ]", "orglint: 1\n\t: x",
  ])
  func `an org file says so at the top of its first document`(text: String) {
    #expect(likeness(text) == .orgFile)
  }

  @Test(arguments: [
    "", "orglint", "- orglint: 1", "jobs:\n  orglint:\n    run: x", "a: \"orglint: 1\"",
    "a: |\n  orglint: 1\n", "# orglint: 1\na: 1", "orglint:1", "a: 1\n---\norglint: 1",
    "\"orglint: 1\"", "{ jobs: { orglint: 1 } }", "orglints: 1", "? { orglint: 1 }\n: 1",
    "jobs: [ }\n  orglint: 1", "[orglint: 1]",
  ])
  func `the word elsewhere makes no org file`(text: String) {
    #expect(likeness(text) == .unlike)
  }

  @Test(
    arguments: [
      ("people: {}\nunits: {}", .like), ("{ people: {}, units: {} }", .like),
      ("waivers: []\norganization: {}", .like), ("metrics: {}", .slightlyLike),
      ("organization: { name: x, stage: y }", .slightlyLike),
      ("people: { ana: { reports_to: bo } }", .like), ("people:\n- ana: 1", .slightlyLike),
      ("incentives: { ana: [{ metric: nps }] }", .like),
      ("metrics: { cpu: { type: gauge, description: x, tags: [a] } }", .slightlyLike),
      ("spec: { people: { ana: { reports_to: bo } }, units: {} }", .unlike),
      ("\u{A0}people: {}\nunits\u{A0}: {}", .like), ("people: {}\npeople: {}", .slightlyLike),
    ] as [(String, OrgLikeness)]
  )
  func `sections make a file look like one`(text: String, expected: OrgLikeness) {
    #expect(likeness(text) == expected)
    #expect(OrgFileSearch.likeness(of: Array(text.utf8), countsSections: false) == .unlike)
  }

  /// Files of random keys in random styles: the search must say what the tree says.
  @Test func `the search says what the parser says`() {
    var random = SplitMix(seed: 7)
    var marked = 0
    for _ in 0..<4_000 {
      let text = file(&random)
      let yaml = parseYAML(Array(text.utf8), file: FileID(0))
      guard yaml.isComplete else { continue }
      let root = yaml.documents.first { !yaml.isNull($0) }
      let isOrgFile = root.map { yaml.value(named: "orglint", in: $0) != nil } ?? false
      #expect((likeness(text) == .orgFile) == isOrgFile, "\(text.debugDescription)")
      if isOrgFile { marked += 1 }
    }
    #expect(marked > 500)
  }

  private func likeness(_ text: String) -> OrgLikeness {
    OrgFileSearch.likeness(of: Array(text.utf8), countsSections: true)
  }

  private func file(_ random: inout SplitMix) -> String {
    let starts = [
      "", "# orglint: 1\n", "%YAML 1.1\n---\n", "---\n", "--- # x\n", "---\n---\n", "\n",
    ]
    let indent = String(repeating: " ", count: Int.random(in: 0...3, using: &random))
    let isFlow = Bool.random(using: &random)
    var lines: [String] = []
    for number in 0..<Int.random(in: 0...4, using: &random) {
      let key = key(number, &random)
      lines.append((isFlow ? "" : indent) + key + value(isFlow, indent, &random))
    }
    let body = isFlow ? "{" + lines.joined(separator: ",\n ") + "}" : lines.joined(separator: "\n")
    let end = ["", "\n", "\n...\n", "\n---\norglint: 1\n"].randomElement(using: &random) ?? ""
    return (starts.randomElement(using: &random) ?? "") + body + end
  }

  private func key(_ number: Int, _ random: inout SplitMix) -> String {
    let words = ["orglint", "people", "units", "x-a", "orglint\u{A0}", "org\u{200B}lint", "jobs"]
    let word = words.randomElement(using: &random) ?? ""
    let written = [
      word, "\"\(word)\"", "'\(word)'", "&a\(number) \(word)", "!!str \(word)",
      "\"\(word.replacing("o", with: "\\x6f"))\"", "\"\(word.replacing("g", with: "\\u0067"))\"",
      "? \(word)\n",
    ]
    return written.randomElement(using: &random) ?? ""
  }

  private func value(_ isFlow: Bool, _ indent: String, _ random: inout SplitMix) -> String {
    let flow = [": 1", " : 1", ": { orglint: 1 }", ": [orglint: 1]", ": \"orglint: 1\"", ":"]
    let block = ["\n\(indent)  orglint: 1", " |\n\(indent)  orglint: 1", " - x"].map { ":" + $0 }
    return (isFlow ? flow : flow + block).randomElement(using: &random) ?? ""
  }
}

/// A fixed stream of random numbers.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
