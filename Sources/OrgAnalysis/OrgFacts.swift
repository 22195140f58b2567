package import OrgModel

/// What follows from a design, as tables: reporting lines, footprints, roles, scopes, decisions.
///
/// Built once by `analyze` and never changed; whatever is as large as the result of a question is
/// computed when asked, from tables whose size is that of the design.
package struct OrgFacts: Sendable {
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
  package internal(set) var incentives: IncentiveFacts

  package let decisionScopes: ScopeFacts
  package let stewardshipScopes: ScopeFacts
  package let initiativeScopes: ScopeFacts
  package let decisions: DecisionFacts

  init(_ graph: OrgGraph, settings: Settings, today: Int) {
    self.graph = graph
    self.settings = settings
    self.today = today
    people = PeopleFacts(graph)
    units = UnitFacts(graph, people)
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
    var scopes = EffectiveScopes(self)
    incentives.setScopes(scopes.find(self), scopes.sets)
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
  OrgFacts(graph, settings: settings, today: today)
}
