/// What changes a notation under several rules: one value each for the whole design.
package struct Settings: Hashable, Sendable {
  /// The dimension whose pocket counts where a product is in pockets of several.
  package var primaryDimension = "product"

  /// Whether the lead of its group owns a product that names no owner.
  package var inheritsFromGroup = false

  /// What an organization's own words for units mean, as `unitKind` reads both.
  package var unitKinds: [String: String] = [:]

  /// Whether tags of metrics are inferred from ids and names.
  package var infersTags = true

  /// What each tag is inferred from.
  package var tagWords = Settings.defaultTagWords

  /// The longest path of influence, in edges.
  package var maxPath = 4

  /// How many reporting steps apart two people still are near.
  package var near = 4

  /// Which couplings couple.
  package var couplings = Settings.allCouplings

  /// The share, in percent, from which a common measure lowers a conflict.
  package var sharedWeight = 20.0

  package init() {}

  /// The words for units that rules know.
  package static let unitKinds = ["team", "product-group", "department", "division", "function"]

  /// Returns a word for a kind of unit as it is compared: `Product Group` is `product-group`.
  package static func unitKind(_ text: String) -> String {
    let word = text.drop(while: \.isWhitespace)
    let end = word.lastIndex { !$0.isWhitespace }.map(word.index(after:)) ?? word.startIndex
    return String(word[..<end].lowercased().map { $0 == "_" || $0.isWhitespace ? "-" : $0 })
  }

  /// Every coupling, strongest first.
  package static let allCouplings = [
    "self", "po-tl", "manager-report", "same-product", "same-team", "same-pocket",
    "decision-path", "steward", "same-scope", "peers", "parent-pocket", "near",
  ]

  /// Whole words; `*` at the end stands for the rest of a word.
  package static let defaultTagWords: [String: [String]] = [
    "production-quality": [
      "availability", "uptime", "slo", "error-rate", "error-budget", "change-failure-rate", "mttr",
      "time-to-restore", "incident*", "defect-escape*", "escaped-defect*", "crash-rate",
      "reliability",
    ],
    "activity": [
      "lines-of-code", "loc", "commits", "story-point*", "velocity", "tickets-closed",
      "features-shipped", "hours-worked", "hours-logged", "utilization",
    ],
    "speed": [
      "release-frequency", "deployment-frequency", "lead-time", "cycle-time", "time-to-market",
    ],
    "volume": ["throughput", "volume", "bookings", "sign-ups"],
    "cost": ["cost*", "spend", "expense*"],
    "revenue": ["revenue*", "sales", "bookings", "turnover", "arr", "mrr"],
    "profit": ["profit*", "margin*", "ebit", "ebitda", "contribution", "earnings"],
  ]
}
