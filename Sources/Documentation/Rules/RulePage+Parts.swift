import RuleLanguage

extension RulePage {
  /// The conditions as the rule file has them, one block for all variants.
  var conditions: String {
    var lines = ["```yaml"]
    for variant in rule.variants {
      if lines.count > 1 { lines.append("") }
      if rule.variants.count > 1 {
        lines.append("# " + shownName(of: variant))
      }
      lines += condition(of: variant)
    }
    return (lines + ["```"]).joined(separator: "\n")
  }

  private func condition(of variant: RuleVariant) -> [String] {
    var lines = ["for: \(variant.kind)"]
    if !variant.needs.isEmpty { lines.append("needs: [\(variant.needs.joined(separator: ", "))]") }
    if let each = variant.each { lines.append("each: { \(shown(each)) }") }
    if let when = variant.when { lines.append("when: \(when.text.onOneLine)") }
    if !variant.lets.isEmpty { lines.append("let:") }
    lines += variant.lets.map { "  " + shown($0) }
    if let flag = variant.flag { lines.append("flag: \(flag.text.onOneLine)") }
    if let other = variant.leftTo { lines.append("left_to: \(other.text.onOneLine)") }
    if !variant.yields.isEmpty { lines.append("yields_to:") }
    lines += variant.yields.map { yield in
      let variant = yield.variant.map { $0.isEmpty ? "" : ", variant: \($0)" } ?? ""
      let terms = yield.all.map { "all_of: " + $0.text.onOneLine } ?? "same: \(yield.same.rawValue)"
      return "  - { rule: \(yield.rule)\(variant), \(terms) }"
    }
    return lines
  }

  private func shown(_ named: RuleVariant.NamedExpression) -> String {
    "\(named.name): \(named.expression.text.onOneLine)"
  }

  /// Some of the examples, those with a finding first.
  var examples: [String] {
    let flagged = rule.examples.filter(isFlagged)
    let passing = rule.examples.filter { !isFlagged($0) }
    return [
      ("Flagged", flagged, "A comment `# flagged` stands on the line where the finding starts."),
      ("Not flagged", passing, ""),
    ].compactMap { title, examples, note in
      guard !examples.isEmpty else { return nil }
      var parts = ["## \(title)"]
      if !note.isEmpty { parts.append(note) }
      parts += examples.prefix(3).map(page)
      if examples.count > 3 {
        parts.append("\(examples.count - 3) more: `\(rule.file.path)`")
      }
      return parts.joined(separator: "\n\n")
    }
  }

  private func isFlagged(_ example: RuleExample) -> Bool {
    example.files.contains { $0.text.contains("# flagged") }
  }

  private func page(of example: RuleExample) -> String {
    var title = example.name.onOneLine
    if !example.parameters.isEmpty {
      let values = example.parameters.map { "\($0.name): \($0.value.text.onOneLine)" }
      title += ", with `\(values.joined(separator: ", "))`"
    }
    let texts = example.files.map { file in
      (example.files.count > 1 ? "# \(file.name.onOneLine)\n" : "") + file.text.trimmed
    }
    return "\(title):\n\n```yaml\n" + texts.joined(separator: "\n---\n") + "\n```"
  }
}
