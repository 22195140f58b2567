import Diagnostics

/// A person named by role, resolved for each product: `po`, `manager-of(po)`, `pocket-owner(2)`.
package indirect enum Selector: Hashable, Sendable {
  case productOwner
  case technologyLead
  case unitLead
  /// The owner of the product's pocket, or of the pocket so many levels above it.
  case pocketOwner(level: Int)
  case managerOf(Selector)
  case managerOfReference(String)
  case steward(String)

  /// How deep `manager-of` may stand in itself.
  private static let depthLimit = 16

  /// Reads a selector; nil where the text is none.
  package init?(_ text: some StringProtocol) {
    self.init(text: Substring(text), depth: 0)
  }

  private init?(text: Substring, depth: Int) {
    switch text {
    case "po": self = .productOwner
    case "tl": self = .technologyLead
    case "unit-lead": self = .unitLead
    case "pocket-owner": self = .pocketOwner(level: 0)
    default:
      guard depth < Selector.depthLimit, text.last == ")", let open = text.firstIndex(of: "(")
      else { return nil }
      let inner = text[text.index(after: open)...].dropLast()
      self.init(role: text[..<open], of: inner, depth: depth)
    }
  }

  private init?(role: Substring, of inner: Substring, depth: Int) {
    switch role {
    case "pocket-owner":
      guard let level = Int(inner), level >= 1, inner.first != "0", inner.first != "+" else {
        return nil
      }
      self = .pocketOwner(level: level)
    case "manager-of":
      if let selector = Selector(text: inner, depth: depth + 1) {
        self = .managerOf(selector)
      } else {
        guard !inner.isEmpty, !inner.contains("(") else { return nil }
        self = .managerOfReference(String(inner))
      }
    case "steward":
      guard !inner.isEmpty, !inner.contains("(") else { return nil }
      self = .steward(String(inner))
    default: return nil
    }
  }

  /// Returns the selector that people mean by another name for a role; nil where it is none.
  static func meant(by text: String) -> String? {
    let word = text.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }
    switch String(word) {
    case "product-owner", "productowner", "owner": return "po"
    case "technology-lead", "technical-lead", "tech-lead", "techlead": return "tl"
    case "unitlead", "team-lead", "head-of-unit", "lead": return "unit-lead"
    case "pocketowner", "pnl-owner", "p&l-owner", "budget-owner": return "pocket-owner"
    case "manager", "manager-of-po": return "manager-of(po)"
    default: return NearestNames.of(String(word), among: ["unit-lead", "pocket-owner"]).first
    }
  }

  /// The entry it names by id, and the kind that entry has to be of.
  var named: (kind: EntityKind, text: String)? {
    switch self {
    case .managerOf(let inner): inner.named
    case .managerOfReference(let text): (.person, text)
    case .steward(let text): (.stewardship, text)
    default: nil
    }
  }
}
