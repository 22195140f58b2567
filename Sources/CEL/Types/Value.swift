/// A value of an expression.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case uint(UInt)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case timestamp(Timestamp)
  case duration(CELDuration)
  case object(ObjectReference)
  case list(ValueList)
  case map(ValueMap)
  case optional(OptionalValue)
  indirect case type(CELType)
  /// The failure of an evaluation, which passes through every operation but && and ||.
  indirect case error(EvaluationError)
}

extension Value {
  /// Makes the error value of a failure whose place isn't known yet.
  public static func failure(_ kind: EvaluationError.Kind) -> Value {
    .error(EvaluationError(kind))
  }

  /// Makes a list of objects of one type from their numbers.
  public static func objects(ofType type: Int32, _ indexes: [Int32]) -> Value {
    .list(ValueList(objectsOfType: type, indexes))
  }

  /// The optional that holds nothing.
  public static let none = Value.optional(.none)

  /// Wraps a value in an optional.
  public static func some(_ value: Value) -> Value { .optional(OptionalValue(value)) }
}

extension Value {
  /// Whether the value is null.
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// Whether the value is a failure.
  public var isError: Bool { if case .error = self { true } else { false } }

  /// The boolean, or nil when the value is something else.
  public var asBool: Bool? { if case .bool(let bool) = self { bool } else { nil } }

  /// The int, or nil when the value is something else.
  public var asInt: Int? { if case .int(let int) = self { int } else { nil } }

  /// The double, or nil when the value is something else.
  public var asDouble: Double? { if case .double(let double) = self { double } else { nil } }

  /// The string, or nil when the value is something else.
  public var asString: String? { if case .string(let string) = self { string } else { nil } }

  /// The object, or nil when the value is something else.
  public var asObject: ObjectReference? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The list, or nil when the value is something else.
  public var asList: ValueList? { if case .list(let list) = self { list } else { nil } }

  /// The map, or nil when the value is something else.
  public var asMap: ValueMap? { if case .map(let map) = self { map } else { nil } }

  /// The failure, or nil when the value is something else.
  public var asError: EvaluationError? { if case .error(let error) = self { error } else { nil } }
}
