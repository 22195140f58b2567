/// Something wrong with the text of an expression: all that parser and checker can say.
public struct CELProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public let kind: Kind
  /// The bytes of the expression's text that are wrong.
  public let range: Range<Int>

  init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The kinds of problems, with what their wording needs.
  public enum Kind: Hashable, Sendable {
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    case unexpected(found: String, expected: String)
    case unexpectedCharacter(String)
    case malformedNumber(String)
    case numberTooLarge(String)
    case unterminatedString
    case invalidEscape(String)
    case unterminatedQuotedName
    case invalidQuotedName
    case reservedWord(String)
    case notAName(macro: String)
    case notAField(macro: String)
    case repeatedVariable(String)
    case undeclared(String, suggestion: String?)
    case undeclaredFunction(String, suggestion: String?)
    case noSuchField(String, type: CELType, suggestion: String?)
    case notSelectable(String, type: CELType)
    case noMatchingOverload(function: String, found: String, expected: [String])
    case calledAsMember(String, isMember: Bool)
    case notIterable(CELType)
    case notOptional(CELType)
    case unsupportedKey(CELType)
    case messageLiteral(String)
    case fieldIsNoFunction(String)
    case wrongType(expected: CELType, found: CELType)
    case alwaysFails(String)
  }
}

extension CELProblem {
  /// The known name nearest to the one that is wrong, where there is one near enough.
  public var suggestion: String? {
    switch kind {
    case .undeclared(_, let suggestion), .undeclaredFunction(_, let suggestion),
      .noSuchField(_, _, let suggestion):
      suggestion
    default: nil
    }
  }

  /// The problem in words, without a full stop.
  public var message: String {
    switch kind {
    case .undeclared, .undeclaredFunction, .noSuchField, .notSelectable, .noMatchingOverload,
      .calledAsMember, .notIterable, .notOptional, .unsupportedKey, .messageLiteral,
      .fieldIsNoFunction, .wrongType, .alwaysFails:
      checkingMessage
    default: syntaxMessage
    }
  }

  private var syntaxMessage: String {
    switch kind {
    case .tooLong(let limit): "the expression is longer than \(limit) bytes"
    case .tooDeep(let limit): "the expression is nested deeper than \(limit) levels"
    case .unexpected(let found, let expected): "expected \(expected), found \(found)"
    case .unexpectedCharacter(let text): "'\(text)' has no meaning here"
    case .malformedNumber(let text): "'\(text)' is not a number"
    case .numberTooLarge(let type): "the number is outside the range of \(type)"
    case .unterminatedString: "the string has no closing quote"
    case .invalidEscape(let text): "'\(text)' is not an escape sequence"
    case .unterminatedQuotedName: "the name has no closing backquote"
    case .invalidQuotedName:
      "a name in backquotes has only letters, digits, '_', '-', '.', '/' and blanks"
    case .reservedWord(let word): "'\(word)' is a reserved word and can't be a name"
    case .notAName(let macro): "\(macro)() declares a variable here: expected a simple name"
    case .notAField(let macro): "\(macro)() asks for a field: expected an argument like x.field"
    case .repeatedVariable(let name): "'\(name)' is declared twice by one macro"
    default: ""
    }
  }

  private var checkingMessage: String {
    switch kind {
    case .undeclared(let name, let suggestion):
      "nothing is called '\(name)' here" + hint(suggestion)
    case .undeclaredFunction(let name, let suggestion):
      "there is no function '\(name)'" + hint(suggestion)
    case .noSuchField(let field, let type, let suggestion):
      "\(type) has no field '\(field)'" + hint(suggestion)
    case .notSelectable(let field, let type):
      "a value of type \(type) has no fields, so '.\(field)' can't be read"
    case .noMatchingOverload(let function, let found, let expected):
      "\(function) can't be applied to \(found); it takes \(expected.joined(separator: " or "))"
    case .calledAsMember(let name, let isMember):
      isMember ? "\(name) is called as x.\(name)(…)" : "\(name) is called as \(name)(x, …)"
    case .notIterable(let type): "expected a list or a map to go through, found \(type)"
    case .notOptional(let type): "expected an optional value, found \(type)"
    case .unsupportedKey(let type): "\(type) can't be the key of a map"
    case .messageLiteral(let name): "'\(name)' can't be made in an expression"
    case .fieldIsNoFunction(let name): "'\(name)' is a field and is read without parentheses"
    case .wrongType(let expected, let found): "expected a value of type \(expected), found \(found)"
    case .alwaysFails(let reason): "this always fails: \(reason)"
    default: ""
    }
  }

  private func hint(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean '\($0)'?" } ?? ""
  }
}
