import OrgModel

/// Pairs of positions that are collected one by one and then grouped by the first.
struct IndexPairs {
  var keys: [Int32] = []
  var values: [Int32] = []

  /// Groups what was collected, in its order.
  func lists(_ count: Int) -> IndexLists {
    IndexLists(count: count, keys: keys, values: values)
  }

  /// Adds for each position whoever stands there, unless negative.
  mutating func add(_ people: [Int32]) {
    for (key, person) in people.enumerated() where person >= 0 {
      keys.append(Int32(truncatingIfNeeded: key))
      values.append(person)
    }
  }

  /// Adds the filled people a value names, of one person the first.
  mutating func addPeople(
    _ value: ItemID,
    of key: Int,
    _ graph: OrgGraph,
    _ people: PeopleFacts
  ) {
    for person in distinctPeople(in: value, graph, people) {
      keys.append(Int32(truncatingIfNeeded: key))
      values.append(person)
    }
  }
}

/// Returns the filled people a value names, of one person the first.
func distinctPeople(in value: ItemID, _ graph: OrgGraph, _ people: PeopleFacts) -> [Int32] {
  if let person = graph.reference(value) {
    return people.isFilled(person.index) ? [Int32(truncatingIfNeeded: person.index)] : []
  }
  var found: [Int32] = []
  var seen: Set<Int> = []
  for element in graph.elements(of: value) {
    guard let person = graph.reference(element)?.index, people.isFilled(person),
      seen.insert(people.identity(of: person)).inserted
    else { continue }
    found.append(Int32(truncatingIfNeeded: person))
  }
  return found
}
