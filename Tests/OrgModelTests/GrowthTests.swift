import Diagnostics
import OrgModel
import Testing

/// What a few lines must not make a lot of: the number and the size of what the reader says.
@Suite struct GrowthTests {
  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined()
  }

  @Test func `an unknown key that many entries merge is one problem`() {
    let keys = GrowthTests.lines(50) { "k\($0): 1, " }
    let entries = GrowthTests.lines(50) { "  p\($0): { <<: *b }\n" }
    let reading = Reading("orglint: 1\nx-b: &b { \(keys)k: 1 }\npeople:\n\(entries)")
    #expect(reading.unknownKeys.count == 51)
    #expect(reading.graph.problems.unknownKeys.allSatisfy { $0.entries == 50 })
    #expect(reading.unknownKeys.first == "2:11 person/p0 k0 -")
  }

  @Test func `a wrong value that many entries have by an alias is one problem`() {
    let entries = GrowthTests.lines(2000) { "  p\($0): { stage: *s }\n" }
    let reading = Reading("orglint: 1\nx-s: &s launched\nproducts:\n\(entries)")
    #expect(reading.problems.count == 1)
    #expect(reading.problems.first?.hasPrefix("yaml-value 4:16 'stage' of product 'p0' is") == true)
    #expect(reading.problems.first?.hasSuffix("; 1999 more values come from there") == true)
  }

  @Test func `one text in two fields is two problems`() {
    let reading = Reading(
      "orglint: 1\nproducts: { a: { stage: &s x }, b: { stage: *s, lifecycle: *s } }"
    )
    #expect(reading.problems.filter { $0.hasPrefix("yaml-value") }.count == 2)
  }

  @Test(arguments: [
    "people:\n  ? LONG\n  : { unit: [] , zz: 1, vacant: what }\n",
    "people: { ana: { ? LONG : 1 } }",
    "people: { ana: { reports_to: LONG, since: LONG, vacant: LONG, unit: LONG } }",
    "products: { app: { stage: LONG } }",
    "units: { u: { cost_split: { ? LONG : what } } }",
    "metrics: { m: { drives: { ? LONG : { zz: 1, effect: LONG } } } }",
    "decisions: { d: { steps: [{ by: LONG, as: LONG, after: [LONG] }] } }",
    "incentives: { ? LONG : [{ metric: LONG, zz: 1 }] }",
    "waivers: [{ target: LONG, until: LONG, zz: 1 }]",
    "orglint: LONG",
    "? LONG\n: 1",
  ])
  func `no message quotes a long text whole`(text: String) {
    let long = String(repeating: "long", count: 5000)
    let input = text.replacing("LONG", with: long)
    let reading = Reading(input.hasPrefix("orglint") ? input : "orglint: 1\n" + input)
    let graph = reading.graph
    let texts =
      graph.diagnostics.flatMap { [$0.message, $0.help ?? "", $0.discriminator] + $0.targets }
      + graph.problems.references.flatMap { [$0.holder, $0.field, $0.value] }
      + graph.problems.unknownKeys.flatMap { [$0.key, $0.holder, $0.path] }
    #expect(!texts.isEmpty)
    #expect(texts.map(\.utf8.count).max() ?? 0 < 1000)
  }

  @Test func `long texts that begin alike stay apart`() {
    let long = String(repeating: "long", count: 5000)
    let reading = Reading("orglint: 1\npeople:\n  ? \(long)a\n  : {}\n  ? \(long)b\n  : {}\n")
    #expect(reading.graph.count(.person) == 2)
    #expect(reading.graph.problems.duplicates.isEmpty)
    #expect(
      reading.problems == [
        "yaml-id 3:5 an id is longer than 128 characters",
        "yaml-id 5:5 an id is longer than 128 characters",
      ]
    )
  }

  @Test func `a file has no more problems than somebody reads`() {
    let reading = Reading("orglint: 1\npeople:\n" + GrowthTests.lines(5000) { _ in "  ? []\n" })
    #expect(reading.problems.count == 1001)
    #expect(
      reading.problems.last
        == "yaml-limit 1003:5 the file has more than 1000 errors; those from here on are not listed"
    )
    let ids = Reading("orglint: 1\npeople:\n" + GrowthTests.lines(5000) { "  \($0 + 1):\n" })
    #expect(ids.problems.count == 1001)
    #expect(ids.graph.diagnostics.allSatisfy { $0.severity == .info })
  }

  @Test func `many disagreeing organizations are one problem of bounded size`() {
    let files = (0..<300).map { ("f\($0).yaml", "orglint: 1\norganization: { name: o\($0) }") }
    let reading = Reading(
      Dictionary(uniqueKeysWithValues: files.map { ($0.0, Array($0.1.utf8)) })
    )
    #expect(reading.graph.problems.duplicates.map(\.places.count) == [100])
  }

  @Test func `the incentives of two holders in many documents are counted on`() {
    let documents = GrowthTests.lines(3) { _ in
      "---\norglint: 1\nincentives: { ana: [{ metric: m, z: 1 }], bo: [{ metric: m, z: 1 }] }\n"
    }
    #expect(
      Reading(documents).graph.problems.unknownKeys.map(\.holder) == [
        "incentive/ana/m", "incentive/bo/m", "incentive/ana/m/2", "incentive/bo/m/2",
        "incentive/ana/m/3", "incentive/bo/m/3",
      ]
    )
  }
}
