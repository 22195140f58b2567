package import RuleLanguage

/// The page that leads from each source sentence to the rules that check it, in Markdown.
package enum PrinciplesPage {
  /// Returns the page, ending in a line break.
  package static func page(of rules: [RuleDefinition]) -> String {
    var lines = [
      "# From principles to rules", "",
      "orglint holds a design to fifteen sentences of *\(SourceSentences.title)*.",
      "This page says what each asks for, in our words, which rules check it, and shows one design",
      "that breaks it; `# flagged` marks the line of the finding. Who is new to a rule asks",
      "`orglint explain RULE`, which quotes the sentence. Written by `make docs`.", "",
      "| sentence | rules |", "| --- | --- |",
    ]
    for principle in Principle.all {
      let ids = checking(principle, rules).map { "[`\($0.id)`](rules/\($0.id).md)" }
      lines.append(
        "| [\(principle.sentence)](#\(principle.sentence.lowercased())) | "
          + ids.joined(separator: ", ") + " |"
      )
    }
    for principle in Principle.all { lines += section(principle, rules) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the rules that go back to a sentence, in their order.
  private static func checking(
    _ principle: Principle,
    _ rules: [RuleDefinition]
  ) -> [RuleDefinition] {
    rules.filter { $0.origin.contains(principle.sentence) }
  }

  private static func section(_ principle: Principle, _ rules: [RuleDefinition]) -> [String] {
    var lines = ["", "## \(principle.sentence)", "", principle.idea]
    guard let rule = rules.first(where: { $0.id == principle.rule }),
      let example = rule.examples.first(where: { $0.files[0].text.contains("# flagged") })
    else { return lines }
    lines += ["", "For `\(rule.id)`, \(example.name):", "", "```yaml"]
    lines += [example.files[0].text.trimmed, "```"]
    return lines
  }
}
