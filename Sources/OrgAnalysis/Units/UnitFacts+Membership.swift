import OrgModel

extension UnitFacts {
  /// Which unit each person is in, and whom each unit lists.
  struct Membership {
    var unitOfPerson: [Int32]
    var listed: IndexLists
    var memberCounts: [Int32]

    init(_ graph: OrgGraph, _ people: PeopleFacts, _ columns: Columns, _ tree: Forest) {
      unitOfPerson = Membership.ownUnits(graph)
      let precedes = graph.precedes(.unit)
      Membership.addListing(columns, tree, to: &unitOfPerson, precedes)
      var units = unitOfPerson
      var persons = unitOfPerson.indices.map { Int32(truncatingIfNeeded: $0) }
      let further = Membership.further(columns, people, unitOfPerson)
      units += further.map(\.unit)
      persons += further.map(\.person)
      listed = IndexLists(count: tree.count, keys: units, values: persons)
      memberCounts = Membership.counts(unitOfPerson, further, tree)
    }

    /// A person and a unit that is not the person's own.
    typealias Pair = (person: Int32, unit: Int32)

    private static func ownUnits(_ graph: OrgGraph) -> [Int32] {
      let records = graph.entities[Int(EntityKind.person.rawValue)]
      var units = [Int32](repeating: -1, count: records.count)
      for person in records.indices {
        guard let value = graph.field(.personUnit, of: records[person].body) else { continue }
        units[person] = graph.firstIndex(in: value)
      }
      return units
    }

    /// Whoever names no unit belongs to the deepest that lists them, then the smallest id.
    private static func addListing(
      _ columns: Columns,
      _ tree: Forest,
      to units: inout [Int32],
      _ precedes: (Int32, Int32) -> Bool
    ) {
      let declared = units
      for (person, unit) in zip(columns.listedPeople, columns.listingUnits)
      where declared[Int(person)] < 0 {
        let old = units[Int(person)]
        if old == unit { continue }
        if old >= 0 {
          let (new, known) = (tree.depths[Int(unit)], tree.depths[Int(old)])
          guard new > known || (new == known && precedes(unit, old)) else { continue }
        }
        units[Int(person)] = unit
      }
    }

    /// The listed members and filled leads whose own unit is another one, each pair once.
    private static func further(
      _ columns: Columns,
      _ people: PeopleFacts,
      _ unitOfPerson: [Int32]
    ) -> [Pair] {
      var pairs: [Pair] = []
      for (person, unit) in zip(columns.listedPeople, columns.listingUnits)
      where unitOfPerson[Int(person)] != unit {
        pairs.append((person, unit))
      }
      for (unit, lead) in columns.leads.enumerated()
      where lead >= 0 && people.isFilled(Int(lead)) && unitOfPerson[Int(lead)] != unit {
        pairs.append((lead, Int32(truncatingIfNeeded: unit)))
      }
      pairs.sort { ($0.person, $0.unit) < ($1.person, $1.unit) }
      var distinct: [Pair] = []
      for pair in pairs {
        if let last = distinct.last, last == pair { continue }
        distinct.append(pair)
      }
      return distinct
    }

    /// Counts different people at or below each unit: one for each place of a person, less one
    /// where two neighboring places of the same person in preorder come together.
    private static func counts(
      _ unitOfPerson: [Int32],
      _ further: [Pair],
      _ tree: Forest
    ) -> [Int32] {
      var counts = [Int32](repeating: 0, count: tree.count)
      for unit in unitOfPerson where unit >= 0 { counts[Int(unit)] += 1 }
      var start = 0
      while start < further.count {
        var end = start
        let person = further[start].person
        var places: [Int32] = []
        while end < further.count, further[end].person == person {
          places.append(further[end].unit)
          counts[Int(further[end].unit)] += 1
          end += 1
        }
        if unitOfPerson[Int(person)] >= 0 { places.append(unitOfPerson[Int(person)]) }
        places.sort { tree.positions[Int($0)] < tree.positions[Int($1)] }
        for (first, second) in zip(places, places.dropFirst()) {
          if let common = tree.commonAncestor(Int(first), Int(second)) { counts[common] -= 1 }
        }
        start = end
      }
      for unit in tree.preorder.reversed() where tree.parents[Int(unit)] >= 0 {
        counts[Int(tree.parents[Int(unit)])] += counts[Int(unit)]
      }
      return counts
    }
  }
}
