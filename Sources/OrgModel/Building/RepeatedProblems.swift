import Diagnostics

/// What was reported of a file, so that what aliases and merge keys bring to many entries is
/// reported once, and no file has more problems than somebody reads.
struct RepeatedProblems {
  /// The errors that are listed of one file, and likewise the hints.
  static let limit = 1000

  /// The unknown keys that are listed of one file.
  static let unknownKeyLimit = 10_000

  /// How often what a diagnostic says was met, by its position, where it was more than once.
  private(set) var diagnostics: [Int: Int] = [:]

  /// In how many entries an unknown key was met, likewise.
  private(set) var unknownKeys: [Int: Int] = [:]

  private var known: [Key: Position] = [:]
  private var errors = 0
  private var hints = 0

  private struct Key: Hashable {
    var rule: String
    var node: Int
    var field: String?
  }

  private enum Position {
    case diagnostic(Int)
    case unknownKey(Int)
    case several
  }

  /// Returns whether a rule says something of a node and a field for the first time; if not, the
  /// finding at the position that it was given then counts one more.
  mutating func isFirst(
    _ rule: String,
    _ node: Int,
    _ field: String?,
    diagnostic: Int? = nil,
    unknownKey: Int? = nil
  ) -> Bool {
    let key = Key(rule: rule, node: node, field: field)
    switch known[key] {
    case .diagnostic(let index): diagnostics[index, default: 1] += 1
    case .unknownKey(let index): unknownKeys[index, default: 1] += 1
    case .several: break
    case nil:
      known[key] =
        diagnostic.map(Position.diagnostic) ?? unknownKey.map(Position.unknownKey) ?? .several
      return true
    }
    return false
  }

  /// Whether there is no room left for diagnostics of a severity.
  func isFull(_ severity: Severity) -> Bool {
    (severity == .error ? errors : hints) >= RepeatedProblems.limit
  }

  /// Returns how many diagnostics of a severity there is room for, and takes one; the last one says
  /// that there are more.
  mutating func room(for severity: Severity) -> Int {
    let count = severity == .error ? errors : hints
    if severity == .error { errors += 1 } else { hints += 1 }
    return max(0, RepeatedProblems.limit + 1 - count)
  }
}
