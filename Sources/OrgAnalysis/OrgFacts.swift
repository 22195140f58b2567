package import OrgModel

/// What follows from a design, as tables: reporting lines, footprints, roles, scopes, decisions.
///
/// Built once by `analyze` and never changed; whatever is as large as the result of a question is
/// computed when asked, from tables whose size is that of the design.
///
/// A class, as are its larger parts: they are handed to nearly every function, and of a structure
/// of many tables each hand-over counts a reference for every table.
package final class OrgFacts: Sendable {
  package let graph: OrgGraph
  package let settings: Settings

  /// The day dates are compared with, in days since 1970-01-01.
  package let today: Int

  package let people: PeopleFacts
  package let units: UnitFacts
  package let products: ProductFacts
  package let pockets: PocketFacts
  package let groups: GroupFacts
  package let roles: RoleFacts
  package let metrics: MetricFacts
  package let incentives: IncentiveFacts

  package let decisionScopes: ScopeFacts
  package let stewardshipScopes: ScopeFacts
  package let initiativeScopes: ScopeFacts
  package let decisions: DecisionFacts

  init(_ graph: OrgGraph, settings: Settings, today: Int) {
    self.graph = graph
    self.settings = settings
    self.today = today
    people = PeopleFacts(graph)
    units = UnitFacts(graph, people, settings)
    products = ProductFacts(graph, people, units, settings)
    pockets = PocketFacts(graph, people, units, products, settings)
    groups = GroupFacts(graph, people, today: today)
    roles = OrgFacts.roles(people, units, products, pockets, groups)
    metrics = MetricFacts(graph, settings)
    incentives = IncentiveFacts(graph, metrics)
    let reader = ScopeReader(graph: graph, units: units.tree, products: products, pockets: pockets)
    decisionScopes = ScopeFacts(graph, .decision, .decisionScope, reader)
    stewardshipScopes = ScopeFacts(graph, .stewardship, .stewardshipScope, reader)
    initiativeScopes = ScopeFacts(graph, .initiative, .initiativeScope, reader)
    decisions = DecisionFacts(graph)
  }

  /// Takes over all facts but the incentives.
  private init(_ facts: OrgFacts, _ incentives: IncentiveFacts) {
    graph = facts.graph
    settings = facts.settings
    today = facts.today
    people = facts.people
    units = facts.units
    products = facts.products
    pockets = facts.pockets
    groups = facts.groups
    roles = facts.roles
    metrics = facts.metrics
    self.incentives = incentives
    decisionScopes = facts.decisionScopes
    stewardshipScopes = facts.stewardshipScopes
    initiativeScopes = facts.initiativeScopes
    decisions = facts.decisions
  }

  /// Returns the facts with the products that incentives count for, which only the others tell.
  fileprivate func withEffectiveScopes() -> OrgFacts {
    var scopes = EffectiveScopes(self)
    let found = scopes.find(self)
    return OrgFacts(self, IncentiveFacts(incentives, found, scopes: scopes.sets))
  }

  private static func roles(
    _ people: PeopleFacts,
    _ units: UnitFacts,
    _ products: ProductFacts,
    _ pockets: PocketFacts,
    _ groups: GroupFacts
  ) -> RoleFacts {
    var collector = RoleCollector()
    collector.addProducts(products)
    collector.addPockets(pockets)
    collector.add(.steward, .stewardship, groups.stewards)
    collector.add(.anchor, .initiative, groups.anchors)
    collector.add(.chair, .forum, groups.chairs)
    collector.add(.forumMember, .forum, groups.members)
    collector.addLeads(units, people)
    return RoleFacts(collector.holdings, people)
  }
}

/// Computes what follows from a design.
///
/// `today` is the day that dates are compared with, in days since 1970-01-01. Cost: linear.
package func analyze(_ graph: OrgGraph, settings: Settings, today: Int) -> OrgFacts {
  OrgFacts(graph, settings: settings, today: today).withEffectiveScopes()
}
