extension Checker {
  // MARK: Names

  /// Settles a name without dots.
  mutating func identifier(_ name: String, isAbsolute: Bool, at id: ID) -> CELType {
    if !isAbsolute, let local = locals.last(where: { $0.name == name }) {
      refer(id, to: .register(local.register))
      return local.type
    }
    if let type = declared(name, isAbsolute: isAbsolute, at: id) { return type }
    let known =
      environment.variables.map(\.name) + locals.map(\.name)
      + environment.objectTypes.map(\.name) + Self.typeNames.keys
    report(
      .undeclared(name, suggestion: nearestName(to: name, among: known)),
      at: tree.range(of: id)
    )
    refer(id, to: .unknown(.undeclared(name)))
    return .dyn
  }

  /// Settles a chain of names with dots if the whole of it is declared.
  mutating func qualifiedName(_ id: ID) -> CELType? {
    guard isInNamespace(id), let (name, isAbsolute) = dottedName(id) else { return nil }
    return declared(name, isAbsolute: isAbsolute, at: id)
  }

  private mutating func declared(_ name: String, isAbsolute: Bool, at id: ID) -> CELType? {
    for candidate in environment.candidates(for: name, isAbsolute: isAbsolute) {
      if let slot = environment.slot(of: candidate) {
        refer(id, to: .variable(slot))
        return environment.variables[slot].type
      }
      if let type = namedType(candidate) {
        refer(id, to: .constant(.type(type)))
        return .type(type)
      }
    }
    return nil
  }

  /// Whether a chain of names begins with one that others are declared below.
  func isInNamespace(_ id: ID) -> Bool {
    var id = id
    while case .select(let operand, _, isOptional: false) = tree[id] { id = operand }
    guard case .identifier(let name, _) = tree[id] else { return false }
    return environment.isNamespace(name)
  }

  /// Returns the text of a chain of names; nil when it isn't one, or begins with a macro's variable.
  func dottedName(_ id: ID) -> (name: String, isAbsolute: Bool)? {
    var id = id
    var parts: [String] = []
    while true {
      switch tree[id] {
      case .select(let operand, let field, isOptional: false):
        parts.append(field)
        id = operand
      case .identifier(let name, let isAbsolute):
        if !isAbsolute, locals.contains(where: { $0.name == name }) { return nil }
        parts.append(name)
        return (parts.reversed().joined(separator: "."), isAbsolute)
      default: return nil
      }
    }
  }

  private func namedType(_ name: String) -> CELType? {
    if let type = Self.typeNames[name] { return type }
    return environment.objectType(named: name).map { .object($0.name) }
  }

  /// The types that have names of their own.
  static let typeNames: [String: CELType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "null_type": .null, "list": .list(.dyn), "map": .map(key: .dyn, value: .dyn),
    "type": .type(.dyn), "optional_type": .optional(.dyn),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
  ]

  // MARK: Fields

  /// Settles a field that is read from an operand.
  mutating func selection(
    of operand: ID,
    _ field: String,
    isOptional: Bool,
    at id: ID
  ) -> CELType {
    let type = unifier.resolve(self.type(of: operand))
    if case .optional(let wrapped) = type {
      let inner = fieldType(field, of: unifier.resolve(wrapped), at: id)
      return .optional(inner.unwrapped)
    }
    let found = fieldType(field, of: type, at: id)
    return isOptional ? .optional(found.unwrapped) : found
  }

  private mutating func fieldType(_ field: String, of type: CELType, at id: ID) -> CELType {
    switch type {
    case .dyn: return .dyn
    case .null where environment.fieldsOfNullAreNull: return .null
    case .parameter:
      _ = unifier.isAssignable(.dyn, to: type)
      return .dyn
    case .map(_, let value): return value
    case .object(let name):
      guard let objectType = environment.objectType(named: name) else { return .dyn }
      guard let declared = objectType.field(named: field) else {
        report(
          .noSuchField(field, type: type, suggestion: suggestion(for: field, of: objectType)),
          at: tree.nameRanges[Int(id)]
        )
        return .dyn
      }
      return environment.fieldsOfNullAreNull ? declared.type.madeNullable : declared.type
    default:
      report(.notSelectable(field, type: type), at: tree.nameRanges[Int(id)])
      return .dyn
    }
  }

  private func suggestion(for field: String, of type: ObjectType) -> String? {
    let isMember =
      environment.function(named: field)?.overloads.contains { $0.isMember } ?? false
    return isMember ? "\(field)()" : nearestName(to: field, among: type.fields.map(\.name))
  }
}

extension CELType {
  /// The type with null added, where it is a scalar without it.
  fileprivate var madeNullable: CELType {
    switch self {
    case .bool, .int, .uint, .double, .string, .bytes: .wrapper(self)
    default: self
    }
  }
}
