package import OrgModel

/// Why two holders can hurt each other.
package struct Coupling: Hashable, Sendable {
  package var kind: Kind

  /// Who acts: who reports, leads, blocks or stewards, or the unit that is part of another.
  package var subject: EntityRef?

  /// Who or what it is done to: the manager, the unit led, the parent, who requests, the product.
  package var object: EntityRef?

  /// What both share, or act over: a product, team, pocket, decision or stewardship.
  package var shared: EntityRef?

  /// The reporting steps apart; 0 unless they are near.
  package var steps = 0

  package init(
    _ kind: Kind,
    subject: EntityRef? = nil,
    object: EntityRef? = nil,
    shared: EntityRef? = nil,
    steps: Int = 0
  ) {
    self.kind = kind
    self.subject = subject
    self.object = object
    self.shared = shared
    self.steps = steps
  }

  /// How much two can hurt each other, weakest first.
  package enum Strength: UInt8, CaseIterable, Comparable, Sendable {
    case weak, medium, strong

    package static func < (first: Strength, second: Strength) -> Bool {
      first.rawValue < second.rawValue
    }
  }

  /// The couplings, strongest first; the first that holds is the one that counts.
  package enum Kind: UInt8, CaseIterable, Sendable {
    case oneHolder, ownerAndLead, managerAndReport
    case sameProduct, sameTeam, samePocket, decisionPath, steward, sameScope, peers
    case parentPocket, near

    /// The word of the settings.
    package var name: String { Settings.allCouplings[Int(rawValue)] }

    package var strength: Strength {
      switch self {
      case .oneHolder, .ownerAndLead, .managerAndReport: .strong
      case .sameProduct, .sameTeam, .samePocket, .decisionPath, .steward, .sameScope, .peers:
        .medium
      case .parentPocket, .near: .weak
      }
    }

    /// Whether it ties the holders of two incentives only by what these are for.
    var isOfIncentives: Bool { self == .sameScope || self == .peers }

    /// The row of the table of severities: the strength, and one for peers alone.
    var row: Row { self == .peers ? .peers : Row.ofStrength[Int(strength.rawValue)] }
  }
}

extension Coupling {
  /// What couplings come to in the table of severities.
  enum Row: UInt8, CaseIterable, Sendable {
    case weak, medium, strong, peers

    fileprivate static let ofStrength = [weak, medium, strong]
  }

  /// Returns how messages say it; `name` shows an entry.
  package func words(_ name: (EntityRef) -> String) -> String {
    func shown(_ entity: EntityRef?) -> String { entity.map(name) ?? "somebody" }
    switch kind {
    case .oneHolder: return "one holder"
    case .ownerAndLead: return "PO and TL of \(shown(shared))"
    case .managerAndReport: return "\(shown(subject)) \(managerVerb) \(shown(object))"
    case .sameProduct: return "same product \(shown(shared))"
    case .sameTeam: return "same team \(shown(shared))"
    case .samePocket: return "same pocket \(shown(shared))"
    case .decisionPath:
      return "\(shown(subject)) blocks \(shown(shared)) requested by \(shown(object))"
    case .steward: return "\(shown(subject)) stewards \(shown(shared)) for \(shown(object))"
    case .sameScope: return "both are measured on \(shown(shared))"
    case .peers: return "both report to \(shown(object))"
    case .parentPocket: return "pockets under \(shown(shared))"
    case .near where steps == 0: return "led by one person"
    case .near: return "\(steps) reporting step\(steps == 1 ? "" : "s") apart"
    }
  }

  private var managerVerb: String {
    if subject?.kind == .unit { return "is part of" }
    return object?.kind == .unit ? "leads" : "reports to"
  }
}
