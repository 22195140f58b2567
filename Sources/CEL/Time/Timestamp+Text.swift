extension Timestamp {
  /// Reads a time in the notation of RFC 3339; nil when it is none, or outside the range.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] | 0x20 == 0x74,
      bytes[13] == 0x3A, bytes[16] == 0x3A,
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]), hour < 24,
      let minute = number(bytes[14..<16]), minute < 60,
      let second = number(bytes[17..<19]), second < 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var rest = bytes[19...]
    var fraction: Int32 = 0
    if rest.first == 0x2E {
      let digits = rest.dropFirst().prefix { $0.isDigit }
      guard (1...9).contains(digits.count), let value = number(digits) else { return nil }
      fraction = Int32(value)
      for _ in digits.count..<9 { fraction *= 10 }
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let offset = zoneOffset(rest) else { return nil }
    let seconds = date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
    self.init(seconds: seconds, nanoseconds: fraction)
  }

  /// The time in the notation of RFC 3339, UTC, with as many digits of the second as it needs.
  public var text: String {
    let date = CivilDate(daysSince1970: floorDivision(seconds, 86_400))
    let second = seconds - date.daysSince1970 * 86_400
    let day = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    let time =
      "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    return "\(day)T\(time)\(fractionText(Int(nanoseconds)))Z"
  }
}

extension CELDuration {
  /// Reads a length of time such as 1h30m, -1.5s or 20ms; nil when it is none, or too long.
  public init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest = rest.dropFirst() }
    if rest.elementsEqual([0x30]) {
      self.init(nanoseconds: 0)
      return
    }
    guard !rest.isEmpty else { return nil }
    var total = 0
    while !rest.isEmpty {
      guard let part = Self.part(&rest) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(isNegative ? -part : part)
      guard !overflow else { return nil }
      total = sum
    }
    self.init(nanoseconds: total)
  }

  /// Takes a number with its unit off the front and returns it in nanoseconds.
  private static func part(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let whole = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == 0x2E {
      fraction = rest.dropFirst().prefix { $0.isDigit }
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    let letters = rest.prefix { !$0.isDigit && $0 != 0x2E }
    rest = rest.dropFirst(letters.count)
    guard let unit = units[String(decoding: letters, as: UTF8.self)] else { return nil }
    guard let count = whole.isEmpty ? 0 : number(whole) else { return nil }
    let (nanoseconds, overflow) = count.multipliedReportingOverflow(by: unit)
    var scale = unit
    var extra = 0
    for digit in fraction where scale > 1 {
      scale /= 10
      extra += Int(digit - 0x30) * scale
    }
    let (sum, carry) = nanoseconds.addingReportingOverflow(extra)
    return overflow || carry ? nil : sum
  }

  private static let units: [String: Int] = [
    "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000,
    "m": 60_000_000_000, "h": 3_600_000_000_000,
  ]

  /// The length in seconds, such as 5400s or -1.5s.
  public var text: String {
    let magnitude = nanoseconds.magnitude
    let fraction = fractionText(Int(magnitude % 1_000_000_000))
    return "\(nanoseconds < 0 ? "-" : "")\(magnitude / 1_000_000_000)\(fraction)s"
  }
}

/// Returns the seconds east of UTC that Z or +hh:mm at the end of a time stands for.
private func zoneOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
  let bytes = Array(bytes)
  if bytes.count == 1, bytes[0] | 0x20 == 0x7A { return 0 }
  guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
    let hours = number(bytes[1..<3]), hours < 24, let minutes = number(bytes[4..<6]), minutes < 60
  else { return nil }
  return (bytes[0] == 0x2D ? -1 : 1) * (hours * 3_600 + minutes * 60)
}

/// Reads digits; nil when something else is among them, or the number is too large.
private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.allSatisfy(\.isDigit) else { return nil }
  return Int(String(decoding: bytes, as: UTF8.self))
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = "\(number)"
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Returns the digits after the point for some nanoseconds, without zeros at the end.
private func fractionText(_ nanoseconds: Int) -> String {
  guard nanoseconds > 0 else { return "" }
  var digits = padded(nanoseconds, 9)
  while digits.hasSuffix("0") { digits.removeLast() }
  return "." + digits
}
