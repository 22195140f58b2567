import Diagnostics
import Linting
import SourceText

/// The file of a baseline.
struct BaselineFile {
  var path: String

  /// What it must lie in; nil where the command line names it.
  var boundary: FileBoundary?

  /// The name it has where nobody gives another.
  static let standardPath = ".orglint-baseline.json"

  /// Its bytes; nil where there is nothing that could be one.
  func bytes(isReplaced: Bool = false) -> [UInt8]? {
    boundary.map { $0.bytes(path, isReplaced: isReplaced) }
      ?? DesignLoader.bytes(path, isReplaced: isReplaced)
  }

  /// Reads it; a missing or damaged one ends the run, with the place.
  ///
  /// - Parameters:
  ///   - known: Its bytes, where they are read already.
  ///   - isReplaced: Whether it is read in order to be written anew.
  func read(_ known: [UInt8]? = nil, isReplaced: Bool = false) throws(UsageError) -> Baseline {
    guard let bytes = known ?? bytes(isReplaced: isReplaced) else {
      throw UsageError(
        "there is no baseline '\(path)'; orglint baseline write makes one"
      )
    }
    let (baseline, problems) = Baseline.read(bytes, file: FileID(0))
    guard let baseline else { throw UsageError(words(problems[0], in: bytes)) }
    return baseline
  }

  /// Says what is wrong without a line of the file, which may be anything but a baseline.
  private func words(_ problem: Diagnostic, in bytes: [UInt8]) -> String {
    let lines = LineTable(bytes)
    let place = problem.primary.span.bytes.lowerBound
    let line = lines.line(at: place)
    let column = place - lines.range(ofLine: line).lowerBound + 1
    return "baseline \(path):\(line):\(column): \(problem.message)"
      + (problem.help.map { "; \($0)" } ?? "")
  }

  /// The one that the command line names, else the configuration's; nil without one.
  init?(_ named: String?, _ project: Workspace.Project) {
    guard let path = named ?? project.configuration.baseline?.value else { return nil }
    self.path = path
    boundary = named == nil ? project.boundary : nil
  }

  /// The one that has the name of any.
  private init() {
    path = BaselineFile.standardPath
    boundary = FileBoundary(around: path)
  }

  static var standard: BaselineFile { BaselineFile() }

  /// Writes it whole or not at all.
  func write(_ baseline: Baseline) throws(UsageError) {
    try Console.write(baseline.text, to: path)
  }
}
