import OrgModel

/// Which holders' people ask for decisions that which others can block.
struct DecisionCouplings: Sendable {
  /// The people who block what each person requests, and what each blocks for whom, by identity.
  private(set) var blockers = IndexLists()
  private(set) var requesters = IndexLists()

  /// Beside `blockers`: the decision of each pair, by the rank of its id the first.
  private var decisions = IndexLists()

  let order: IDOrder

  init(_ facts: OrgFacts, _ people: HolderPeople) {
    order = IDOrder(facts.graph, .decision)
    var collector = Collector(facts: facts, people: people, ranks: order.ranks)
    for decision in 0..<facts.decisions.count { collector.add(decision) }
    let found = collector.distinct()
    let count = facts.people.count
    blockers = IndexLists(
      count: count,
      keys: found.map(\.requester),
      values: found.map(\.blocker)
    )
    decisions = IndexLists(
      count: count,
      keys: found.map(\.requester),
      values: found.map(\.decision)
    )
    requesters = IndexLists(
      count: count,
      keys: found.map(\.blocker),
      values: found.map(\.requester)
    )
  }

  /// Returns the first decision that one person requests and another can block.
  func decision(of requester: Int32, blockedBy blocker: Int32) -> Int32? {
    let blockers = blockers[Int(requester)]
    let position = blockers.position(notBelow: blocker)
    guard position < blockers.endIndex, blockers[position] == blocker else { return nil }
    let decisions = decisions[Int(requester)]
    return decisions[decisions.startIndex + position - blockers.startIndex]
  }

  private struct Pair {
    var requester: Int32
    var blocker: Int32
    var decision: Int32
  }

  private struct Collector {
    let facts: OrgFacts
    let people: HolderPeople
    let ranks: [Int32]
    var pairs: [Pair] = []

    mutating func add(_ decision: Int) {
      let products = facts.products(of: decision)
      if facts.hasNoProduct(decision) {
        add(decision, nil)
      } else if facts.decisions.varies(decision) {
        for product in products { add(decision, Int(product)) }
      } else if let product = products.first {
        add(decision, Int(product))
      }
    }

    private mutating func add(_ decision: Int, _ product: Int?) {
      let source = facts.decisions.requesters[decision]
      guard case .person(let requester)? = facts.actor(source, for: product),
        let asking = holder(as: Int(requester))
      else { return }
      for index in facts.decisions.steps(of: decision) {
        let step = facts.decisions.steps[index]
        guard step.part.isBlocking, let actor = facts.actor(step.by, for: product),
          let speaker = facts.speaker(of: actor), let blocking = holder(as: speaker),
          blocking != asking
        else { continue }
        pairs.append(Pair(requester: asking, blocker: blocking, decision: ranks[decision]))
      }
    }

    private func holder(as person: Int) -> Int32? {
      guard !people.holders(as: person, facts.people).isEmpty else { return nil }
      return Int32(truncatingIfNeeded: facts.people.identity(of: person))
    }

    /// Each pair once, by requester and blocker, with the first of its decisions.
    mutating func distinct() -> [Pair] {
      pairs.sort {
        ($0.requester, $0.blocker, $0.decision) < ($1.requester, $1.blocker, $1.decision)
      }
      var found: [Pair] = []
      for pair in pairs {
        if let last = found.last, last.requester == pair.requester, last.blocker == pair.blocker {
          continue
        }
        found.append(pair)
      }
      return found
    }
  }
}
