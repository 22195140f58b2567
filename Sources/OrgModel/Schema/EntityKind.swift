/// The kinds of things an organization design declares, each in a section of its own.
package enum EntityKind: UInt8, CaseIterable, Hashable, Sendable {
  case person, unit, product, pocket, metric, tradeoff, decision, stewardship, initiative, forum

  /// The singular that stands in `kind/id` and in messages.
  package var name: String {
    switch self {
    case .person: "person"
    case .unit: "unit"
    case .product: "product"
    case .pocket: "pocket"
    case .metric: "metric"
    case .tradeoff: "tradeoff"
    case .decision: "decision"
    case .stewardship: "stewardship"
    case .initiative: "initiative"
    case .forum: "forum"
    }
  }

  /// The top-level key of the section.
  package var section: String {
    switch self {
    case .person: "people"
    default: name + "s"
    }
  }

  /// The shape of an entry.
  package var shape: Shape {
    switch self {
    case .person: .person
    case .unit: .unit
    case .product: .product
    case .pocket: .pocket
    case .metric: .metric
    case .tradeoff: .tradeoff
    case .decision: .decision
    case .stewardship: .stewardship
    case .initiative: .initiative
    case .forum: .forum
    }
  }

  /// Reads the singular; nil for any other word.
  package init?(name: some StringProtocol) {
    guard let kind = EntityKind.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}
