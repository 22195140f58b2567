extension Checker {
  // MARK: Operators

  /// Settles an operator, an index or a condition.
  mutating func operation(_ id: ID) -> CELType {
    switch tree[id] {
    case .unary(let unaryOperator, let operand):
      return apply(unaryOperator.rawValue, unaryOperator.overloads, [operand], at: id)
    case .binary(let binaryOperator, let left, let right):
      let result = apply(
        binaryOperator.rawValue,
        binaryOperator.overloads,
        [left, right],
        at: id
      )
      return binaryOperator.precedence == 1 ? .bool : result
    case .logical(_, let operands):
      for operand in operands { expectBool(operand) }
      return .bool
    case .conditional(let condition, let then, let otherwise):
      expectBool(condition)
      return branches(then, otherwise, at: id)
    case .index(let operand, let index, let isOptional):
      return self.index(operand, index, isOptional: isOptional, at: id)
    default: return .dyn
    }
  }

  private mutating func apply(
    _ name: String,
    _ overloads: [Overload],
    _ operands: [ID],
    at id: ID
  ) -> CELType {
    let found = operands.map { type(of: $0) }
    let (chosen, result) = match(overloads, found)
    if chosen.isEmpty { noOperator(name, overloads, found, at: id) }
    return result
  }

  private mutating func noOperator(
    _ name: String,
    _ overloads: [Overload],
    _ found: [CELType],
    at id: ID
  ) {
    let types = found.map { unifier.resolve($0, freeAsDyn: true).description }
    let expected = overloads.map { overload in
      let names = overload.parameters.map(\.description)
      return names.count == 1 ? "\(name)\(names[0])" : names.joined(separator: " \(name) ")
    }
    let written = types.count == 1 ? "a \(types[0])" : types.joined(separator: " and ")
    report(
      .noMatchingOverload(function: "'\(name)'", found: written, expected: expected),
      at: tree.nameRanges[Int(id)]
    )
  }

  private mutating func branches(_ then: ID, _ otherwise: ID, at id: ID) -> CELType {
    let (first, second) = (type(of: then), type(of: otherwise))
    if unifier.isAssignable(first, to: second) || unifier.isAssignable(second, to: first) {
      return unifier.join(first, second)
    }
    report(
      .noMatchingOverload(
        function: "'?:'",
        found: [first, second].map { unifier.resolve($0, freeAsDyn: true).description }
          .joined(separator: " and "),
        expected: ["two values of one type"]
      ),
      at: tree.nameRanges[Int(id)]
    )
    return .dyn
  }

  private mutating func index(
    _ operand: ID,
    _ index: ID,
    isOptional: Bool,
    at id: ID
  ) -> CELType {
    var container = unifier.resolve(type(of: operand))
    let position = type(of: index)
    var isOptional = isOptional
    if case .optional(let wrapped) = container {
      container = unifier.resolve(wrapped)
      isOptional = true
    }
    let element: CELType
    switch container {
    case .list(let inner) where unifier.isAssignable(position, to: .int): element = inner
    case .map(let key, let value) where unifier.isAssignable(position, to: key): element = value
    case .dyn: element = .dyn
    case .parameter:
      _ = unifier.isAssignable(.dyn, to: container)
      element = .dyn
    default:
      noOperator("[]", Self.indexOverloads, [container, position], at: id)
      return .dyn
    }
    return isOptional ? .optional(element) : element
  }

  private static let indexOverloads: [Overload] = [
    .function([.list(.parameter("T")), .int], .parameter("T")),
    .function(
      [.map(key: .parameter("K"), value: .parameter("V")), .parameter("K")],
      .parameter("V")
    ),
  ]

  // MARK: Lists and maps

  mutating func list(_ elements: [SyntaxNode.ListElement]) -> CELType {
    var common: CELType?
    for element in elements {
      var type = self.type(of: element.value)
      if element.isOptional { type = wrapped(type, at: element.value) }
      common = common.map { unifier.join($0, type) } ?? type
    }
    return .list(common ?? unifier.fresh())
  }

  mutating func map(_ entries: [SyntaxNode.MapEntry]) -> CELType {
    var keys: CELType?
    var values: CELType?
    for entry in entries {
      let key = type(of: entry.key)
      expectKey(key, at: entry.key)
      var value = type(of: entry.value)
      if entry.isOptional { value = wrapped(value, at: entry.value) }
      keys = keys.map { unifier.join($0, key) } ?? key
      values = values.map { unifier.join($0, value) } ?? value
    }
    return .map(key: keys ?? unifier.fresh(), value: values ?? unifier.fresh())
  }

  private mutating func expectKey(_ type: CELType, at id: ID) {
    switch unifier.resolve(type, freeAsDyn: true).unwrapped {
    case .bool, .int, .uint, .string, .dyn: break
    case let other: report(.unsupportedKey(other), at: tree.range(of: id))
    }
  }

  /// Returns the type of what an optional element or entry adds.
  private mutating func wrapped(_ type: CELType, at id: ID) -> CELType {
    let inner = unifier.fresh()
    if unifier.isAssignable(type, to: .optional(inner)) {
      return unifier.resolve(type) == .dyn ? .dyn : inner
    }
    report(.notOptional(unifier.resolve(type, freeAsDyn: true)), at: tree.range(of: id))
    return .dyn
  }
}
