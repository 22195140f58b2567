/// The grammar of plain scalars in the core schema of YAML 1.2.
enum CoreSchema {
  /// Returns the value of a plain scalar by its text.
  static func value(of text: ArraySlice<UInt8>) -> YAMLScalar {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return number(text) ?? .string
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return word(text)
    default:
      return .string
    }
  }

  /// Whether a text stands for a missing value.
  static func isNull(_ text: Span<UInt8>) -> Bool {
    switch text.count {
    case 0: return true
    case 1: return text[0] == UInt8(ascii: "~")
    case 4:
      let rest = (text[1], text[2], text[3])
      let isLower = rest == (UInt8(ascii: "u"), UInt8(ascii: "l"), UInt8(ascii: "l"))
      let isUpper = rest == (UInt8(ascii: "U"), UInt8(ascii: "L"), UInt8(ascii: "L"))
      return text[0] == UInt8(ascii: "N")
        ? isLower || isUpper : text[0] == UInt8(ascii: "n") && isLower
    default: return false
    }
  }

  private static func word(_ text: ArraySlice<UInt8>) -> YAMLScalar {
    guard text.count <= 5 else { return .string }
    return switch String(decoding: text, as: UTF8.self) {
    case "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: .string
    }
  }

  /// Returns the value of a number; nil if the text is none.
  static func number(_ text: ArraySlice<UInt8>) -> YAMLScalar? {
    // Aliases can name one text very often, and nobody writes a number of this length.
    guard text.count <= 1000 else { return nil }
    let isNegative = text.first == UInt8(ascii: "-")
    let hasSign = isNegative || text.first == UInt8(ascii: "+")
    let digits = text.dropFirst(hasSign ? 1 : 0)
    if !hasSign, digits.count > 2, digits.first == UInt8(ascii: "0") {
      let radix = digits[digits.startIndex + 1]
      if radix == UInt8(ascii: "x") { return integer(digits.dropFirst(2), radix: 16) }
      if radix == UInt8(ascii: "o") { return integer(digits.dropFirst(2), radix: 8) }
    }
    if let special = special(digits, isNegative: isNegative, hasSign: hasSign) {
      return .float(special)
    }
    return decimal(text, digits)
  }

  /// Returns the value of digits in base 8 or 16; one that no `Int` holds becomes a float.
  private static func integer(_ digits: ArraySlice<UInt8>, radix: Int) -> YAMLScalar? {
    var value = 0
    var approximation = 0.0
    var isExact = true
    for byte in digits {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix
      else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(digit)
      isExact = isExact && !overflow && !carry
      value = sum
      approximation = approximation * Double(radix) + Double(digit)
    }
    return isExact ? .int(value) : .float(approximation)
  }

  private static func special(
    _ digits: ArraySlice<UInt8>,
    isNegative: Bool,
    hasSign: Bool
  ) -> Double? {
    guard digits.count == 4, digits.first == UInt8(ascii: ".") else { return nil }
    return switch String(decoding: digits, as: UTF8.self) {
    case ".inf", ".Inf", ".INF": isNegative ? -.infinity : .infinity
    case ".nan", ".NaN", ".NAN": hasSign ? nil : .nan
    default: nil
    }
  }

  /// Returns the value of a decimal number: digits, a fraction, an exponent.
  private static func decimal(_ text: ArraySlice<UInt8>, _ digits: ArraySlice<UInt8>) -> YAMLScalar?
  {
    var rest = digits
    let whole = dropDigits(&rest)
    if rest.isEmpty, whole > 0, let value = Int(String(decoding: text, as: UTF8.self)) {
      return .int(value)
    }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = dropDigits(&rest)
    }
    guard whole > 0 || fraction > 0 else { return nil }
    if let first = rest.first, first == UInt8(ascii: "e") || first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard dropDigits(&rest) > 0 else { return nil }
    }
    guard rest.isEmpty else { return nil }
    return Double(String(decoding: text, as: UTF8.self)).map(YAMLScalar.float)
  }

  private static func dropDigits(_ text: inout ArraySlice<UInt8>) -> Int {
    let rest = text.drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    defer { text = rest }
    return text.count - rest.count
  }
}
