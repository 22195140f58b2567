extension Plan {
  /// Evaluates an instruction.
  func value(_ id: ID, _ frame: inout Frame, _ host: some Host) -> Value {
    let step = instructions[Int(id)]
    switch step.operation {
    case .constant: return constants[Int(step.a)]
    case .variable: return frame.variables[Int(step.a)]
    case .register: return frame.registers[Int(step.a)]
    case .variableField:
      return field(of: frame.variables[Int(step.a)], step, host, at: id)
    case .registerField:
      return field(of: frame.registers[Int(step.a)], step, host, at: id)
    case .field: return field(of: value(step.a, &frame, host), step, host, at: id)
    case .conditional:
      switch truth(step.a, &frame, host) {
      case .yes: return value(step.b, &frame, host)
      case .no: return value(step.c, &frame, host)
      case .failed: return takeFailure(&frame)
      }
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .not, .and, .or,
      .isIn, .hasField, .matches:
      return boolean(id, &frame, host)
    case .add, .subtract, .multiply, .divide, .remainder, .negate:
      return arithmetic(step, &frame, host, at: id)
    case .call: return call(Int(step.a), &frame, host, at: id)
    case .size: return size(step, &frame, host, at: id)
    case .loop: return loop(loops[Int(step.a)], &frame, host, at: id)
    default: return rare(step, &frame, host, at: id)
    }
  }

  private func size(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    let operand = value(step.a, &frame, host)
    switch operand {
    case .list(let list): return .int(list.count)
    case .map(let map): return .int(map.count)
    case .error: return operand
    default: return run(Int(step.b), Arguments(operand, count: 1), &frame, host, at: id)
    }
  }

  @inline(never)
  private func rare(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    switch step.operation {
    case .bind:
      let bound = value(step.b, &frame, host)
      if case .error = bound { return bound }
      frame.registers[Int(step.a)] = bound
      return value(step.c, &frame, host)
    case .optionalMap, .optionalFlatMap:
      return optionalMap(step, &frame, host, at: id)
    case .dynamicField:
      return dynamicField(
        of: value(step.a, &frame, host),
        fields[Int(step.b)],
        host,
        at: id
      )
    case .optionalField:
      return optionalField(
        of: value(step.a, &frame, host),
        fields[Int(step.b)],
        host,
        at: id
      )
    case .index, .optionalIndex:
      let container = value(step.a, &frame, host)
      if case .error = container { return container }
      let position = value(step.b, &frame, host)
      if case .error = position { return position }
      guard spend(position.size / 16, &frame) else { return failure(.costLimit(0), at: id) }
      return element(
        of: container,
        at: position,
        isOptional: step.operation == .optionalIndex,
        id
      )
    case .list: return list(step, &frame, host, at: id)
    case .map: return map(step, &frame, host, at: id)
    default: return .null
    }
  }

  @inline(never)
  private func boolean(_ id: ID, _ frame: inout Frame, _ host: some Host) -> Value {
    switch truth(id, &frame, host) {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .failed: takeFailure(&frame)
    }
  }

  /// Turns the failure of a condition into a value.
  @inline(never)
  func takeFailure(_ frame: inout Frame) -> Value {
    let failure = frame.failure ?? EvaluationError(.notBoolean("dyn"))
    frame.failure = nil
    return .error(failure)
  }

  /// Makes the failure of an instruction.
  @inline(never)
  func failure(_ kind: EvaluationError.Kind, at id: ID) -> Value {
    .error(EvaluationError(kind, range: ranges[Int(id)]))
  }

  /// Gives a failure without a place the place of an instruction.
  @inline(__always)
  func placed(_ value: Value, at id: ID) -> Value {
    if case .error = value { return placedFailure(value, at: id) }
    return value
  }

  @inline(never)
  private func placedFailure(_ value: Value, at id: ID) -> Value {
    guard case .error(var error) = value, error.range == nil else { return value }
    error.range = ranges[Int(id)]
    return .error(error)
  }

  /// Takes steps off what an evaluation may still do; false when there are none left.
  @inline(__always)
  func spend(_ steps: Int, _ frame: inout Frame) -> Bool {
    guard steps <= frame.stepsLeft else {
      frame.stepsLeft = -1
      return false
    }
    frame.stepsLeft -= steps
    return true
  }

  // MARK: Arithmetic

  private func arithmetic(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    let left = value(step.a, &frame, host)
    if step.operation == .negate { return placed(left.negated, at: id) }
    let right = value(step.b, &frame, host)
    if case .int(let left) = left, case .int(let right) = right {
      switch step.operation {
      case .add:
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? failure(.overflow, at: id) : .int(sum)
      case .subtract:
        let (difference, overflow) = left.subtractingReportingOverflow(right)
        return overflow ? failure(.overflow, at: id) : .int(difference)
      default: break
      }
    }
    return generalArithmetic(step.operation, left, right, &frame, at: id)
  }

  @inline(never)
  private func generalArithmetic(
    _ operation: Operation,
    _ left: Value,
    _ right: Value,
    _ frame: inout Frame,
    at id: ID
  ) -> Value {
    if case .error = left { return left }
    if case .error = right { return right }
    let result =
      switch operation {
      case .add: left.adding(right)
      case .subtract: left.subtracting(right)
      case .multiply: left.multiplied(by: right)
      case .divide: left.divided(by: right)
      default: left.remainder(dividingBy: right)
      }
    if !spend(result.size / 16, &frame) { return failure(.costLimit(0), at: id) }
    return placed(result, at: id)
  }

  // MARK: Lists, maps and optionals

  private func list(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    var elements: [Value] = []
    elements.reserveCapacity(Int(step.b))
    for position in Int(step.a)..<Int(step.a + step.b) {
      let element = value(operands[position], &frame, host)
      if case .error = element { return element }
      guard step.c >= 0, operands[Int(step.c) + position - Int(step.a)] != 0 else {
        elements.append(element)
        continue
      }
      guard case .optional(let optional) = element else {
        return failure(.invalidConversion(value: element.text, type: "optional_type"), at: id)
      }
      if let wrapped = optional.wrapped { elements.append(wrapped) }
    }
    return .list(ValueList(elements))
  }

  private func map(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    var builder = ValueMapBuilder()
    for entry in 0..<Int(step.b) {
      let first = Int(step.a) + entry * 3
      let key = value(operands[first], &frame, host)
      if case .error = key { return key }
      var element = value(operands[first + 1], &frame, host)
      if case .error = element { return element }
      guard key.isMapKey else { return failure(.unsupportedKey(key.text), at: id) }
      if operands[first + 2] != 0 {
        guard case .optional(let optional) = element else {
          return failure(.invalidConversion(value: element.text, type: "optional_type"), at: id)
        }
        guard let wrapped = optional.wrapped else { continue }
        element = wrapped
      }
      guard builder.insert(key, element) else {
        return failure(.repeatedKey(key.text), at: id)
      }
    }
    return .map(builder.map)
  }

  private func optionalMap(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    let operand = value(step.b, &frame, host)
    if case .error = operand { return operand }
    guard case .optional(let optional) = operand else {
      return failure(.invalidConversion(value: operand.text, type: "optional_type"), at: id)
    }
    guard let wrapped = optional.wrapped else { return .none }
    frame.registers[Int(step.a)] = wrapped
    let made = value(step.c, &frame, host)
    if case .error = made { return made }
    if step.operation == .optionalMap { return .some(made) }
    if case .optional = made { return made }
    return failure(.invalidConversion(value: made.text, type: "optional_type"), at: id)
  }
}
