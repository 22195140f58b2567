extension Lexer {
  /// The number of letters before the quote when a string or bytes literal begins here, else nil.
  func stringPrefixLength() -> Int? {
    var length = 0
    var seen: Set<UInt8> = []
    while length < 2, [UInt8(ascii: "r"), UInt8(ascii: "b")].contains(peek(length) | 0x20),
      seen.insert(peek(length) | 0x20).inserted
    {
      length += 1
    }
    return peek(length).isQuote ? length : nil
  }

  /// Reads a string or bytes literal whose quote comes after some letters.
  mutating func string(prefixLength: Int) -> Result<Token, CELProblem> {
    let start = position
    let prefix = bytes[start..<start + prefixLength].map { $0 | 0x20 }
    let isRaw = prefix.contains(UInt8(ascii: "r"))
    let isBytes = prefix.contains(UInt8(ascii: "b"))
    position += prefixLength
    let quote = peek()
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    var content: [UInt8] = []
    while true {
      guard position < bytes.count, isTriple || (peek() != 0x0A && peek() != 0x0D) else {
        return .failure(CELProblem(.unterminatedString, range: start..<position))
      }
      let byte = peek()
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) { break }
      if byte == UInt8(ascii: "\\"), !isRaw {
        if let problem = escape(into: &content, isBytes: isBytes) { return .failure(problem) }
      } else if byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
        content += [byte, peek(1)]
        position += 2
      } else {
        content.append(byte)
        position += 1
      }
    }
    position += isTriple ? 3 : 1
    let literal: Literal =
      isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
    return .success(Token(kind: .literal(literal), range: start..<position))
  }

  /// Reads an escape sequence; returns the problem it has.
  private mutating func escape(into content: inout [UInt8], isBytes: Bool) -> CELProblem? {
    let start = position
    let letter = peek(1)
    position += 2
    if let plain = Self.plainEscapes[letter] {
      content.append(plain)
      return nil
    }
    let digits: (count: Int, radix: UInt32)
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): digits = (2, 16)
    case UInt8(ascii: "u") where !isBytes: digits = (4, 16)
    case UInt8(ascii: "U") where !isBytes: digits = (8, 16)
    case 0x30...0x33:
      position -= 1
      digits = (3, 8)
    default: return invalidEscape(from: start)
    }
    guard let code = code(digits: digits.count, radix: digits.radix) else {
      return invalidEscape(from: start)
    }
    if isBytes {
      content.append(UInt8(truncatingIfNeeded: code))
    } else if let scalar = Unicode.Scalar(code) {
      content += Array(String(Character(scalar)).utf8)
    } else {
      return invalidEscape(from: start)
    }
    return nil
  }

  private mutating func invalidEscape(from start: Int) -> CELProblem {
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
    position = min(position, bytes.count)
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return CELProblem(.invalidEscape(text), range: start..<position)
  }

  private mutating func code(digits: Int, radix: UInt32) -> UInt32? {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek().hexadecimalDigit, digit < radix, code < 0x1000_0000 else {
        return nil
      }
      code = code * radix + digit
      position += 1
    }
    return code
  }

  private static let plainEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F,
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
  ]
}

extension UInt8 {
  /// Whether the byte opens a string.
  fileprivate var isQuote: Bool { self == 0x22 || self == 0x27 }
}
