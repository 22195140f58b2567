import Diagnostics
import OrgModel
import RuleLanguage
import SourceText
import YAMLSyntax

// Choices about rules, and the parts of the design they are for.
extension ConfigurationDecoder {
  /// Reads what is said about rules: patterns first, so that a full id beats them.
  mutating func choices(_ entry: YAMLEntry) -> [String: RuleChoice] {
    guard readsRules,
      mapping(entry, "rules takes ids or patterns of rules with what is to hold for them")
    else { return [:] }
    var choices: [String: RuleChoice] = [:]
    let entries = Array(yaml.entries(of: entry.value))
    let isPattern = { [yaml] (entry: YAMLEntry) in yaml.text(of: entry.key).contains("*") }
    for entry in entries.filter(isPattern) + entries.filter({ !isPattern($0) }) {
      let matching = rules(matching: entry)
      guard !matching.isEmpty else { continue }
      for (rule, choice) in readChoice(entry, matching) {
        choices[rule, default: RuleChoice()].merge(choice)
      }
    }
    return choices
  }

  private mutating func rules(matching entry: YAMLEntry) -> [RuleDefinition] {
    let pattern = yaml.text(of: entry.key)
    let matching = rules.filter { Glob.matches(pattern, $0.id) }
    guard matching.isEmpty else { return matching }
    if ReaderRules.all.contains(where: { $0.id == pattern }) {
      report("'\(pattern)' is fixed: it says that something could not be read", at: entry.key)
    } else if pattern.contains("*") {
      report("no rule matches '\(pattern)'", at: entry.key, help: "orglint rules lists them")
    } else {
      report(
        "there is no rule '\(pattern)'",
        at: entry.key,
        help: nearest(pattern, rules.map(\.id), else: "rules") ?? "orglint rules lists them"
      )
    }
    return []
  }

  /// Reads one entry, for each of the rules it is about.
  private mutating func readChoice(
    _ entry: YAMLEntry,
    _ matching: [RuleDefinition]
  ) -> [(rule: String, choice: RuleChoice)] {
    choice = RuleChoice()
    var parameters: [YAMLEntry] = []
    if yaml.nodes[entry.value].kind == .mapping {
      checkDuplicates(of: entry.value)
      for member in yaml.entries(of: entry.value) {
        let name = yaml.text(of: member.key)
        if let key = ConfigurationKey.ofRule.first(where: { $0.name == name }) {
          key.read(&self, member)
        } else {
          parameters.append(member)
        }
      }
    } else {
      choice.level = level(entry.value)
    }
    let shared = choice
    check(shared, entry, matching)
    for parameter in parameters { checkName(of: parameter, matching, entry) }
    return matching.map { rule in
      var own = shared
      if rule.isFixed, matching.count > 1 { own = RuleChoice() }
      for parameter in parameters { read(parameter, of: rule, into: &own) }
      return (rule.id, own)
    }
  }

  mutating func level(_ node: Int) -> Configured<RuleChoice.Level>? {
    let word = yaml.text(of: node)
    guard yaml.nodes[node].kind == .scalar, let level = RuleChoice.Level(name: word) else {
      let isWord = yaml.nodes[node].kind == .scalar && !word.isEmpty
      report(
        isWord ? "'\(word)' is no severity" : "a severity stands here, or off",
        at: node,
        help: nearest(word, RuleChoice.Level.names, else: "one of")
      )
      return nil
    }
    return Configured(level, at: yaml.span(of: node))
  }

  /// Reports what would switch off or lower a fixed rule; a pattern passes those by.
  private mutating func check(
    _ choice: RuleChoice,
    _ entry: YAMLEntry,
    _ matching: [RuleDefinition]
  ) {
    guard let rule = matching.first, matching.allSatisfy(\.isFixed) else { return }
    let isLowered = choice.level.map { $0.value != .on(rule.topSeverity) } ?? false
    if isLowered || choice.isEnforced?.value == false {
      report(
        "'\(rule.id)' is fixed: it can neither be switched off nor lowered",
        at: entry.value,
        help: "every other rule reads a design that it accepts; delete this"
      )
    }
  }

  private mutating func checkName(
    of parameter: YAMLEntry,
    _ matching: [RuleDefinition],
    _ entry: YAMLEntry
  ) {
    let name = yaml.text(of: parameter.key)
    let names = Set(matching.flatMap { $0.parameters.map(\.name) }).sorted()
    guard !names.contains(name) else { return }
    report(
      "'\(yaml.text(of: entry.key))' has no parameter '\(name)'",
      at: parameter.key,
      help: nearest(name, names + ConfigurationKey.ofRule.map(\.name), else: "it takes")
    )
  }

  private mutating func read(
    _ entry: YAMLEntry,
    of rule: RuleDefinition,
    into choice: inout RuleChoice
  ) {
    let name = yaml.text(of: entry.key)
    guard let parameter = rule.parameters.first(where: { $0.name == name }),
      let value = value(entry, name, parameter.type)
    else { return }
    if rule.id == PlaceholderPatterns.rule, name == PlaceholderPatterns.parameter {
      for node in yaml.elements(of: entry.value)
      where !PlaceholderPatterns.isValid(yaml.text(of: node)) {
        report("'\(yaml.text(of: node))' is no pattern", at: node)
      }
    }
    if !parameter.defaultValue.hasNegative, let node = firstNegative(entry.value) {
      return report("'\(name)' is 0 or more", at: node)
    }
    if let (key, nearest) = misspelledKey(entry.value, of: parameter) {
      return report(
        "'\(name)' has no '\(yaml.text(of: key))'",
        at: key,
        help: "did you mean '\(nearest)'?"
      )
    }
    choice.parameters[name] = Configured(value, at: yaml.span(of: entry.key))
  }
}

extension ConfigurationDecoder {
  /// Returns the first key of a mapping that is nearly one of those the parameter has by default.
  private func misspelledKey(
    _ node: Int,
    of parameter: RuleParameter
  ) -> (key: Int, nearest: String)? {
    guard case .map = parameter.type, case .map(let defaults) = parameter.defaultValue else {
      return nil
    }
    let known = defaults.map(\.key)
    for entry in yaml.entries(of: node) where !known.contains(yaml.text(of: entry.key)) {
      if let nearest = NearestNames.of(yaml.text(of: entry.key), among: known).first {
        return (entry.key, nearest)
      }
    }
    return nil
  }
}

// MARK: - Overrides

extension ConfigurationDecoder {
  mutating func readOverrides(_ entry: YAMLEntry) {
    guard !yaml.isNull(entry.value) else { return }
    configuration.overrides = yaml.elements(of: entry.value).compactMap { readOverride($0) }
  }

  private mutating func readOverride(_ node: Int) -> ConfigurationOverride? {
    guard yaml.nodes[node].kind == .mapping else {
      report("an override is a mapping with within or files, and rules", at: node)
      return nil
    }
    part = nil
    overriding = [:]
    readKeys(of: node, ConfigurationKey.ofOverride, "an override")
    let has = { [yaml] (key: String) in yaml.value(named: key, in: node) != nil }
    if has("within") == has("files") {
      report("an override is for a part of the design: within or files, one of them", at: node)
    }
    if !has("rules") { report("an override without rules changes nothing", at: node) }
    for (rule, choice) in overriding.sorted(by: { $0.key < $1.key }) {
      for (name, value) in choice.parameters.sorted(by: { $0.key < $1.key })
      where DesignWideParameters.contains(name, of: rule) {
        report("'\(name)' holds for the whole design: other rules go by it", at: value.place)
      }
    }
    return part.map { ConfigurationOverride(part: $0, choices: overriding) }
  }

  mutating func readWithin(_ entry: YAMLEntry) {
    guard let text = text(entry) else { return }
    guard ConfigurationDecoder.isEntry(text) else {
      let kind = String(text.prefix { $0 != "/" })
      return report(
        "'\(text)' is no entry of a design",
        at: entry.value,
        help: EntityKind(name: kind) == nil && text.contains("/")
          ? nearest(kind, EntityKind.allCases.map(\.name), else: "kinds")
          : "write kind/id, as in unit/labs"
      )
    }
    part = .within(Configured(text, at: yaml.span(of: entry.value)))
  }
}
