/// The division of a number of people into headquarters, divisions and product groups.
struct DesignPlan {
  /// Four teams of seven, an owner and a technology lead.
  static let groupPeople = 30
  static let divisionPeople = 2000
  static let headquartersPeople = 4
  /// A head of an area has an owner and a lead for each group as reports, at most 14.
  static let areaGroups = 7
  /// The fewest people a division head has around besides the heads of areas.
  static let leastStaff = 3
  /// Enough of each kind to be representative, few enough to be compared one by one.
  static let mostDefects = 300
  /// How many products share a generic metric.
  static let poolProducts = 500

  let seed: UInt64
  let shape: DesignShape
  let people: Int
  let divisions: [DivisionPlan]
  let groups: Int
  private let stride: Int

  /// Plans a design of that many people, of 200 if that is more.
  init(people: Int, seed: UInt64, shape: DesignShape) {
    let people = max(people, 200)
    let spread = people - Self.headquartersPeople
    let count = (spread + Self.divisionPeople - 1) / Self.divisionPeople
    var divisions: [DivisionPlan] = []
    var groups = 0
    for index in 0..<count {
      let size = spread / count + (index < spread % count ? 1 : 0)
      let division = DivisionPlan(index: index, people: size, firstGroup: groups)
      groups += division.groups
      divisions.append(division)
    }
    self.people = people
    self.seed = seed
    self.shape = shape
    self.divisions = divisions
    self.groups = groups
    stride = max(3, groups / Self.mostDefects)
  }

  /// Returns the defect planted in a group, if any; its neighbors have none.
  func defect(ofGroup index: Int) -> DefectKind? {
    guard index % stride == 1, index < groups else { return nil }
    let kinds = DefectKind.allCases
    return kinds[(index / stride + Int(seed % UInt64(kinds.count))) % kinds.count]
  }

  /// Returns the group of that index, counted over all divisions.
  func group(_ index: Int, in division: DivisionPlan) -> GroupPlan {
    GroupPlan(
      index: index,
      area: division.area(ofGroup: index),
      shape: shape,
      defect: defect(ofGroup: index)
    )
  }

  /// The groups of a division, in order.
  func groups(of division: DivisionPlan) -> some Sequence<GroupPlan> {
    division.groupRange.lazy.map { group($0, in: division) }
  }

  /// How many pools of products share generic metrics; none in other shapes.
  var pools: Int {
    shape == .generic ? (groups + Self.poolProducts - 1) / Self.poolProducts : 0
  }
}
