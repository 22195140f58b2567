/// How much a finding weighs, from advice to a broken invariant of the design.
package enum Severity: Int, CaseIterable, Comparable, Hashable, Sendable {
  /// Advice.
  case info
  /// Something that needs a decision or a waiver.
  case warning
  /// A broken invariant of the design.
  case error

  /// The word users read and write.
  package var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Reads the word users write; nil for any other.
  package init?(name: String) {
    guard let severity = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  package static func < (first: Severity, second: Severity) -> Bool {
    first.rawValue < second.rawValue
  }
}
