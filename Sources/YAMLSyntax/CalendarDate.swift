/// Dates of the Gregorian calendar as days since 1970-01-01.
package enum CalendarDate {
  /// Returns the day of a date `YYYY-MM-DD`; nil for any other text and for days that don't exist.
  package static func day(of text: some Collection<UInt8>) -> Int? {
    guard text.count == 10 else { return nil }
    var parts = [0, 0, 0]
    var part = 0
    for (position, byte) in text.enumerated() {
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        part += 1
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        parts[part] = parts[part] * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    return day(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Returns the day of a date in the years 1 to 9999; nil for one that doesn't exist.
  package static func day(year: Int, month: Int, day: Int) -> Int? {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= length(ofMonth: month, in: year) else { return nil }
    return firstDay(ofYear: year) + daysBefore(month: month, in: year) + day - 1
  }

  /// Returns a day as `YYYY-MM-DD`; days outside the years 1 to 9999 become the nearest inside.
  package static func text(ofDay day: Int) -> String {
    let day = min(max(day, firstDay(ofYear: 1)), firstDay(ofYear: 10_000) - 1)
    // The estimate is at most one year off, because a year has 365 or 366 days.
    var year = 1970 + (day * 400).quotient(flooredBy: 146_097)
    while firstDay(ofYear: year) > day { year -= 1 }
    while firstDay(ofYear: year + 1) <= day { year += 1 }
    var month = 1
    var rest = day - firstDay(ofYear: year)
    while rest >= length(ofMonth: month, in: year) {
      rest -= length(ofMonth: month, in: year)
      month += 1
    }
    return [padded(year, to: 4), padded(month, to: 2), padded(rest + 1, to: 2)]
      .joined(separator: "-")
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysBefore(month: Int, in year: Int) -> Int {
    (1..<month).reduce(0) { $0 + length(ofMonth: $1, in: year) }
  }

  private static func firstDay(ofYear year: Int) -> Int {
    let before = year - 1
    let leapDays =
      before.quotient(flooredBy: 4) - before.quotient(flooredBy: 100)
      + before.quotient(flooredBy: 400)
    // 719,162 days from 0001-01-01 to 1970-01-01.
    return before * 365 + leapDays - 719_162
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

extension Int {
  /// Divides, rounding towards minus infinity.
  fileprivate func quotient(flooredBy divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
