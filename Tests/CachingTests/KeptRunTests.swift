import Diagnostics
import Reporting
import SourceText
import TestSupport
import Testing

@testable import Caching

@Suite struct KeptRunTests {
  private static let key = [UInt8](repeating: 7, count: 32)

  /// What stands before the content: signature, key and digest.
  private static let headSize = "orglint run 1\n".utf8.count + 32 + 32

  @Test func `what is kept is read again as it was`() throws {
    let run = try #require(KeptRunTests.read(KeptRunTests.entry))
    #expect("\(run.report)" == "\(KeptRunTests.report)")
    #expect(run.staleEntries == 3)
  }

  /// A field that is not written would silently be lost.
  @Test func `every field of a report is known to be written`() throws {
    let finding = try #require(KeptRunTests.report.findings.first)
    let suppressed = try #require(KeptRunTests.report.suppressed.first)
    // Not kept: sources, existing, version, silencing and illustration of a report, causes and changedPlace of
    // a finding. A new field changes a number here, and is written or stands in this list.
    #expect(fields(of: KeptRunTests.report) == 11)
    #expect(fields(of: finding) == 17)
    #expect(fields(of: finding.primary) == 4)
    #expect(fields(of: suppressed) == 6)
    #expect(fields(of: KeptRunTests.report.rules[0]) == 5)
    #expect(fields(of: KeptRunTests.report.coverage[0]) == 4)
    #expect(fields(of: KeptRunTests.report.notChecked[0]) == 2)
    #expect(fields(of: KeptRunTests.report.counts) == 3)
  }

  private func fields(of value: Any) -> Int { Mirror(reflecting: value).children.count }

  @Test func `an entry for another key is none`() {
    #expect(KeptRunTests.read(KeptRunTests.entry, key: [UInt8](repeating: 8, count: 32)) == nil)
  }

  @Test func `places outside the files are damage`() {
    let shorter = SourceSet([
      SourceFile(path: "a.yaml", bytes: Array("orglint: 1".utf8)),
      SourceFile(path: "b.yaml", bytes: []),
    ])
    #expect(KeptRunTests.read(KeptRunTests.entry, sources: shorter) == nil)
    #expect(KeptRunTests.read(KeptRunTests.entry, sources: SourceSet([])) == nil)
  }

  @Test func `every beginning of an entry is damage`() {
    for count in 0..<KeptRunTests.entry.count {
      #expect(KeptRunTests.read(Array(KeptRunTests.entry.prefix(count))) == nil)
    }
    for count in 0..<KeptRunTests.content.count {
      let content = Array(KeptRunTests.content.prefix(count))
      #expect(KeptRunTests.read(KeptRunTests.sealed(content)) == nil)
    }
  }

  @Test func `every flipped bit is damage`() {
    for index in KeptRunTests.entry.indices {
      var entry = KeptRunTests.entry
      entry[index] ^= 1 << UInt8(index % 8)
      #expect(KeptRunTests.read(entry) == nil)
    }
  }

  @Test func `what stands behind the content is damage`() {
    #expect(KeptRunTests.read(KeptRunTests.sealed(KeptRunTests.content + [0])) == nil)
  }

  @Test func `no count makes a reader take memory that the bytes do not fill`() {
    // Two to the power of 62 stale entries, and as many findings.
    let huge = [UInt8](repeating: 0xFF, count: 8) + [0x3F]
    for content in [huge, [0] + huge, [0x80], [UInt8](repeating: 0xFF, count: 40)] {
      #expect(KeptRunTests.read(KeptRunTests.sealed(content)) == nil)
    }
  }

  /// Whoever may write an entry can also give it the right digest.
  @Test(arguments: 0..<40)
  func `a forged entry is damage or a report that is shown safely`(seed: Int) {
    var random = SplitMix(seed: seed)
    var read = 0
    for _ in 0..<Fuzz.rounds(100) {
      var content = KeptRunTests.content
      for _ in 0...random.below(3) { KeptRunTests.change(&content, &random) }
      guard let run = KeptRunTests.read(KeptRunTests.sealed(content)) else { continue }
      read += 1
      guard read <= 5 else { continue }
      for format in ReportFormat.allCases {
        let options = RenderOptions(width: 80, verbose: true, showSuppressed: true)
        #expect(isSafe(format.render(run.report, options: options)), "\(format)")
      }
    }
    #expect(read > 0)
  }

  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.properties.generalCategory != .control && $0 != "\u{202E}"
    } && !text.contains("##[")
      && !text.split(separator: "\n").contains { $0.hasPrefix("::") && !$0.contains(" file=") }
  }

  /// Puts control characters, other numbers and other lengths anywhere.
  private static func change(_ content: inout [UInt8], _ random: inout SplitMix) {
    guard !content.isEmpty, random.below(3) > 0 else { return Fuzz.mutate(&content, &random) }
    let marks: [UInt8] = [0, 1, 2, 0x0A, 0x0D, 0x1B, 0x7F, 0x80, 0xFF]
    content[random.below(content.count)] = marks[random.below(marks.count)]
  }
}

// MARK: - What is kept

extension KeptRunTests {
  static let sources = SourceSet([
    SourceFile(path: "a.yaml", bytes: Array("orglint: 1\nproducts: { app: {} }\n".utf8)),
    SourceFile(path: "b.yaml", bytes: Array("orglint: 1\n".utf8)),
  ])

  static let report = Report(
    sources: sources,
    findings: [
      Diagnostic(
        rule: "po-missing",
        variant: "vacant",
        severity: .warning,
        message: "product 'app' has no owner — “niemand”",
        why: "nobody decides",
        help: "name one",
        primary: Label(span(0, 13..<21), "here"),
        related: [Label(span(1, 0..<7), "first", target: "product/app", isStep: true)],
        targets: ["product/app", "unit/labs"],
        discriminator: "2",
        identifiesAllTargets: true,
        elements: ["a", "b"],
        hides: 4,
        status: .existing,
        relatedAreSteps: true
      ),
      Diagnostic(
        rule: "tl-missing",
        severity: .info,
        message: "",
        primary: Label(span(1, 0..<11)),
        targets: []
      ),
    ],
    suppressed: [
      Report.Suppressed(
        finding: Diagnostic(
          rule: "po-missing",
          severity: .error,
          message: "silenced",
          primary: Label(span(0, 0..<0)),
          targets: ["product/old"]
        ),
        kind: .waiver,
        reason: "offer is out",
        owner: "bo",
        until: "2027-03-31",
        place: span(0, 1..<2)
      )
    ],
    coverage: [.init(family: "po", declared: 1, of: 2, text: "1 of 2 products has an owner")],
    notChecked: [.init(what: "dec", why: "no decisions declared")],
    rules: [
      RuleMetadata(
        id: "po-missing",
        family: "po",
        title: "a product without an owner",
        severity: .error,
        rationale: "Two\n\nparagraphs."
      )
    ],
    counts: .init(files: 2, people: 300, products: 70_000),
    version: "0.1.0"
  )

  static func span(_ file: Int, _ bytes: Range<Int>) -> SourceSpan {
    SourceSpan(file: FileID(file), bytes: bytes)
  }

  static let entry = KeptRun(report, staleEntries: 3).entry(for: key)
  static let content = Array(entry.dropFirst(headSize))

  /// The entry that says what somebody wants it to say.
  static func sealed(_ content: [UInt8]) -> [UInt8] {
    Array(entry.prefix(headSize - 32)) + BLAKE2b.digest(of: content) + content
  }

  static func read(
    _ entry: [UInt8],
    key: [UInt8] = key,
    sources: SourceSet = sources
  ) -> KeptRun? {
    KeptRun(entry: entry, for: key, sources: sources, version: "0.1.0")
  }
}
