/// The static type of an expression, a variable, a field or a parameter.
public indirect enum CELType: Hashable, Sendable {
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  /// Any type; checked when the expression runs.
  case dyn
  /// A scalar that may also be null.
  case wrapper(CELType)
  case list(CELType)
  case map(key: CELType, value: CELType)
  case optional(CELType)
  /// The type of a type: what the name of the type in the parentheses evaluates to.
  case type(CELType)
  /// One of the host's object types, by name. Any object may be null.
  case object(String)
  /// A type of the host that expressions can only pass around.
  case opaque(String, [CELType])
  /// A type parameter of a function, such as T in list(T).
  case parameter(String)
}

extension CELType {
  /// The scalar inside a wrapper; every other type is itself.
  public var unwrapped: CELType {
    if case .wrapper(let scalar) = self { scalar } else { self }
  }

  /// Whether null is a value of the type.
  public var isNullable: Bool {
    switch self {
    case .null, .dyn, .wrapper, .object, .opaque, .optional, .timestamp, .duration: true
    default: false
    }
  }

  /// An int, a uint or a double: only what parameters can be declared as.
  static let number = CELType.opaque("number", [])

  /// Whether the type is int, uint or double.
  var isNumeric: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }

  /// The name that the type of a value has when the expression runs, without parameters.
  public var runtimeName: String {
    switch self {
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .type: "type"
    case .opaque(let name, _): name
    case .wrapper(let scalar): scalar.runtimeName
    default: description
    }
  }
}

extension CELType: CustomStringConvertible {
  /// The type as documentation and problems write it, such as list(int).
  public var description: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .dyn: "dyn"
    case .wrapper(let scalar): "wrapper(\(scalar))"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let wrapped): "optional_type(\(wrapped))"
    case .type(let type): "type(\(type))"
    case .object(let name): name
    case .opaque(let name, let parameters):
      parameters.isEmpty
        ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .parameter(let name): name
    }
  }
}
