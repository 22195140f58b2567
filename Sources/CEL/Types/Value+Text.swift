extension Value {
  /// The name of the type that the value has when the expression runs.
  public var typeName: String {
    switch self {
    case .object: "object"
    case .error: "error"
    default: type.runtimeName
    }
  }

  /// The type of the value, without parameters; dyn for an object, whose name only the host knows.
  var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .list: .list(.dyn)
    case .map: .map(key: .dyn, value: .dyn)
    case .optional: .optional(.dyn)
    case .type: .type(.dyn)
    case .object, .error: .dyn
    }
  }

  /// A measure of the work that it takes to go through the value: bytes, elements or entries.
  @inline(__always)
  var size: Int {
    switch self {
    case .string(let string): string.utf8.count
    case .list(let list): list.count
    case .map(let map): map.count
    case .bytes(let bytes): bytes.count
    default: 0
    }
  }

  /// The position in a list that the value gives; nil when it gives none.
  var asIndex: Int? {
    switch self {
    case .int(let int): int
    case .uint(let uint): Int(exactly: uint)
    case .double(let double): Int(exactly: double)
    default: nil
    }
  }
}

extension Value: CustomStringConvertible {
  /// The value as an expression writes it, cut after a hundred elements.
  public var description: String { text }

  /// The value as an expression writes it.
  public var text: String {
    switch self {
    case .null: return "null"
    case .bool(let bool): return "\(bool)"
    case .int(let int): return "\(int)"
    case .uint(let uint): return "\(uint)u"
    case .double(let double): return double.text
    case .string(let string): return string.quoted
    case .bytes(let bytes): return Literal.bytes(bytes).text
    case .timestamp(let timestamp): return "timestamp(\"\(timestamp.text)\")"
    case .duration(let duration): return "duration(\"\(duration.text)\")"
    case .object(let object): return "object(\(object.type), \(object.index))"
    case .list(let list):
      let rest = list.count > 100 ? ", …" : ""
      return "[" + list.prefix(100).map(\.text).joined(separator: ", ") + rest + "]"
    case .map(let map):
      let shown = map.entries.prefix(100).map { "\($0.key.text): \($0.value.text)" }
      return "{" + shown.joined(separator: ", ") + (map.count > 100 ? ", …}" : "}")
    case .optional(let optional):
      return optional.wrapped.map { "optional.of(\($0.text))" } ?? "optional.none()"
    case .type(let type): return type.runtimeName
    case .error(let error): return "error: \(error.message)"
    }
  }
}

extension Double {
  /// The shortest digits that give the number back, without a fraction where it has none.
  var text: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let plain = "\(self)"
    return plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain
  }
}
