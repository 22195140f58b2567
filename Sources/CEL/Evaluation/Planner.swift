/// Turns a checked expression into a plan: names into numbers, constant parts into their values.
struct Planner {
  typealias ID = Plan.ID
  typealias Operation = Plan.Operation

  let checked: CheckedExpression
  private(set) var instructions: [Plan.Instruction] = []
  private(set) var ranges: [Range<Int>] = []
  var constants: [Value] = []
  var operands: [ID] = []
  var calls: [Plan.Call] = []
  var loops: [Plan.Loop] = []
  var fields: [FieldTable] = []
  var patterns: [LinearPattern] = []
  /// The constant parts that have no value.
  var failingConstants: [EvaluationError] = []

  init(_ checked: CheckedExpression) { self.checked = checked }

  /// Plans the whole expression.
  mutating func plan() -> Plan {
    let root = node(checked.tree.root)
    return Plan(self, root: root)
  }

  // MARK: Instructions

  /// Adds an instruction, evaluated at once when all that it needs is constant.
  mutating func add(
    _ instruction: Plan.Instruction,
    for id: SyntaxTree.ID,
    needs: [ID]? = nil
  ) -> ID {
    instructions.append(instruction)
    ranges.append(checked.tree.range(of: id))
    let added = ID(instructions.count - 1)
    guard let needs, needs.allSatisfy({ instructions[Int($0)].operation == .constant }) else {
      return added
    }
    var frame = Frame(variableCount: 0)
    let plan = Plan(self, root: added)
    frame.stepsLeft = Limits.evaluationSteps
    let value = plan.value(added, &frame, EmptyHost())
    if case .error(let error) = value, !needs.contains(where: isFailing), !isKnown(error) {
      failingConstants.append(error)
    }
    constants.append(value)
    instructions[Int(added)] = Plan.Instruction(.constant, Int32(constants.count - 1))
    return added
  }

  /// Whether a failure at the same place was found already.
  private func isKnown(_ error: EvaluationError) -> Bool {
    failingConstants.contains { $0.range == error.range }
  }

  /// Whether an instruction is a constant that is a failure.
  private func isFailing(_ id: ID) -> Bool {
    constants[Int(instructions[Int(id)].a)].isError
  }

  /// Adds a constant.
  mutating func constant(_ value: Value, for id: SyntaxTree.ID) -> ID {
    constants.append(value)
    return add(Plan.Instruction(.constant, Int32(constants.count - 1)), for: id)
  }

  /// Adds a list of instructions and returns where it begins.
  mutating func list(_ ids: [ID]) -> Int32 {
    operands += ids
    return Int32(operands.count - ids.count)
  }

  /// Returns the number of the table of a field's slots.
  mutating func table(of field: String) -> Int32 {
    // An expression has a handful of fields.
    if let known = fields.firstIndex(where: { $0.name == field }) { return Int32(known) }
    fields.append(checked.environment.fieldTable(of: field))
    return Int32(fields.count - 1)
  }

  // MARK: Nodes

  /// Plans a node of the tree.
  mutating func node(_ id: SyntaxTree.ID) -> ID {
    switch checked.references[Int(id)] {
    case .variable(let slot): return add(Plan.Instruction(.variable, Int32(slot)), for: id)
    case .constant(let value): return constant(value, for: id)
    case .unknown(let kind): return unknown(kind, at: id)
    case .overloads(let overloads, let name, let isQualified):
      return call(overloads, name: name, isQualified: isQualified, at: id)
    case .register(let register):
      if case .identifier = checked.tree[id] {
        return add(Plan.Instruction(.register, Int32(register)), for: id)
      }
    case .none: break
    }
    return unreferenced(id)
  }

  private mutating func unknown(_ kind: EvaluationError.Kind, at id: SyntaxTree.ID) -> ID {
    let range = checked.tree.range(of: id)
    return constant(.error(EvaluationError(kind, range: range)), for: id)
  }

  private mutating func unreferenced(_ id: SyntaxTree.ID) -> ID {
    switch checked.tree[id] {
    case .literal(let literal): return constant(literal.value, for: id)
    case .select(let operand, let field, let isOptional):
      return select(operand, field, isOptional: isOptional, at: id)
    case .presence(let operand, let field):
      let operand = node(operand)
      return add(Plan.Instruction(.hasField, operand, table(of: field)), for: id, needs: [operand])
    case .index(let container, let index, let isOptional):
      return pair(isOptional ? .optionalIndex : .index, container, index, at: id)
    case .unary(let unaryOperator, let operand):
      let operand = node(operand)
      let operation: Operation = unaryOperator == .not ? .not : .negate
      return add(Plan.Instruction(operation, operand), for: id, needs: [operand])
    case .binary(let binaryOperator, let left, let right):
      return pair(binaryOperator.operation, left, right, at: id)
    case .logical(let logicalOperator, let operands):
      let planned = operands.map { node($0) }
      let operation: Operation = logicalOperator == .and ? .and : .or
      return add(
        Plan.Instruction(operation, list(planned), Int32(planned.count)),
        for: id,
        needs: planned
      )
    case .conditional(let condition, let then, let otherwise):
      let parts = [condition, then, otherwise].map { node($0) }
      return add(
        Plan.Instruction(.conditional, parts[0], parts[1], parts[2]),
        for: id,
        needs: parts
      )
    case .list(let elements): return list(elements, at: id)
    case .map(let entries): return map(entries, at: id)
    default: return macro(id)
    }
  }

  private mutating func pair(
    _ operation: Operation,
    _ left: SyntaxTree.ID,
    _ right: SyntaxTree.ID,
    at id: SyntaxTree.ID
  ) -> ID {
    let (left, right) = (node(left), node(right))
    return add(Plan.Instruction(operation, left, right), for: id, needs: [left, right])
  }

  private mutating func select(
    _ operand: SyntaxTree.ID,
    _ field: String,
    isOptional: Bool,
    at id: SyntaxTree.ID
  ) -> ID {
    let planned = node(operand)
    let table = table(of: field)
    if isOptional {
      return add(Plan.Instruction(.optionalField, planned, table), for: id, needs: [planned])
    }
    guard case .object(let name) = checked.type(of: operand),
      let slot = checked.environment.objectType(named: name)?.field(named: field)?.slot
    else { return add(Plan.Instruction(.dynamicField, planned, table), for: id, needs: [planned]) }
    let source = instructions[Int(planned)]
    let instruction =
      switch source.operation {
      case .variable: Plan.Instruction(.variableField, source.a, Int32(slot), table)
      case .register: Plan.Instruction(.registerField, source.a, Int32(slot), table)
      default: Plan.Instruction(.field, planned, Int32(slot), table)
      }
    return add(instruction, for: id)
  }

  private mutating func list(
    _ elements: [SyntaxNode.ListElement],
    at id: SyntaxTree.ID
  ) -> ID {
    let planned = elements.map { node($0.value) }
    let start = list(planned)
    let hasOptional = elements.contains(where: \.isOptional)
    let flags = hasOptional ? list(elements.map { $0.isOptional ? 1 : 0 }) : -1
    return add(
      Plan.Instruction(.list, start, Int32(planned.count), flags),
      for: id,
      needs: planned
    )
  }

  private mutating func map(_ entries: [SyntaxNode.MapEntry], at id: SyntaxTree.ID) -> ID {
    var planned: [ID] = []
    var flat: [ID] = []
    for entry in entries {
      let (key, value) = (node(entry.key), node(entry.value))
      planned += [key, value]
      flat += [key, value, entry.isOptional ? 1 : 0]
    }
    return add(
      Plan.Instruction(.map, list(flat), Int32(entries.count)),
      for: id,
      needs: planned
    )
  }
}

extension Literal {
  /// The value of the constant.
  fileprivate var value: Value {
    switch self {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .int(let int): .int(int)
    case .uint(let uint): .uint(uint)
    case .double(let double): .double(double)
    case .string(let string): .string(string)
    case .bytes(let bytes): .bytes(bytes)
    }
  }
}

extension BinaryOperator {
  /// The operation that does the operator's work.
  fileprivate var operation: Plan.Operation {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .isIn: .isIn
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    }
  }
}
