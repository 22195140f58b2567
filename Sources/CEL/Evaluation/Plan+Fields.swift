extension Plan {
  /// Reads a field of what should be an object of a known type.
  @inline(__always)
  func field(of operand: Value, _ step: Instruction, _ host: some Host, at id: ID) -> Value {
    if case .object(let object) = operand { return host.value(ofField: Int(step.b), of: object) }
    return dynamicField(of: operand, fields[Int(step.c)], host, at: id)
  }

  /// Reads a field of whatever has fields.
  @inline(never)
  func dynamicField(
    of operand: Value,
    _ field: FieldTable,
    _ host: some Host,
    at id: ID
  ) -> Value {
    switch operand {
    case .object(let object):
      guard let slot = field.slot(ofType: object.type) else { break }
      return host.value(ofField: slot, of: object)
    case .map(let map):
      return map[field.key] ?? failure(.noSuchKey(field.key.text), at: id)
    case .optional: return optionalField(of: operand, field, host, at: id)
    case .null where fieldsOfNullAreNull: return .null
    case .error: return operand
    default: break
    }
    return failure(.noSuchField(field.name, type: operand.typeName), at: id)
  }

  /// Reads a field as an optional, none where it is absent.
  @inline(never)
  func optionalField(
    of operand: Value,
    _ field: FieldTable,
    _ host: some Host,
    at id: ID
  ) -> Value {
    switch operand {
    case .object(let object):
      guard let slot = field.slot(ofType: object.type) else { break }
      return host.hasField(slot, of: object)
        ? .some(host.value(ofField: slot, of: object)) : .none
    case .map(let map): return map[field.key].map(Value.some) ?? .none
    case .optional(let optional):
      return optional.wrapped.map { optionalField(of: $0, field, host, at: id) } ?? .none
    case .null where fieldsOfNullAreNull: return .none
    case .error: return operand
    default: break
    }
    return failure(.noSuchField(field.name, type: operand.typeName), at: id)
  }

  /// Reads an element of a list or the value of a key.
  func element(
    of container: Value,
    at position: Value,
    isOptional: Bool,
    _ id: ID
  ) -> Value {
    let found: Value?
    switch container {
    case .list(let list):
      guard let index = position.asIndex else {
        return failure(.indexOutOfRange(index: position.text, count: list.count), at: id)
      }
      found = list.element(at: index)
      if found == nil, !isOptional {
        return failure(.indexOutOfRange(index: "\(index)", count: list.count), at: id)
      }
    case .map(let map):
      found = map[position]
      if found == nil, !isOptional { return failure(.noSuchKey(position.text), at: id) }
    case .optional(let optional):
      return optional.wrapped.map { element(of: $0, at: position, isOptional: true, id) } ?? .none
    case .null where fieldsOfNullAreNull: return isOptional ? .none : .null
    default:
      return failure(
        .noMatchingOverload(
          function: "[]",
          arguments: "\(container.typeName), \(position.typeName)"
        ),
        at: id
      )
    }
    guard isOptional else { return found ?? .null }
    return found.map(Value.some) ?? .none
  }
}
