extension Planner {
  // MARK: Calls

  /// Plans the call of a function.
  mutating func call(
    _ overloads: [Overload],
    name: String,
    isQualified: Bool,
    at id: SyntaxTree.ID
  ) -> ID {
    guard case .call(let target, _, let written) = checked.tree[id] else {
      return constant(.failure(.undeclared(name)), for: id)
    }
    let arguments = (isQualified ? [] : target.map { [$0] } ?? []) + written
    let planned = arguments.map { node($0) }
    if let pattern = pattern(name, arguments: planned, at: id) {
      patterns.append(pattern)
      return add(
        Plan.Instruction(.matches, planned[0], Int32(patterns.count - 1)),
        for: id,
        needs: [planned[0]]
      )
    }
    let environment = checked.environment
    let candidates = overloads.compactMap { overload in
      overload.work.map { work in
        Plan.Candidate(
          parameters: overload.parameters.map {
            RuntimeType($0, in: environment, isArgument: false)
          },
          isVariadic: overload.isVariadic,
          work: work
        )
      }
    }
    calls.append(
      Plan.Call(
        name: name,
        isMember: !isQualified,
        arguments: planned,
        candidates: candidates,
        isGuarded: isGuarded(candidates, arguments)
      )
    )
    if name == "size", planned.count == 1, checked.type(of: arguments[0]).isListOrMap {
      return add(
        Plan.Instruction(.size, planned[0], Int32(calls.count - 1)),
        for: id,
        needs: planned
      )
    }
    let isPure = !overloads.isEmpty && overloads.allSatisfy(\.isPure)
    return add(
      Plan.Instruction(.call, Int32(calls.count - 1)),
      for: id,
      needs: isPure ? planned : nil
    )
  }

  /// Whether what the checker knows of the arguments leaves it open if the overload takes them.
  private func isGuarded(_ candidates: [Plan.Candidate], _ arguments: [SyntaxTree.ID]) -> Bool {
    guard candidates.count == 1, let candidate = candidates.first, !candidate.isVariadic,
      candidate.parameters.count == arguments.count
    else { return true }
    return !zip(candidate.parameters, arguments).allSatisfy { parameter, argument in
      let type = RuntimeType(
        checked.type(of: argument),
        in: checked.environment,
        isArgument: true
      )
      return parameter.contains(allOf: type)
    }
  }

  /// Compiles the pattern of a call of matches() when it is constant and well-formed.
  private mutating func pattern(
    _ name: String,
    arguments: [ID],
    at id: SyntaxTree.ID
  ) -> LinearPattern? {
    guard name == "matches", arguments.count == 2 else { return nil }
    let instruction = instructions[Int(arguments[1])]
    guard instruction.operation == .constant,
      case .string(let text) = constants[Int(instruction.a)]
    else { return nil }
    do throws(PatternError) {
      return try LinearPattern(text)
    } catch {
      // The call itself fails with the same words when it is evaluated.
      failingConstants.append(
        EvaluationError(
          .invalidPattern(text, reason: error.message),
          range: checked.tree.range(of: id)
        )
      )
      return nil
    }
  }

  // MARK: Macros

  /// Plans a macro.
  mutating func macro(_ id: SyntaxTree.ID) -> ID {
    guard case .register(let register) = checked.references[Int(id)] else {
      return constant(.failure(.undeclared(checked.tree.text(of: id))), for: id)
    }
    switch checked.tree[id] {
    case .binding(_, let value, let body):
      let (value, body) = (node(value), node(body))
      return add(Plan.Instruction(.bind, Int32(register), value, body), for: id)
    case .optionalMapping(let operand, _, let body, let isFlat):
      let (operand, body) = (node(operand), node(body))
      return add(
        Plan.Instruction(
          isFlat ? .optionalFlatMap : .optionalMap,
          Int32(register),
          operand,
          body
        ),
        for: id
      )
    case .comprehension(let comprehension):
      return loop(comprehension, register: register, at: id)
    default: return constant(.null, for: id)
    }
  }

  private mutating func loop(
    _ comprehension: Comprehension,
    register: Int,
    at id: SyntaxTree.ID
  ) -> ID {
    let range = node(comprehension.range)
    let before = instructions.count
    let condition = comprehension.condition.map { node($0) }
    let transform = comprehension.transform.map { node($0) }
    loops.append(
      Plan.Loop(
        kind: comprehension.kind,
        range: range,
        firstRegister: register,
        isPair: comprehension.variables.count == 2,
        condition: condition,
        transform: transform,
        cost: 1 + (instructions.count - before) / 4
      )
    )
    return add(Plan.Instruction(.loop, Int32(loops.count - 1)), for: id)
  }
}

extension CELType {
  /// Whether only lists, or only maps, are of the type.
  fileprivate var isListOrMap: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}
