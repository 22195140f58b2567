package import RuleLanguage
package import SourceText

/// What an organization decided about its runs, from all its configuration files.
///
/// A file is laid over those it extends: maps merge, lists replace.
package struct Configuration: Sendable {
  package var profile: Configured<RuleDefinition.Profile>?

  /// The folders and files that are the design, as seen from the working directory.
  package var paths: [Configured<String>]?

  /// What is not loaded.
  package var exclude: Configured<[PathPattern]>?

  /// What is loaded but not reported.
  package var ignore: Configured<[IgnoredPart]>?

  /// The ids of the rules that come from packs.
  package var packRules: Set<String> = []
  package var failOn: Configured<FailureLevel>?
  package var silencing: Configured<SilencingLevel>?
  package var maxWarnings: Configured<Int>?

  /// The file of accepted findings, as seen from the working directory.
  package var baseline: Configured<String>?

  /// The steps that each rule of a pack may take over the whole design.
  package var ruleSteps: Configured<Int>?

  /// By the name of the setting.
  package var settings: [String: Configured<ParameterValue>] = [:]

  /// By the id of the rule.
  package var choices: [String: RuleChoice] = [:]

  /// In the order of the file; a later one beats an earlier one.
  package var overrides: [ConfigurationOverride] = []

  package init() {}

  /// The entries of the design that it names, as `kind/id`.
  package var namedEntries: [Configured<String>] {
    let within = overrides.compactMap { override in
      if case .within(let entry) = override.part { entry } else { nil }
    }
    let ignored = (ignore?.value ?? []).compactMap { part in
      if case .entry(let entry) = part { entry } else { nil }
    }
    return within + ignored
  }
}

/// A value of the configuration and where it stands.
package struct Configured<Value: Sendable>: Sendable {
  package var value: Value
  package var place: SourceSpan

  package init(_ value: Value, at place: SourceSpan) {
    self.value = value
    self.place = place
  }
}

/// A part of the design whose findings are not reported.
package enum IgnoredPart: Sendable {
  case files(PathPattern)

  /// An entry, as `kind/id`.
  case entry(Configured<String>)

  /// As the configuration has it.
  package var text: String {
    switch self {
    case .files(let pattern): pattern.text
    case .entry(let entry): entry.value
    }
  }
}

/// Different choices for a part of the design.
package struct ConfigurationOverride: Sendable {
  /// Which part of a design.
  package enum Part: Sendable {
    /// A subtree of the design, as `kind/id`.
    case within(Configured<String>)
    case files(Configured<[PathPattern]>)
  }

  package var part: Part

  /// By the id of the rule.
  package var choices: [String: RuleChoice]
}

/// The least severity that fails a run.
package enum FailureLevel: String, CaseIterable, Sendable {
  case error, warning, info, never
}

/// What becomes of a finding that a change silences.
package enum SilencingLevel: String, CaseIterable, Sendable {
  /// It is told, and fails nothing.
  case warning

  /// It is a finding that nothing silences.
  case error
}
