import DesignGenerator
import Diagnostics
import Testing

struct GenerateDesignTests {
  /// The rules that every design of at least 1,000 people violates.
  private static let rules: Set = [
    "po-missing", "tl-missing", "pnl-overlap", "dec-path-too-deep", "inc-direct-conflict",
    "inc-lever-conflict", "ref-unresolved", "inc-weights-not-100", "hyg-role-vacant",
    "str-team-too-large",
  ]

  @Test(arguments: [
    (UInt64(7), "22285b189aa500101cd12f807d1c90f32b75f9658886f3f0fcfadff528abec2b"),
    (UInt64(8), "0fa4d9f195bcd00f39013a962a9eed52c403c640d94bcfe16c9337152e83e144"),
  ])
  func `gives the same bytes for a seed on every platform`(seed: UInt64, hash: String) {
    let files = GeneratedFiles(people: 1000, seed: seed)
    #expect(SHA256.hexadecimal(files.bytes) == hash)
  }

  @Test(arguments: [200, 1000, 2004, 2005, 10_000], DesignShape.allCases)
  func `takes about 230 bytes a person`(people: Int, shape: DesignShape) {
    let files = GeneratedFiles(people: people, seed: 3, shape: shape)
    #expect((200...260).contains(Double(files.bytes.count) / Double(people)))
    #expect(files.summary.bytes == files.bytes.count)
    #expect(files.summary.files == files.texts.count)
  }

  @Test(arguments: [200, 201, 999, 1000, 2004, 2005, 4321, 10_000])
  func `has exactly the people and products of its summary`(people: Int) {
    let files = GeneratedFiles(people: people, seed: 5)
    #expect(files.summary.people == people)
    #expect(Set(files.ids(in: "people")).count == people)
    #expect(files.ids(in: "people").count == people)
    #expect(Set(files.ids(in: "products")).count == files.summary.products)
  }

  @Test func `has at least 200 people`() {
    #expect(GeneratedFiles(people: 1, seed: 1).summary.people == 200)
  }

  @Test func `holds a division of at most 2000 people in a file`() {
    let files = GeneratedFiles(people: 10_000, seed: 1)
    #expect(files.texts.count == 6)
    for text in files.texts.values {
      #expect(text.split(separator: "\n").count { $0.contains("reports_to: ") } <= 2000)
      #expect(text.split(separator: "\n").count { $0 == "orglint: 1" } == 1)
    }
  }

  @Test(arguments: [
    // 32 groups, every third from the second; 330 groups; 3,300 groups, every eleventh.
    (1000, 11, 1...2), (10_000, 110, 11...11), (100_000, 300, 30...30),
  ])
  func `plants a known number of defects of each kind`(
    people: Int,
    total: Int,
    each: ClosedRange<Int>
  ) {
    let summary = generateDesign(people: people, seed: 7) { _, _ in }
    #expect(summary.planted.count == total)
    #expect(Set(summary.counts.keys) == Self.rules)
    #expect(summary.counts.values.allSatisfy(each.contains))
    #expect(summary.planted == summary.planted.sorted())
  }

  @Test(arguments: DesignShape.allCases)
  func `plants defects in entries that are there`(shape: DesignShape) {
    let files = GeneratedFiles(people: 4000, seed: 11, shape: shape)
    let sections = [
      "product": "products", "decision": "decisions", "metric": "metrics", "person": "people",
      "unit": "units",
    ].mapValues { Set(files.ids(in: $0)) }
    for defect in files.summary.planted {
      let parts = defect.target.split(separator: "/").map(String.init)
      #expect(sections[parts[0]]?.contains(parts[1]) == true, "\(defect)")
    }
  }

  @Test func `leaves out exactly the seats that are missing`() {
    let files = GeneratedFiles(people: 10_000, seed: 7)
    let text = files.texts.values.joined()
    func count(_ key: String) -> Int { text.split(separator: "\(key): ").count - 1 }
    let summary = files.summary
    #expect(count("product_owner") == summary.products - (summary.counts["po-missing"] ?? 0))
    #expect(count("technology_lead") == summary.products - (summary.counts["tl-missing"] ?? 0))
    #expect(count("vacant") == summary.counts["hyg-role-vacant"])
    #expect(count("headcount") == summary.counts["str-team-too-large"])
    #expect(count("dotted") == summary.counts["ref-unresolved"])
  }

  @Test func `shares one availability between 500 products`() {
    let files = GeneratedFiles(people: 16_000, seed: 1, shape: .generic)
    let shared = files.ids(in: "metrics").filter { $0.hasSuffix("availability") }
    #expect(files.summary.products > 500)
    #expect(shared.sorted() == ["pool-1-availability", "pool-2-availability"])
    let text = files.texts.values.joined()
    let incentives = text.split(separator: "metric: pool-1-availability,").count - 1
    #expect((1980...2000).contains(incentives))
  }

  @Test func `writes its summary as JSON`() {
    let summary = DesignSummary(
      people: 200,
      products: 6,
      files: 2,
      bytes: 10,
      planted: [
        PlantedDefect(rule: "po-missing", target: "product/a"),
        PlantedDefect(rule: "tl-missing", target: "product/b"),
      ]
    )
    #expect(
      summary.json == """
        {
          "people": 200, "products": 6, "files": 2, "bytes": 10,
          "planted": [
            { "rule": "po-missing", "target": "product/a" },
            { "rule": "tl-missing", "target": "product/b" }
          ]
        }

        """
    )
  }
}
