import OrgModel

extension OrgFacts {
  /// Returns the different actors of the steps that decide.
  package func deciders(of path: DecisionPath) -> [Actor] {
    distinctActors(of: path) { $0 == .decide }
  }

  /// Returns the decider, if there is exactly one.
  package func decider(of path: DecisionPath) -> Actor? {
    let deciders = deciders(of: path)
    return deciders.count == 1 ? deciders[0] : nil
  }

  /// Returns the different actors who agree or approve, without those who decide.
  package func agreers(of path: DecisionPath) -> [Actor] {
    let deciders = Set(deciders(of: path).map { identity(of: $0) })
    return distinctActors(of: path) { $0 == .agree || $0 == .approve }
      .filter { !deciders.contains(identity(of: $0)) }
  }

  private func distinctActors(
    of path: DecisionPath,
    _ isWanted: (DecisionPart) -> Bool
  ) -> [Actor] {
    distinct(
      zip(decisions.steps(of: path.decision), path.actors).compactMap { step, actor in
        isWanted(decisions.steps[step].part) ? actor : nil
      }
    )
  }

  /// Returns the blocking steps that somebody takes, as positions in `DecisionFacts.steps`.
  package func blockingSteps(of path: DecisionPath) -> [(step: Int, actor: Actor)] {
    zip(decisions.steps(of: path.decision), path.actors).compactMap { step, actor in
      guard let actor, decisions.steps[step].part.isBlocking else { return nil }
      return (step, actor)
    }
  }

  /// Returns the person from whom a decision climbs; nil where the requester is void.
  package func climbBase(of path: DecisionPath) -> Int? {
    guard case .person(let person)? = path.requester else { return nil }
    let requester = Int(person)
    guard let product = path.product, let owner = products.owner(of: product),
      people.distance(from: requester, to: owner) != nil
    else { return requester }
    return owner
  }

  /// Returns how many levels above the requester, or the product owner above, the highest stands
  /// who can stop the decision.
  package func climb(of path: DecisionPath) -> Int {
    guard let base = climbBase(of: path) else { return 0 }
    var climb = 0
    for (_, actor) in blockingSteps(of: path) {
      guard let speaker = speaker(of: actor) else { continue }
      climb = max(climb, people.distance(from: base, to: speaker) ?? 0)
    }
    return climb
  }

  /// Returns how many different people take the blocking steps, a group counted by its members.
  package func participantCount(of path: DecisionPath) -> Int {
    var found: Set<Actor> = []
    for (_, actor) in blockingSteps(of: path) {
      for member in actor.members {
        if case .unit = member { found.insert(member) }
        for person in members(of: member) {
          found.insert(identity(of: .person(Int32(truncatingIfNeeded: person))))
        }
      }
    }
    return found.count
  }
}
