extension TimeZoneRules {
  /// Reads the bytes of a file in the TZif format of RFC 8536; nil when they are not well-formed.
  public init?(tzif bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let first = Header(&reader) else { return nil }
    guard first.version >= 2 else {
      guard let block = Block(&reader, first, timeSize: 4) else { return nil }
      self.init(firstOffset: block.firstOffset, transitions: block.transitions, rule: nil)
      return
    }
    // The first block is there for old readers; the second has 64 bits for a time.
    guard reader.skip(first.size(timeSize: 4)), let second = Header(&reader),
      let block = Block(&reader, second, timeSize: 8)
    else { return nil }
    let footer = reader.line()
    self.init(
      firstOffset: block.firstOffset,
      transitions: block.transitions,
      rule: footer.isEmpty ? nil : YearlyRule(posix: footer)
    )
  }

  private struct Header {
    let version: Int
    let counts: [Int]

    init?(_ reader: inout ByteReader) {
      guard reader.take(4) == Array("TZif".utf8), let version = reader.take(1)?.first,
        reader.skip(15)
      else { return nil }
      self.version = version == 0 ? 1 : Int(version) - 0x30
      var counts: [Int] = []
      for _ in 0..<6 {
        guard let count = reader.integer(size: 4), (0..<1_000_000).contains(count) else {
          return nil
        }
        counts.append(count)
      }
      self.counts = counts
    }

    var leapCount: Int { counts[2] }
    var timeCount: Int { counts[3] }
    var typeCount: Int { counts[4] }

    func size(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + counts[5] + leapCount * (timeSize + 4)
        + counts[1] + counts[0]
    }
  }

  private struct Block {
    let firstOffset: Int
    let transitions: [Transition]

    init?(_ reader: inout ByteReader, _ header: Header, timeSize: Int) {
      guard reader.remaining >= header.size(timeSize: timeSize), header.typeCount > 0 else {
        return nil
      }
      let times = (0..<header.timeCount).compactMap { _ in reader.integer(size: timeSize) }
      let indexes = reader.take(header.timeCount) ?? []
      var offsets: [Int] = []
      for _ in 0..<header.typeCount {
        guard let offset = reader.integer(size: 4), reader.skip(2) else { return nil }
        offsets.append(offset)
      }
      let rest = header.size(timeSize: timeSize) - header.timeCount * (timeSize + 1)
      guard reader.skip(rest - header.typeCount * 6), times.count == indexes.count,
        indexes.allSatisfy({ Int($0) < offsets.count }), zip(times, times.dropFirst()).allSatisfy(<)
      else { return nil }
      firstOffset = offsets[0]
      transitions = zip(times, indexes).map {
        Transition(start: $0, offset: offsets[Int($1)])
      }
    }
  }
}

/// Takes big-endian numbers off an array of bytes.
private struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var remaining: Int { bytes.count - position }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= remaining else { return nil }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func skip(_ count: Int) -> Bool { take(count) != nil }

  /// Takes a signed number of 4 or 8 bytes.
  mutating func integer(size: Int) -> Int? {
    guard let taken = take(size) else { return nil }
    let bits = taken.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(truncatingIfNeeded: bits)
  }

  /// Takes the text between two line breaks.
  mutating func line() -> String {
    guard take(1) == [0x0A] else { return "" }
    let rest = bytes[position...]
    return String(decoding: rest.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}

extension YearlyRule {
  /// Reads a rule in the notation of the TZ variable of POSIX, such as CET-1CEST,M3.5.0,M10.5.0/3.
  init?(posix text: String) {
    var parser = PosixParser(text)
    guard parser.name(), let west = parser.time() else { return nil }
    standardOffset = -west
    guard !parser.isAtEnd else {
      summerOffset = -west
      summer = nil
      return
    }
    guard parser.name() else { return nil }
    let summerWest = parser.next == UInt8(ascii: ",") ? west - 3_600 : parser.time()
    guard let summerWest, let start = parser.change(), let end = parser.change(), parser.isAtEnd
    else { return nil }
    summerOffset = -summerWest
    summer = (start, end)
  }
}

private struct PosixParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position >= bytes.count }
  var next: UInt8 { isAtEnd ? 0 : bytes[position] }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Takes the abbreviation of a zone.
  mutating func name() -> Bool {
    let start = position
    if take("<") {
      while !isAtEnd, next != UInt8(ascii: ">") { position += 1 }
      return take(">")
    }
    while (next | 0x20) &- 0x61 < 26 { position += 1 }
    return position > start
  }

  mutating func number() -> Int? {
    let start = position
    var value = 0
    while next.isDigit, position - start < 4 {
      value = value * 10 + Int(next - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  /// Takes hours, minutes and seconds with a sign and returns them as seconds.
  mutating func time() -> Int? {
    let sign = take("-") ? -1 : 1
    if sign == 1 { _ = take("+") }
    guard let hours = number() else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where take(":") {
      guard let part = number() else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  mutating func change() -> YearlyRule.Change? {
    guard take(","), let day = day() else { return nil }
    guard take("/") else { return YearlyRule.Change(day: day, second: 7_200) }
    return time().map { YearlyRule.Change(day: day, second: $0) }
  }

  private mutating func day() -> YearlyRule.Day? {
    if take("J") { return number().map { .julian($0) } }
    guard take("M") else { return number().map { .ordinal($0) } }
    guard let month = number(), (1...12).contains(month), take("."), let week = number(),
      (1...5).contains(week), take("."), let weekday = number(), (0...6).contains(weekday)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }
}
