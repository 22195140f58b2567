import Linting

/// What of the command line decides how both sides of a change are judged.
struct ChangeOptions {
  var project: ProjectOptions

  /// The paths of the design.
  var paths: [String]
  var selection: SelectionOptions
  var suppression: SuppressionOptions
  var failOn: FailOn?

  /// The entry whose subtree the report is about; nil for the whole design.
  var within: String?
  var redact: Bool

  /// The least severity that fails a run.
  func level(_ configuration: Configuration) -> FailureLevel {
    failOn?.level ?? configuration.failOn?.value ?? .error
  }
}
