/// A moment between the years 1 and 9999, to the nanosecond.
public struct Timestamp: Hashable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  public let seconds: Int
  /// Nanoseconds past the second, from 0 to 999,999,999.
  public let nanoseconds: Int32

  /// The seconds that timestamps can have: 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
  static let validSeconds = -62_135_596_800...253_402_300_799

  /// Makes a timestamp; nil outside the years 1 to 9999 or when the nanoseconds are no fraction.
  public init?(seconds: Int, nanoseconds: Int32 = 0) {
    guard Self.validSeconds.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else {
      return nil
    }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Makes the first moment of a day, UTC; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    self.init(seconds: date.daysSince1970 * 86_400)
  }

  /// Returns the moment a duration later, or nil outside the years 1 to 9999.
  func adding(_ duration: CELDuration) -> Timestamp? {
    let nanoseconds = Int(self.nanoseconds) + duration.nanoseconds % 1_000_000_000
    let carry = nanoseconds < 0 ? -1 : nanoseconds / 1_000_000_000
    return Timestamp(
      seconds: seconds + duration.nanoseconds / 1_000_000_000 + carry,
      nanoseconds: Int32(nanoseconds - carry * 1_000_000_000)
    )
  }

  /// Returns the time from another moment to this one, or nil when no duration is that long.
  func since(_ earlier: Timestamp) -> CELDuration? {
    let (whole, overflow) = (seconds - earlier.seconds).multipliedReportingOverflow(
      by: 1_000_000_000
    )
    guard !overflow else { return nil }
    let sum = whole.addingReportingOverflow(Int(nanoseconds) - Int(earlier.nanoseconds))
    return sum.overflow ? nil : CELDuration(nanoseconds: sum.partialValue)
  }
}

extension Timestamp: Comparable {
  /// Returns whether one moment is earlier than another.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
