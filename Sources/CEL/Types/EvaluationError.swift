/// Why an expression has no value, and where in its text that came up.
public struct EvaluationError: Error, Hashable, Sendable {
  /// The reasons an evaluation can fail for.
  public enum Kind: Hashable, Sendable {
    case undeclared(String)
    case noMatchingOverload(function: String, arguments: String)
    case noSuchField(String, type: String)
    case noSuchKey(String)
    case unsupportedKey(String)
    case repeatedKey(String)
    case indexOutOfRange(index: String, count: Int)
    case overflow
    case divisionByZero
    case modulusByZero
    case outOfRange(value: String, type: String)
    case invalidConversion(value: String, type: String)
    case invalidArgument(String)
    case invalidPattern(String, reason: String)
    case notBoolean(String)
    case notIterable(String)
    case noOptionalValue
    case costLimit(Int)
    case sizeLimit(Int)
    /// A failure that a function of the host reports in its own words.
    case host(String)
  }

  /// The reason.
  public let kind: Kind
  /// Bytes of the expression's text that failed; nil as long as no operation has claimed it.
  public var range: Range<Int>?

  /// Makes a failure.
  public init(_ kind: Kind, range: Range<Int>? = nil) {
    self.kind = kind
    self.range = range
  }

  /// The reason in words, without a full stop.
  public var message: String {
    switch kind {
    case .undeclared(let name): "nothing is called '\(name)' here"
    case .noMatchingOverload(let function, let arguments):
      "\(function) can't be applied to (\(arguments))"
    case .noSuchField(let field, let type): "a value of type \(type) has no field '\(field)'"
    case .noSuchKey(let key): "the map has no key \(key)"
    case .unsupportedKey(let key): "\(key) can't be the key of a map"
    case .repeatedKey(let key): "the key \(key) stands twice in one map"
    case .indexOutOfRange(let index, let count):
      "index \(index) is outside a list of \(count)"
    case .overflow: "the result is too large for its type"
    case .divisionByZero: "division by zero"
    case .modulusByZero: "remainder of a division by zero"
    case .outOfRange(let value, let type): "\(value) is outside the range of \(type)"
    case .invalidConversion(let value, let type): "\(value) can't be converted to \(type)"
    case .invalidArgument(let reason): reason
    case .invalidPattern(let pattern, let reason): "\(pattern.quoted) is no pattern: \(reason)"
    case .notBoolean(let type): "expected a bool, found a value of type \(type)"
    case .notIterable(let type): "expected a list or a map, found a value of type \(type)"
    case .noOptionalValue: "the optional is empty"
    case .costLimit(let limit): "the evaluation took more than \(limit) steps"
    case .sizeLimit(let limit): "the result is larger than \(limit) bytes"
    case .host(let message): message
    }
  }
}
