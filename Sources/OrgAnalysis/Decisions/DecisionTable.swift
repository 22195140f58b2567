package import OrgModel

/// Every decision for every product in its scope: who takes part, in how many steps.
package struct DecisionTable: Sendable {
  /// A decision for one product; `product` is -1 where the design has none.
  package struct Pair: Sendable {
    package var decision: Int32
    package var product: Int32

    /// Who asks; -1 where nobody in particular does.
    package var requester: Int32

    /// The greatest number of hand-offs from the requester over the steps that wait.
    package var hands: Int32

    /// How far above its base the highest person stands whom the decision waits for.
    package var climb: Int32

    /// The person the climb begins at; -1 without one.
    package var climbBase: Int32

    /// The turns of the pair, as a range of `turns`.
    package var turns: Range<Int32>

    /// The actors of the longest path, as a range of `printed`.
    package var path: Range<Int32>
  }

  /// A part somebody has in a decision for one product.
  package struct Turn: Sendable {
    package var pair: Int32
    package var part: Part
    /// A position in `actors`.
    package var actor: Int32
    package var item: ItemID
    package var position: Int32
  }

  package enum Part: String, Sendable {
    case agree, approve, decide, overrule, escalate

    /// Whether the decision waits for it.
    package var isBlocking: Bool { self == .agree || self == .approve || self == .decide }
  }

  package private(set) var pairs: [Pair] = []
  package private(set) var turns: [Turn] = []
  package private(set) var printed: [Int32] = []

  /// The different actors as they are named.
  package private(set) var actors: [Actor] = []

  /// Where the pairs of each decision begin, and their number at the end.
  package private(set) var starts: [Int32] = [0]

  /// The steps of each decision that come round to themselves.
  package private(set) var cycles: [[ItemID]] = []

  /// Whether the reader refused a step of each decision.
  package private(set) var hasRefused: [Bool] = []

  /// The steps of each decision: place and part.
  package private(set) var steps: [[(item: ItemID, part: DecisionPart)]] = []

  private var numbers: [Actor: Int32] = [:]

  /// Builds the table; linear in pairs and steps.
  package init(_ facts: OrgFacts) {
    let resolver = DecisionResolver(facts)
    for decision in 0..<facts.graph.count(.decision) {
      let written = DecisionSteps(facts.graph, decision: decision)
      cycles.append(written.cycle.map { written.steps[$0].item })
      hasRefused.append(written.hasRefused)
      steps.append(written.steps.map { ($0.item, $0.part) })
      let entity = EntityRef(.decision, decision)
      let products = facts.products.list(facts.scope(of: entity))
      if products.isEmpty, facts.products.checked.isEmpty,
        !facts.decisionScopes.isDeclared[decision]
      {
        add(decision, product: nil, written, resolver)
      }
      for product in products { add(decision, product: Int(product), written, resolver) }
      starts.append(Int32(pairs.count))
    }
  }

  private mutating func number(_ actor: Actor) -> Int32 {
    if let known = numbers[actor] { return known }
    let number = Int32(actors.count)
    actors.append(actor)
    numbers[actor] = number
    return number
  }

  private mutating func add(
    _ decision: Int,
    product: Int?,
    _ written: DecisionSteps,
    _ resolver: DecisionResolver
  ) {
    let graph = resolver.facts.graph
    let entity = EntityRef(.decision, decision)
    let requester = DecisionTable.requester(of: entity, product, resolver)
    let named = written.steps.map { step in
      step.by.flatMap { resolver.actor($0, product: product) }
    }
    let first = Int32(turns.count)
    let pair = Int32(pairs.count)
    for (position, step) in written.steps.enumerated() {
      guard let actor = named[position], let part = Part(rawValue: step.part.rawValue) else {
        continue
      }
      turns.append(
        Turn(
          pair: pair,
          part: part,
          actor: number(actor),
          item: step.item,
          position: Int32(position)
        )
      )
    }
    for (field, part) in [
      (Field.decisionOverrule, Part.overrule), (.decisionEscalatesTo, .escalate),
    ] {
      guard let list = graph.field(field, of: entity) else { continue }
      for (position, item) in graph.elements(of: list).enumerated() {
        guard let actor = resolver.actor(item, product: product) else { continue }
        turns.append(
          Turn(
            pair: pair,
            part: part,
            actor: number(actor),
            item: item,
            position: Int32(position)
          )
        )
      }
    }
    var way = DecisionWay(steps: written, actors: named, requester: requester, resolver.facts)
    way.measure(product: product)
    let start = Int32(printed.count)
    printed += way.path.map { number($0) }
    pairs.append(
      Pair(
        decision: Int32(decision),
        product: Int32(product ?? -1),
        requester: requester.map { number($0) } ?? -1,
        hands: Int32(way.hands),
        climb: Int32(way.climb),
        climbBase: Int32(way.climbBase ?? -1),
        turns: first..<Int32(turns.count),
        path: start..<Int32(printed.count)
      )
    )
  }

  private static func requester(
    of decision: EntityRef,
    _ product: Int?,
    _ resolver: DecisionResolver
  ) -> Actor? {
    guard let item = resolver.facts.graph.field(.decisionRequester, of: decision) else {
      return product.flatMap { resolver.facts.products.owner(of: $0) }.map { .person(Int32($0)) }
    }
    return resolver.actor(item, product: product)
  }

  /// Returns the different actors of the turns of a pair that have a part, in their order.
  package func actors(ofPair pair: Int, _ facts: OrgFacts, where has: (Part) -> Bool) -> [Int32] {
    var found: [Int32] = []
    for turn in pairs[pair].turns where has(turns[Int(turn)].part) {
      let actor = turns[Int(turn)].actor
      let isKnown = found.contains { facts.isSame(actors[Int($0)], actors[Int(actor)]) }
      if !isKnown { found.append(actor) }
    }
    return found
  }

  /// Returns the pairs of a decision.
  package func pairs(of decision: Int) -> Range<Int> {
    Int(starts[decision])..<Int(starts[decision + 1])
  }
}
