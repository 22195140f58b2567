/// One division: a head, heads of areas, staff and product groups.
struct DivisionPlan {
  let id: String
  let index: Int
  /// The index of its first group, counted over all divisions.
  let firstGroup: Int
  let groups: Int
  let areas: Int
  let staff: Int

  init(index: Int, people: Int, firstGroup: Int) {
    var groups = people / DesignPlan.groupPeople
    while groups > 1, Self.overhead(groups) + groups * DesignPlan.groupPeople > people {
      groups -= 1
    }
    id = "division-\(index + 1)"
    self.index = index
    self.firstGroup = firstGroup
    self.groups = groups
    areas = Self.areas(groups)
    staff = people - groups * DesignPlan.groupPeople - areas - 1
  }

  private static func areas(_ groups: Int) -> Int {
    (groups + DesignPlan.areaGroups - 1) / DesignPlan.areaGroups
  }

  private static func overhead(_ groups: Int) -> Int {
    1 + areas(groups) + DesignPlan.leastStaff
  }

  var head: String { "\(id)-head" }
  /// The member of the staff who looks after methods.
  var steward: String { "\(id)-staff-1" }
  var groupRange: Range<Int> { firstGroup..<(firstGroup + groups) }

  func areaID(_ area: Int) -> String { "area-\(index + 1)-\(area + 1)" }

  /// Returns the id of the area a group belongs to; areas differ in size by at most one.
  func area(ofGroup group: Int) -> String {
    areaID((group - firstGroup) * areas / groups)
  }

  /// Returns how many groups an area has.
  func groupCount(ofArea area: Int) -> Int {
    groupRange.count { ($0 - firstGroup) * areas / groups == area }
  }
}
