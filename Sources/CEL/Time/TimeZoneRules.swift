/// Where the rules of a named time zone come from; nil for a name that is unknown.
///
/// It is asked at every evaluation that names a zone, so that it does well to keep what it read.
public typealias TimeZoneProvider = @Sendable (String) -> TimeZoneRules?

/// How far local time is from UTC, and when that changes.
public struct TimeZoneRules: Sendable, Equatable {
  /// A moment from which an offset holds, in seconds since 1970.
  struct Transition: Equatable {
    let start: Int
    let offset: Int
  }

  /// The offset before the first transition.
  let firstOffset: Int
  /// The changes, oldest first.
  let transitions: [Transition]
  /// What holds after the last transition; nil for the offset of that one.
  let rule: YearlyRule?

  /// Makes a zone that is always the same number of seconds east of UTC.
  public init(fixedOffset seconds: Int) {
    firstOffset = seconds
    transitions = []
    rule = nil
  }

  init(firstOffset: Int, transitions: [Transition], rule: YearlyRule?) {
    self.firstOffset = firstOffset
    self.transitions = transitions
    self.rule = rule
  }

  /// Returns the seconds that local time is ahead of UTC at a moment.
  public func offset(at seconds: Int) -> Int {
    guard let last = transitions.last, seconds < last.start else {
      return rule?.offset(at: seconds) ?? transitions.last?.offset ?? firstOffset
    }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].start <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : transitions[low - 1].offset
  }
}

/// An offset that is the same every year, or changes twice a year on fixed days.
struct YearlyRule: Equatable, Sendable {
  /// A day of the year and the second of that day, local time before the change.
  struct Change: Equatable, Sendable {
    let day: Day
    let second: Int
  }

  /// The ways to name a day of every year.
  enum Day: Equatable, Sendable {
    /// A day from 1 to 365 that never counts February 29.
    case julian(Int)
    /// A day from 0 to 365.
    case ordinal(Int)
    /// The week of the month, 5 for the last, and the day of the week, Sunday being 0.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  let standardOffset: Int
  let summerOffset: Int
  /// When summer time begins and ends; nil where there is none.
  let summer: (start: Change, end: Change)?

  static func == (left: Self, right: Self) -> Bool {
    left.standardOffset == right.standardOffset && left.summerOffset == right.summerOffset
      && left.summer?.start == right.summer?.start && left.summer?.end == right.summer?.end
  }

  /// Returns the seconds that local time is ahead of UTC at a moment.
  func offset(at seconds: Int) -> Int {
    guard let summer else { return standardOffset }
    let local = seconds + standardOffset
    let year = CivilDate(daysSince1970: floorDivision(local, 86_400)).year
    let start = summer.start.moment(in: year) - standardOffset
    let end = summer.end.moment(in: year) - summerOffset
    let isSummer =
      start < end ? seconds >= start && seconds < end : !(seconds >= end && seconds < start)
    return isSummer ? summerOffset : standardOffset
  }
}

extension YearlyRule.Change {
  /// Returns the seconds from 1970 to the change, both local.
  fileprivate func moment(in year: Int) -> Int {
    guard let january = CivilDate(year: year, month: 1, day: 1) else { return 0 }
    let days: Int
    switch day {
    case .ordinal(let ordinal): days = january.daysSince1970 + ordinal
    case .julian(let julian):
      let skipsLeapDay = CivilDate.isLeap(year) && julian >= 60
      days = january.daysSince1970 + julian - 1 + (skipsLeapDay ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return 0 }
      let ahead = (weekday - first.dayOfWeek + 7) % 7
      let length = CivilDate.days(inMonth: month, of: year)
      var offset = ahead + (week - 1) * 7
      while offset >= length { offset -= 7 }
      days = first.daysSince1970 + offset
    }
    return days * 86_400 + second
  }
}

/// Divides and rounds down, also below zero.
func floorDivision(_ dividend: Int, _ divisor: Int) -> Int {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
