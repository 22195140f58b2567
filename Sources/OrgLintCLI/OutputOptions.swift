import ArgumentParser
import Diagnostics
import Reporting

/// What the report looks like and where it goes.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The format: auto, \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      discussion: "auto is text, and inside GitHub Actions text with annotations and a summary."
    )
  )
  var format = "auto"

  @Option(help: "Write the report to a file.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write a further report, as in sarif=orglint.sarif; may be given several times.",
      valueName: "format=file"
    )
  )
  var report: [String] = []

  @Option(help: "When to color: auto, always or never.")
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Print the findings and the summary line alone.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Fold nothing, and show targets and fingerprints.")
  var verbose = false

  @Flag(help: "Show ids only: names and source lines are left out.")
  var redact = false

  @Flag(help: "Write suppressed findings into SARIF too.")
  var sarifIncludeSuppressed = false

  enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  func validate() throws {
    _ = try chosenFormat
    try checkPaths()
  }

  /// Two outputs to one file would leave one of them.
  private func checkPaths() throws {
    var taken: Set<String> = []
    for path in try paths {
      let destination = path == "-" ? nil : try? Destination(path)
      if destination?.isInPlace == true { continue }
      guard taken.insert(destination?.target ?? path).inserted else {
        throw ValidationError("'\(path)' is named for two outputs; each needs a file of its own")
      }
    }
  }

  /// Where reports are written to.
  private var paths: [String] {
    get throws { try reports.map(\.path) + [output].compactMap(\.self) }
  }

  /// Returns whether any report is in a format.
  func writes(_ format: ReportFormat) throws -> Bool {
    try chosenFormat == format || reports.contains { $0.format == format }
  }

  /// Writes the report wherever it was asked for.
  ///
  /// Of a change only what it brought is written, but for formats that tell the status.
  ///
  /// - Parameter failureThreshold: The least severity of a finding that fails the run, if any does.
  func write(
    _ whole: Report,
    command: String,
    isOfChange: Bool = false,
    failureThreshold: Severity?
  ) throws {
    func shown(_ format: ReportFormat) -> Report {
      isOfChange && !format.tellsStatus ? whole.ofChange : whole
    }
    var options = RenderOptions()
    options.verbose = verbose
    options.quiet = quiet
    options.redact = redact
    options.command = command
    options.failureThreshold = failureThreshold
    options.width = OutputOptions.width(toFile: output != nil)
    for path in try paths { try Destination(path).checkIsNotRead() }
    for (format, path) in try reports {
      var further = options.fit(for: format)
      further.showSuppressed = format == .sarif && sarifIncludeSuppressed
      try Console.write(format.render(shown(format), options: further), to: path)
    }
    let format = try chosenFormat ?? .text
    options.showSuppressed = format == .sarif && sarifIncludeSuppressed
    options.color = OutputOptions.colors(color, toFile: output != nil) ? .ansi : .off
    let text = format.render(shown(format), options: options.fit(for: format))
    if let output {
      try Console.write(text, to: output)
    } else {
      Console.write(text)
      if try chosenFormat == nil, isInActions { try annotate(shown(.github), options) }
    }
  }

  /// Nil for auto.
  private var chosenFormat: ReportFormat? {
    get throws {
      if format == "auto" { return nil }
      return try OutputOptions.format(named: format)
    }
  }

  private static func format(named name: String) throws -> ReportFormat {
    guard let format = ReportFormat(rawValue: name) else {
      let names = ReportFormat.allCases.map(\.rawValue)
      let nearest = NearestNames.of(name, among: names).first
      throw ValidationError(
        "there is no format '\(name)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ": \(names.joined(separator: ", "))")
      )
    }
    return format
  }

  private var reports: [(format: ReportFormat, path: String)] {
    get throws {
      try report.map { text in
        guard let equal = text.firstIndex(of: "="), text.index(after: equal) < text.endIndex else {
          throw ValidationError("--report takes FORMAT=FILE, as in sarif=orglint.sarif")
        }
        return (
          try OutputOptions.format(named: String(text[..<equal])),
          String(text[text.index(after: equal)...])
        )
      }
    }
  }

  /// The columns to fill: the terminal's, 80 in a file.
  static func width(toFile: Bool) -> Int {
    if toFile { return 80 }
    return Console.terminalWidth ?? Console.environment("COLUMNS").flatMap { Int($0) } ?? 100
  }

  /// Flags first, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then the terminal.
  static func colors(_ color: ColorChoice, toFile: Bool) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if toFile || Console.environment("NO_COLOR") != nil { return false }
    let isForced = ["FORCE_COLOR", "CLICOLOR_FORCE"].contains {
      Console.environment($0).map { $0 != "0" } ?? false
    }
    if isForced { return true }
    return Console.terminalWidth != nil && Console.environment("TERM") != "dumb"
      && Console.environment("CLICOLOR") != "0"
  }

  private var isInActions: Bool { Console.environment("GITHUB_ACTIONS") == "true" }

  /// Adds annotations to the log, and a summary to the job's page.
  private func annotate(_ report: Report, _ options: RenderOptions) throws {
    var annotations = options.fit(for: .github)
    annotations.quiet = true
    annotations.color = .off
    Console.write(ReportFormat.github.render(report, options: annotations))
    Console.complain("format auto took text with GitHub annotations")
    guard let path = Console.environment("GITHUB_STEP_SUMMARY") else { return }
    let before =
      DesignLoader.bytes(path, isReplaced: true).map { String(decoding: $0, as: UTF8.self) } ?? ""
    try Console.write(before + githubSummary(of: report, options: annotations), to: path)
  }
}

extension RenderOptions {
  /// The options with paths as the consumer of a format looks for them.
  func fit(for format: ReportFormat) -> RenderOptions {
    guard format.countsPathsFromRoot else { return self }
    var options = self
    options.pathBase = RepositoryRoot.pathBase
    return options
  }
}
