package import RuleLanguage

/// What designs are judged by and silenced by at one side of a change.
package struct InForce: Sendable {
  package var configuration: Configuration

  /// With what the command line says.
  package var selection: RuleSelection

  /// All rules, as the configuration wants them enforced.
  package var rules: [RuleDefinition]

  /// The configuration file; nil without one.
  package var path: String?

  /// The folders and files that are the design.
  package var roots: [String] = []

  /// The file of the baseline, and what is in it.
  package var baselinePath: String?
  package var baseline: Baseline?

  /// The waivers and comments of the design that are valid.
  package var silencers: Set<SilencerKey> = []

  /// The stage of the design.
  package var stage = ""

  /// What is wrong in its files, in words; the rest of them counts.
  package var mistakes: [String] = []

  /// The absolute folder that paths start at.
  package let workingDirectory: String

  package init(
    _ configuration: Configuration,
    _ selection: RuleSelection,
    rules: [RuleDefinition],
    workingDirectory: String
  ) {
    self.configuration = configuration
    self.selection = selection
    self.rules = rules
    self.workingDirectory = workingDirectory
  }

  /// Whether a finding that a change silences is an error.
  package var silencing: SilencingLevel { configuration.silencing?.value ?? .warning }

  /// Whether both take the same files for the design.
  package func loadsAsMuch(as other: InForce) -> Bool {
    files == other.files
  }

  private var files: [Set<String>] {
    [Set(roots.map { pattern($0).absolute }), Set(excluded.map(\.absolute))]
  }

  var excluded: [PathPattern] { configuration.exclude?.value ?? [] }

  /// A path of the working directory that is compared wherever it is named from.
  func pattern(_ path: String) -> PathPattern {
    PathPattern(path, in: "", workingDirectory: workingDirectory)
  }
}
