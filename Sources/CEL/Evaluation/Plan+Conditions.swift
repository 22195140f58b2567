extension Plan {
  /// Evaluates an instruction whose value is true or false.
  func truth(_ id: ID, _ frame: inout Frame, _ host: some Host) -> Truth {
    let step = instructions[Int(id)]
    switch step.operation {
    case .and:
      return chain(step, until: .no, &frame, host)
    case .or:
      return chain(step, until: .yes, &frame, host)
    case .not:
      switch truth(step.a, &frame, host) {
      case .yes: return .no
      case .no: return .yes
      case .failed: return .failed
      }
    case .conditional:
      switch truth(step.a, &frame, host) {
      case .yes: return truth(step.b, &frame, host)
      case .no: return truth(step.c, &frame, host)
      case .failed: return .failed
      }
    case .equal, .notEqual:
      return equality(step, &frame, host)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return order(step, &frame, host, at: id)
    case .hasField:
      return presence(of: fields[Int(step.b)], in: value(step.a, &frame, host), &frame, host, id)
    case .isIn: return membership(step, &frame, host, at: id)
    case .matches: return matches(step, &frame, host, at: id)
    default: return truth(of: value(id, &frame, host), &frame, at: id)
    }
  }

  /// Turns a value into what a condition wants.
  @inline(__always)
  func truth(of value: Value, _ frame: inout Frame, at id: ID) -> Truth {
    if case .bool(let bool) = value { return Truth(bool) }
    return noTruth(value, &frame, at: id)
  }

  @inline(never)
  private func noTruth(_ value: Value, _ frame: inout Frame, at id: ID) -> Truth {
    if case .error(let error) = value {
      frame.failure = error
    } else {
      frame.failure = EvaluationError(.notBoolean(value.typeName), range: ranges[Int(id)])
    }
    return .failed
  }

  @inline(never)
  private func fail(_ kind: EvaluationError.Kind, _ frame: inout Frame, at id: ID) -> Truth {
    frame.failure = EvaluationError(kind, range: ranges[Int(id)])
    return .failed
  }

  /// Evaluates operands until one decides; a failure counts only when none does.
  private func chain(
    _ step: Instruction,
    until decisive: Truth,
    _ frame: inout Frame,
    _ host: some Host
  ) -> Truth {
    var failure = Value.null
    for position in Int(step.a)..<Int(step.a + step.b) {
      let truth = self.truth(operands[position], &frame, host)
      if truth == decisive { return truth }
      if truth == .failed, failure.isNull { failure = takeFailure(&frame) }
    }
    guard case .error(let error) = failure else { return decisive == .no ? .yes : .no }
    frame.failure = error
    return .failed
  }

  private func equality(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host
  ) -> Truth {
    let left = value(step.a, &frame, host)
    let right = value(step.b, &frame, host)
    let isEqual: Bool
    switch (left, right) {
    case (.int(let left), .int(let right)): isEqual = left == right
    case (.bool(let left), .bool(let right)): isEqual = left == right
    case (.object(let left), .object(let right)): isEqual = left == right
    case (.null, .null): isEqual = true
    case (.object, .null), (.null, .object): isEqual = false
    case (.string(let left), .string(let right)) where left.utf8.count < 1_000:
      isEqual = left.hasSameBytes(as: right)
    default:
      guard let general = generalEquality(left, right, &frame) else { return .failed }
      isEqual = general
    }
    return Truth(isEqual == (step.operation == .equal))
  }

  @inline(never)
  private func generalEquality(_ left: Value, _ right: Value, _ frame: inout Frame) -> Bool? {
    guard haveValues(left, right, &frame) else { return nil }
    guard spend(min(left.size, right.size) / 16, &frame) else {
      frame.failure = EvaluationError(.costLimit(0))
      return nil
    }
    return left.isEqual(to: right)
  }

  private func order(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Truth {
    let left = value(step.a, &frame, host)
    let right = value(step.b, &frame, host)
    if case .int(let left) = left, case .int(let right) = right {
      switch step.operation {
      case .less: return Truth(left < right)
      case .lessOrEqual: return Truth(left <= right)
      case .greater: return Truth(left > right)
      default: return Truth(left >= right)
      }
    }
    if case .double(let left) = left, case .double(let right) = right {
      switch step.operation {
      case .less: return Truth(left < right)
      case .lessOrEqual: return Truth(left <= right)
      case .greater: return Truth(left > right)
      default: return Truth(left >= right)
      }
    }
    return generalOrder(step.operation, left, right, &frame, at: id)
  }

  /// Returns whether neither operand is a failure; of two the first counts.
  @inline(__always)
  private func haveValues(_ left: Value, _ right: Value, _ frame: inout Frame) -> Bool {
    if case .error(let error) = left {
      frame.failure = error
      return false
    }
    if case .error(let error) = right {
      frame.failure = error
      return false
    }
    return true
  }

  @inline(never)
  private func generalOrder(
    _ operation: Operation,
    _ left: Value,
    _ right: Value,
    _ frame: inout Frame,
    at id: ID
  ) -> Truth {
    guard haveValues(left, right, &frame) else { return .failed }
    guard spend(min(left.size, right.size) / 16, &frame) else {
      return fail(.costLimit(0), &frame, at: id)
    }
    guard let order = left.order(to: right) else {
      return fail(
        .noMatchingOverload(
          function: operation.sign,
          arguments: "\(left.typeName), \(right.typeName)"
        ),
        &frame,
        at: id
      )
    }
    switch (operation, order) {
    case (_, .unordered): return .no
    case (.less, .before), (.lessOrEqual, .before), (.lessOrEqual, .same),
      (.greater, .after), (.greaterOrEqual, .after), (.greaterOrEqual, .same):
      return .yes
    default: return .no
    }
  }

  private func membership(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Truth {
    let element = value(step.a, &frame, host)
    let container = value(step.b, &frame, host)
    guard haveValues(element, container, &frame) else { return .failed }
    guard spend((element.size + container.size) / 16, &frame) else {
      return fail(.costLimit(0), &frame, at: id)
    }
    switch container {
    case .list(let list):
      return Truth(list.containsValue(element))
    case .map(let map): return Truth(map[element] != nil)
    default:
      return fail(
        .noMatchingOverload(
          function: "in",
          arguments: "\(element.typeName), \(container.typeName)"
        ),
        &frame,
        at: id
      )
    }
  }

  private func matches(
    _ step: Instruction,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Truth {
    let subject = value(step.a, &frame, host)
    guard case .string(let text) = subject else {
      if case .error = subject { return truth(of: subject, &frame, at: id) }
      return fail(
        .noMatchingOverload(function: "matches", arguments: "\(subject.typeName), string"),
        &frame,
        at: id
      )
    }
    let pattern = patterns[Int(step.b)]
    guard spend(pattern.cost(ofBytes: text.utf8.count), &frame) else {
      return fail(.costLimit(0), &frame, at: id)
    }
    return Truth(pattern.matches(text.utf8))
  }

  private func presence(
    of field: FieldTable,
    in operand: Value,
    _ frame: inout Frame,
    _ host: some Host,
    _ id: ID
  ) -> Truth {
    switch operand {
    case .object(let object):
      guard let slot = field.slot(ofType: object.type) else { break }
      return Truth(host.hasField(slot, of: object))
    case .map(let map): return Truth(map[field.key] != nil)
    case .optional(let optional):
      guard let wrapped = optional.wrapped else { return .no }
      return presence(of: field, in: wrapped, &frame, host, id)
    case .null where fieldsOfNullAreNull: return .no
    case .error(let error):
      frame.failure = error
      return .failed
    default: break
    }
    return fail(.noSuchField(field.name, type: operand.typeName), &frame, at: id)
  }
}

extension Plan.Operation {
  /// The sign of an operator of comparison.
  fileprivate var sign: String {
    switch self {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    default: ">="
    }
  }
}
