extension Parser {
  /// Parses a primary expression with all that is read or called on it.
  mutating func member() -> ID {
    let start = token.range.lowerBound
    return postfix(primary(), from: start)
  }

  /// Parses the fields, indexes and calls after an expression.
  mutating func postfix(_ operand: ID, from start: Int) -> ID {
    var operand = operand
    while problem == nil {
      if take(.dot) {
        operand = selection(of: operand, from: start)
      } else if take(.leftBracket) {
        let isOptional = take(.question)
        let index = expression()
        expect(.rightBracket)
        operand = add(.index(operand, index, isOptional: isOptional), from: start)
      } else {
        break
      }
    }
    return operand
  }

  private mutating func selection(of operand: ID, from start: Int) -> ID {
    let isOptional = take(.question)
    let name = token.range
    let field: String
    switch token.kind {
    case .identifier(let plain): field = plain
    case .quotedIdentifier(let quoted): field = quoted
    case .literal(.bool(let bool)): field = "\(bool)"
    case .literal(.null): field = "null"
    default:
      fail(expected: "the name of a field or a function")
      return operand
    }
    let isPlain = token.kind == .identifier(field)
    advance()
    if isPlain, !isOptional, token.kind == .punctuation(.leftParenthesis) {
      return call(field, name: name, target: operand, from: start)
    }
    return add(.select(operand, field: field, isOptional: isOptional), from: start, name: name)
  }

  /// Parses the arguments of a call and makes its node, or that of a macro.
  mutating func call(_ function: String, name: Range<Int>, target: ID?, from start: Int) -> ID {
    advance()
    let arguments = list(until: .rightParenthesis, "')' or an argument") { $0.expression() }
    guard problem == nil else { return invalid() }
    return macro(function, name: name, target: target, arguments: arguments, from: start)
      ?? add(
        .call(target: target, function: function, arguments: arguments),
        from: start,
        name: name
      )
  }

  /// Parses things between commas up to a closing sign, which it takes; a comma may stand last.
  mutating func list<Element>(
    until end: Punctuation,
    _ expected: String,
    _ element: (inout Parser) -> Element
  ) -> [Element] {
    var elements: [Element] = []
    while problem == nil, !take(end) {
      elements.append(element(&self))
      if take(end) { break }
      expect(.comma, otherwise: "',' or '\(end.rawValue)'")
      if end == .rightParenthesis, token.kind == .punctuation(end) {
        fail(expected: "an argument")
      }
    }
    return elements
  }

  private mutating func primary() -> ID {
    let start = token.range.lowerBound
    switch token.kind {
    case .literal(let literal): return constant(literal)
    case .identifier(let name): return identifier(name, from: start, isAbsolute: false)
    case .punctuation(.dot):
      advance()
      if case .identifier(let name) = token.kind {
        return identifier(name, from: start, isAbsolute: true)
      }
      fail(expected: "a name")
    case .punctuation(.leftParenthesis):
      advance()
      let inner = expression()
      expect(.rightParenthesis)
      return inner
    case .punctuation(.leftBracket):
      advance()
      let elements = list(until: .rightBracket, "']' or a value") { parser in
        let isOptional = parser.take(.question)
        return SyntaxNode.ListElement(value: parser.expression(), isOptional: isOptional)
      }
      return add(.list(elements), from: start)
    case .punctuation(.leftBrace):
      advance()
      return map(from: start)
    default:
      fail(expected: "a value")
    }
    return invalid()
  }

  private mutating func constant(_ literal: Literal) -> ID {
    let start = token.range.lowerBound
    if literal == .int(.min) {
      report(CELProblem(.numberTooLarge("int"), range: token.range))
      return invalid()
    }
    advance()
    return add(.literal(literal), from: start)
  }

  private mutating func map(from start: Int) -> ID {
    let entries = list(until: .rightBrace, "'}' or a key") { parser in
      let isOptional = parser.take(.question)
      let key = parser.expression()
      parser.expect(.colon, otherwise: "':' and the value of the key")
      return SyntaxNode.MapEntry(key: key, value: parser.expression(), isOptional: isOptional)
    }
    return add(.map(entries), from: start)
  }

  private mutating func identifier(_ name: String, from start: Int, isAbsolute: Bool) -> ID {
    let range = token.range
    guard !Self.reservedWords.contains(name) else {
      report(CELProblem(.reservedWord(name), range: range))
      return invalid()
    }
    advance()
    if token.kind == .punctuation(.leftParenthesis) {
      return call(isAbsolute ? "." + name : name, name: range, target: nil, from: start)
    }
    let id = add(.identifier(name, isAbsolute: isAbsolute), from: start, name: range)
    return token.kind == .punctuation(.leftBrace) ? message(name, from: start) : id
  }

  /// Parses the fields of a message.
  ///
  /// Only names without dots are seen here as a message's; dotted
  /// ones come to the same problem by way of the unexpected brace.
  private mutating func message(_ name: String, from start: Int) -> ID {
    advance()
    let fields = list(until: .rightBrace, "'}' or a field") { parser in
      let isOptional = parser.take(.question)
      var field = ""
      if case .identifier(let name) = parser.token.kind {
        field = name
        parser.advance()
      } else {
        parser.fail(expected: "the name of a field")
      }
      parser.expect(.colon, otherwise: "':' and the value of the field")
      return SyntaxNode.MessageField(
        name: field,
        value: parser.expression(),
        isOptional: isOptional
      )
    }
    return add(.message(name, fields), from: start)
  }

  /// Words that can't be names of variables and functions, kept free for other languages.
  static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let",
    "loop", "namespace", "package", "return", "var", "void", "while",
  ]
}
