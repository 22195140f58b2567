import ArgumentParser
import Diagnostics
import Drawing
import Linting
import OrgAnalysis
import OrgModel
import RuleLanguage

/// Draws a part of an org design.
struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw an org design: its lines, units, pockets, decisions or influences.",
    discussion: """
      What findings are about stands out. A picture shows as much as can be read; --root draws \
      what is at or below one entry, --depth says how many levels.
      """
  )

  @Argument(help: "reporting, units, pockets, decisions or influence.")
  var view: GraphView

  @OptionGroup var design: DesignOptions

  @Option(help: "The format: svg, mermaid or dot.")
  var format = PictureFormat.svg

  @Option(
    help: ArgumentHelp(
      "Draw what is at or below this entry, as in person/ana, unit/retail or product/app.",
      valueName: "kind/id"
    )
  )
  var root: String?

  @Option(help: "How many levels to draw below the start.")
  var depth: Int?

  @Option(help: "Write the picture to a file.")
  var output: String?

  @Flag(help: "Show ids only: names and titles are left out.")
  var redact = false

  @Flag(name: .customLong("no-findings"), help: "Mark nothing.")
  var noFindings = false

  func validate() throws {
    if let depth, depth < 0 { throw ValidationError("--depth takes 0 or more") }
  }

  func run() async throws {
    let workspace = try design.workspace()
    var run = workspace.run()
    let host = await run.host(of: workspace.design)
    var options = DrawingOptions()
    options.depth = depth
    options.redacts = redact
    options.root = try root.map { try entry(named: $0, in: host) }
    var marks = Marks()
    if !noFindings {
      var report = await run.report(on: host, compiled: workspace.compiled)
      try report.checkRules()
      if redact { report = Redaction(host).apply(to: report) }
      marks = FindingMarks.marks(of: report, in: host.graph)
    }
    let picture = format.render(
      diagram(view, of: host.facts, marks: marks, options: options)
    )
    guard let output else { return Console.write(picture) }
    try Console.write(picture, to: output)
  }

  /// Returns the entry a picture starts at.
  private func entry(named path: String, in host: DesignHost) throws(UsageError) -> EntityRef {
    let entry = try host.entry(named: path)
    guard view.rootKinds.contains(entry.kind) else {
      let words = view.rootKinds.map { $0.name + "/ID" }.joined(separator: " or ")
      throw UsageError("a picture of \(view.rawValue) starts at \(words), not at '\(path)'")
    }
    return entry
  }
}

extension GraphView: ExpressibleByArgument {}

extension PictureFormat: ExpressibleByArgument {}
