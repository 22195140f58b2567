import Diagnostics
import Reporting
import Testing

/// What a stranger wrote into a design stays text, whatever the format.
@Suite struct HostileTextTests {
  @Test(arguments: ReportFormat.allCases)
  func `no format prints a control or a mark of direction`(format: ReportFormat) {
    for scalar in rendered(format).unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control, "\(scalar.value)")
      #expect(scalar.properties.isHarmless, "\(scalar.value)")
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `no format completes a command of the older form`(format: ReportFormat) {
    let text = rendered(format)
    #expect(!text.contains("##["))
    #expect(!text.contains("##vso["))
  }

  @Test(arguments: ReportFormat.allCases)
  func `no line begins with a command but those of annotations`(format: ReportFormat) {
    let lines = rendered(format).split(whereSeparator: \.isNewline)
    let commands = lines.filter { $0.drop(while: \.isWhitespace).hasPrefix("::") }
    guard format == .github else {
      #expect(commands.isEmpty)
      return
    }
    #expect(commands.count == hostileTexts.count)
    for command in commands {
      #expect(command.prefixMatch(of: /::(error|warning|notice) file=/) != nil)
    }
  }

  @Test(arguments: [40, 80, 120, 400])
  func `no width starts a line with a text`(width: Int) {
    for color in [ColorMode.off, .ansi] {
      let options = RenderOptions(color: color, width: width, showSuppressed: true)
      let text = ReportFormat.text.render(SampleReport.hostile.report, options: options)
      let lines = text.split(separator: "\n").map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
      #expect(!lines.contains { $0.drop(while: \.isWhitespace).hasPrefix("::") })
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `every finding is still there`(format: ReportFormat) {
    let text = rendered(format)
    #expect(text.contains("at the start"))
    #expect(text.contains("desrever"))
  }

  private func rendered(_ format: ReportFormat) -> String {
    let options = RenderOptions(verbose: true, showSuppressed: true)
    return format.render(SampleReport.hostile.report, options: options)
  }
}

extension Unicode.Scalar.Properties {
  /// Whether the scalar neither turns the direction of text nor hides.
  fileprivate var isHarmless: Bool {
    generalCategory != .lineSeparator && generalCategory != .paragraphSeparator
      && (generalCategory != .format || isJoinControl)
  }
}
