extension Lexer {
  /// Reads an int, a uint or a double.
  mutating func number() -> Result<Token, CELProblem> {
    let start = position
    if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") {
      position += 2
      let digits = position
      while peek().hexadecimalDigit != nil { position += 1 }
      return integer(from: start, digits: digits..<position, radix: 16)
    }
    while peek().isDigit { position += 1 }
    var isDouble = false
    if peek() == UInt8(ascii: "."), peek(1).isDigit {
      isDouble = true
      position += 1
      while peek().isDigit { position += 1 }
    }
    if peek() | 0x20 == UInt8(ascii: "e"), hasExponent {
      isDouble = true
      position += peek(1).isDigit ? 1 : 2
      while peek().isDigit { position += 1 }
    }
    guard isDouble else { return integer(from: start, digits: start..<position, radix: 10) }
    guard !peek().isIdentifierPart else { return malformedNumber(from: start) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let value = Double(text.first == "." ? "0" + text : text) ?? .infinity
    return .success(Token(kind: .literal(.double(value)), range: start..<position))
  }

  private var hasExponent: Bool {
    peek(1).isDigit
      || ([UInt8(ascii: "+"), UInt8(ascii: "-")].contains(peek(1)) && peek(2).isDigit)
  }

  /// Makes the token of an integer.
  ///
  /// The magnitude of the smallest int, which is one more than the
  /// greatest int, is let through as that smallest int: the parser only takes it after a minus.
  private mutating func integer(
    from start: Int,
    digits: Range<Int>,
    radix: Int
  ) -> Result<Token, CELProblem> {
    let isUnsigned = peek() | 0x20 == UInt8(ascii: "u")
    if isUnsigned { position += 1 }
    guard !digits.isEmpty, !peek().isIdentifierPart else { return malformedNumber(from: start) }
    let range = start..<position
    let text = String(decoding: bytes[digits], as: UTF8.self)
    guard let magnitude = UInt(text, radix: radix) else {
      return .failure(CELProblem(.numberTooLarge(isUnsigned ? "uint" : "int"), range: range))
    }
    if isUnsigned { return .success(Token(kind: .literal(.uint(magnitude)), range: range)) }
    guard magnitude <= Int.min.magnitude else {
      return .failure(CELProblem(.numberTooLarge("int"), range: range))
    }
    return .success(
      Token(kind: .literal(.int(Int(truncatingIfNeeded: magnitude))), range: range)
    )
  }

  private mutating func malformedNumber(from start: Int) -> Result<Token, CELProblem> {
    while peek().isIdentifierPart { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return .failure(CELProblem(.malformedNumber(text), range: start..<position))
  }
}
