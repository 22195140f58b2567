import ArgumentParser
import Diagnostics
import OrgModel
import RuleLanguage
import SourceText

/// Says which goals pull against each other, why, and what would help.
struct ConflictsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Say which goals pull against each other, why, and what would help.",
    discussion: """
      Of a person, unit, product, pocket or metric, or of the whole design: conflicts with both \
      chains of influence, tensions that a trade-off manages, levers that help several and hurt \
      nobody, and camps. The text is Markdown.
      """
  )

  @Argument(help: ArgumentHelp("Whose conflicts, such as product/app.", valueName: "kind/id"))
  var entry: String?

  @OptionGroup var design: DesignOptions

  @Flag(help: "Show every pair of incentives with what it is, whoever holds them.")
  var matrix = false

  @Flag(name: .shortAndLong, help: "Show each influence with its confidence, evidence and place.")
  var verbose = false

  @Option(help: "The format: text or json.")
  var format = AnswerFormat.text

  func run() async throws {
    let host = try await design.workspace().host()
    if host.graph.isIncomplete {
      Console.complain("a file was not read to its end, so conflicts may be missing")
    }
    let entry = try entry.map { try host.entry(named: $0) }
    if matrix {
      let matrix = try ConflictMatrix(host, about: entry)
      return format == .json ? Console.write(matrix.json) : Console.show(matrix.text)
    }
    let answer = ConflictsAnswer(host, about: entry)
    switch format {
    case .text: Console.show(ConflictsText(answer, isVerbose: verbose).text)
    case .json: Console.write(ConflictsJSON(answer).text)
    }
  }
}

/// All that is known about the conflicts of an entry, or of a design.
struct ConflictsAnswer {
  let host: DesignHost
  let entry: EntityRef?
  let conflicts: [ConflictAnswer]
  let managed: [ConflictAnswer]

  /// How many pairs conflict and make no finding.
  let weakCount: Int
  let products: [ProductTieAnswer]

  /// How far the metrics are connected and known to be controlled, in words.
  let coverage: [String]

  /// Where the lines of each file begin; every pair has places, so they are found once.
  private let lines: [LineTable]

  init(_ host: DesignHost, about entry: EntityRef?) {
    self.host = host
    self.entry = entry
    conflicts = host.conflictAnswers(about: entry)
    managed = host.managedAnswers(about: entry)
    weakCount = host.weakConflictCount(about: entry)
    products = host.productTies(about: entry).map { ProductTieAnswer($0, host) }
    coverage = host.coverageLines.filter { $0.family == "inc" }.map(\.text)
    lines = host.graph.sources.files.map { LineTable($0.bytes) }
  }

  /// Returns where something stands, as `file:line`.
  func place(_ span: SourceSpan) -> String {
    let file = host.graph.sources[span.file]
    return "\(file.path):\(lines[Int(span.file.index)].line(at: Int(span.start)))"
  }
}
