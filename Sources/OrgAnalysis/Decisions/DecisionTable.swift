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

    /// The different actors that decide, as a range of `deciding`.
    package var deciders: Range<Int32>
  }

  /// A part somebody has in a decision for one product.
  package struct Turn: Sendable {
    package var pair: Int32
    package var part: Part
    /// A position in `actors`.
    package var actor: Int32
    package var item: ItemID
    package var position: Int32
    /// Whether the actor is one that decides.
    package var actorDecides = false
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
  private var deciding: [Int32] = []

  /// The different actors as they are named.
  package private(set) var actors: [Actor] = []

  /// What is the same number for actors iff they are the same.
  package private(set) var identities: [Int32] = []

  /// Where the pairs of each decision begin, and their number at the end.
  package private(set) var starts: [Int32] = [0]

  /// The steps of each decision that come round to themselves.
  package private(set) var cycles: [[ItemID]] = []

  /// Whether the reader refused a step of each decision.
  package private(set) var hasRefused: [Bool] = []

  /// The steps of each decision: place and part.
  package private(set) var steps: [[(item: ItemID, part: DecisionPart)]] = []

  private var numbers: [Actor: Int32] = [:]
  private var identityNumbers: [Actor: Int32] = [:]

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

  private mutating func number(_ actor: Actor, _ facts: OrgFacts) -> Int32 {
    if let known = numbers[actor] { return known }
    let number = Int32(truncatingIfNeeded: actors.count)
    actors.append(actor)
    numbers[actor] = number
    let identity = facts.identity(of: actor)
    identityNumbers[identity] = identityNumbers[identity] ?? number
    identities.append(identityNumbers[identity] ?? number)
    return number
  }

  private mutating func add(_ path: DecisionPath, _ facts: OrgFacts) {
    let first = Int32(truncatingIfNeeded: turns.count)
    let steps = facts.decisions.steps(of: path.decision)
    for (position, actor) in path.actors.enumerated() {
      let step = facts.decisions.steps[steps.lowerBound + position]
      guard let actor, let part = Part(rawValue: step.part.rawValue) else { continue }
      add(part, actor, step.item, position, facts)
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
        add(part, actor, entry.item, position, facts)
      }
    }
    let start = Int32(truncatingIfNeeded: printed.count)
    for actor in path.way { printed.append(number(actor, facts)) }
    let range = first..<Int32(truncatingIfNeeded: turns.count)
    let firstDecider = Int32(truncatingIfNeeded: deciding.count)
    deciding += actors(of: range) { $0.part == .decide }
    let identitiesOfDeciders = Set(deciding[Int(firstDecider)...].map { identities[Int($0)] })
    for turn in range {
      let identity = identities[Int(turns[Int(turn)].actor)]
      turns[Int(turn)].actorDecides = identitiesOfDeciders.contains(identity)
    }
    pairs.append(
      Pair(
        decision: Int32(truncatingIfNeeded: path.decision),
        product: Int32(truncatingIfNeeded: path.product ?? -1),
        requester: path.requester.map { number($0, facts) } ?? -1,
        hands: Int32(truncatingIfNeeded: path.hands),
        climb: Int32(truncatingIfNeeded: facts.climb(of: path)),
        climbBase: Int32(truncatingIfNeeded: facts.climbBase(of: path) ?? -1),
        turns: range,
        path: start..<Int32(truncatingIfNeeded: printed.count),
        deciders: firstDecider..<Int32(truncatingIfNeeded: deciding.count)
      )
    )
  }

  private mutating func add(
    _ part: Part,
    _ actor: Actor,
    _ item: ItemID,
    _ position: Int,
    _ facts: OrgFacts
  ) {
    turns.append(
      Turn(
        pair: Int32(truncatingIfNeeded: pairs.count),
        part: part,
        actor: number(actor, facts),
        item: item,
        position: Int32(truncatingIfNeeded: position)
      )
    )
  }

  /// Returns whether somebody decides for a pair.
  package func hasDecider(_ pair: Int) -> Bool {
    pairs[pair].turns.contains { turns[Int($0)].part == .decide }
  }

  /// Returns the different actors that decide for a pair, in their order.
  package func deciders(ofPair pair: Int) -> ArraySlice<Int32> {
    let range = pairs[pair].deciders
    return deciding[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Returns the actor that decides for a pair, where it is one.
  package func decider(ofPair pair: Int) -> Int? {
    let deciders = deciders(ofPair: pair)
    return deciders.count == 1 ? deciders.first.map { Int($0) } : nil
  }

  /// Returns the different actors that agree or approve for a pair and do not decide, in their
  /// order.
  package func agreers(ofPair pair: Int) -> [Int32] {
    actors(of: pairs[pair].turns) { !$0.actorDecides && ($0.part == .agree || $0.part == .approve) }
  }

  /// Returns the different actors of turns that have a part, in their order.
  private func actors(of range: Range<Int32>, where has: (Turn) -> Bool) -> [Int32] {
    var seen: Set<Int32> = []
    return range.compactMap { turn in
      let actor = turns[Int(turn)].actor
      guard has(turns[Int(turn)]), seen.insert(identities[Int(actor)]).inserted else {
        return nil
      }
      return actor
    }
  }

  /// Returns whether two actors are the same.
  package func isSame(_ first: Int, _ second: Int) -> Bool {
    identities[first] == identities[second]
  }

  /// Returns the turn of the same part before one, or behind it, where there is one.
  package func neighbor(of turn: Int, _ offset: Int) -> Int? {
    let neighbor = turn + offset
    guard pairs[Int(turns[turn].pair)].turns.contains(Int32(truncatingIfNeeded: neighbor)),
      turns[neighbor].part == turns[turn].part
    else { return nil }
    return neighbor
  }

  /// Returns the pairs of a decision.
  package func pairs(of decision: Int) -> Range<Int> {
    Int(starts[decision])..<Int(starts[decision + 1])
  }
}
