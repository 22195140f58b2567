package import CEL
import Diagnostics
package import OrgAnalysis
package import OrgModel
import SourceText

/// A design as rules see it: what the vocabulary's members are read from.
///
/// A class, so that handing it to an evaluation or a function copies one reference and not the
/// dozens of tables in it; it never changes.
package final class DesignHost: Host, Sendable {
  package let graph: OrgGraph
  package let facts: OrgFacts

  /// What the design is compared with; nil without a base.
  package let base: DesignHost?

  let changes: OnDemand<DesignComparison>?

  /// The day of the run, in days since 1970-01-01.
  package let today: Int

  /// Every claim on a product, product after product, then those on units.
  let claims: [Claim]
  let productClaimStarts: [Int32]
  let unitClaimStarts: [Int32]
  let scorecards: [Scorecard]
  let seats: [VacantSeat]
  let decisions: DecisionTable
  let roleHoldings: [NamedRole]
  let roleStarts: [Int32]
  let chainRoots: [Int32]
  let heights: [Int32]
  let usedMetrics: [Bool]
  let isBuilderUnit: [Bool]
  let counters: IndexLists
  let terms: SharedTerms

  /// The decisions for products by their types.
  let pairsOfType: OnDemand<[TypeOfProduct: [Int32]]>

  /// The live products that each person anchors, by the identity of the person.
  let anchoredProducts: OnDemand<[Int: [Int32]]>

  /// What only the whole design tells.
  let uses: OnDemand<DesignUses>

  /// The units that list each entry.
  let unitsOfPerson: OnDemand<IndexLists>

  /// What people do beside their roles.
  let parts: OnDemand<PersonParts>
  let unknownKinds: OnDemand<UnknownKinds>

  /// Whether each unit, or one above it, lists fewer people than it has.
  let isInPart: OnDemand<[Bool]>

  /// The positions of the scorecards of people, by the person.
  let scorecardOfPerson: OnDemand<[Int: Int]>

  /// The stewardships that serve one purpose with different stewards.
  let rivalStewards: OnDemand<RivalStewards>

  /// The lines of every file.
  let lineTables: OnDemand<[LineTable]>

  /// What serves which goal, and who depends on whom: computed where a rule asks.
  package let influence: OnDemand<InfluenceFacts>
  package let couplings: OnDemand<CouplingFacts>
  package let conflicts: OnDemand<ConflictFacts>

  /// Who can move what they are measured on, what leads to whose measures, and what goals do to
  /// the results of pockets: computed where a rule asks.
  let control: OnDemand<ControlFacts>
  let cascade: OnDemand<CascadeFacts>
  let pocketEffects: OnDemand<PocketEffectFacts>

  /// Goals that cannot win, and goals that cannot be had together: computed where a rule asks.
  let stranded: OnDemand<StrandedFacts>
  let joint: OnDemand<JointFacts>

  /// Who blocks, and selectors without anybody: computed where a rule asks.
  let loads: OnDemand<[BlockingLoad]>
  let selectorGaps: OnDemand<[SelectorGap]>

  /// The members of all kinds, one kind after the other, and where those of each begin.
  private let members = Vocabulary.members.flatMap { $0 }
  private let firstMembers = Vocabulary.members.indices.map { kind in
    Int32(Vocabulary.members[..<kind].reduce(0) { $0 + $1.count })
  }

  package init(
    _ graph: OrgGraph,
    _ facts: OrgFacts,
    today: Int,
    terms: SharedTerms,
    base: DesignHost? = nil,
    waives: @escaping @Sendable (_ rule: String, _ target: String) -> Bool = { _, _ in true }
  ) {
    self.graph = graph
    self.facts = facts
    self.base = base
    self.today = today
    self.terms = terms
    var claims: [Claim] = []
    productClaimStarts = DesignHost.starts(of: facts.products.count) {
      claims += facts.pockets.claims(on: $0)
      return claims.count
    }
    let hasUnitClaims = graph.sections.contains(.pockets)
    unitClaimStarts = DesignHost.starts(of: facts.units.count, from: claims.count) {
      if hasUnitClaims { claims += facts.pockets.claims(onUnit: $0) }
      return claims.count
    }
    self.claims = claims
    scorecards = Scorecard.all(in: graph)
    seats = VacantSeat.all(graph, facts, today: today)
    (roleHoldings, roleStarts) = NamedRole.table(graph, facts)
    decisions = DecisionTable(facts)
    let decisions = decisions
    pairsOfType = OnDemand { DesignHost.pairsOfType(decisions, facts) }
    heights = facts.people.lines.heights()
    chainRoots = facts.people.lineEnds
    usedMetrics = MetricUse.find(graph)
    isBuilderUnit = DesignHost.builders(graph, facts)
    uses = OnDemand { DesignUses(graph, facts) }
    parts = OnDemand { PersonParts(graph, facts, decisions) }
    unknownKinds = OnDemand { UnknownKinds(graph, facts) }
    isInPart = OnDemand {
      var isInPart = (0..<facts.units.count).map { facts.units.isListedInPart($0) }
      for unit in facts.units.tree.preorder {
        let above = facts.units.tree.parents[Int(unit)]
        if above >= 0, isInPart[Int(above)] { isInPart[Int(unit)] = true }
      }
      return isInPart
    }
    unitsOfPerson = OnDemand { facts.units.listed.inverted(count: facts.people.count) { $0 } }
    anchoredProducts = OnDemand { DesignHost.anchoredProducts(facts) }
    let scorecards = scorecards
    scorecardOfPerson = OnDemand { Scorecard.positionsOfPeople(scorecards) }
    rivalStewards = OnDemand { RivalStewards(facts) }
    lineTables = OnDemand { graph.sources.files.map { LineTable($0.bytes) } }
    let influence = OnDemand { InfluenceFacts(facts) }
    let couplings = OnDemand { CouplingFacts(facts) }
    self.influence = influence
    self.couplings = couplings
    conflicts = OnDemand {
      ConflictFacts(
        facts,
        influence.get().value,
        couplings.get().value,
        exemptions: DesignHost.exemptions(graph, facts, today: today, waives: waives)
      )
    }
    let conflicts = conflicts
    changes = base.map { base in
      OnDemand {
        DesignComparison(
          base: base.facts,
          head: facts,
          conflicts: (base.conflicts.get().value.graveCount, conflicts.get().value.graveCount)
        )
      }
    }
    stranded = OnDemand {
      StrandedFacts(
        couplings.get().value,
        influence.get().value,
        managed: graph.count(.tradeoff) > 0 ? conflicts.get().value.managed : []
      )
    }
    joint = OnDemand { JointFacts(couplings.get().value, influence.get().value) }
    control = OnDemand { ControlFacts(facts, influence.get().value) }
    cascade = OnDemand { CascadeFacts(facts, influence.get().value) }
    pocketEffects = OnDemand { PocketEffectFacts(facts, influence.get().value) }
    counters = MetricUse.counters(graph)
    loads = OnDemand { facts.blockingLoads() }
    selectorGaps = OnDemand { facts.selectorGaps() }
  }

  /// Returns the ends of consecutive rows, with the start before them.
  private static func starts(
    of count: Int,
    from first: Int = 0,
    _ append: (Int) -> Int
  ) -> [Int32] {
    var starts = [Int32(truncatingIfNeeded: first)]
    starts.reserveCapacity(count + 1)
    for index in 0..<count { starts.append(Int32(truncatingIfNeeded: append(index))) }
    return starts
  }

  private static func builders(_ graph: OrgGraph, _ facts: OrgFacts) -> [Bool] {
    var isBuilder = [Bool](repeating: false, count: facts.units.count)
    for product in 0..<facts.products.count {
      for unit in facts.products.builders[product] { isBuilder[Int(unit)] = true }
    }
    return isBuilder
  }

  /// Reads a member by its slot; nothing is looked up by name.
  package func value(ofField slot: Int, of object: ObjectReference) -> Value {
    members[Int(firstMembers[Int(object.type)]) + slot].get(self, Int(object.index))
  }

  /// Whether even the number of the things of a kind has to be computed first.
  package static func isOnDemand(_ kind: ObjectKind) -> Bool {
    switch kind {
    case .conflict, .load, .selectorGap: true
    default: false
    }
  }

  /// How many things of a kind there are for a rule to look at.
  package func count(of kind: ObjectKind) -> Int {
    if let entity = kind.entityKind { return graph.count(entity) }
    switch kind {
    case .incentive: return facts.incentives.list.count
    case .scorecard: return scorecards.count
    case .edge: return facts.metrics.influences.count
    case .organization: return 1
    case .problem: return graph.problems.references.count
    case .duplicate: return graph.problems.duplicates.count
    case .cycle: return graph.problems.cycles.count
    case .unknownKey: return graph.problems.unknownKeys.count
    case .seat: return seats.count
    case .chainRoot: return chainRoots.count
    case .change: return base == nil ? 0 : 1
    case .conflict: return conflicts.get().value.groups.count
    case .load: return loads.get().value.count
    case .selectorGap: return selectorGaps.get().value.count
    default: return 0
    }
  }

  /// Whether the design uses what a rule needs; an unknown name is never there.
  package func has(needs: [String]) -> Bool {
    needs.allSatisfy { need in
      if need == "reporting-lines" { return facts.people.areLinesDeclared }
      return Section(rawValue: need).map(graph.sections.contains) ?? false
    }
  }

  var todayValue: Value { DesignHost.timestamp(ofDay: today) }

  static func timestamp(ofDay day: Int) -> Value {
    let (seconds, overflow) = day.multipliedReportingOverflow(by: 86_400)
    guard !overflow, let timestamp = Timestamp(seconds: seconds) else { return .null }
    return .timestamp(timestamp)
  }
}
