import OrgModel

/// Finds for each incentive the products it counts for: the first of what it says itself, what its
/// metric says, what the holder answers for, what the holder's place builds, and everything.
struct EffectiveScopes {
  private(set) var sets: [ProductSet] = [.all]

  /// Positions in `sets`, -1 where nothing is declared, -2 where nobody asked yet.
  private var ofMetric: [Int32]
  private var ofUnit: [Int32]

  init(_ facts: OrgFacts) {
    ofMetric = [Int32](repeating: -2, count: facts.graph.count(.metric))
    ofUnit = [Int32](repeating: -2, count: facts.units.count)
  }

  /// For each incentive the position of its scope, and whether it or its metric declares it.
  struct Found {
    var positions: [Int32]
    var isDeclared: [Bool]
  }

  /// Returns the scope of each incentive.
  mutating func find(_ facts: OrgFacts) -> Found {
    let incentives = facts.incentives
    let reader = facts.scopeReader
    let count = incentives.list.count
    var found = Found(
      positions: [Int32](repeating: 0, count: count),
      isDeclared: [Bool](repeating: false, count: count)
    )
    for (number, holder) in incentives.holders.enumerated() {
      var ofHolder: Int32?
      for index in incentives.byHolder[number] {
        let incentive = incentives.list[Int(index)]
        if let declared = declared(incentive, reader) {
          found.positions[Int(index)] = declared
          found.isDeclared[Int(index)] = true
        } else {
          let scope = ofHolder ?? scope(ofHolder: holder, facts)
          ofHolder = scope
          found.positions[Int(index)] = scope
        }
      }
    }
    return found
  }

  private mutating func declared(_ incentive: Incentive, _ reader: ScopeReader) -> Int32? {
    if let own = reader.declared(reader.graph.field(.incentiveScope, of: incentive.item)) {
      return add(own)
    }
    let metric = Int(incentive.metric)
    guard metric >= 0 else { return nil }
    if ofMetric[metric] == -2 {
      let body = reader.graph.record(EntityRef(.metric, metric)).body
      let scope = reader.declared(reader.graph.field(.metricScope, of: body))
      ofMetric[metric] = scope.map { add($0) } ?? -1
    }
    return ofMetric[metric] < 0 ? nil : ofMetric[metric]
  }

  private mutating func add(_ set: ProductSet) -> Int32 {
    sets.append(set)
    return Int32(truncatingIfNeeded: sets.count - 1)
  }

  private mutating func scope(ofHolder holder: EntityRef, _ facts: OrgFacts) -> Int32 {
    guard holder.kind == .person else { return scope(ofUnit: holder.index, facts) }
    let answered = facts.products(answeredForBy: holder.index)
    if !answered.isEmpty { return add(answered) }
    let led = facts.unitsLed(by: holder.index)
    if led.count == 1 {
      let scope = scope(ofUnit: led[0], facts)
      if scope != 0 { return scope }
    } else if led.count > 1 {
      let scopes = led.map { scope(ofUnit: $0, facts) }.filter { $0 != 0 }
      if !scopes.isEmpty { return add(ProductSet(scopes.flatMap { sets[Int($0)].ranges })) }
    }
    return facts.unit(ofPerson: holder.index).map { scope(ofUnit: $0, facts) } ?? 0
  }

  /// What a unit builds, else the products that have it as their unit, else everything.
  private mutating func scope(ofUnit unit: Int, _ facts: OrgFacts) -> Int32 {
    if ofUnit[unit] != -2 { return ofUnit[unit] }
    let set = facts.products(builtOrHeldBy: unit)
    let scope = set.isEmpty ? 0 : add(set)
    ofUnit[unit] = scope
    return scope
  }
}
