extension StandardLibrary {
  /// Makes the functions that read parts of times, with what knows named time zones.
  static func timeFunctions(_ timeZones: TimeZoneProvider?) -> [FunctionDeclaration] {
    parts.map { part in
      FunctionDeclaration(
        part.name,
        part.summary,
        overloads: [
          .member([.timestamp], .int) { arguments, _ in
            guard case .timestamp(let time) = arguments[0] else {
              return arguments.mismatch(part.name)
            }
            return .int(part.read(LocalTime(time, offset: 0)))
          },
          .member([.timestamp, .string], .int) { arguments, _ in
            guard case .timestamp(let time) = arguments[0] else {
              return arguments.mismatch(part.name)
            }
            let zone = arguments.string(1)
            guard let offset = offset(of: zone, at: time.seconds, timeZones) else {
              return .failure(.invalidArgument("'\(zone)' is no time zone that is known here"))
            }
            return .int(part.read(LocalTime(time, offset: offset)))
          },
        ] + (part.length.map { length in [durationOverload(part.name, length)] } ?? []),
        examples: [
          .init("timestamp('2026-11-22T10:20:30.500Z').\(part.name)()", part.example),
          .init("timestamp('2026-11-22T10:20:30.500Z').\(part.name)('+14:00')", part.zoneExample),
        ]
      )
    }
  }

  private static func durationOverload(
    _ name: String,
    _ read: @escaping @Sendable (Int) -> Int
  ) -> Overload {
    .member([.duration], .int) { arguments, _ in
      guard case .duration(let duration) = arguments[0] else { return arguments.mismatch(name) }
      return .int(read(duration.nanoseconds))
    }
  }

  /// Returns the seconds that a zone, named or given as +hh:mm, is ahead of UTC at a moment.
  private static func offset(of zone: String, at seconds: Int, _ timeZones: TimeZoneProvider?)
    -> Int?
  {
    let bytes = Array(zone.utf8)
    if ["UTC", "Z", "GMT", ""].contains(zone) { return 0 }
    let isSigned = bytes[0] == 0x2B || bytes[0] == 0x2D
    let digits = bytes.dropFirst(isSigned ? 1 : 0)
    if digits.count == 5, digits[digits.startIndex + 2] == 0x3A,
      let hours = Int(String(decoding: digits.prefix(2), as: UTF8.self)), hours < 24, hours >= 0,
      let minutes = Int(String(decoding: digits.suffix(2), as: UTF8.self)), minutes < 60,
      minutes >= 0
    {
      return (bytes[0] == 0x2D ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
    return timeZones?(zone)?.offset(at: seconds)
  }

  /// A part of a time that can be read.
  private struct Part: Sendable {
    let name: String
    let summary: String
    let example: String
    let zoneExample: String
    /// Reads the part of a length in nanoseconds, where lengths have it.
    var length: (@Sendable (Int) -> Int)?
    let read: @Sendable (LocalTime) -> Int

    init(
      _ name: String,
      _ summary: String,
      _ example: String,
      _ zoneExample: String,
      length: (@Sendable (Int) -> Int)? = nil,
      _ read: @escaping @Sendable (LocalTime) -> Int
    ) {
      self.name = name
      self.summary = summary
      self.example = example
      self.zoneExample = zoneExample
      self.length = length
      self.read = read
    }
  }

  private static let parts: [Part] = [
    Part("getFullYear", "The year.", "2026", "2026") { $0.date.year },
    Part("getMonth", "The month, January being 0.", "10", "10") { $0.date.month - 1 },
    Part("getDate", "The day of the month, from 1.", "22", "23") { $0.date.day },
    Part("getDayOfMonth", "The day of the month, from 0.", "21", "22") { $0.date.day - 1 },
    Part("getDayOfWeek", "The day of the week, Sunday being 0.", "0", "1") { $0.date.dayOfWeek },
    Part("getDayOfYear", "The day of the year, from 0.", "325", "326") { $0.date.dayOfYear },
    Part(
      "getHours",
      "The hour of the day, or all hours of a duration.",
      "10",
      "0",
      length: { $0 / 3_600_000_000_000 }
    ) { $0.second / 3_600 },
    Part(
      "getMinutes",
      "The minute of the hour, or all minutes of a duration.",
      "20",
      "20",
      length: { $0 / 60_000_000_000 }
    ) { $0.second / 60 % 60 },
    Part(
      "getSeconds",
      "The second of the minute, or all seconds of a duration.",
      "30",
      "30",
      length: { $0 / 1_000_000_000 }
    ) { $0.second % 60 },
    Part(
      "getMilliseconds",
      "The milliseconds past the second.",
      "500",
      "500",
      length: { $0 / 1_000_000 % 1_000 }
    ) { $0.nanoseconds / 1_000_000 },
  ]
}

/// A time as a calendar and a clock somewhere show it.
private struct LocalTime {
  let date: CivilDate
  /// Seconds since midnight.
  let second: Int
  let nanoseconds: Int

  init(_ time: Timestamp, offset: Int) {
    let local = time.seconds + offset
    let days = floorDivision(local, 86_400)
    date = CivilDate(daysSince1970: days)
    second = local - days * 86_400
    nanoseconds = Int(time.nanoseconds)
  }
}
