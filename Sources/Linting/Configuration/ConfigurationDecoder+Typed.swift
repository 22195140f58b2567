import RuleLanguage
import SourceText
import YAMLSyntax

// Settings, and values of a declared type.
extension ConfigurationDecoder {
  mutating func readLimits(_ entry: YAMLEntry) {
    guard mapping(entry, "limits takes names with their values") else { return }
    readKeys(of: entry.value, ConfigurationKey.ofLimits, "limits")
  }

  mutating func readSettings(_ entry: YAMLEntry) {
    guard mapping(entry, "settings takes names with their values") else { return }
    for setting in yaml.entries(of: entry.value) {
      let name = yaml.text(of: setting.key)
      guard let known = Vocabulary.settings.first(where: { $0.name == name }) else {
        report(
          "there is no setting '\(name)'",
          at: setting.key,
          help: nearest(name, Vocabulary.settings.map(\.name), else: "settings")
        )
        continue
      }
      guard let value = value(setting, name, known.type), check(value, known, setting) else {
        continue
      }
      let before = configuration.settings[name]?.value
      configuration.settings[name] = Configured(
        before.map { $0.merged(with: value) } ?? value,
        at: yaml.span(of: setting.key)
      )
    }
  }

  /// Checks what the type of a setting does not say.
  private mutating func check(
    _ value: ParameterValue,
    _ setting: Vocabulary.Setting,
    _ entry: YAMLEntry
  ) -> Bool {
    if let least = setting.range?.lowerBound, let most = setting.range?.upperBound,
      let number = value.number, !(least...most).contains(number)
    {
      report("'\(setting.name)' is from \(Int(least)) to \(Int(most))", at: entry.value)
      return false
    }
    guard let choices = setting.choices else { return true }
    let words =
      switch value {
      case .list: yaml.elements(of: entry.value)
      case .map: yaml.entries(of: entry.value).map(\.value)
      default: [entry.value]
      }
    var isFine = true
    for node in words where !choices.contains(yaml.text(of: node)) {
      let word = yaml.text(of: node)
      report(
        "'\(setting.name)' has no '\(word)'",
        at: node,
        help: nearest(word, choices, else: "one of")
      )
      isFine = false
    }
    return isFine
  }

  /// Reads a value of a type; what does not fit is a problem at the very part that does not.
  mutating func value(_ entry: YAMLEntry, _ name: String, _ type: ParameterType) -> ParameterValue?
  {
    if let (node, type) = misfit(entry.value, type) {
      report("'\(name)' takes \(type.words) here", at: node)
      return nil
    }
    return yaml.parameterValue(entry.value)
  }

  /// Returns the first part of a value that does not fit, and what would.
  private func misfit(_ node: Int, _ type: ParameterType) -> (node: Int, type: ParameterType)? {
    switch (yaml.nodes[node].kind, type) {
    case (.sequence, .list(let element)):
      for child in yaml.elements(of: node) {
        if let part = misfit(child, element) { return part }
      }
      return nil
    case (.mapping, .map(let element)):
      for entry in yaml.entries(of: node) {
        if let part = misfit(entry.value, element) { return part }
      }
      return nil
    default:
      let value = yaml.parameterValue(node)
      return value != .null && value.fits(type) && value.isOrderedRange(type) ? nil : (node, type)
    }
  }

  /// Returns the first number below 0 in a value.
  func firstNegative(_ node: Int) -> Int? {
    switch yaml.nodes[node].kind {
    case .sequence: yaml.elements(of: node).lazy.compactMap { firstNegative($0) }.first
    case .mapping: yaml.entries(of: node).lazy.compactMap { firstNegative($0.value) }.first
    default: yaml.parameterValue(node).hasNegative ? node : nil
    }
  }

  mutating func mapping(_ entry: YAMLEntry, _ words: String) -> Bool {
    if yaml.isNull(entry.value) { return false }
    guard yaml.nodes[entry.value].kind == .mapping else {
      report(words, at: entry.value)
      return false
    }
    checkDuplicates(of: entry.value)
    return true
  }
}

extension ParameterValue {
  /// Whether a number in it is below 0.
  var hasNegative: Bool {
    switch self {
    case .int, .double: number.map { $0 < 0 } ?? false
    case .list(let values): values.contains(where: \.hasNegative)
    case .map(let entries): entries.contains { $0.value.hasNegative }
    case .null, .bool, .string: false
    }
  }

  fileprivate var number: Double? {
    switch self {
    case .int(let int): Double(int)
    case .double(let double): double
    default: nil
    }
  }

  /// Whether a range, if it is one, does not end before it begins.
  fileprivate func isOrderedRange(_ type: ParameterType) -> Bool {
    guard type == .range, case .list(let ends) = self, ends.count == 2,
      case .int(let first) = ends[0], case .int(let second) = ends[1]
    else { return true }
    return first <= second
  }
}

extension ParameterType {
  /// What a value of the type is, for people.
  fileprivate var words: String {
    switch self {
    case .bool: "true or false"
    case .int: "a whole number"
    case .double: "a number"
    case .string: "a text"
    case .range: "two whole numbers, [3, 15], or [15, null] for 15 or more"
    case .list: "a list"
    case .map: "names with their values"
    }
  }
}
