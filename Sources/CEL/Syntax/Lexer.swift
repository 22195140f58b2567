/// Cuts the text of an expression into tokens, one at a time.
struct Lexer {
  let bytes: [UInt8]
  var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Returns the byte some places ahead, 0 past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < bytes.count ? bytes[index] : 0
  }

  /// Reads the next token; a problem leaves the position after what is wrong.
  mutating func next() -> Result<Token, CELProblem> {
    skipBlanks()
    let start = position
    guard position < bytes.count else { return .success(Token(kind: .end, range: start..<start)) }
    let byte = peek()
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1).isDigit) { return number() }
    if let prefix = stringPrefixLength() { return string(prefixLength: prefix) }
    if byte.isIdentifierStart { return .success(identifier()) }
    if byte == UInt8(ascii: "`") { return quotedIdentifier() }
    return punctuation()
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func identifier() -> Token {
    let start = position
    while peek().isIdentifierPart { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    let kind: Token.Kind =
      switch name {
      case "true": .literal(.bool(true))
      case "false": .literal(.bool(false))
      case "null": .literal(.null)
      default: .identifier(name)
      }
    return Token(kind: kind, range: start..<position)
  }

  private mutating func quotedIdentifier() -> Result<Token, CELProblem> {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "`") {
      let byte = bytes[position]
      guard byte.isIdentifierPart || [0x20, 0x2D, 0x2E, 0x2F].contains(byte) else {
        position += 1
        return .failure(CELProblem(.invalidQuotedName, range: position - 1..<position))
      }
      position += 1
    }
    guard position < bytes.count, position > start + 1 else {
      position = min(position + 1, bytes.count)
      return .failure(CELProblem(.unterminatedQuotedName, range: start..<position))
    }
    let name = String(decoding: bytes[start + 1..<position], as: UTF8.self)
    position += 1
    return .success(Token(kind: .quotedIdentifier(name), range: start..<position))
  }

  private mutating func punctuation() -> Result<Token, CELProblem> {
    let start = position
    if let (sign, length) = Punctuation.sign(peek(), peek(1)) {
      position += length
      return .success(Token(kind: .punctuation(sign), range: start..<position))
    }
    position += 1
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return .failure(CELProblem(.unexpectedCharacter(text), range: start..<position))
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether the byte can begin a name.
  var isIdentifierStart: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x5F }

  /// Whether the byte can go on with a name.
  var isIdentifierPart: Bool { isIdentifierStart || isDigit }

  /// The worth of a hexadecimal digit, or nil.
  var hexadecimalDigit: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self - 0x30)
    case 0x41...0x46: UInt32(self - 0x41 + 10)
    case 0x61...0x66: UInt32(self - 0x61 + 10)
    default: nil
    }
  }
}
