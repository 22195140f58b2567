extension StandardLibrary {
  static let stringMaking: [FunctionDeclaration] = [
    FunctionDeclaration(
      "format",
      "The string with %s, %d, %f, %e, %b, %o, %x and %X replaced by the elements of a list.",
      overloads: [
        .member([.string, .list(.dyn)], .string) { arguments, _ in
          var formatter = Formatter(arguments.string(0), arguments.list(1))
          return formatter.run()
        }
      ],
      examples: [
        .init("'%s has %d'.format(['a', 2])", "'a has 2'"),
        .init("'%.2f'.format([1.2345])", "'1.23'"), .init("'%x'.format([255])", "'ff'"),
        .init("'%s'.format([[1, 'a', null]])", "'[1, a, null]'"),
      ]
    )
  ]
}

/// Puts values into the places of a format string.
private struct Formatter {
  private let format: [UInt8]
  private let values: ValueList
  private var position = 0
  private var used = 0
  private var output: [UInt8] = []

  init(_ format: String, _ values: ValueList) {
    self.format = Array(format.utf8)
    self.values = values
  }

  mutating func run() -> Value {
    while position < format.count {
      let byte = format[position]
      position += 1
      guard byte == UInt8(ascii: "%") else {
        output.append(byte)
        continue
      }
      if position < format.count, format[position] == UInt8(ascii: "%") {
        output.append(byte)
        position += 1
        continue
      }
      do throws(EvaluationError) {
        output += Array(try clause().utf8)
      } catch {
        return .error(error)
      }
      guard output.count <= Limits.resultSize else {
        return .failure(.sizeLimit(Limits.resultSize))
      }
    }
    return .string(String(decoding: output, as: UTF8.self))
  }

  /// Reads what stands after a percent sign and returns the text for it.
  private mutating func clause() throws(EvaluationError) -> String {
    var places = 6
    if position < format.count, format[position] == UInt8(ascii: ".") {
      position += 1
      let digits = format[position...].prefix { $0.isDigit }
      position += digits.count
      guard let number = Int(String(decoding: digits, as: UTF8.self)), number <= 1_000 else {
        throw problem("a precision is a number from 0 to 1000")
      }
      places = number
    }
    guard position < format.count else { throw problem("the format ends after a '%'") }
    let letter = format[position]
    position += 1
    let known = Array("sdfebxXo".utf8)
    guard known.contains(letter) else {
      let text = String(decoding: [letter], as: UTF8.self)
      throw problem("the format has no '%\(text)'; it has %s, %d, %f, %e, %b, %o, %x and %X")
    }
    guard let value = values.element(at: used) else {
      throw problem("the format asks for more than \(values.count) values")
    }
    used += 1
    if let text = text(of: value, letter: letter, places: places) { return text }
    throw problem(
      "'%\(String(decoding: [letter], as: UTF8.self))' can't show a \(value.typeName)"
    )
  }

  private func problem(_ message: String) -> EvaluationError {
    EvaluationError(.invalidArgument(message))
  }

  /// Returns the text of a value; nil when the letter isn't for values of its type.
  private func text(of value: Value, letter: UInt8, places: Int) -> String? {
    switch letter {
    case UInt8(ascii: "s"): value.formatted
    case UInt8(ascii: "d"):
      switch value {
      case .int, .double: value.text
      case .uint(let uint): "\(uint)"
      default: nil
      }
    case UInt8(ascii: "f"): decimal(value) { $0.fixed(places: places) }
    case UInt8(ascii: "e"): decimal(value) { $0.scientific(places: places) }
    case UInt8(ascii: "b"):
      if case .bool(let bool) = value { bool ? "1" : "0" } else { digits(of: value, radix: 2) }
    case UInt8(ascii: "o"): digits(of: value, radix: 8)
    default: hexadecimal(value, uppercase: letter == UInt8(ascii: "X"))
    }
  }

  private func decimal(_ value: Value, _ digits: (DecimalDigits) -> String) -> String? {
    let double: Double
    switch value {
    case .double(let number): double = number
    case .int(let int): double = Double(int)
    case .uint(let uint): double = Double(uint)
    default: return nil
    }
    guard double.isFinite else { return double.text }
    return (double.sign == .minus ? "-" : "") + digits(DecimalDigits(double))
  }

  private func digits(of value: Value, radix: Int, uppercase: Bool = false) -> String? {
    switch value {
    case .int(let int): String(int, radix: radix, uppercase: uppercase)
    case .uint(let uint): String(uint, radix: radix, uppercase: uppercase)
    default: nil
    }
  }

  private func hexadecimal(_ value: Value, uppercase: Bool) -> String? {
    let bytes: [UInt8]
    switch value {
    case .string(let string): bytes = Array(string.utf8)
    case .bytes(let content): bytes = content
    default: return digits(of: value, radix: 16, uppercase: uppercase)
    }
    return bytes.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: uppercase)
    }.joined()
  }
}

extension Value {
  /// The value as %s shows it: strings without quotes, the keys of maps in order.
  fileprivate var formatted: String {
    switch self {
    case .string(let string): string
    case .uint(let uint): "\(uint)"
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .timestamp(let timestamp): timestamp.text
    case .duration(let duration): duration.text
    case .list(let list): "[" + list.map(\.formatted).joined(separator: ", ") + "]"
    case .map(let map):
      "{"
        + map.entries.map { (key: $0.key.formatted, value: $0.value.formatted) }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    default: text
    }
  }
}
