import CEL
import OrgAnalysis
package import OrgModel

extension DesignHost {
  /// Returns the targets of the roles of one kind that a person holds, by the same person.
  func targets(_ role: RoleHolding.Role, of person: Int) -> [Int32] {
    facts.roles.targets(of: facts.people.identity(of: person), as: role)
  }

  /// Returns every entry that is the same person, by id.
  func seats(of person: Int) -> [Int] {
    facts.people.entries(sameAs: person).sorted {
      graph.idPrecedes(EntityRef(.person, $0), EntityRef(.person, $1))
    }
  }

  /// Returns the units that list a person in any seat, each once, in the order of the files.
  func units(of person: Int) -> [Int32] {
    let lists = unitsOfPerson.get().value
    let entries = facts.people.entries(sameAs: person)
    return entries.count == 1
      ? Array(lists[entries[0]]) : Set(entries.flatMap { lists[$0] }).sorted()
  }

  func roles(of person: Int) -> Value {
    let identity = facts.people.identity(of: person)
    return .many(.role, Int(roleStarts[identity])..<Int(roleStarts[identity + 1]))
  }

  func roleWords(_ index: Int) -> String {
    let role = roleHoldings[index]
    return "\(role.words) of '\(graph.id(role.target))'"
  }

  /// Returns what somebody does in any seat.
  func parts(_ kind: KeyPath<PersonParts, [Int: [Int32]]>, of person: Int) -> [Int32] {
    parts.get().value[keyPath: kind][facts.people.identity(of: person)] ?? []
  }

  func isBuilder(_ unit: Int) -> Bool { isBuilderUnit[unit] }

  /// People with reports and no manager, by their ids.
  var tops: [Int32] {
    facts.people.roots.filter { facts.people.isTop(Int($0)) }.sorted {
      graph.idPrecedes(EntityRef(.person, Int($0)), EntityRef(.person, Int($1)))
    }
  }

  func longestChain(fromRoot index: Int) -> Value {
    .many(
      .person,
      facts.people.longestChain(from: Int(chainRoots[index]), heights: heights) {
        self.graph.idPrecedes(EntityRef(.person, Int($0)), EntityRef(.person, Int($1)))
      }
    )
  }

  func chainLength(fromRoot index: Int) -> Value {
    .int(Int(heights[Int(chainRoots[index])]))
  }

  var productGroups: [Int] {
    var groups: Set<Int> = []
    for product in facts.products.checked {
      guard let group = facts.products.group(of: Int(product)), facts.units.isGroup[group] else {
        continue
      }
      groups.insert(group)
    }
    return groups.sorted()
  }
}

/// An accountable role of a person, as rules see it.
struct NamedRole: Sendable {
  var name: String
  var words: String
  var target: EntityRef

  /// Returns all roles, those of one person after another by identity, and where each begins.
  static func table(_ graph: OrgGraph, _ facts: OrgFacts) -> ([NamedRole], [Int32]) {
    var roles: [NamedRole] = []
    var starts: [Int32] = [0]
    starts.reserveCapacity(graph.count(.person) + 1)
    for person in 0..<graph.count(.person) {
      for holding in facts.roles.of(person) {
        let (name, words) = names(of: holding.role)
        roles.append(NamedRole(name: name, words: words, target: holding.target))
      }
      starts.append(Int32(truncatingIfNeeded: roles.count))
    }
    return (roles, starts)
  }

  private static func names(of role: RoleHolding.Role) -> (String, String) {
    switch role {
    case .productOwner: ("product_owner", "PO")
    case .technologyLead: ("technology_lead", "TL")
    case .pocketOwner: ("pocket_owner", "owner")
    case .steward: ("steward", "steward")
    case .anchor: ("anchor", "anchor")
    case .chair: ("chair", "chair")
    case .unitLead: ("unit_lead", "lead")
    case .forumMember: ("forum_member", "member")
    }
  }
}

/// A field of an entry that names who holds a role.
package struct RoleField: Hashable, Sendable {
  package let holder: EntityRef
  package let field: Field

  package init(holder: EntityRef, field: Field) {
    self.holder = holder
    self.field = field
  }
}

/// An empty seat that a role field of a checked product, a pocket or a stewardship names.
struct VacantSeat: Sendable {
  var person: Int
  var roles: [String]

  /// The role fields that name it.
  var places: [RoleField]
  var age: Int?

  static func all(_ graph: OrgGraph, _ facts: OrgFacts, today: Int) -> [VacantSeat] {
    var seats: [VacantSeat] = []
    var positions: [Int: Int] = [:]
    func note(_ field: Field, _ words: String, of entity: EntityRef) {
      guard let item = graph.field(field, of: entity) else { return }
      for element in graph.elements(of: item) {
        guard let person = graph.reference(element), facts.people.isVacant[person.index] else {
          continue
        }
        let position = positions[person.index] ?? seats.count
        if position == seats.count {
          positions[person.index] = position
          seats.append(VacantSeat(person: person.index, roles: [], places: [], age: nil))
          let since = graph.field(.personSince, of: person).flatMap { graph.date($0) }
          seats[position].age = since.map { max(0, today - $0) }
        }
        seats[position].roles.append("\(words) of '\(graph.id(entity))'")
        seats[position].places.append(RoleField(holder: entity, field: field))
      }
    }
    for product in facts.products.checked {
      let entity = EntityRef(.product, Int(product))
      note(.productProductOwner, "PO", of: entity)
      if facts.products.isSoftware[Int(product)] {
        note(.productTechnologyLead, "TL", of: entity)
      }
    }
    for pocket in 0..<graph.count(.pocket) {
      note(.pocketOwner, "owner", of: EntityRef(.pocket, pocket))
    }
    for stewardship in 0..<graph.count(.stewardship) {
      note(.stewardshipSteward, "steward", of: EntityRef(.stewardship, stewardship))
    }
    for position in seats.indices { seats[position].roles.sort() }
    return seats
  }
}
