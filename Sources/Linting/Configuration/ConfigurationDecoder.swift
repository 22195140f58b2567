package import Diagnostics
package import RuleLanguage
package import SourceText
import YAMLSyntax

/// Reads configuration files into one configuration; every mistake becomes a located diagnostic.
package struct ConfigurationDecoder {
  package internal(set) var configuration = Configuration()
  package private(set) var problems: [Diagnostic] = []

  /// More mistakes than this have one cause, or no good one.
  private static let problemLimit = 100

  let rules: [RuleDefinition]

  /// Whether what is said about rules is read.
  let readsRules: Bool

  /// The absolute folder that paths are shown from.
  let workingDirectory: String
  private let version: String

  /// The file that is being read.
  private(set) var file: ConfigurationFile

  /// What is being read of one rule, and of one override.
  var choice = RuleChoice()
  var part: ConfigurationOverride.Part?
  var overriding: [String: RuleChoice] = [:]

  var yaml: YAMLFile { file.yaml }

  /// Reads files, each over those before it.
  ///
  /// - Parameters:
  ///   - rules: All rules that the configuration may name; nil to pass by what is said about rules.
  ///   - version: The version of orglint.
  package static func decode(
    _ files: [ConfigurationFile],
    rules: [RuleDefinition]?,
    version: String,
    workingDirectory: String
  ) -> (configuration: Configuration, problems: [Diagnostic]) {
    guard let first = files.first else { return (Configuration(), []) }
    var decoder = ConfigurationDecoder(
      rules: rules,
      workingDirectory: workingDirectory,
      version: version,
      file: first
    )
    for file in files { decoder.read(file) }
    return (decoder.configuration, decoder.problems)
  }

  private init(
    rules: [RuleDefinition]?,
    workingDirectory: String,
    version: String,
    file: ConfigurationFile
  ) {
    self.rules = rules ?? []
    readsRules = rules != nil
    self.workingDirectory = workingDirectory
    self.version = version
    self.file = file
  }

  private mutating func read(_ file: ConfigurationFile) {
    self.file = file
    for problem in yaml.problems {
      // The help about limits speaks of designs.
      report(problem.message, at: problem.span, help: problem.id == .limit ? nil : problem.help)
    }
    if yaml.documents.count > 1 {
      report("a configuration is one document, and here begins another", at: yaml.documents[1])
    }
    guard let root = yaml.documents.first, !yaml.isNull(root) else { return }
    guard file.root != nil else {
      return report("a configuration is a mapping of keys such as rules and paths", at: root)
    }
    // A file for another version may well have keys that this one doesn't know.
    if admitsVersion(root) { readKeys(of: root, ConfigurationKey.all, "the configuration") }
  }

  private mutating func admitsVersion(_ root: Int) -> Bool {
    guard let entry = yaml.value(named: "required_version", in: root),
      let requirement = VersionRequirement(yaml.text(of: entry.value)),
      !requirement.admits(version)
    else { return true }
    report(
      "this configuration is for orglint \(yaml.text(of: entry.value)), and this is \(version)",
      at: entry.value,
      help: "use a version it is for, or change required_version"
    )
    return false
  }

  /// Reads the entries of a mapping by a table; an unknown key is a problem with the nearest one.
  mutating func readKeys(of mapping: Int, _ table: [ConfigurationKey], _ what: String) {
    checkDuplicates(of: mapping)
    for entry in yaml.entries(of: mapping) {
      let name = yaml.text(of: entry.key)
      if let key = table.first(where: { $0.name == name }) {
        key.read(&self, entry)
      } else if !name.hasPrefix("x-") {
        report(
          "\(what) has no key '\(name)'",
          at: entry.key,
          help: nearest(name, table.map(\.name), else: "its keys")
        )
      }
    }
  }

  mutating func checkDuplicates(of mapping: Int) {
    for duplicate in yaml.duplicateKeys(of: mapping) {
      report("the key '\(yaml.text(of: duplicate.second))' stands twice", at: duplicate.second)
    }
  }

  /// Words that point to the nearest name, or to all where there are few and none is near.
  func nearest(_ wrong: String, _ names: [String], else what: String) -> String? {
    guard problems.count < ConfigurationDecoder.problemLimit else { return nil }
    if let name = NearestNames.of(wrong, among: names).first { return "did you mean '\(name)'?" }
    return names.count <= 13 ? "\(what): \(names.joined(separator: ", "))" : nil
  }

  mutating func report(_ message: String, at node: Int, help: String? = nil) {
    report(message, at: yaml.span(of: node), help: help)
  }

  mutating func report(_ message: String, at span: SourceSpan, help: String? = nil) {
    guard problems.count < ConfigurationDecoder.problemLimit else { return }
    problems.append(
      ConfigurationProblem.diagnostic(message, at: span, help: help, path: file.path)
    )
  }
}

/// A mistake in a configuration file.
package enum ConfigurationProblem {
  /// The id all of them have.
  package static let id = "config"

  /// Returns a problem of the configuration file at that path.
  package static func diagnostic(
    _ message: String,
    at span: SourceSpan,
    help: String? = nil,
    path: String
  ) -> Diagnostic {
    Diagnostic(
      rule: id,
      severity: .error,
      message: message,
      help: help,
      primary: Label(span),
      targets: ["file/" + path],
      discriminator: String(span.start)
    )
  }
}
