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
