/// One product group of thirty: its ids, and the defect planted in it.
struct GroupPlan {
  let index: Int
  let product: String
  let area: String
  let shape: DesignShape
  let defect: DefectKind?

  init(index: Int, area: String, shape: DesignShape, defect: DefectKind?) {
    self.index = index
    product = Self.product(index)
    self.area = area
    self.shape = shape
    self.defect = defect
  }

  /// Returns the id of the product of a group.
  static func product(_ index: Int) -> String {
    "\(WordLists.products[index % WordLists.products.count])-\(index + 1)"
  }

  static let teams = 1...4
  static let engineersPerTeam = 6

  var unit: String { "\(product)-group" }
  var owner: String { "\(product)-po" }
  var lead: String { "\(product)-tl" }
  var areaHead: String { "\(area)-head" }
  var pocket: String { "\(product)-pnl" }

  func team(_ team: Int) -> String { "\(product)-team-\(team)" }
  func teamLead(_ team: Int) -> String { "\(product)-lead-\(team)" }
  func engineer(_ number: Int) -> String { "\(product)-eng-\(number)" }

  /// What the three shared metrics begin with.
  private var quality: String {
    shape == .generic ? "pool-\(index / DesignPlan.poolProducts + 1)" : product
  }
  var availability: String { "\(quality)-availability" }
  var changeFailureRate: String { "\(quality)-change-failure-rate" }
  var releaseFrequency: String { "\(quality)-release-frequency" }

  /// Whether speed against stability is a declared trade-off of the group.
  var declaresTradeoff: Bool {
    shape == .ordinary && index % 5 == 0 && defect != .directConflict
  }
}
