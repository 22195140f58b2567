/// A length of time in nanoseconds, up to about 292 years either way.
public struct CELDuration: Hashable, Sendable {
  /// The whole length; negative for a time backwards.
  public let nanoseconds: Int

  /// Makes a duration of nanoseconds.
  public init(nanoseconds: Int) { self.nanoseconds = nanoseconds }

  /// Makes a duration of whole seconds and a rest; nil when no duration is that long.
  public init?(seconds: Int, nanoseconds: Int = 0) {
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carry) = whole.addingReportingOverflow(nanoseconds)
    guard !overflow, !carry else { return nil }
    self.nanoseconds = sum
  }
}

extension CELDuration: Comparable {
  /// Returns whether one duration is shorter than another.
  public static func < (left: CELDuration, right: CELDuration) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
