import OrgModel

/// How much of the design a family of rules could look at.
package struct Coverage: Hashable, Sendable {
  package var family: String
  package var declared: Int
  package var of: Int
  package var text: String
}

extension OrgFacts {
  /// What is filled in only in part, section by section; nothing for a section that is not used.
  package var coverage: [Coverage] {
    var lines: [Coverage] = []
    let all = products.checked.map { Int($0) }
    func add(_ family: String, _ declared: Int, _ total: Int, _ text: (String) -> String) {
      guard declared < total else { return }
      let share = "\(declared) of \(total)"
      lines.append(Coverage(family: family, declared: declared, of: total, text: text(share)))
    }
    let noun = all.count == 1 ? "product" : "products"
    if uses(.decisions) {
      let declared = all.count { covers(decisionScopes, $0) }
      add("dec", declared, all.count) { "decisions declared for \($0) \(noun)" }
    }
    if !all.isEmpty {
      let owned = all.count { !products.owners[$0].isEmpty }
      add("po", owned, all.count) { "product owners named for \($0) \(noun)" }
      let software = all.filter { products.isSoftware[$0] }
      let led = software.count { !products.leads[$0].isEmpty }
      let word = software.count == 1 ? "product" : "products"
      add("tl", led, software.count) { "technology leads named for \($0) \(word)" }
    }
    if uses(.pockets) {
      let covered = all.count { !pockets.claims(on: $0).isEmpty }
      add("pnl", covered, all.count) { "pockets cover \($0) \(noun)" }
      let shared = all.count { pockets.isShared($0) }
      if shared > 0 {
        let word = shared == 1 ? "product" : "products"
        lines.append(
          Coverage(
            family: "pnl",
            declared: shared,
            of: all.count,
            text: "\(shared) \(word) shared between pockets"
          )
        )
      }
    }
    if uses(.incentives) { addIncentives(to: &lines) }
    if uses(.stewardships) {
      let reached = all.count { covers(stewardshipScopes, $0) }
      add("stw", reached, all.count) { "stewardships reach \($0) \(noun)" }
    }
    if people.areLinesDeclared {
      let managed = (0..<people.count).count { people.manager(of: $0) != nil }
      add("str", managed, people.count) { "\($0) people have a manager" }
    }
    let exempt = products.count - all.count
    if exempt > 0 {
      lines.append(
        Coverage(
          family: "po",
          declared: all.count,
          of: products.count,
          text: "\(exempt) product\(exempt == 1 ? "" : "s") exempt (idea, retired)"
        )
      )
    }
    return lines
  }

  private func uses(_ section: Section) -> Bool { graph.sections.contains(section) }

  private func covers(_ scopes: ScopeFacts, _ product: Int) -> Bool {
    products.place(of: product).map { !scopes.entries(at: $0).isEmpty } ?? false
  }

  private func addIncentives(to lines: inout [Coverage]) {
    let accountable: Set<RoleHolding.Role> = [
      .productOwner, .technologyLead, .pocketOwner, .steward,
    ]
    let persons = (0..<people.count).filter { person in
      people.identity(of: person) == person
        && roles.of(person).contains { accountable.contains($0.role) }
    }
    let holding = persons.count { !scorecard(of: $0).isEmpty }
    if holding < persons.count {
      let noun = persons.count == 1 ? "accountable person holds" : "accountable people hold"
      lines.append(
        Coverage(
          family: "inc",
          declared: holding,
          of: persons.count,
          text: "\(holding) of \(persons.count) \(noun) an incentive"
        )
      )
    }
    let metricCount = graph.count(.metric)
    let connected = (0..<metricCount).count {
      !metrics.outgoing[$0].isEmpty || !metrics.incoming[$0].isEmpty
    }
    if connected < metricCount {
      lines.append(
        Coverage(
          family: "inc",
          declared: connected,
          of: metricCount,
          text: "\(connected) of \(metricCount) metrics are connected"
        )
      )
    }
  }
}
