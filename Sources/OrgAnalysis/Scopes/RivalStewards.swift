import OrgModel

/// The stewardships of one kind and purpose that serve the same products with different stewards.
///
/// Two are rivals where they have products in common and no steward; more, where that holds for all
/// that serve a product. What meets over others is one group, so that there are never more groups
/// than stewardships.
package struct RivalStewards: Sendable {
  /// Rivals that meet, directly or over others.
  package struct Group: Sendable {
    /// At least two, the smallest id first.
    package var members: [Int32]

    /// The products that several of them serve, in the order of their places.
    package var products: ProductSet
  }

  package private(set) var groups: [Group] = []

  /// The group that a stewardship is the first of.
  package private(set) var groupOfFirst: [Int32: Int] = [:]

  package init(_ facts: OrgFacts) {
    var purposes: [[String]] = []
    var byPurpose: [[String]: [Int32]] = [:]
    for stewardship in 0..<facts.graph.count(.stewardship) {
      guard !facts.groups.stewards[stewardship].isEmpty,
        let purpose = RivalStewards.purpose(of: EntityRef(.stewardship, stewardship), facts.graph)
      else { continue }
      if byPurpose[purpose] == nil { purposes.append(purpose) }
      byPurpose[purpose, default: []].append(Int32(truncatingIfNeeded: stewardship))
    }
    for purpose in purposes {
      guard let same = byPurpose[purpose], same.count > 1 else { continue }
      var sweep = Sweep(facts, same)
      groups += sweep.groups(facts)
    }
    for (index, group) in groups.enumerated() { groupOfFirst[group.members[0]] = index }
  }

  /// The kind and the words of the purpose; nil where one of them is not given.
  private static func purpose(of stewardship: EntityRef, _ graph: OrgGraph) -> [String]? {
    guard let kind = graph.field(.stewardshipKind, of: stewardship).flatMap({ graph.choice($0) }),
      let item = graph.field(.stewardshipPurpose, of: stewardship)
    else { return nil }
    let words = graph.text(item).lowercased().split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : [String(kind)] + words.map(String.init)
  }
}

/// Goes along the products once, with the stewardships that serve each.
private struct Sweep {
  private let stewardships: [Int32]
  private let scopes: [ProductSet]
  private let stewards: [[Int]]

  /// How many of those that serve a product each person is a steward of, and how many people are
  /// stewards of so many.
  private var counts: [Int: Int] = [:]
  private var peopleOfCount: [Int: Int] = [:]

  /// Those that serve the product and are in a group, all in one; and those that are in none yet.
  private var grouped: Set<Int> = []
  private var waiting: Set<Int> = []

  private var groupOf: [Int]
  private var shared: [[ProductRange]]

  init(_ facts: OrgFacts, _ stewardships: [Int32]) {
    self.stewardships = stewardships
    scopes = stewardships.map { facts.scope(of: EntityRef(.stewardship, Int($0))) }
    stewards = stewardships.map { stewardship in
      facts.groups.stewards[Int(stewardship)].map { facts.people.identity(of: Int($0)) }
    }
    groupOf = Array(stewardships.indices)
    shared = stewardships.map { _ in [] }
  }

  mutating func groups(_ facts: OrgFacts) -> [RivalStewards.Group] {
    var events: [(place: Int32, isStart: Bool, index: Int)] = []
    for (index, scope) in scopes.enumerated() {
      for range in scope.ranges {
        events.append((range.start, true, index))
        events.append((range.end, false, index))
      }
    }
    events.sort { ($0.place, $0.index) < ($1.place, $1.index) }
    var next = 0
    while next < events.count {
      let place = events[next].place
      while next < events.count, events[next].place == place {
        change(events[next].index, events[next].isStart)
        next += 1
      }
      if next < events.count { join(ProductRange(place, events[next].place)) }
    }
    return collected(facts)
  }

  private mutating func change(_ index: Int, _ isStart: Bool) {
    if isStart {
      waiting.insert(index)
    } else if waiting.remove(index) == nil {
      grouped.remove(index)
    }
    for person in stewards[index] {
      let count = counts[person] ?? 0
      peopleOfCount[count, default: 0] -= 1
      counts[person] = count + (isStart ? 1 : -1)
      peopleOfCount[count + (isStart ? 1 : -1), default: 0] += 1
    }
  }

  /// Joins those that serve some products, unless one person is a steward of all.
  private mutating func join(_ range: ProductRange) {
    let count = grouped.count + waiting.count
    guard count > 1, peopleOfCount[count] ?? 0 == 0, let first = grouped.first ?? waiting.first
    else { return }
    let group = root(of: first)
    for index in waiting {
      let own = root(of: index)
      groupOf[own] = group
      grouped.insert(index)
    }
    waiting.removeAll()
    shared[group].append(range)
  }

  private mutating func root(of index: Int) -> Int {
    var root = index
    while groupOf[root] != root {
      groupOf[root] = groupOf[groupOf[root]]
      root = groupOf[root]
    }
    return root
  }

  private mutating func collected(_ facts: OrgFacts) -> [RivalStewards.Group] {
    var members: [Int: [Int32]] = [:]
    var products: [Int: [ProductRange]] = [:]
    for index in stewardships.indices {
      let root = root(of: index)
      members[root, default: []].append(stewardships[index])
      products[root, default: []] += shared[index]
    }
    let precedes = facts.graph.precedes(.stewardship)
    return members.filter { $0.value.count > 1 }
      .map { root, members in
        RivalStewards.Group(
          members: members.sorted(by: precedes),
          products: ProductSet(products[root] ?? [])
        )
      }
      .sorted { precedes($0.members[0], $1.members[0]) }
  }
}
