import OrgModel

/// How a decision is taken for a product, step by step, with the reason why a step counts or not.
package struct DecisionAnswer: Sendable {
  package let path: DecisionPath

  /// Beside `DecisionFacts.steps(of:)`.
  package let steps: [StepVerdict]

  /// The person the climb is counted from, and the highest above whom the decision waits for.
  package let climb: (from: Int, to: Int, levels: Int)?
}

/// Whether a step of a decision is a hand-off, and why.
package enum StepVerdict: Sendable {
  /// It passes from another actor, so it counts.
  case handOff(from: Actor)

  /// The actor before on the way has it too.
  case sameActor(Actor)

  /// Nobody in particular asks, so the first step takes over from nobody.
  case first

  /// The decision waits for it, and another way is longer or as long and listed first.
  case besideTheWay

  /// The decision does not wait for it.
  case notWaitedFor

  /// Nobody takes the step.
  case nobody

  /// The steps wait for each other in a circle, so no way is counted.
  case circle

  /// Whether it is one of the hand-offs.
  package var counts: Bool {
    if case .handOff = self { true } else { false }
  }
}

extension OrgFacts {
  /// Returns how a decision is taken for a product.
  package func explain(_ decision: Int, for product: Int?) -> DecisionAnswer {
    let path = evaluate(decision, for: product)
    var search = WaySearch(self, path)
    let handOffs = Set(path.takeovers)
    _ = search.run()
    let before = search.actorsBefore
    let steps = decisions.steps(of: decision)
    let verdicts = path.actors.enumerated().map { position, actor in
      guard decisions.steps[steps.lowerBound + position].part.isBlocking else {
        return StepVerdict.notWaitedFor
      }
      guard let actor else { return .nobody }
      if decisions.isCyclic(decision) { return .circle }
      guard let before = before[position] else { return .first }
      if isSame(before, actor) { return .sameActor(before) }
      return handOffs.contains(position) ? .handOff(from: before) : .besideTheWay
    }
    return DecisionAnswer(path: path, steps: verdicts, climb: highest(of: path))
  }

  private func highest(of path: DecisionPath) -> (from: Int, to: Int, levels: Int)? {
    guard let base = climbBase(of: path) else { return nil }
    var highest: (from: Int, to: Int, levels: Int)?
    for (_, actor) in blockingSteps(of: path) {
      guard let speaker = speaker(of: actor),
        let levels = people.distance(from: base, to: speaker), levels > highest?.levels ?? 0
      else { continue }
      highest = (base, speaker, levels)
    }
    return highest
  }

  /// Returns how far a person stands from another.
  package func standing(of person: Int, from other: Int) -> Standing {
    if let levels = people.distance(from: other, to: person) {
      return levels == 0 ? .same : .above(levels: levels)
    }
    guard let common = people.commonManager(other, person),
      let steps = people.distanceInOrganization(other, person)
    else { return .apart }
    return .beside(steps: steps, over: common)
  }
}

/// Where somebody stands as seen from somebody else.
package enum Standing: Hashable, Sendable {
  case same
  case above(levels: Int)

  /// In another line: so many reporting steps away, over the nearest common manager.
  case beside(steps: Int, over: Int)

  /// The two have no manager in common.
  case apart
}
