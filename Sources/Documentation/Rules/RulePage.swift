import Diagnostics
package import RuleLanguage

/// A rule in words, in Markdown: what `orglint explain` prints and `docs/rules/` holds.
package struct RulePage {
  let rule: RuleDefinition

  package init(_ rule: RuleDefinition) {
    self.rule = rule
  }

  /// The page, ending in a line break.
  package var text: String {
    var parts = ["# \(rule.id): \(rule.title.onOneLine)", facts]
    if !rule.rationale.isEmpty { parts.append("## Why\n\n" + rule.rationale.trimmed) }
    parts.append("## What it says\n\n" + rule.variants.map(words).joined(separator: "\n"))
    if !rule.isRaisedByReport { parts.append("## Condition\n\n" + conditions) }
    if !rule.parameters.isEmpty {
      parts.append("## Parameters\n\n" + rule.parameters.map(line).joined(separator: "\n"))
    }
    parts += examples
    if let sources { parts.append(sources) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var facts: String {
    let profiles = RuleDefinition.Profile.allCases.filter(rule.profiles.contains)
    let severities = rule.isOffByDefault ? ["off"] : rule.severities.map(\.name)
    var lines = [
      "- severity: \(severities.joined(separator: ", "))",
      "- profiles: \(profiles.map(\.rawValue).joined(separator: ", "))",
    ]
    if !rule.since.isEmpty { lines.append("- since: \(rule.since.onOneLine)") }
    if let mark = rule.mark { lines.append("- mark: \(mark.rawValue)") }
    if rule.isFixed { lines.append("- fixed: it can neither be switched off nor lowered") }
    if rule.isEnforced { lines.append("- enforced: no waiver, comment or baseline silences it") }
    if let deprecated = rule.deprecated {
      lines.append(
        "- deprecated since \(deprecated.since.onOneLine); use \(deprecated.use.onOneLine)"
      )
    }
    return lines.joined(separator: "\n")
  }

  /// A variant's severity and its texts.
  private func words(of variant: RuleVariant) -> String {
    var lines = ["- " + name(of: variant) + severity(of: variant)]
    let texts = [("message", variant.message), ("why", variant.why), ("help", variant.help)]
    for (name, text) in texts {
      if let text { lines.append("  - \(name): `\(text.source.trimmed.onOneLine)`") }
    }
    if let nowhere = variant.nowhere {
      lines.append(
        "  - one finding (info, `strict`: warning) where nothing in the design has it, from "
          + "\(RuleVariant.Nowhere.least) on: `\(nowhere.message.source.trimmed.onOneLine)`"
      )
    }
    return lines.joined(separator: "\n")
  }

  /// The name of a variant, in a rule that has several.
  private func name(of variant: RuleVariant) -> String {
    if rule.variants.count == 1 { return "" }
    return "**\(shownName(of: variant))**, "
  }

  /// The name of a variant; its first message has none of its own.
  func shownName(of variant: RuleVariant) -> String {
    variant.name.isEmpty ? "main" : variant.name
  }

  private func severity(of variant: RuleVariant) -> String {
    if variant.isNotChecked { return "no finding but a line under “not checked”" }
    let otherwise = (variant.severity ?? rule.severity).name
    let special = variant.conditionalSeverities.map {
      "\($0.severity.name) where `\($0.condition.text.onOneLine)`, else "
    }
    return special.joined() + otherwise
      + (variant.isMissing ? "; less while the design is a draft or proposed" : "")
  }

  private func line(for parameter: RuleParameter) -> String {
    var line =
      "- `\(parameter.name)`: \(parameter.type.name), default `\(parameter.defaultValue.text.onOneLine)`"
    let origin = [
      parameter.grade.isEmpty ? "" : "grade \(parameter.grade.onOneLine)",
      parameter.source.onOneLine,
    ].filter { !$0.isEmpty }
    if !origin.isEmpty { line += " (\(origin.joined(separator: "; ")))" }
    return line + (parameter.summary.isEmpty ? "" : "\n  \(parameter.summary.onOneLine)")
  }

  private var sources: String? {
    var lines = rule.origin.map { "- \($0): “\(SourceSentences.text[$0] ?? "")” (A)" }
    lines += rule.sources.map {
      "- \($0.text.onOneLine)" + ($0.grade.isEmpty ? "" : " (\($0.grade.onOneLine))")
    }
    guard !lines.isEmpty else { return nil }
    if !rule.origin.isEmpty { lines.append("\nThe sentences are of *\(SourceSentences.title)*.") }
    lines.append("\n" + SourceGrade.legend)
    return "## Sources\n\n" + lines.joined(separator: "\n")
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isNewline == true { text.removeFirst() }
    return String(text)
  }

  /// The text with every run of line breaks and the blanks behind it as one blank.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
  }
}
