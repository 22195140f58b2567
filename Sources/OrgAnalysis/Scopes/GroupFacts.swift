package import OrgModel

/// Who looks after what: stewardships, initiatives and forums.
package final class GroupFacts: Sendable {
  /// The filled stewards of each stewardship, of one person the first.
  package let stewards: IndexLists

  /// The filled chair of each forum, at most one.
  package let chairs: IndexLists

  /// The members of each forum as named, vacant seats included.
  package let members: IndexLists

  /// Who anchors each initiative, each person once, vacant seats left out.
  package let anchors: IndexLists

  /// The anchors of each initiative as written.
  package let anchorings: [[Anchoring]]

  /// Who anchors each initiative by product, of several the first.
  private let anchorOfProduct: [[Int32: Int32]]

  /// Whether each initiative is about quality and not over.
  package let isActive: [Bool]

  init(_ graph: OrgGraph, _ people: PeopleFacts, today: Int) {
    stewards = GroupFacts.people(graph, .stewardship, .stewardshipSteward, people)
    chairs = GroupFacts.people(graph, .forum, .forumChair, people)
    var pairs = IndexPairs()
    for forum in 0..<graph.count(.forum) {
      for member in graph.references(.forumMembers, of: EntityRef(.forum, forum)) {
        pairs.keys.append(Int32(truncatingIfNeeded: forum))
        pairs.values.append(Int32(truncatingIfNeeded: member.index))
      }
    }
    members = pairs.lists(graph.count(.forum))
    let initiatives = (0..<graph.count(.initiative)).map { EntityRef(.initiative, $0) }
    isActive = initiatives.map { initiative in
      let kind = graph.field(.initiativeKind, of: initiative)
      let until = graph.field(.initiativeUntil, of: initiative).flatMap { graph.date($0) }
      return kind.map { graph.text($0) == "quality" } ?? true && until ?? today >= today
    }
    anchorings = initiatives.map { GroupFacts.anchorings(of: $0, graph, people) }
    anchors = GroupFacts.distinct(anchorings, people)
    anchorOfProduct = anchorings.map { list in
      Dictionary(
        list.lazy.filter { $0.person >= 0 }.map { ($0.product, $0.person) },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  /// Returns who anchors an initiative in a product; nil where nobody filled is named.
  package func anchor(of initiative: Int, in product: Int) -> Int? {
    anchorOfProduct[initiative][Int32(truncatingIfNeeded: product)].map { Int($0) }
  }

  private static func people(
    _ graph: OrgGraph,
    _ kind: EntityKind,
    _ field: Field,
    _ people: PeopleFacts
  ) -> IndexLists {
    var pairs = IndexPairs()
    for entry in 0..<graph.count(kind) {
      guard let value = graph.field(field, of: EntityRef(kind, entry)) else { continue }
      pairs.addPeople(value, of: entry, graph, people)
    }
    return pairs.lists(graph.count(kind))
  }

  private static func anchorings(
    of initiative: EntityRef,
    _ graph: OrgGraph,
    _ people: PeopleFacts
  ) -> [Anchoring] {
    guard let value = graph.field(.initiativeAnchors, of: initiative) else { return [] }
    return graph.entries(of: value).compactMap { entry in
      guard let product = entry.names else { return nil }
      let person = entry.value.flatMap { graph.reference($0)?.index }
      let filled = person.flatMap { people.isFilled($0) ? $0 : nil }
      return Anchoring(
        product: Int32(truncatingIfNeeded: product.index),
        person: Int32(truncatingIfNeeded: filled ?? -1),
        place: entry.value ?? entry.key
      )
    }
  }

  private static func distinct(_ anchorings: [[Anchoring]], _ people: PeopleFacts) -> IndexLists {
    var pairs = IndexPairs()
    for (initiative, list) in anchorings.enumerated() {
      var seen: Set<Int> = []
      for anchoring in list where anchoring.person >= 0 {
        guard seen.insert(people.identity(of: Int(anchoring.person))).inserted else { continue }
        pairs.keys.append(Int32(truncatingIfNeeded: initiative))
        pairs.values.append(anchoring.person)
      }
    }
    return pairs.lists(anchorings.count)
  }
}

/// Who anchors an initiative in one product.
package struct Anchoring: Hashable, Sendable {
  package var product: Int32

  /// The entry that is named; -1 where nobody is, or a seat that nobody acts in.
  package var person: Int32

  /// The value, else the key.
  package var place: ItemID
}
