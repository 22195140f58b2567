import RuleLanguage
import YAMLSyntax

/// A value that is in force, under a name that stays the same wherever the value is written.
struct InForceRow {
  struct Name: Hashable {
    /// Empty for what holds for the whole run, `rules`, or the part an override is for.
    var group = ""

    /// Empty where it is about no rule.
    var rule = ""
    var key: String
  }

  let name: Name
  let value: String

  /// Keys of a rule file that decide nothing: words, reasons and examples.
  private static let words: Set<String> = [
    "title", "rationale", "sources", "origin", "since", "examples", "mark", "deprecated",
    "message", "why", "help", "label",
  ]

  /// Returns everything that is in force at a side, but for what silences single findings.
  static func all(of side: InForce) -> [InForceRow] {
    var rows = side.roots.map { InForceRow(Name(key: "paths"), side.pattern($0).shown) }
    rows += side.excluded.map { InForceRow(Name(key: "exclude"), $0.shown) }
    rows += (side.configuration.ignore?.value ?? []).map { part in
      switch part {
      case .files(let pattern): InForceRow(Name(key: "ignore"), pattern.shown)
      case .entry(let entry): InForceRow(Name(key: "ignore"), entry.value)
      }
    }
    if !side.stage.isEmpty { rows.append(InForceRow(Name(key: "stage"), side.stage)) }
    let listed = ConfigurationRows.all(
      of: side.configuration,
      side.selection,
      rules: side.rules,
      isProfileNamed: false
    )
    rows += listed.compactMap(InForceRow.init)
    rows += side.configuration.overrides.flatMap { InForceRow.rows(of: $0) }
    for rule in side.rules where side.configuration.packRules.contains(rule.id) {
      rows += InForceRow.content(of: rule)
    }
    return rows
  }

  private init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Takes a general value or one of a rule; files and overrides are compared by what they mean.
  private init?(_ row: ConfigurationRow) {
    let parts = row.name.split(separator: ".", maxSplits: 2).map(String.init)
    switch parts[0] {
    case "paths", "exclude", "ignore", "baseline", "overrides": return nil
    case "rules" where parts.count == 3:
      name = Name(group: "rules", rule: parts[1], key: parts[2])
    default: name = Name(key: row.name)
    }
    value = row.value.text
  }

  private static func rows(of override: ConfigurationOverride) -> [InForceRow] {
    let part =
      switch override.part {
      case .within(let entry): "within " + entry.value
      case .files(let files): "files " + files.value.map(\.shown).joined(separator: " ")
      }
    return override.choices.sorted { $0.key < $1.key }.flatMap { rule, choice in
      var rows: [(key: String, value: String)] = []
      if let level = choice.level { rows.append(("severity", level.value.name)) }
      if let enforced = choice.isEnforced { rows.append(("enforced", String(enforced.value))) }
      for (name, value) in choice.parameters.sorted(by: { $0.key < $1.key }) {
        rows.append((name, value.value.text))
      }
      return rows.map {
        InForceRow(Name(group: part, rule: rule, key: $0.key), $0.value)
      }
    }
  }

  /// What a rule of a pack says, by key; its parameters are listed with what is configured.
  private static func content(of rule: RuleDefinition) -> [InForceRow] {
    let yaml = rule.file.yaml
    guard let root = yaml.documents.first else { return [] }
    return yaml.entries(of: root).compactMap { entry in
      let key = yaml.text(of: entry.key)
      guard key != "id", key != "params", !words.contains(key) else { return nil }
      let value =
        key == "variants"
        ? ParameterValue.list(yaml.elements(of: entry.value).map { variant(yaml, $0) })
        : written(yaml, entry.value)
      return InForceRow(Name(group: "rules", rule: rule.id, key: key), value.text)
    }
  }

  private static func variant(_ yaml: YAMLFile, _ node: Int) -> ParameterValue {
    .map(
      yaml.entries(of: node).compactMap { entry in
        let key = yaml.text(of: entry.key)
        if words.contains(key) { return nil }
        return ParameterValue.Entry(key: key, value: written(yaml, entry.value))
      }
    )
  }

  /// A value as it is written, since an expression is a text whatever it looks like.
  private static func written(_ yaml: YAMLFile, _ node: Int) -> ParameterValue {
    switch yaml.nodes[node].kind {
    case .mapping:
      .map(
        yaml.entries(of: node).map {
          ParameterValue.Entry(key: yaml.text(of: $0.key), value: written(yaml, $0.value))
        }
      )
    case .sequence: .list(yaml.elements(of: node).map { written(yaml, $0) })
    case .scalar, .alias: yaml.isNull(node) ? .null : .string(yaml.text(of: node))
    }
  }
}
