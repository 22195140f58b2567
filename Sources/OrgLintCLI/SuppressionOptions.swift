import ArgumentParser
import Linting

/// What silences findings beside the design itself.
struct SuppressionOptions: ParsableArguments {
  @Option(help: "Silence the findings that stand in this file; see orglint baseline.")
  var baseline: String?

  @Flag(help: "Report what waivers, comments and the baseline silence, too.")
  var noIgnores = false

  /// Returns what silences findings; a baseline that is not there or damaged ends the run.
  func suppression(_ configuration: Configuration) throws(UsageError) -> Suppression {
    var suppression = Suppression()
    suppression.isOff = noIgnores
    if let file = file(configuration) {
      suppression.baseline = try BaselineFile(path: file).read()
    }
    return suppression
  }

  /// The file of the baseline; nil without one.
  func file(_ configuration: Configuration) -> String? {
    baseline ?? configuration.baseline?.value
  }

  /// Says on standard error how many entries match nothing any more.
  func note(_ stale: [Baseline.Entry]) {
    guard !stale.isEmpty else { return }
    let verb = stale.count == 1 ? "matches" : "match"
    Console.complain(
      "\(entries(stale.count)) of the baseline \(verb) nothing any more; "
        + "orglint baseline prune takes them out"
    )
  }
}
