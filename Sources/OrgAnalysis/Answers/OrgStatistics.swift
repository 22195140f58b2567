package import OrgModel

/// The numbers an org designer asks for first.
package struct OrgStatistics: Sendable {
  /// How many entries of each kind there are, of those that have any.
  package let counts: [(kind: EntityKind, count: Int)]
  package let vacantSeats: Int

  /// How many different people the entries are, vacant seats included.
  package let people: Int
  package let teams: Int
  package let checkedProducts: Int

  /// How many people stand in each layer, from the top.
  package let peopleByLayer: [Int]

  /// The direct reports of those who have any.
  package let spans: Distribution?

  /// The same for each archetype that is given, and last for managers without one.
  package let spansByArchetype: [(archetype: String, spans: Distribution)]
  package let dottedLines: Int

  /// For each class of decisions the hand-offs and the climb of each, for its worst product.
  package let decisions: [(name: String, hands: Distribution, climb: Distribution)]

  /// How many pockets stand at each level, from the roots.
  package let pocketsByLevel: [Int]

  /// The products in the footprint of the pockets that have none below.
  package let productsOfLeaves: Distribution?

  /// The incentives of each holder.
  package let scorecards: Distribution?
  package let coverage: [Coverage]
}

extension OrgFacts {
  /// Returns the numbers of the whole design; linear in it.
  package var statistics: OrgStatistics {
    OrgStatistics(
      counts: EntityKind.allCases.map { ($0, graph.count($0)) }.filter { $0.1 > 0 },
      vacantSeats: people.isVacant.count { $0 },
      people: people.personCount,
      teams: (0..<units.count).count { units.isTeam[$0] },
      checkedProducts: products.checked.count,
      peopleByLayer: OrgFacts.counts(of: people.lines.depths),
      spans: Distribution(managers.map { people.reports(of: $0).count }),
      spansByArchetype: spansByArchetype,
      dottedLines: dottedLineCount,
      decisions: decisionsByClass,
      pocketsByLevel: OrgFacts.counts(of: pockets.tree.depths),
      productsOfLeaves: Distribution(
        (0..<pockets.count).filter { pockets.isLeaf($0) }.map { pockets.footprint(of: $0).count }
      ),
      scorecards: Distribution(
        incentives.holders.indices.map { incentives.byHolder.count(of: $0) }
      ),
      coverage: completeCoverage
    )
  }

  private var managers: [Int] {
    (0..<people.count).filter { !people.reports(of: $0).isEmpty }
  }

  /// Returns how often each number from 0 on occurs.
  private static func counts(of numbers: [Int32]) -> [Int] {
    var counts: [Int] = []
    for number in numbers {
      while counts.count <= Int(number) { counts.append(0) }
      counts[Int(number)] += 1
    }
    return counts
  }

  private var spansByArchetype: [(archetype: String, spans: Distribution)] {
    var spans: [Int: [Int]] = [:]
    var names: [Int: String] = [:]
    for manager in managers {
      let value = graph.field(.personArchetype, of: EntityRef(.person, manager))
      let choice = value.flatMap { graph.choice($0) } ?? .max
      if let value, choice != .max { names[choice] = graph.text(value) }
      spans[choice, default: []].append(people.reports(of: manager).count)
    }
    // With no archetype at all the line of all managers says the same.
    guard spans.keys.contains(where: { $0 != .max }) else { return [] }
    return spans.sorted { $0.key < $1.key }.compactMap { choice, spans in
      Distribution(spans).map { (names[choice] ?? "not given", $0) }
    }
  }

  private var decisionsByClass: [(name: String, hands: Distribution, climb: Distribution)] {
    var hands: [String: [Int]] = [:]
    var climbs: [String: [Int]] = [:]
    for decision in 0..<decisions.count {
      guard let worst = worst(of: decision) else { continue }
      let name = className(of: decision)
      hands[name, default: []].append(worst.hands)
      climbs[name, default: []].append(worst.climb)
    }
    return ["tactical", "strategic", "irreversible"].compactMap { name in
      guard let hands = Distribution(hands[name] ?? []),
        let climb = Distribution(climbs[name] ?? [])
      else { return nil }
      return (name, hands, climb)
    }
  }

  /// Returns the class of a decision, tactical where none is given.
  package func className(of decision: Int) -> String {
    let value = graph.field(.decisionClass, of: EntityRef(.decision, decision))
    guard let value, graph.choice(value) != nil else { return "tactical" }
    return graph.text(value)
  }

  /// Returns the most hand-offs and the highest climb of a decision; nil without any product.
  private func worst(of decision: Int) -> (hands: Int, climb: Int)? {
    var worst: (hands: Int, climb: Int)?
    for product in evaluatedProducts(of: decision) {
      let path = evaluate(decision, for: product)
      worst = (max(path.hands, worst?.hands ?? 0), max(climb(of: path), worst?.climb ?? 0))
    }
    return worst
  }

  /// Returns the products a decision is looked at for; a single nil where it needs none.
  package func evaluatedProducts(of decision: Int) -> [Int?] {
    hasNoProduct(decision) ? [nil] : products(of: decision).map { Int($0) }
  }
}
