import ArgumentParser
import Diagnostics
import Reporting

/// What a change looks like and where it goes.
struct ChangeOutput: ParsableArguments {
  @Option(help: "The format: text, json or markdown, which fits into a comment.")
  var format = ChangeFormat.text

  @Option(help: "Write to a file.")
  var output: String?

  @Option(help: "When to color: auto, always or never.")
  var color = OutputOptions.ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Fold nothing, and show figures that did not change.")
  var verbose = false

  @Flag(help: "Show ids only: names and source lines are left out.")
  var redact = false

  func write(_ change: ChangeSummary, _ report: Report) throws {
    var options = RenderOptions()
    options.verbose = verbose
    options.redact = redact
    options.width = OutputOptions.width(toFile: output != nil)
    options.color = OutputOptions.colors(color, toFile: output != nil) ? .ansi : .off
    if format == .markdown { options = options.fit(for: .markdown) }
    let text = format.render(change, report, options: options)
    guard let output else { return Console.write(text) }
    try Console.write(text, to: output)
  }
}

extension ChangeFormat: ExpressibleByArgument {}
