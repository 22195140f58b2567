/// One token of an expression's text.
struct Token: Equatable {
  /// What a token is.
  enum Kind: Equatable {
    case identifier(String)
    /// A name between backquotes, which only a field can have.
    case quotedIdentifier(String)
    case literal(Literal)
    case punctuation(Punctuation)
    case end
  }

  let kind: Kind
  /// The bytes of the token.
  let range: Range<Int>
}

/// The signs and operators of the language.
enum Punctuation: String, CaseIterable {
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case dot = "."
  case comma = ","
  case colon = ":"
  case question = "?"
  case not = "!"
  case minus = "-"
  case plus = "+"
  case star = "*"
  case slash = "/"
  case percent = "%"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and = "&&"
  case or = "||"
}

extension Punctuation {
  /// Returns the sign that two bytes begin with, the longer one where two do, and its length.
  static func sign(_ first: UInt8, _ second: UInt8) -> (sign: Punctuation, length: Int)? {
    guard first < 0x80 else { return nil }
    if let sign = long[Int(first)], sign.bytes[1] == second { return (sign.sign, 2) }
    return short[Int(first)].map { ($0.sign, 1) }
  }

  /// The signs of one byte and those of two, by their first byte: no two have the same.
  private static let short = byFirstByte(length: 1)
  private static let long = byFirstByte(length: 2)

  private static func byFirstByte(length: Int) -> [(sign: Punctuation, bytes: [UInt8])?] {
    var table = [(sign: Punctuation, bytes: [UInt8])?](repeating: nil, count: 0x80)
    for sign in allCases where sign.rawValue.utf8.count == length {
      let bytes = Array(sign.rawValue.utf8)
      table[Int(bytes[0])] = (sign, bytes)
    }
    return table
  }

  /// The operator of two operands that the sign is; nil for the others.
  var binaryOperator: BinaryOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .plus: .add
    case .minus: .subtract
    case .star: .multiply
    case .slash: .divide
    case .percent: .remainder
    default: nil
    }
  }
}

extension Token {
  /// The token as a problem names it.
  var description: String {
    switch kind {
    case .identifier(let name): "'\(name)'"
    case .quotedIdentifier(let name): "'`\(name)`'"
    case .literal(let literal): literal.kindName
    case .punctuation(let punctuation): "'\(punctuation.rawValue)'"
    case .end: "the end of the expression"
    }
  }
}

extension Literal {
  /// What kind of constant it is, with its article.
  fileprivate var kindName: String {
    switch self {
    case .null: "'null'"
    case .bool(let bool): "'\(bool)'"
    case .int, .uint, .double: "a number"
    case .string: "a string"
    case .bytes: "a bytes literal"
    }
  }
}
