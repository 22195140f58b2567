import Diagnostics
package import RuleLanguage
package import SourceText

/// A value that is in force, and where it comes from.
package struct ConfigurationRow: Sendable {
  /// Its keys with dots between them, as in `rules.po-missing.severity`.
  package let name: String
  package let value: ParameterValue
  package let origin: Origin

  /// Where a value comes from.
  package enum Origin: Hashable, Sendable {
    case standard
    case commandLine

    /// What the profile makes of a rule.
    case profile

    /// What the rule file of a pack says.
    case pack(path: String)
    case configuration(SourceSpan)

    /// Whether it is what everybody has who says nothing.
    package var isStandard: Bool {
      switch self {
      case .standard, .profile, .pack: true
      case .commandLine, .configuration: false
      }
    }
  }
}

/// Lists what is in force in a run.
package struct ConfigurationRows {
  private let configuration: Configuration
  private let selection: RuleSelection
  private let isProfileNamed: Bool
  private var rows: [ConfigurationRow] = []

  /// Returns every value, in the order of the configuration's keys.
  ///
  /// - Parameters:
  ///   - selection: What the run chooses, with what the command line says.
  ///   - isProfileNamed: Whether the command line names the profile.
  package static func all(
    of configuration: Configuration,
    _ selection: RuleSelection,
    rules: [RuleDefinition],
    isProfileNamed: Bool
  ) -> [ConfigurationRow] {
    var listing = ConfigurationRows(
      configuration: configuration,
      selection: selection,
      isProfileNamed: isProfileNamed
    )
    listing.addGeneral()
    listing.addSettings()
    for rule in rules { listing.add(rule) }
    for override in configuration.overrides { listing.add(override) }
    return listing.rows
  }

  private mutating func add(
    _ name: String,
    _ value: ParameterValue,
    _ origin: ConfigurationRow.Origin
  ) {
    rows.append(ConfigurationRow(name: name, value: value, origin: origin))
  }

  /// Adds a value that may be configured; of a mapping each key, for each has an origin.
  private mutating func add(
    _ name: String,
    _ standard: ParameterValue,
    _ configured: Configured<ParameterValue>?,
    else origin: ConfigurationRow.Origin
  ) {
    let own = configured.map { ConfigurationRow.Origin.configuration($0.place) } ?? origin
    let value = configured.map { standard.merged(with: $0.value) } ?? standard
    guard case .map(let entries) = value, !entries.isEmpty else { return add(name, value, own) }
    var keys: Set<String> = []
    if case .map(let named)? = configured?.value { keys = Set(named.map(\.key)) }
    for entry in entries {
      add("\(name).\(entry.key)", entry.value, keys.contains(entry.key) ? own : origin)
    }
  }

  private mutating func addGeneral() {
    let profile = ParameterValue.string(selection.profile.rawValue)
    add("profile", profile, isProfileNamed ? .commandLine : origin(configuration.profile))
    for path in configuration.paths ?? [] {
      add("paths", .string(path.value), .configuration(path.place))
    }
    if configuration.paths == nil { add("paths", .list([.string(".")]), .standard) }
    if let exclude = configuration.exclude {
      add("exclude", texts(exclude.value.map(\.text)), .configuration(exclude.place))
    }
    if let ignore = configuration.ignore {
      add("ignore", texts(ignore.value.map(\.text)), .configuration(ignore.place))
    }
    let failOn = configuration.failOn?.value ?? .error
    add("fail_on", .string(failOn.rawValue), origin(configuration.failOn))
    let silencing = configuration.silencing?.value ?? .warning
    add("silencing", .string(silencing.rawValue), origin(configuration.silencing))
    if let most = configuration.maxWarnings {
      add("max_warnings", .int(most.value), .configuration(most.place))
    }
    if let baseline = configuration.baseline {
      add("baseline", .string(baseline.value), .configuration(baseline.place))
    }
    if let steps = configuration.ruleSteps {
      add("limits.rule_steps", .int(steps.value), .configuration(steps.place))
    }
  }

  private mutating func addSettings() {
    for setting in Vocabulary.settings {
      let configured = configuration.settings[setting.name]
      add("settings." + setting.name, setting.defaultValue, configured, else: .standard)
    }
  }

  private mutating func add(_ rule: RuleDefinition) {
    let choice = configuration.choices[rule.id]
    let name = "rules." + rule.id
    let own = ownOrigin(of: rule)
    let severity = selection.isOn(rule) ? (choice?.severity ?? rule.topSeverity).name : "off"
    let isNamed = !selection.only.isEmpty || !selection.skipped.isEmpty
    let level: ConfigurationRow.Origin =
      isNamed
      ? .commandLine
      : choice?.level.map { .configuration($0.place) } ?? (severity == "off" ? .profile : own)
    add(name + ".severity", .string(severity), level)
    if let enforced = choice?.isEnforced {
      add(name + ".enforced", .bool(enforced.value), .configuration(enforced.place))
    }
    for parameter in rule.parameters {
      let configured = choice?.parameters[parameter.name]
      add("\(name).\(parameter.name)", parameter.defaultValue, configured, else: own)
    }
  }

  private mutating func add(_ override: ConfigurationOverride) {
    let part: String
    switch override.part {
    case .within(let entry): part = "within " + entry.value
    case .files(let files): part = "files " + files.value.map(\.text).joined(separator: " ")
    }
    for (rule, choice) in override.choices.sorted(by: { $0.key < $1.key }) {
      let name = "overrides.\(part).\(rule)"
      if let level = choice.level {
        add(name + ".severity", .string(level.value.name), .configuration(level.place))
      }
      if let enforced = choice.isEnforced {
        add(name + ".enforced", .bool(enforced.value), .configuration(enforced.place))
      }
      for (parameter, value) in choice.parameters.sorted(by: { $0.key < $1.key }) {
        add("\(name).\(parameter)", value.value, .configuration(value.place))
      }
    }
  }

  private func texts(_ texts: [String]) -> ParameterValue {
    .list(texts.map(ParameterValue.string))
  }

  private func origin<Value>(_ configured: Configured<Value>?) -> ConfigurationRow.Origin {
    configured.map { .configuration($0.place) } ?? .standard
  }

  private func ownOrigin(of rule: RuleDefinition) -> ConfigurationRow.Origin {
    configuration.packRules.contains(rule.id) ? .pack(path: rule.file.path) : .standard
  }
}
