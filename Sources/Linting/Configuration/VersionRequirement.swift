/// Which versions of orglint a configuration is for: `>= 0.1`, `>= 0.1, < 2`.
package struct VersionRequirement: Sendable {
  private var bounds: [(comparison: String, version: [Int])] = []

  /// Longer ones first, since a shorter one may begin them.
  private static let comparisons = [">=", "<=", "=", ">", "<"]

  /// Reads bounds with commas between them; nil for anything else.
  package init?(_ text: String) {
    for bound in text.split(separator: ",", omittingEmptySubsequences: false) {
      let bound = bound.filter { $0 != " " }
      guard let comparison = VersionRequirement.comparisons.first(where: bound.hasPrefix),
        let version = VersionRequirement.version(bound.dropFirst(comparison.count))
      else { return nil }
      bounds.append((comparison, version))
    }
  }

  /// Returns whether a version meets every bound; numbers that are not written are 0.
  package func admits(_ version: String) -> Bool {
    guard let version = VersionRequirement.version(version[...]) else { return false }
    return bounds.allSatisfy { bound in
      let isBelow = version.lexicographicallyPrecedes(bound.version)
      return switch bound.comparison {
      case ">=": !isBelow
      case "<": isBelow
      case ">": !isBelow && version != bound.version
      case "<=": isBelow || version == bound.version
      default: version == bound.version
      }
    }
  }

  /// Reads one to three numbers, always as three.
  private static func version(_ text: Substring) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isNumber) ? Int(part) : nil }
    guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
    return numbers + [Int](repeating: 0, count: 3 - numbers.count)
  }
}
