/// Settles what the names of an expression stand for and what type each part has.
///
/// It never gives up: what it can't settle gets type dyn and a reference that fails when it is
/// evaluated, so that an expression can also be run unchecked.
struct Checker {
  typealias ID = SyntaxTree.ID

  let tree: SyntaxTree
  let environment: Environment
  var problems: [CELProblem] = []
  var unifier = TypeUnifier()
  var references: [CheckedExpression.Reference]
  /// The variables of the macros around the node that is looked at, innermost last.
  var locals: [Local] = []
  private var types: [CELType]
  private var registerCount = 0

  /// A variable that a macro declares.
  struct Local {
    let name: String
    let type: CELType
    let register: Int
  }

  init(_ tree: SyntaxTree, in environment: Environment) {
    self.tree = tree
    self.environment = environment
    types = Array(repeating: .dyn, count: tree.nodes.count)
    references = Array(repeating: .none, count: tree.nodes.count)
  }

  /// Checks the whole expression.
  mutating func check(expecting expected: CELType?) -> CheckedExpression {
    let type = self.type(of: tree.root)
    if let expected, !unifier.isAssignable(type, to: expected) {
      let found = unifier.resolve(type, freeAsDyn: true)
      report(.wrongType(expected: expected, found: found), at: tree.range(of: tree.root))
    }
    return CheckedExpression(
      tree: tree,
      types: types.map { unifier.resolve($0, freeAsDyn: true) },
      references: references,
      registerCount: registerCount,
      environment: environment
    )
  }

  mutating func report(_ kind: CELProblem.Kind, at range: Range<Int>) {
    problems.append(CELProblem(kind, range: range))
  }

  mutating func refer(_ id: ID, to reference: CheckedExpression.Reference) {
    references[Int(id)] = reference
  }

  /// Checks a node and returns its type.
  @discardableResult
  mutating func type(of id: ID) -> CELType {
    let type = typeOfNode(id)
    types[Int(id)] = type
    return type
  }

  private mutating func typeOfNode(_ id: ID) -> CELType {
    switch tree[id] {
    case .invalid: return .dyn
    case .literal(let literal): return literal.type
    case .identifier(let name, let isAbsolute):
      return identifier(name, isAbsolute: isAbsolute, at: id)
    case .select(let operand, let field, let isOptional):
      if !isOptional, let type = qualifiedName(id) { return type }
      return selection(of: operand, field, isOptional: isOptional, at: id)
    case .presence(let operand, let field):
      _ = selection(of: operand, field, isOptional: false, at: id)
      return .bool
    case .call(let target, let function, let arguments):
      return call(function, target: target, arguments: arguments, at: id)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .message(let name, let fields):
      for field in fields { type(of: field.value) }
      report(.messageLiteral(name), at: tree.range(of: id))
      refer(id, to: .unknown(.undeclared(name)))
      return .dyn
    case .comprehension(let node): return comprehension(node, at: id)
    case .binding(let name, let value, let body):
      let type = self.type(of: value)
      return withLocals([(name, type)], at: id) { $0.type(of: body) }
    case .optionalMapping(let operand, let variable, let body, let isFlat):
      return optionalMapping(operand, variable, body, isFlat: isFlat, at: id)
    default: return operation(id)
    }
  }

  // MARK: Macros

  /// Checks something inside a macro, whose variables get the registers after those in use.
  mutating func withLocals(
    _ declared: [(name: String, type: CELType)],
    at id: ID,
    _ body: (inout Checker) -> CELType
  ) -> CELType {
    let first = locals.count
    refer(id, to: .register(first))
    for (name, type) in declared {
      locals.append(Local(name: name, type: type, register: locals.count))
    }
    registerCount = max(registerCount, locals.count)
    defer { locals.removeSubrange(first...) }
    return body(&self)
  }

  private mutating func comprehension(_ node: Comprehension, at id: ID) -> CELType {
    let range = unifier.resolve(type(of: node.range))
    let (key, element) = elementTypes(of: range, at: node.range)
    let isPair = node.variables.count == 2
    var isMap = false
    if case .map = range { isMap = true }
    // With one variable a map is gone through by its keys, a list by its elements.
    let single = isMap ? key : element
    let declared =
      isPair
      ? [(node.variables[0], key), (node.variables[1], element)] : [(node.variables[0], single)]
    return withLocals(declared, at: id) { checker in
      if let condition = node.condition { checker.expectBool(condition) }
      let made = node.transform.map { checker.type(of: $0) } ?? .dyn
      switch node.kind {
      case .all, .exists, .existsOne: return .bool
      case .map, .transformList: return .list(made)
      case .filter, .sortBy:
        if node.kind == .sortBy { checker.expectComparable(made, at: node.transform ?? id) }
        return .list(single)
      case .transformMap: return .map(key: key, value: made)
      case .transformMapEntry: return checker.entryMap(made, at: node.transform ?? id)
      }
    }
  }

  /// Returns the types of the keys or indexes and of the elements that a macro goes through.
  private mutating func elementTypes(of range: CELType, at id: ID) -> (CELType, CELType) {
    switch range {
    case .list(let element): return (.int, element)
    case .map(let key, let value): return (key, value)
    case .parameter:
      _ = unifier.isAssignable(.dyn, to: range)
      return (.dyn, .dyn)
    case .dyn: return (.dyn, .dyn)
    default:
      report(.notIterable(unifier.resolve(range, freeAsDyn: true)), at: tree.range(of: id))
      return (.dyn, .dyn)
    }
  }

  private mutating func entryMap(_ made: CELType, at id: ID) -> CELType {
    let (key, value) = (unifier.fresh(), unifier.fresh())
    let map = CELType.map(key: key, value: value)
    if !unifier.isAssignable(made, to: map) {
      report(
        .wrongType(
          expected: .map(key: .dyn, value: .dyn),
          found: unifier.resolve(made, freeAsDyn: true)
        ),
        at: tree.range(of: id)
      )
    }
    return map
  }

  private mutating func expectComparable(_ type: CELType, at id: ID) {
    switch unifier.resolve(type, freeAsDyn: true).unwrapped {
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn: break
    case let other:
      report(
        .noMatchingOverload(
          function: "sortBy",
          found: "keys of type \(other)",
          expected: ["keys that have an order"]
        ),
        at: tree.range(of: id)
      )
    }
  }

  private mutating func optionalMapping(
    _ operand: ID,
    _ variable: String,
    _ body: ID,
    isFlat: Bool,
    at id: ID
  ) -> CELType {
    let inner = wrappedType(of: type(of: operand), at: operand)
    let made = withLocals([(variable, inner)], at: id) { $0.type(of: body) }
    guard isFlat else { return .optional(made) }
    return .optional(wrappedType(of: made, at: body))
  }

  /// Returns the type inside an optional type, or reports that it is none.
  private mutating func wrappedType(of type: CELType, at id: ID) -> CELType {
    let inner = unifier.fresh()
    if !unifier.isAssignable(type, to: .optional(inner)) {
      report(.notOptional(unifier.resolve(type, freeAsDyn: true)), at: tree.range(of: id))
      return .dyn
    }
    return unifier.resolve(type) == .dyn ? .dyn : inner
  }

  /// Checks a node that must be true or false.
  mutating func expectBool(_ id: ID) {
    let found = type(of: id)
    if !unifier.isAssignable(found, to: .bool) {
      report(
        .wrongType(expected: .bool, found: unifier.resolve(found, freeAsDyn: true)),
        at: tree.range(of: id)
      )
    }
  }
}

extension Literal {
  /// The type of the constant.
  fileprivate var type: CELType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }
}
