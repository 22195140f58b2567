import OrgModel

/// Whom a holder can ask to move something: the people below and the units at hand.
struct HolderReach {
  /// The holder and everybody below, as ranges of the reporting lines.
  private var lines: [Range<Int>] = []

  /// The units at hand, as ranges of the tree: of a unit all below it, of a person single ones.
  private var units: [Range<Int>] = []

  /// Whether the people in the units count too.
  private let isUnit: Bool

  init(_ holder: EntityRef, _ facts: OrgFacts, _ unitsOfPerson: IndexLists) {
    isUnit = holder.kind == .unit
    let tree = facts.units.tree
    guard holder.kind == .person else {
      units = [tree.range(of: holder.index)]
      return
    }
    let entries = facts.people.entries(sameAs: holder.index)
    lines = joined(entries.map { facts.people.lines.range(of: $0) })
    var found = facts.unitsLed(by: holder.index).map { Int32(truncatingIfNeeded: $0) }
    for entry in entries {
      if let unit = facts.unit(ofPerson: entry) { found.append(Int32(truncatingIfNeeded: unit)) }
      found += unitsOfPerson[entry]
    }
    for holding in facts.roles(of: holder.index)
    where holding.role == .productOwner || holding.role == .technologyLead {
      found += facts.products.builders[holding.target.index]
      found += facts.teams(of: holding.target.index)
    }
    units = joined(
      Set(found).map { unit in
        let position = Int(tree.positions[Int(unit)])
        return position..<position + 1
      }
    )
  }

  /// Returns whether somebody who is named at a metric is at hand.
  func reachesController(of metric: Int, _ tables: ControllerTables) -> Bool {
    lines.contains { tables.people.hasAny(metric, in: $0) }
      || units.contains { tables.units.hasAny(metric, in: $0) }
      || isUnit && units.contains { tables.unitsOfPeople.hasAny(metric, in: $0) }
  }

  /// Returns whether somebody is at hand who decides what affects a metric.
  func reachesDecider(of metric: Int, _ tables: ControllerTables) -> Bool {
    lines.contains { tables.decidingPeople.hasAny(metric, in: $0) }
      || isUnit && units.contains { tables.unitsOfDecidingPeople.hasAny(metric, in: $0) }
  }
}

/// Returns ranges in order, those that touch or overlap as one.
func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
  var found: [Range<Int>] = []
  for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
    if let last = found.last, range.lowerBound <= last.upperBound {
      found[found.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      found.append(range)
    }
  }
  return found
}
