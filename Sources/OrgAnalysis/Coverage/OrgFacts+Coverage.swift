package import OrgModel

extension OrgFacts {
  /// The lines on the sections that are used and not complete; none for an incomplete run.
  package var coverage: [Coverage] {
    completeCoverage.filter { !$0.isComplete }
  }

  /// The same with the lines on what is complete.
  package var completeCoverage: [Coverage] {
    guard !graph.isIncomplete else { return [] }
    var lines: [Coverage] = []
    if !products.checked.isEmpty { appendProductLines(to: &lines) }
    if isUsed(.incentives) { appendIncentiveLines(to: &lines) }
    appendPeopleLine(to: &lines)
    let exempt = products.count - products.checked.count
    if exempt > 0 {
      let text = "\(exempt) product\(exempt == 1 ? "" : "s") exempt (idea, retired)"
      lines.append(
        Coverage(
          family: "po",
          declared: products.checked.count,
          of: products.count,
          text: text,
          isShare: false
        )
      )
    }
    return lines
  }

  /// The sections that no file has an entry in and that a family of rules asks for.
  package var absentSections: [Section] {
    [.products, .decisions, .pockets, .incentives, .stewardships].filter { !isUsed($0) }
  }

  private func isUsed(_ section: Section) -> Bool {
    graph.sections.contains(section)
  }

  private func appendProductLines(to lines: inout [Coverage]) {
    let all = products.checked
    if isUsed(.decisions) {
      let count = ProductSet(decisionScopes.sets.flatMap(\.ranges)).count
      lines.append("dec", count, all.count, "decisions declared for \(ratio(count, all.count))")
    }
    let owned = all.filter { products.owner(of: Int($0)) != nil }.count
    lines.append("po", owned, all.count, "product owners named for \(ratio(owned, all.count))")
    let software = all.filter { products.isSoftware[Int($0)] }
    let led = software.filter { products.lead(of: Int($0)) != nil }.count
    lines.append(
      "tl",
      led,
      software.count,
      "technology leads named for \(ratio(led, software.count))"
    )
    if isUsed(.pockets) {
      let claimed = ProductSet(
        (0..<pockets.count).flatMap { pockets.claims(of: $0).ranges }
      ).count
      lines.append("pnl", claimed, all.count, "pockets cover \(ratio(claimed, all.count))")
      let shared = all.filter { pockets.isShared(Int($0)) }.count
      if shared > 0 {
        let text = "\(shared) product\(shared == 1 ? "" : "s") shared between pockets"
        lines.append(
          Coverage(family: "pnl", declared: shared, of: all.count, text: text, isShare: false)
        )
      }
    }
    if isUsed(.stewardships) {
      let count = ProductSet(stewardshipScopes.sets.flatMap(\.ranges)).count
      lines.append("stw", count, all.count, "stewardships reach \(ratio(count, all.count))")
    }
  }

  private func ratio(_ count: Int, _ all: Int) -> String {
    "\(count) of \(all) product\(all == 1 ? "" : "s")"
  }

  private func appendIncentiveLines(to lines: inout [Coverage]) {
    let accountable = accountablePeople
    let holding = accountable.filter { !scorecard(of: $0).isEmpty }.count
    let people = accountable.count == 1 ? "person holds" : "people hold"
    lines.append(
      "inc",
      holding,
      accountable.count,
      "\(holding) of \(accountable.count) accountable \(people) an incentive"
    )
    let metricCount = graph.count(.metric)
    let connected = (0..<metricCount).filter {
      metrics.outgoing.count(of: $0) > 0 || metrics.incoming.count(of: $0) > 0
    }.count
    let verb = metricCount == 1 ? "metric is" : "metrics are"
    lines.append(
      "inc",
      connected,
      metricCount,
      "\(connected) of \(metricCount) \(verb) connected"
    )
    let measured = (0..<metricCount).filter { isOnScorecard($0) }
    let controlled = controlledMetrics()
    let known = measured.filter { controlled[$0] }.count
    let have = measured.count == 1 ? "metric on a scorecard has" : "metrics on a scorecard have"
    lines.append(
      "inc",
      known,
      measured.count,
      "\(known) of \(measured.count) \(have) a known controller"
    )
  }

  private func isOnScorecard(_ metric: Int) -> Bool {
    incentives.byMetric[metric].contains { incentives.list[Int($0)].holder >= 0 }
  }

  /// The people who are product owner, technology lead, owner of a pocket or steward, each once.
  package var accountablePeople: [Int] {
    let roles: Set<RoleHolding.Role> = [.productOwner, .technologyLead, .pocketOwner, .steward]
    return self.roles.identities(in: roles)
  }

  /// Returns for each metric whether somebody is known to control it: as named there or at a
  /// metric that leads to it, or by deciding what moves it.
  package func controlledMetrics() -> [Bool] {
    var isControlled = metrics.isControllable
    var border = isControlled.indices.filter { isControlled[$0] }
    for _ in 0..<max(0, settings.maxPath) where !border.isEmpty {
      var next: [Int] = []
      for metric in border {
        for influence in metrics.outgoing[metric] {
          let target = Int(metrics.influences[Int(influence)].target)
          if isControlled[target] { continue }
          isControlled[target] = true
          next.append(target)
        }
      }
      border = next
    }
    for decision in 0..<decisions.count {
      let affected = graph.references(.decisionAffects, of: EntityRef(.decision, decision))
      guard affected.contains(where: { !isControlled[$0.index] }), hasDecidingPerson(decision)
      else { continue }
      for metric in affected { isControlled[metric.index] = true }
    }
    return isControlled
  }

  private func hasDecidingPerson(_ decision: Int) -> Bool {
    let scope = products(of: decision).lazy.map { Int?(Int($0)) }
    return (hasNoProduct(decision) ? [nil] : Array(scope)).contains { product in
      deciders(of: participants(of: decision, for: product)).contains { actor in
        actor.members.contains { speaker(of: $0) != nil }
      }
    }
  }

  private func appendPeopleLine(to lines: inout [Coverage]) {
    guard people.areLinesDeclared else { return }
    let managed = people.lines.declaredParents.count { $0 >= 0 }
    let verb = people.count == 1 ? "person has" : "people have"
    lines.append(
      "str",
      managed,
      people.count,
      "\(managed) of \(people.count) \(verb) a manager"
    )
  }
}

extension [Coverage] {
  /// Appends a line, unless there is nothing to declare.
  fileprivate mutating func append(_ family: String, _ declared: Int, _ of: Int, _ text: String) {
    guard of > 0 else { return }
    append(
      Coverage(
        family: family,
        declared: declared,
        of: of,
        text: text,
        isComplete: declared >= of
      )
    )
  }
}
