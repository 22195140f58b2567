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

  /// What somebody does in a decision beyond advising.
  package enum Part: String, Sendable {
    case agree, approve, decide, overrule, escalate

    /// Whether the decision waits for it.
    package var isBlocking: Bool { isAgreement || self == .decide }

    /// Whether it lets through what somebody else decides.
    package var isAgreement: Bool { self == .agree || self == .approve }
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
    let table = facts.decisions
    hasRefused = table.hasRefused
    for decision in 0..<table.count {
      cycles.append(table.cycle(of: decision).map { table.steps[Int($0)].item })
      steps.append(table.steps(of: decision).map { (table.steps[$0].item, table.steps[$0].part) })
      if facts.hasNoProduct(decision) { add(facts.evaluate(decision, for: nil), facts) }
      for product in facts.products(of: decision) {
        add(facts.evaluate(decision, for: Int(product)), facts)
      }
      starts.append(Int32(truncatingIfNeeded: pairs.count))
    }
  }

  private mutating func number(_ actor: Actor) -> Int32 {
    if let known = numbers[actor] { return known }
    let number = Int32(truncatingIfNeeded: actors.count)
    actors.append(actor)
    numbers[actor] = number
    return number
  }

  private mutating func add(_ path: DecisionPath, _ facts: OrgFacts) {
    let first = Int32(truncatingIfNeeded: turns.count)
    let steps = facts.decisions.steps(of: path.decision)
    for (position, actor) in path.actors.enumerated() {
      let step = facts.decisions.steps[steps.lowerBound + position]
      guard let actor, let part = Part(rawValue: step.part.rawValue) else { continue }
      add(part, actor, step.item, position)
    }
    for (part, entries) in [
      (Part.overrule, facts.decisions.overrules[path.decision]),
      (.escalate, facts.decisions.escalations[path.decision]),
    ] {
      for (position, entry) in entries.enumerated() {
        guard let actor = facts.actor(entry.source, for: path.product),
          // Nobody overrules from an empty seat; an escalation that ends at one is a finding.
          part != .overrule || !facts.isVacantSeat(actor)
        else { continue }
        add(part, actor, entry.item, position)
      }
    }
    let start = Int32(truncatingIfNeeded: printed.count)
    for actor in path.way { printed.append(number(actor)) }
    pairs.append(
      Pair(
        decision: Int32(truncatingIfNeeded: path.decision),
        product: Int32(truncatingIfNeeded: path.product ?? -1),
        requester: path.requester.map { number($0) } ?? -1,
        hands: Int32(truncatingIfNeeded: path.hands),
        climb: Int32(truncatingIfNeeded: facts.climb(of: path)),
        climbBase: Int32(truncatingIfNeeded: facts.climbBase(of: path) ?? -1),
        turns: first..<Int32(truncatingIfNeeded: turns.count),
        path: start..<Int32(truncatingIfNeeded: printed.count)
      )
    )
  }

  private mutating func add(_ part: Part, _ actor: Actor, _ item: ItemID, _ position: Int) {
    turns.append(
      Turn(
        pair: Int32(truncatingIfNeeded: pairs.count),
        part: part,
        actor: number(actor),
        item: item,
        position: Int32(truncatingIfNeeded: position)
      )
    )
  }

  /// Returns whether somebody decides for a pair.
  package func hasDecider(_ pair: Int) -> Bool {
    pairs[pair].turns.contains { turns[Int($0)].part == .decide }
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
