/// A day of the proleptic Gregorian calendar.
struct CivilDate: Hashable {
  let year: Int
  /// From 1 to 12.
  let month: Int
  /// From 1 to 31.
  let day: Int

  private static let daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

  /// Makes a day; nil when the month doesn't have it.
  init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the day that is a number of days after 1970-01-01.
  ///
  /// Cuts the calendar into cycles of 400, 100, 4 and 1 years, counted from the year 1.
  init(daysSince1970 days: Int) {
    let sinceYearOne = days + Self.days(beforeYear: 1970)
    let cycle = sinceYearOne >= 0 ? sinceYearOne / 146_097 : (sinceYearOne - 146_096) / 146_097
    var rest = sinceYearOne - cycle * 146_097
    let centuries = min(rest / 36_524, 3)
    rest -= centuries * 36_524
    let fours = rest / 1_461
    rest -= fours * 1_461
    let years = min(rest / 365, 3)
    rest -= years * 365
    let year = cycle * 400 + centuries * 100 + fours * 4 + years + 1
    var month = 1
    while month < 12, rest >= Self.days(beforeMonth: month + 1, of: year) { month += 1 }
    self.year = year
    self.month = month
    day = rest - Self.days(beforeMonth: month, of: year) + 1
  }

  /// The number of days after 1970-01-01; negative before it.
  var daysSince1970: Int {
    Self.days(beforeYear: year) + dayOfYear - Self.days(beforeYear: 1970)
  }

  /// The number of days of the year that went before.
  var dayOfYear: Int { Self.days(beforeMonth: month, of: year) + day - 1 }

  /// The day of the week, Sunday being 0.
  var dayOfWeek: Int {
    let days = (daysSince1970 + 4) % 7
    return days < 0 ? days + 7 : days
  }

  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days from the first day of the year 1 to the first day of a year.
  private static func days(beforeYear year: Int) -> Int {
    let full = year - 1
    func cycles(_ length: Int) -> Int {
      full >= 0 ? full / length : (full - length + 1) / length
    }
    return full * 365 + cycles(4) - cycles(100) + cycles(400)
  }

  private static func days(beforeMonth month: Int, of year: Int) -> Int {
    daysBeforeMonth[month - 1] + (month > 2 && isLeap(year) ? 1 : 0)
  }
}
