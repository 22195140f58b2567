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

  /// A measure of the work that it takes to go through the value: bytes, or values on all levels.
  @inline(__always)
  var size: Int {
    switch self {
    case .string(let string): string.utf8.count
    case .list(let list): Int(list.weight)
    case .map(let map): Int(map.weight)
    case .bytes(let bytes): bytes.count
    case .optional: Int(weight)
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
  /// The value as an expression writes it, cut where it gets long.
  public var description: String { text }

  /// The value as an expression writes it, cut where it gets long.
  public var text: String {
    var writer = ValueWriter()
    writer.write(self)
    return writer.text
  }
}

/// Writes values until there are too many.
private struct ValueWriter {
  var text = ""
  /// The values that are still written.
  private var rest = 200
  /// The bytes of a string that are written.
  private static let stringLimit = 1_000

  mutating func write(_ value: Value) {
    rest -= 1
    switch value {
    case .null: text += "null"
    case .bool(let bool): text += "\(bool)"
    case .int(let int): text += "\(int)"
    case .uint(let uint): text += "\(uint)u"
    case .double(let double): text += double.text
    case .string(let string):
      let isLong = string.utf8.count > Self.stringLimit
      text += isLong ? String(string.prefix(Self.stringLimit / 4)).quoted + "…" : string.quoted
    case .bytes(let bytes):
      text += Literal.bytes(Array(bytes.prefix(Self.stringLimit))).text
    case .timestamp(let timestamp): text += "timestamp(\"\(timestamp.text)\")"
    case .duration(let duration): text += "duration(\"\(duration.text)\")"
    case .object(let object): text += "object(\(object.type), \(object.index))"
    case .type(let type): text += type.runtimeName
    case .error(let error): text += "error: \(error.message)"
    case .list, .map, .optional: writeAggregate(value)
    }
  }

  private mutating func writeAggregate(_ value: Value) {
    switch value {
    case .list(let list):
      writeList("[", count: list.count, "]") { $0.write(list[$1]) }
    case .map(let map):
      writeList("{", count: map.count, "}") { writer, position in
        writer.write(map.entries[position].key)
        writer.text += ": "
        writer.write(map.entries[position].value)
      }
    case .optional(let optional):
      guard let wrapped = optional.wrapped else {
        text += "optional.none()"
        return
      }
      text += "optional.of("
      write(wrapped)
      text += ")"
    default: break
    }
  }

  private mutating func writeList(
    _ open: String,
    count: Int,
    _ close: String,
    _ body: (inout ValueWriter, Int) -> Void
  ) {
    text += open
    for position in 0..<count {
      if position > 0 { text += ", " }
      guard rest > 0 else {
        text += "…"
        break
      }
      body(&self, position)
    }
    text += close
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
