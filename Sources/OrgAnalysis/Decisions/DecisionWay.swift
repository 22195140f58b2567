import OrgModel

/// The way of one decision for one product from the requester over everybody it waits for.
struct DecisionWay {
  private let steps: DecisionSteps
  private let actors: [Actor?]
  private let requester: Actor?
  private let facts: OrgFacts

  private(set) var hands = 0
  private(set) var climb = 0
  private(set) var climbBase: Int?

  /// The requester and the actors of the longest path, equal neighbors merged.
  private(set) var path: [Actor] = []

  init(steps: DecisionSteps, actors: [Actor?], requester: Actor?, _ facts: OrgFacts) {
    self.steps = steps
    self.actors = actors
    self.requester = requester
    self.facts = facts
  }

  mutating func measure(product: Int?) {
    if steps.cycle.isEmpty { findLongestPath() }
    findClimb(product)
  }

  private func waits(_ step: Int) -> Bool {
    steps.steps[step].part.isBlocking && actors[step] != nil
  }

  /// Longest path in the graph of the waiting steps; steps that do not wait are joined through.
  private mutating func findLongestPath() {
    var sources = [[Int]](repeating: [], count: steps.steps.count)
    var length = [Int](repeating: 0, count: steps.steps.count)
    var previous = [Int](repeating: -1, count: steps.steps.count)
    var best = -1
    for step in steps.order {
      var reached: [Int] = []
      for source in steps.steps[step].predecessors {
        let through = source < 0 || waits(source) ? [source] : sources[source]
        for one in through where !reached.contains(one) { reached.append(one) }
      }
      sources[step] = reached.isEmpty ? [-1] : reached
      guard waits(step) else { continue }
      length[step] = -1
      // Among equal predecessors the step listed first.
      for source in sources[step].sorted() {
        let total = (source < 0 ? 0 : length[source]) + weight(source, step)
        if total > length[step] { (length[step], previous[step]) = (total, source) }
      }
    }
    for step in steps.steps.indices where waits(step) {
      if best < 0 || length[step] > length[best] { best = step }
    }
    hands = best < 0 ? 0 : length[best]
    var walk: [Actor] = []
    while best >= 0 {
      if let actor = actors[best] { walk.append(actor) }
      best = previous[best]
    }
    if let requester { walk.append(requester) }
    for actor in walk.reversed() {
      if let last = path.last, facts.isSame(last, actor) { continue }
      path.append(actor)
    }
  }

  private func weight(_ source: Int, _ step: Int) -> Int {
    let before = source < 0 ? requester : actors[source]
    guard let before, let after = actors[step] else { return 0 }
    return facts.isSame(before, after) ? 0 : 1
  }

  private mutating func findClimb(_ product: Int?) {
    guard case .person(let asking)? = requester else { return }
    var base = Int(asking)
    if let product, let owner = facts.products.owner(of: product),
      facts.people.distance(from: base, to: owner) != nil
    {
      base = owner
    }
    climbBase = base
    for step in steps.steps.indices where waits(step) {
      guard let actor = actors[step], let person = facts.speaker(of: actor),
        let distance = facts.people.distance(from: base, to: person)
      else { continue }
      climb = max(climb, distance)
    }
  }
}
