extension Plan {
  /// Evaluates a macro that goes through a list or a map.
  @inline(never)
  func loop(_ loop: Loop, _ frame: inout Frame, _ host: some Host, at id: ID) -> Value {
    let range = value(loop.range, &frame, host)
    var output = LoopOutput(loop, id)
    let failed: Value?
    switch range {
    case .list(let list):
      failed = rounds(list.count, &output, &frame, host) { position, frame, register, isPair in
        if isPair { frame.registers[register] = .int(position) }
        frame.registers[isPair ? register + 1 : register] = list[position]
      }
    case .map(let map):
      failed = rounds(map.count, &output, &frame, host) { position, frame, register, isPair in
        let entry = map.entries[position]
        frame.registers[register] = entry.key
        if isPair { frame.registers[register + 1] = entry.value }
      }
    case .error: return range
    default: return failure(.notIterable(range.typeName), at: loop.range)
    }
    if let failed { return failed }
    guard spend(output.sortingCost, &frame) else { return failure(.costLimit(0), at: id) }
    return placed(output.value, at: id)
  }

  /// Goes round once for each element; returns the failure that ends the evaluation.
  @inline(__always)
  private func rounds(
    _ count: Int,
    _ output: inout LoopOutput,
    _ frame: inout Frame,
    _ host: some Host,
    _ load: (Int, inout Frame, Int, Bool) -> Void
  ) -> Value? {
    let loop = output.loop
    output.roundCount = count
    for position in 0..<count {
      guard spend(loop.cost, &frame) else { return failure(.costLimit(0), at: output.id) }
      load(position, &frame, loop.firstRegister, loop.isPair)
      if let failed = round(&output, &frame, host) { return failed }
      if output.isDecided { break }
    }
    return nil
  }

  private func round(
    _ output: inout LoopOutput,
    _ frame: inout Frame,
    _ host: some Host
  ) -> Value? {
    let loop = output.loop
    if let condition = loop.condition {
      let truth = truth(condition, &frame, host)
      switch loop.kind {
      case .all, .exists, .existsOne:
        return output.count(truth, &frame)
      default:
        if truth == .failed { return takeFailure(&frame) }
        if truth == .no { return nil }
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
      return output.insert(frame.registers[loop.firstRegister], made).map {
        failure($0, at: output.id)
      }
    case .transformMapEntry:
      guard case .map(let map) = made else {
        return failure(.invalidConversion(value: made.text, type: "map"), at: transform)
      }
      for entry in map.entries {
        if let problem = output.insert(entry.key, entry.value) {
          return failure(problem, at: output.id)
        }
      }
    case .sortBy: output.append(frame.registers[loop.firstRegister], key: made)
    default: output.append(made)
    }
    return nil
  }
}

/// What a macro has made of the elements it went through.
private struct LoopOutput {
  let loop: Plan.Loop
  let id: Plan.ID
  private(set) var isDecided = false
  /// The number of elements that are gone through.
  var roundCount = 0
  private var hits = 0
  private var failure: EvaluationError?
  private var elements: [Value] = []
  private var keys: [Value] = []
  private var entries = ValueMapBuilder()

  init(_ loop: Plan.Loop, _ id: Plan.ID) {
    self.loop = loop
    self.id = id
  }

  /// Notes whether an element meets the condition; returns a failure that can't be made good.
  mutating func count(_ truth: Truth, _ frame: inout Frame) -> Value? {
    switch (loop.kind, truth) {
    case (.existsOne, .failed): return .error(frame.failure ?? EvaluationError(.notBoolean("dyn")))
    case (_, .failed): failure = failure ?? frame.failure
    case (.all, .no), (.exists, .yes):
      isDecided = true
      failure = nil
    case (.existsOne, .yes): hits += 1
    default: break
    }
    return nil
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
    if let failure { return .error(failure) }
    switch loop.kind {
    case .all: return .bool(!isDecided)
    case .exists: return .bool(isDecided)
    case .existsOne: return .bool(hits == 1)
    case .transformMap, .transformMapEntry: return .map(entries.map)
    case .sortBy: return ValueList(elements).sorted(by: keys)
    case .map, .filter, .transformList: return .list(ValueList(elements))
    }
  }
}
