import Diagnostics
import SourceText

/// The rule records of a SARIF run, one for each rule that ran or that a finding names.
struct SARIFRules {
  /// Characters GitHub takes of a description.
  private static let mostCharacters = 1024

  private let rules: [RuleMetadata]
  private let indexes: [String: Int]

  init(_ report: Report, _ options: RenderOptions) {
    var rules = report.rules
    var indexes: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indexes[rule.id] = index }
    let silenced = options.showSuppressed ? report.suppressed.map(\.finding) : []
    for finding in report.withNotices + silenced where indexes[finding.rule] == nil {
      indexes[finding.rule] = rules.count
      rules.append(SARIFRules.unknown(finding))
    }
    self.rules = rules
    self.indexes = indexes
  }

  private static func unknown(_ finding: Diagnostic) -> RuleMetadata {
    RuleMetadata(
      id: finding.rule,
      family: String(finding.rule.prefix { $0 != "-" }),
      title: finding.rule,
      severity: finding.severity,
      rationale: ""
    )
  }

  /// Returns the position of a rule among the records.
  func index(of rule: String) -> Int? { indexes[rule] }

  /// Returns the level of SARIF for a severity.
  static func level(_ severity: Severity) -> String {
    severity == .info ? "note" : severity.name
  }

  func write(_ writer: inout JSONWriter) {
    writer.array(of: rules) { writer, rule in
      writer.object { writer in
        writer.field("id", rule.id)
        writer.field("name", String(rule.id.prefix(255)))
        writeText("shortDescription", rule.title, of: rule, &writer)
        writeText("fullDescription", rule.rationale, of: rule, &writer)
        writeHelp(rule, &writer)
        writer.key("defaultConfiguration")
        writer.object(inline: true) { $0.field("level", SARIFRules.level(rule.severity)) }
        writeProperties(rule, &writer)
      }
    }
  }

  /// An empty text counts as missing, so the title and then the id stand in.
  private func writeText(
    _ name: String,
    _ text: String,
    of rule: RuleMetadata,
    _ writer: inout JSONWriter
  ) {
    let text = [text, rule.title, rule.id].first { !$0.isEmpty } ?? rule.id
    writer.key(name)
    writer.object(inline: true) {
      $0.field("text", String(visibleLines(text).prefix(SARIFRules.mostCharacters)))
    }
  }

  private func writeHelp(_ rule: RuleMetadata, _ writer: inout JSONWriter) {
    let end = "orglint explain \(rule.id)"
    let text = rule.rationale.isEmpty ? rule.title : rule.rationale
    writer.key("help")
    writer.object { writer in
      writer.field("text", visibleLines(text) + "\n\nMore: " + end)
      writer.field("markdown", visibleLines(text) + "\n\nMore: `\(end)`")
    }
  }

  private func writeProperties(_ rule: RuleMetadata, _ writer: inout JSONWriter) {
    let kinds = ["recommendation", "warning", "error"]
    writer.key("properties")
    writer.object(inline: true) { writer in
      writer.field("tags", inline: [rule.family].filter { !$0.isEmpty })
      writer.field("precision", "high")
      writer.field("problem.severity", kinds[rule.severity.rawValue])
    }
  }

  private func visibleLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { visible(String($0)) }.joined(separator: "\n")
  }
}
