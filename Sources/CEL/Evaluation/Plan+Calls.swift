extension Plan {
  /// Calls a function.
  func call(_ call: Int, _ frame: inout Frame, _ host: some Host, at id: ID) -> Value {
    let arguments: Arguments
    switch calls[call].arguments.count {
    case 0: arguments = Arguments(count: 0)
    case 1:
      let first = value(calls[call].arguments[0], &frame, host)
      if case .error = first { return first }
      arguments = Arguments(first, count: 1)
    case 2:
      let first = value(calls[call].arguments[0], &frame, host)
      if case .error = first { return first }
      let second = value(calls[call].arguments[1], &frame, host)
      if case .error = second { return second }
      arguments = Arguments(first, second, count: 2)
    default:
      var values: [Value] = []
      values.reserveCapacity(calls[call].arguments.count)
      for argument in calls[call].arguments {
        let value = value(argument, &frame, host)
        if case .error = value { return value }
        values.append(value)
      }
      arguments = Arguments(values)
    }
    return run(call, arguments, &frame, host, at: id)
  }

  func run(
    _ call: Int,
    _ arguments: Arguments,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    guard spend(1 + arguments.cost, &frame) else { return failure(.costLimit(0), at: id) }
    // The tables are read in place: a copy of a call would count references up and down.
    for candidate in calls[call].candidates.indices
    where !calls[call].isGuarded || calls[call].candidates[candidate].takes(arguments) {
      let result = calls[call].candidates[candidate].work.run(arguments, host)
      if !spend(result.size / 16, &frame) { return failure(.costLimit(0), at: id) }
      return placed(result, at: id)
    }
    let types = arguments.all.map(\.typeName).joined(separator: ", ")
    return failure(.noMatchingOverload(function: calls[call].name, arguments: types), at: id)
  }
}

extension Plan.Candidate {
  /// Whether the arguments are of the kinds that the overload takes.
  fileprivate func takes(_ arguments: Arguments) -> Bool {
    guard arguments.count == parameters.count || (isVariadic && arguments.count > parameters.count)
    else { return false }
    for position in 0..<arguments.count {
      let parameter = parameters[min(position, parameters.count - 1)]
      guard parameter.contains(arguments[position]) else { return false }
    }
    return true
  }
}
