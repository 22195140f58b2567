import YAMLSyntax

/// A key of a configuration file: what it is called, what it takes, and how it is read.
///
/// The decoder, the JSON Schema and the documentation read the same tables.
package struct ConfigurationKey: Sendable {
  package let name: String
  package let form: Form

  /// One line.
  package let summary: String
  let read: @Sendable (inout ConfigurationDecoder, YAMLEntry) -> Void

  /// What a key takes.
  package enum Form: Sendable {
    case text
    case texts
    case count
    case flag
    case word([String])

    /// A mapping with `ConfigurationKey.ofLimits`.
    case limits

    /// The settings by name, each of its own type.
    case settings

    /// Severity, or a mapping with `ConfigurationKey.ofRule` and parameters, by rule or pattern.
    case rules

    /// A list of mappings with `ConfigurationKey.ofOverride`.
    case overrides
  }

  init(
    _ name: String,
    _ form: Form,
    _ summary: String,
    _ read: @escaping @Sendable (inout ConfigurationDecoder, YAMLEntry) -> Void
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.read = read
  }

  /// The keys of the file.
  package static let all: [ConfigurationKey] = [
    ConfigurationKey(
      "required_version",
      .text,
      "the versions of orglint the file is for, as in \">= 0.1\"; bounds stand between commas"
    ) { $0.readRequiredVersion($1) },
    ConfigurationKey(
      "paths",
      .texts,
      "the folders and files that are the design; paths on the command line then only filter"
    ) { $0.readPaths($1) },
    ConfigurationKey("exclude", .texts, "patterns of files that are not loaded") {
      $0.configuration.exclude = $0.patterns($1)
    },
    ConfigurationKey(
      "ignore",
      .texts,
      "patterns of files, or entries as kind/id, that are loaded but not reported"
    ) { $0.readIgnored($1) },
    ConfigurationKey(
      "extends",
      .texts,
      "a profile, folders of rules, and other configuration files that this one is laid over"
    ) { $0.readExtensions($1) },
    ConfigurationKey(
      "fail_on",
      .word(FailureLevel.allCases.map(\.rawValue)),
      "the least severity that fails a run"
    ) { $0.readFailOn($1) },
    ConfigurationKey(
      "silencing",
      .word(SilencingLevel.allCases.map(\.rawValue)),
      "whether a finding that a change silences is a warning beside the report, or an error"
    ) { $0.readSilencing($1) },
    ConfigurationKey("max_warnings", .count, "how many warnings a run may have") {
      $0.configuration.maxWarnings = $0.count($1)
    },
    ConfigurationKey("baseline", .text, "the file of findings that are accepted for now") {
      $0.readBaseline($1)
    },
    ConfigurationKey("limits", .limits, "how much a run may take") { $0.readLimits($1) },
    ConfigurationKey("settings", .settings, "what holds for the whole design") {
      $0.readSettings($1)
    },
    ConfigurationKey("rules", .rules, "severities and parameters, by rule or pattern") {
      let choices = $0.choices($1)
      for (rule, choice) in choices {
        $0.configuration.choices[rule, default: .init()].merge(choice)
      }
    },
    ConfigurationKey("overrides", .overrides, "other choices for a part of the design") {
      $0.readOverrides($1)
    },
  ]

  /// The keys of `limits`.
  package static let ofLimits: [ConfigurationKey] = [
    ConfigurationKey(
      "rule_steps",
      .count,
      "the steps that each rule of a pack may take over the whole design"
    ) { $0.configuration.ruleSteps = $0.count($1) }
  ]

  /// The keys of a rule beside its parameters.
  package static let ofRule: [ConfigurationKey] = [
    ConfigurationKey(
      "severity",
      .word(RuleChoice.Level.names),
      "replaces the rule's greatest severity and lowers its lesser ones; off switches it off"
    ) { $0.choice.level = $0.level($1.value) },
    ConfigurationKey(
      "enforced",
      .flag,
      "whether no waiver, comment or baseline silences the rule"
    ) { $0.choice.isEnforced = $0.flag($1) },
  ]

  /// The keys of an override.
  package static let ofOverride: [ConfigurationKey] = [
    ConfigurationKey("within", .text, "the subtree of the design it is for, as in unit/labs") {
      $0.readWithin($1)
    },
    ConfigurationKey("files", .texts, "patterns of the files it is for") {
      $0.part = $0.patterns($1).map { .files($0) }
    },
    ConfigurationKey("rules", .rules, "severities and parameters there, by rule or pattern") {
      $0.overriding = $0.choices($1)
    },
  ]
}
