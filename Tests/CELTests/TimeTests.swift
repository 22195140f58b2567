import CEL
import CELConformance
import Testing

@Suite struct TimeTests {
  @Test func `writes every day as it reads it`() throws {
    var seconds = -62_135_596_800
    var seen: Set<String> = []
    while seconds <= 253_402_300_799 {
      let time = try #require(Timestamp(seconds: seconds))
      #expect(Timestamp(time.text) == time)
      seen.insert(time.text)
      seconds += 86_400 * 97 + 1
    }
    #expect(seen.contains("0001-01-01T00:00:00Z"))
    #expect(seen.count > 37_000)
  }

  @Test(arguments: [
    ("2024-02-29T00:00:00Z", 1_709_164_800), ("2000-03-01T00:00:00Z", 951_868_800),
    ("1900-03-01T00:00:00Z", -2_203_891_200), ("1969-12-31T23:59:59Z", -1),
    ("2026-11-22T01:00:00+02:00", 1_795_302_000),
  ])
  func `knows the calendar`(text: String, seconds: Int) {
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01", "",
    "2024-01-01T00:00:00", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00.1234567890Z",
    "2024-01-01T00:00:00+24:00", "0001-01-01T00:00:00+01:00", "2024-01-01t00:00:00z0",
  ])
  func `takes no other times`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test(arguments: [
    ("1h30m", 5_400_000_000_000), ("-1.5s", -1_500_000_000), ("0", 0), ("1us2ns", 1_002),
    (".5h", 1_800_000_000_000), ("1.0000000001s", 1_000_000_000), ("+2ms", 2_000_000),
  ])
  func `reads lengths of time`(text: String, nanoseconds: Int) {
    #expect(CELDuration(text)?.nanoseconds == nanoseconds)
  }

  @Test(arguments: ["", "1", "s", "-", "1x", "1s ", "9999999999h", ".s", "1.2.3s"])
  func `takes no other lengths`(text: String) {
    #expect(CELDuration(text) == nil)
  }

  /// The bytes of a zone with a yearly rule and one change in 1980 before it.
  static func zone(footer: String) -> [UInt8] {
    func header(_ counts: [UInt8]) -> [UInt8] {
      Array("TZif2".utf8) + Array(repeating: 0, count: 15) + counts.flatMap { [0, 0, 0, $0] }
    }
    let times: [UInt8] = [0, 0, 0, 0, 0x12, 0xCE, 0xA6, 0]
    let types: [UInt8] = [0, 0, 0, 0, 0, 0] + [0, 0, 0x0E, 0x10, 0, 0]
    let body = times + [1] + types + Array("A\0".utf8)
    return header([0, 0, 0, 0, 0, 0]) + header([0, 0, 0, 1, 2, 2]) + body
      + Array("\n\(footer)\n".utf8)
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z", 3_600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:59:59Z", 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", 3_600),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01T00:00:00Z", 39_600),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-07-01T00:00:00Z", 36_000),
    ("<+0545>-5:45", "2026-07-01T00:00:00Z", 20_700),
    ("X3Y,J60/0,300", "2026-02-28T00:00:00Z", -10_800),
    ("X3Y,J60/0,300", "2026-03-02T00:00:00Z", -7_200), ("", "1970-06-01T00:00:00Z", 0),
    ("", "2026-01-01T00:00:00Z", 3_600),
  ])
  func `follows the rules of a zone`(footer: String, time: String, offset: Int) throws {
    let rules = try #require(TimeZoneRules(tzif: Self.zone(footer: footer)))
    #expect(rules.offset(at: try #require(Timestamp(time)).seconds) == offset)
  }

  @Test func `damaged zones are no zones`() {
    let bytes = Self.zone(footer: "")
    for count in 0..<bytes.count - 2 {
      #expect(TimeZoneRules(tzif: Array(bytes.prefix(count))) == nil)
    }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255,
        using: &random
      )
      _ = TimeZoneRules(tzif: damaged)?.offset(
        at: Int.random(in: -9_999_999_999...9_999_999_999, using: &random)
      )
    }
  }

  @Test func `unknown zones fail the evaluation`() throws {
    let environment = Environment(timeZones: {
      $0 == "Here" ? TimeZoneRules(fixedOffset: 7_200) : nil
    })
    func hours(_ zone: String) throws -> String {
      Program(try environment.compile("timestamp(0).getHours('\(zone)')").get()).evaluate().text
    }
    #expect(try hours("Here") == "2")
    #expect(try hours("There") == "error: 'There' is no time zone that is known here")
    #expect(try hours("-01:00") == "23")
  }
}
