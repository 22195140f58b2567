import OrgModel

/// A goal that does not plainly help the result of the pocket it sits in.
package struct PocketEffect: Hashable, Sendable {
  package var incentive: Int32
  package var kind: Kind

  /// The pockets, by their ids.
  package var pockets: [Int32]

  /// The first result of the first pocket that the goal hurts; of a disconnected goal the first.
  package var result: Int32

  /// How a goal and a result stand to each other.
  package enum Kind: String, CaseIterable, Sendable {
    case counter, hypothesized, ambiguous, disconnected

    /// The layer it is found in.
    package var layer: InfluenceLayer {
      self == .counter || self == .ambiguous ? .correlated : .all
    }
  }
}

/// The goals that do not plainly help the results of their pockets.
///
/// Built only where something asks for it.
package struct PocketEffectFacts: Sendable {
  /// By incentive, for each by kind.
  package private(set) var effects: [PocketEffect] = []

  /// Positions in `effects` of those of each incentive.
  package private(set) var byIncentive = IndexLists()

  package init(_ facts: OrgFacts, _ influence: InfluenceFacts) {
    guard facts.pockets.count > 0 else { return }
    var search = Search(facts, influence)
    for number in facts.incentives.holders.indices { search.look(atHolder: number) }
    effects = search.effects.sorted {
      ($0.incentive, $0.kind.order) < ($1.incentive, $1.kind.order)
    }
    byIncentive = IndexLists(
      count: facts.incentives.list.count,
      keys: effects.map(\.incentive)
    )
  }

  private struct Search {
    let facts: OrgFacts
    let influence: InfluenceFacts
    let order: IDOrder
    var effects: [PocketEffect] = []

    /// The results of each pocket that have a good direction, by their ids.
    private let results: [[Int32]]
    private var footprints: [Int32: ProductSet] = [:]

    init(_ facts: OrgFacts, _ influence: InfluenceFacts) {
      self.facts = facts
      self.influence = influence
      order = IDOrder(facts.graph, .pocket)
      results = (0..<facts.pockets.count).map { pocket in
        facts.graph.references(.pocketResults, of: EntityRef(.pocket, pocket))
          .map { Int32(truncatingIfNeeded: $0.index) }
          .sorted { influence.graph.ranks[Int($0)] < influence.graph.ranks[Int($1)] }
      }
    }

    mutating func look(atHolder number: Int) {
      let goals = facts.incentives.byHolder[number].filter { facts.isGoal(Int($0)) }
      guard !goals.isEmpty else { return }
      let pockets = facts.pocketsServed(by: facts.incentives.holders[number], order)
      for goal in goals {
        var found: [PocketEffect.Kind: PocketEffect] = [:]
        for pocket in pockets {
          guard let (kind, result) = effect(of: Int(goal), on: pocket) else { continue }
          found[
            kind,
            default: PocketEffect(incentive: goal, kind: kind, pockets: [], result: result)
          ].pockets.append(pocket)
        }
        effects += found.values
      }
    }

    private mutating func effect(
      of goal: Int,
      on pocket: Int32
    ) -> (kind: PocketEffect.Kind, result: Int32)? {
      let entry = facts.incentives.list[goal]
      let all = results[Int(pocket)]
      let isCost = facts.isCostPocket(Int(pocket))
      let results = all.filter { influence.goodSign(of: Int($0), ofCost: isCost) != nil }
      guard let first = results.first, !all.contains(entry.metric),
        footprint(of: pocket).meets(facts.incentives.scope(of: goal))
      else { return nil }
      func signs(_ layer: InfluenceLayer) -> (Signs, hurt: Int32) {
        var union: Signs = []
        var hurt: Int32 = -1
        for result in results {
          let signs = influence.effect(of: goal, on: Int(result), ofCost: isCost, layer)
          union.formUnion(signs)
          if hurt < 0, signs.contains(.minus) { hurt = result }
        }
        return (union, hurt)
      }
      let known = signs(.correlated)
      if known.0 == .minus { return (.counter, known.hurt) }
      if known.0 == [.plus, .minus] { return (.ambiguous, known.hurt) }
      guard known.0.isEmpty else { return nil }
      let believed = signs(.all)
      if believed.0 == .minus { return (.hypothesized, believed.hurt) }
      let isOpen = believed.0.isEmpty && facts.isOutcome(Int(entry.metric))
      return isOpen ? (.disconnected, first) : nil
    }

    private mutating func footprint(of pocket: Int32) -> ProductSet {
      if let known = footprints[pocket] { return known }
      let footprint = facts.pockets.footprint(of: Int(pocket))
      footprints[pocket] = footprint
      return footprint
    }
  }
}

extension PocketEffect.Kind {
  fileprivate var order: Int { PocketEffect.Kind.allCases.firstIndex(of: self) ?? 0 }
}

extension OrgFacts {
  /// Returns whether the result of a pocket is a cost.
  package func isCostPocket(_ pocket: Int) -> Bool {
    graph.field(.pocketKind, of: EntityRef(.pocket, pocket)).map { graph.text($0) } == "cost"
  }

  /// Returns the pockets whose results the goals of a holder are to help, by their ids: those
  /// owned, and those of the products owned, led, or built by a team of the holder.
  func pocketsServed(by holder: EntityRef, _ order: IDOrder) -> [Int32] {
    var found: [Int32] = []
    func add(_ products: ProductSet) {
      found += self.products.list(products).map { pockets.pocketOfProduct[Int($0)] }
    }
    var teams: [Int] = []
    if holder.kind == .unit {
      teams = [holder.index]
    } else {
      if let unit = unit(ofPerson: holder.index) { teams.append(unit) }
      for holding in roles(of: holder.index) {
        switch holding.role {
        case .pocketOwner: found.append(Int32(truncatingIfNeeded: holding.target.index))
        case .productOwner, .technologyLead:
          found.append(pockets.pocketOfProduct[holding.target.index])
        case .unitLead: teams.append(holding.target.index)
        default: continue
        }
      }
    }
    for team in teams where units.isTeam[team] { add(products.built(by: team, units.tree)) }
    return order.sorted(found.filter { $0 >= 0 }).map { order.entries[Int($0)] }
  }
}
