extension Plan {
  /// Evaluates a macro that goes through a list or a map.
  @inline(never)
  func loop(_ loop: Loop, _ frame: inout Frame, _ host: some Host, at id: ID) -> Value {
    let range = value(loop.range, &frame, host)
    if let condition = loop.condition {
      switch loop.kind {
      case .all: return quantify(range, loop, condition, until: .no, &frame, host, at: id)
      case .exists: return quantify(range, loop, condition, until: .yes, &frame, host, at: id)
      case .existsOne: return existsOne(range, loop, condition, &frame, host, at: id)
      default: break
      }
    }
    var output = LoopOutput(loop.kind, roundCount: range.elementCount)
    let failed = rounds(over: range, loop, &frame, at: id) { frame in
      collect(loop, &output, &frame, host, at: id)
    }
    if let failed { return failed }
    guard spend(output.sortingCost, &frame) else { return failure(.costLimit(0), at: id) }
    return placed(output.value, at: id)
  }

  /// Goes round once for each element, until a round ends the macro with a value.
  @inline(__always)
  private func rounds(
    over range: Value,
    _ loop: Loop,
    _ frame: inout Frame,
    at id: ID,
    _ round: (inout Frame) -> Value?
  ) -> Value? {
    switch range {
    case .list(let list):
      let register = loop.isPair ? loop.firstRegister + 1 : loop.firstRegister
      for position in 0..<list.count {
        guard spend(loop.cost, &frame) else { return failure(.costLimit(0), at: id) }
        if loop.isPair { frame.registers[loop.firstRegister] = .int(position) }
        frame.registers[register] = list[position]
        if let end = round(&frame) { return end }
      }
    case .map(let map):
      for entry in map.entries {
        guard spend(loop.cost, &frame) else { return failure(.costLimit(0), at: id) }
        frame.registers[loop.firstRegister] = entry.key
        if loop.isPair { frame.registers[loop.firstRegister + 1] = entry.value }
        if let end = round(&frame) { return end }
      }
    case .error: return range
    default: return failure(.notIterable(range.typeName), at: loop.range)
    }
    return nil
  }

  /// Evaluates all or exists: what decides ends it, and a failure counts only when nothing does.
  private func quantify(
    _ range: Value,
    _ loop: Loop,
    _ condition: ID,
    until decisive: Truth,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    var failure = Value.null
    let end = rounds(over: range, loop, &frame, at: id) { frame in
      let truth = truth(condition, &frame, host)
      if truth == decisive { return .bool(decisive == .yes) }
      if truth == .failed, failure.isNull { failure = takeFailure(&frame) }
      return nil
    }
    return end ?? (failure.isNull ? .bool(decisive == .no) : placed(failure, at: id))
  }

  private func existsOne(
    _ range: Value,
    _ loop: Loop,
    _ condition: ID,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value {
    var hits = 0
    let failed = rounds(over: range, loop, &frame, at: id) { frame in
      switch truth(condition, &frame, host) {
      case .yes: hits += 1
      case .no: break
      case .failed: return takeFailure(&frame)
      }
      return nil
    }
    return failed ?? .bool(hits == 1)
  }

  /// Takes an element over into what a macro makes; returns the failure that ends the evaluation.
  private func collect(
    _ loop: Loop,
    _ output: inout LoopOutput,
    _ frame: inout Frame,
    _ host: some Host,
    at id: ID
  ) -> Value? {
    if let condition = loop.condition {
      switch truth(condition, &frame, host) {
      case .yes: break
      case .no: return nil
      case .failed: return takeFailure(&frame)
      }
    }
    // What the macro made so far is the element itself where nothing is made of it.
    guard let transform = loop.transform else {
      output.append(frame.registers[loop.firstRegister])
      return nil
    }
    let made = value(transform, &frame, host)
    if case .error = made { return made }
    switch loop.kind {
    case .transformMap:
      return output.insert(frame.registers[loop.firstRegister], made).map { failure($0, at: id) }
    case .transformMapEntry:
      guard case .map(let map) = made else {
        return failure(.invalidConversion(value: made.text, type: "map"), at: transform)
      }
      for entry in map.entries {
        if let problem = output.insert(entry.key, entry.value) { return failure(problem, at: id) }
      }
    case .sortBy: output.append(frame.registers[loop.firstRegister], key: made)
    default: output.append(made)
    }
    return nil
  }
}

extension Value {
  /// How often a macro that goes through the value goes round.
  fileprivate var elementCount: Int {
    switch self {
    case .list(let list): list.count
    case .map(let map): map.count
    default: 0
    }
  }
}

/// What a macro has made of the elements it went through.
private struct LoopOutput {
  private let kind: Comprehension.Kind
  private let roundCount: Int
  private var elements: [Value] = []
  private var keys: [Value] = []
  private var entries = ValueMapBuilder()

  init(_ kind: Comprehension.Kind, roundCount: Int) {
    self.kind = kind
    self.roundCount = roundCount
  }

  mutating func append(_ element: Value) {
    if elements.isEmpty { elements.reserveCapacity(min(roundCount, 32)) }
    elements.append(element)
  }

  mutating func append(_ element: Value, key: Value) {
    elements.append(element)
    keys.append(key)
  }

  mutating func insert(_ key: Value, _ value: Value) -> EvaluationError.Kind? {
    guard key.isMapKey else { return .unsupportedKey(key.text) }
    return entries.insert(key, value) ? nil : .repeatedKey(key.text)
  }

  /// The steps that it takes to sort by the keys.
  var sortingCost: Int { keys.isEmpty ? 0 : Int(ValueList(keys).weight) / 16 }

  /// The value of the macro when all rounds are done.
  var value: Value {
    switch kind {
    case .transformMap, .transformMapEntry: .map(entries.map)
    case .sortBy: ValueList(elements).sorted(by: keys)
    default: .list(ValueList(elements))
    }
  }
}
