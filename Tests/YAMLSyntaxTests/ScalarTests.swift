import Testing
import YAMLSyntax

@Suite struct ScalarTests {
  @Test(arguments: [
    ("~", YAMLScalar.null), ("null", .null), ("Null", .null), ("NULL", .null), ("", .null),
    ("nULL", .string), ("true", .bool(true)), ("True", .bool(true)), ("TRUE", .bool(true)),
    ("false", .bool(false)), ("yes", .string), ("no", .string), ("on", .string),
    ("0", .int(0)), ("-7", .int(-7)), ("+7", .int(7)), ("012", .int(12)), ("0o17", .int(15)),
    ("0xfF", .int(255)), ("0x", .string), ("0o8", .string), ("-0x1", .string), ("1_000", .string),
    ("9223372036854775807", .int(.max)), ("9223372036854775808", .float(9_223_372_036_854_775_808)),
    ("0xFFFFFFFFFFFFFFFFF", .float(0xFFFF_FFFF_FFFF_FFFF_F)),
    ("1.5", .float(1.5)), (".5", .float(0.5)), ("5.", .float(5)), ("-1e3", .float(-1000)),
    ("1E-2", .float(0.01)), ("1e", .string), (".", .string), ("e3", .string), ("1.2.3", .string),
    ("-", .string), ("+", .string), ("1e400", .float(.infinity)), ("0x1p3", .string),
    (".inf", .float(.infinity)), ("-.INF", .float(-.infinity)), (".iNf", .string),
    ("'1'", .string), ("\"true\"", .string), ("|\n  1", .string), ("!!str 1", .string),
    ("! 1", .string), ("!!int \"1\"", .int(1)), ("!!null x", .null), ("!x", .string),
    ("2026-01-01", .string), ("truer", .string), ("[1]", .string),
  ])
  func `plain scalars follow the core schema`(text: String, expected: YAMLScalar) {
    let file = parse("- " + text)
    #expect(file.scalar(1) == expected)
    #expect(file.isNull(1) == (expected == .null))
  }

  @Test func `not a number is a number`() {
    #expect(parse(".nan").number(0)?.isNaN == true)
    #expect(parse("-.nan").number(0) == nil)
    #expect(parse("12").number(0) == 12 && parse("12").int(0) == 12)
    #expect(parse("1.0").number(0) == 1 && parse("1.0").int(0) == nil)
    #expect(parse("true").bool(0) == true && parse("true").number(0) == nil)
  }

  @Test(
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2026-11-24", 20781), ("2000-02-29", 11016),
      ("0001-01-01", -719_162), ("0000-12-31", nil), ("9999-12-31", 2_932_896), ("1900-02-29", nil),
      ("2024-02-30", nil),
      ("2026-13-01", nil), ("2026-00-10", nil), ("2026-01-00", nil), ("2026-1-1", nil),
      ("2026-01-01T00:00", nil), ("20260101", nil), ("2026/01/01", nil), ("٢٠٢٦-٠١", nil),
    ] as [(String, Int?)]
  )
  func `dates are days since 1970`(text: String, expected: Int?) {
    #expect(parse(text).day(0) == expected)
    #expect(parse("\"\(text)\"").day(0) == expected)
    if let expected { #expect(CalendarDate.text(ofDay: expected) == text) }
  }

  @Test func `every day has one date`() {
    for day in stride(from: -719_162, through: 2_932_896, by: 97) {
      #expect(CalendarDate.day(of: Array(CalendarDate.text(ofDay: day).utf8)) == day)
    }
    #expect(CalendarDate.text(ofDay: .max) == "9999-12-31")
    #expect(CalendarDate.text(ofDay: .min) == "0001-01-01")
  }

  @Test(
    arguments: [
      ("no", .bool), ("No", .bool), ("NO", .bool), ("nO", nil), ("on", .bool), ("y", .bool),
      ("N", .bool), ("off", .bool), ("true", .bool), ("noon", nil), ("yes-man", nil),
      ("~", .null), ("null", .null), ("<<", .merge), ("=", .merge),
      ("7", .number), ("1e3", .number), ("012", .number), ("0b11", .number), ("1_000", .number),
      ("0x1F", .number), ("-0x1F", .number), ("190:20:30", .number), ("12:75", nil),
      (".5", .number),
      (".inf", .number), ("2026-01-01", .date), ("2026-1-1", .date),
      ("2026-01-01T10:00:00Z", .date),
      ("2026-01", nil), ("2026-01-01x", nil), ("v1.2", nil), ("1.2.3", nil), ("1e3x", nil),
      ("e1", nil), ("po-app", nil), ("-", nil), ("4x", nil), ("'no'", nil), ("! no", nil),
    ] as [(String, YAMLAmbiguity?)]
  )
  func `what other readers take for no text is found`(text: String, expected: YAMLAmbiguity?) {
    let file = parse("{ k: \(text) }")
    guard file.isComplete else {
      // A mere `-` is text in no style.
      #expect(text == "-")
      return
    }
    #expect(file.ambiguity(2) == expected)
    #expect(file.isAmbiguous(2) == (expected != nil))
  }
}
