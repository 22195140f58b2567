import Diagnostics
import Linting
import SourceText

/// The file of a baseline.
struct BaselineFile {
  var path: String

  /// The name it has where nobody gives another.
  static let standardPath = ".orglint-baseline.json"

  /// Reads it; a missing or damaged one ends the run, with the place.
  ///
  /// - Parameter known: Its bytes, where they are read already.
  func read(_ known: [UInt8]? = nil) throws(UsageError) -> Baseline {
    guard let bytes = known ?? DesignLoader.bytes(path) else {
      throw UsageError(
        "there is no baseline '\(path)'; orglint baseline write makes one"
      )
    }
    let (baseline, problems) = Baseline.read(bytes, file: FileID(0))
    guard let baseline else {
      throw ProblemReport.error(
        problems,
        in: SourceSet([SourceFile(path: path, bytes: bytes)])
      )
    }
    return baseline
  }

  /// Writes it whole or not at all.
  func write(_ baseline: Baseline) throws(UsageError) {
    try Console.write(baseline.text, to: path)
  }
}
