import ArgumentParser
import Linting

/// What silences findings beside the design itself.
struct SuppressionOptions: ParsableArguments {
  @Option(help: "Silence the findings that stand in this file; see orglint baseline.")
  var baseline: String?

  @Flag(help: "Report what waivers, comments and the baseline silence, too.")
  var noIgnores = false

  /// Returns what silences findings; a baseline that is not there or damaged ends the run.
  ///
  /// - Parameter baseline: The bytes of its file, where they are read already.
  func suppression(
    _ project: Workspace.Project,
    baseline: [UInt8]? = nil
  ) throws(UsageError) -> Suppression {
    var suppression = Suppression()
    suppression.isOff = noIgnores
    if let file = file(project) { suppression.baseline = try file.read(baseline) }
    return suppression
  }

  /// The file of the baseline; nil without one.
  func file(_ project: Workspace.Project) -> BaselineFile? {
    BaselineFile(baseline, project)
  }

  /// Says on standard error how many entries match nothing any more.
  func note(staleEntries: Int) {
    guard staleEntries > 0 else { return }
    let verb = staleEntries == 1 ? "matches" : "match"
    Console.complain(
      "\(entries(staleEntries)) of the baseline \(verb) nothing any more; "
        + "orglint baseline prune takes them out"
    )
  }
}
