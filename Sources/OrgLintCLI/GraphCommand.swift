import ArgumentParser
import Diagnostics
import Drawing
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
    options.root = try root.map { try GraphCommand.entity($0, for: view, in: host.graph) }
    var marks = Marks()
    if !noFindings {
      let report = await run.report(on: host, compiled: workspace.compiled)
      marks = FindingMarks.marks(of: report, in: host.graph)
    }
    let picture = format.render(
      diagram(view, of: host.facts, marks: marks, options: options)
    )
    if let output {
      try Console.write(picture, to: output)
    } else {
      Console.write(picture)
    }
  }

  /// Returns the entry a picture starts at.
  private static func entity(
    _ path: String,
    for view: GraphView,
    in graph: OrgGraph
  ) throws(UsageError) -> EntityRef {
    let kinds = view.rootKinds.map(\.name)
    let words = kinds.map { $0 + "/ID" }.joined(separator: " or ")
    guard let slash = path.firstIndex(of: "/"), kinds.contains(String(path[..<slash])) else {
      throw UsageError("a picture of \(view.rawValue) starts at \(words), not at '\(path)'")
    }
    if let entity = graph.entity(path: path) { return entity }
    let kind = String(path[..<slash])
    let ids = EntityKind(name: kind).map { kind in
      (0..<graph.count(kind)).lazy.map { graph.id(EntityRef(kind, $0)) }
    }
    let nearest = NearestNames.of(
      String(path[path.index(after: slash)...]),
      among: ids.map(Array.init) ?? []
    ).first
    throw UsageError(
      "there is no '\(path)'" + (nearest.map { "; did you mean '\(kind)/\($0)'?" } ?? "")
    )
  }
}

extension GraphView: ExpressibleByArgument {}

extension PictureFormat: ExpressibleByArgument {}
