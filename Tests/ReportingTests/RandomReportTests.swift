import Diagnostics
import Reporting
import SourceText
import Testing

/// Reports over random bytes: rendering neither traps nor lets anything through.
@Suite struct RandomReportTests {
  /// Linear congruential generator with the constants of MMIX, so that runs repeat.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let pieces: [[UInt8]] =
    [
      "a", "key: ", "\n", "\r\n", "\r", "\t", "  ", "田中", "e\u{301}", "\u{301}", "👩‍💻", "\u{202E}",
      "::error::", "##[x]", "#", "\u{1B}[2J", "\u{0}", "\u{85}", "\u{2028}", "<script>", "]]>", "&",
      "\"",
      String(repeating: "long ", count: 60),
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0x80], [0xF0, 0x9F]]

  @Test(arguments: 0..<60)
  func `random sources render safely in every format`(seed: Int) {
    var random = Seeded(state: UInt64(seed))
    let report = report(&random)
    for format in ReportFormat.allCases {
      let width = Int.random(in: 40...120, using: &random)
      let text = format.render(report, options: RenderOptions(width: width, verbose: true))
      let isSafe = text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control && $0 != "\u{202E}"
      }
      #expect(isSafe, "\(format)")
      #expect(!text.contains("##["), "\(format)")
      guard format == .text else { continue }
      let frames = text.split(separator: "\n").filter { $0.contains(" | ") && !$0.contains("^") }
      #expect(frames.allSatisfy { displayWidth(String($0)) <= width })
    }
  }

  private func report(_ random: inout Seeded) -> Report {
    let files = (0..<3).map { index in
      let bytes = (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in
        RandomReportTests.pieces.randomElement(using: &random) ?? []
      }
      return SourceFile(path: "org/\(index).yaml", bytes: bytes)
    }
    let sources = SourceSet(files)
    let findings = (0..<8).map { index in
      Diagnostic(
        rule: index % 2 == 0 ? "ref-unresolved" : "po-missing",
        severity: .error,
        message: "message",
        primary: label(sources, &random),
        related: (0..<Int.random(in: 0...4, using: &random)).map { _ in label(sources, &random) },
        targets: ["product/\(index)"],
        relatedAreSteps: index % 3 == 0
      )
    }
    return Report(
      sources: sources,
      findings: findings.sorted { $0.primary.span < $1.primary.span },
      counts: .init(files: 3, people: 0, products: 0),
      version: "0.1.0"
    )
  }

  private func label(_ sources: SourceSet, _ random: inout Seeded) -> Label {
    let file = FileID(Int.random(in: 0..<3, using: &random))
    let count = sources[file].bytes.count
    let start = Int.random(in: 0...count + 2, using: &random)
    let end = start + Int.random(in: 0...30, using: &random)
    return Label(SourceSpan(file: file, bytes: start..<end), "some words of a label")
  }
}
