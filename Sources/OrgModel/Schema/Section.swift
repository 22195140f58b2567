/// A top-level key of an org file.
package enum Section: String, CaseIterable, Hashable, Sendable {
  case organization, people, units, products, pockets, metrics, incentives, tradeoffs, decisions
  case stewardships, initiatives, forums, waivers

  /// The kind whose entries the section declares; nil for the other sections.
  package var kind: EntityKind? {
    EntityKind.allCases.first { $0.section == rawValue }
  }
}
