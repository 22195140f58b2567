extension StandardLibrary {
  static let conversions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "type",
      "The type of a value.",
      overloads: [
        .function([element], .type(element)) { arguments, _ in .type(arguments[0].type) }
      ],
      examples: [.init("type(1)", "int"), .init("type([1]) == type(['a'])", "true")]
    ),
    FunctionDeclaration(
      "dyn",
      "The value itself, whose type is only looked at when the expression runs.",
      overloads: [.function([element], .dyn) { arguments, _ in arguments[0] }],
      examples: [.init("dyn(1) == 1.0", "true")]
    ),
    conversion("bool", .bool, from: [.bool, .string], [.init("bool('true')", "true")]) {
      $0.madeBool
    },
    conversion(
      "int",
      .int,
      from: [.int, .uint, .double, .string, .timestamp],
      [
        .init("int(2.9)", "2"), .init("int('42')", "42"),
        .init("int('x')", "error: \"x\" can't be converted to int"),
      ]
    ) { $0.madeInt },
    conversion(
      "uint",
      .uint,
      from: [.uint, .int, .double, .string],
      [
        .init("uint(3)", "3u"), .init("uint(-1)", "error: -1 is outside the range of uint"),
      ]
    ) { $0.madeUInt },
    conversion(
      "double",
      .double,
      from: [.double, .int, .uint, .string],
      [.init("double('1.5')", "1.5"), .init("double(2)", "2.0")]
    ) { $0.madeDouble },
    conversion(
      "string",
      .string,
      from: [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration],
      [.init("string(1.5)", "'1.5'"), .init("string(duration('2m'))", "'120s'")]
    ) { $0.madeString },
    conversion("bytes", .bytes, from: [.bytes, .string], [.init("bytes('é')", "b'\\xc3\\xa9'")]) {
      if case .string(let string) = $0 { .bytes(Array(string.utf8)) } else { $0 }
    },
    conversion(
      "timestamp",
      .timestamp,
      from: [.timestamp, .string, .int],
      [.init("timestamp('2026-11-22T10:00:00+01:00')", "timestamp('2026-11-22T09:00:00Z')")]
    ) { $0.madeTimestamp },
    conversion(
      "duration",
      .duration,
      from: [.duration, .string, .int],
      [.init("duration('1h30m')", "duration('5400s')")]
    ) { $0.madeDuration },
  ]

  private static func conversion(
    _ name: String,
    _ type: CELType,
    from sources: [CELType],
    _ examples: [FunctionDeclaration.Example],
    _ body: @escaping @Sendable (Value) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      "The value converted to \(type); a failure where it has no \(type) of its worth.",
      overloads: sources.map { source in
        .function([source], type) { arguments, _ in body(arguments[0]) }
      },
      examples: examples
    )
  }
}

extension Value {
  private func invalid(_ type: String) -> Value {
    .failure(.invalidConversion(value: text, type: type))
  }

  private func outOfRange(_ type: String) -> Value {
    .failure(.outOfRange(value: text, type: type))
  }

  fileprivate var madeBool: Value {
    guard case .string(let string) = self else { return self }
    switch string {
    case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
    case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
    default: return invalid("bool")
    }
  }

  fileprivate var madeInt: Value {
    switch self {
    case .uint(let uint): return Int(exactly: uint).map { .int($0) } ?? outOfRange("int")
    case .double(let double):
      // The bounds themselves are left out, since a double near them may stand for more.
      let bound = 9_223_372_036_854_775_808.0
      return double > -bound && double < bound ? .int(Int(double)) : outOfRange("int")
    case .string(let string):
      return string.hasPrefix("+") ? invalid("int") : Int(string).map { .int($0) } ?? invalid("int")
    case .timestamp(let timestamp): return .int(timestamp.seconds)
    default: return self
    }
  }

  fileprivate var madeUInt: Value {
    switch self {
    case .int(let int): return UInt(exactly: int).map { .uint($0) } ?? outOfRange("uint")
    case .double(let double):
      let isValid = double > -1 && double < 18_446_744_073_709_551_616.0
      return isValid ? .uint(UInt(double)) : outOfRange("uint")
    case .string(let string):
      let isSigned = string.hasPrefix("+") || string.hasPrefix("-")
      return isSigned ? invalid("uint") : UInt(string).map { .uint($0) } ?? invalid("uint")
    default: return self
    }
  }

  fileprivate var madeDouble: Value {
    switch self {
    case .int(let int): .double(Double(int))
    case .uint(let uint): .double(Double(uint))
    case .string(let string): Double(celText: string).map { .double($0) } ?? invalid("double")
    default: self
    }
  }

  fileprivate var madeString: Value {
    switch self {
    case .bool(let bool): .string("\(bool)")
    case .int(let int): .string("\(int)")
    case .uint(let uint): .string("\(uint)")
    case .double(let double): .string(double.text)
    case .bytes(let bytes):
      String(validating: bytes, as: UTF8.self).map { .string($0) } ?? invalid("string")
    case .timestamp(let timestamp): .string(timestamp.text)
    case .duration(let duration): .string(duration.text)
    default: self
    }
  }

  fileprivate var madeTimestamp: Value {
    switch self {
    case .string(let string): Timestamp(string).map { .timestamp($0) } ?? invalid("timestamp")
    case .int(let int):
      Timestamp(seconds: int).map { .timestamp($0) } ?? outOfRange("timestamp")
    default: self
    }
  }

  fileprivate var madeDuration: Value {
    switch self {
    case .string(let string): CELDuration(string).map { .duration($0) } ?? invalid("duration")
    case .int(let int): CELDuration(seconds: int).map { .duration($0) } ?? outOfRange("duration")
    default: self
    }
  }
}

extension Double {
  /// Reads a decimal number, NaN or Infinity; nil for anything else.
  fileprivate init?(celText text: String) {
    switch text {
    case "NaN": self = .nan
    case "Infinity", "+Infinity", "Inf", "+Inf": self = .infinity
    case "-Infinity", "-Inf": self = -.infinity
    default:
      // Hexadecimal digits and names of numbers, which Swift takes too, are not decimal.
      let allowed = text.utf8.allSatisfy {
        $0.isDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
      }
      guard allowed, let value = Double(text) else { return nil }
      self = value
    }
  }
}
