import OrgModel

/// Goals that agree in pairs and that no move serves together.
package struct JointSet: Hashable, Sendable {
  /// By the ids of holders and metrics.
  package var incentives: [Int32]

  /// The weights under which the goals cancel out on every lever, beside `incentives`.
  package var weights: [Int]

  /// The levers of at least one of them, by their ids.
  package var levers: [Int32]

  /// The product of whose goals they are.
  package var product: Int32
}

/// The smallest sets of three or four goals of one product that cancel out on every lever.
///
/// All influences that are at least correlated count as equally strong, since the design doesn't
/// say how strong they are. Built only where something asks for it.
package struct JointFacts: Sendable {
  /// Each set once, for the product with the smallest id; by product, then by incentives.
  package private(set) var sets: [JointSet] = []

  /// More goals of one product than these are not looked at.
  private static let goalLimit = 12

  package init(_ couplings: CouplingFacts, _ influence: InfluenceFacts) {
    let facts = couplings.facts
    let goals = PartGoals(couplings)
    let levers = LeverTable(facts, influence, .correlated)
    let reader = GroupReader(couplings)
    let order = IncentiveOrder(facts, metricRanks: influence.graph.ranks)
    var seen: Set<[Int32]> = []
    for product in couplings.answered.productOrder.entries {
      guard let place = facts.products.place(of: Int(product)) else { continue }
      let cell = reader.cell(at: place)
      guard cell.holderCount > 1 else { continue }
      let found = JointFacts.goals(of: cell, at: place, goals, facts)
      guard found.count > 2, found.count <= JointFacts.goalLimit else { continue }
      let candidates = order.sort(
        found.filter { levers.clear.count(of: Int(facts.incentives.list[Int($0)].slot)) > 0 }
      )
      let rows = LeverMatrix(
        candidates.map { levers.clear[Int(facts.incentives.list[Int($0)].slot)] }
      )
      for (positions, weights) in rows.minimalSets() {
        let incentives = positions.map { candidates[$0] }
        guard seen.insert(incentives).inserted else { continue }
        let metrics = Set(positions.flatMap { rows.levers(of: $0) })
        sets.append(
          JointSet(
            incentives: incentives,
            weights: weights,
            levers: metrics.sorted {
              influence.graph.ranks[Int($0)] < influence.graph.ranks[Int($1)]
            },
            product: product
          )
        )
      }
    }
  }

  /// The goals of a cell whose scope has the product; at most one more than the limit.
  private static func goals(
    of cell: GroupTable.Group,
    at place: Int32,
    _ goals: PartGoals,
    _ facts: OrgFacts
  ) -> [Int32] {
    var found: [Int32] = []
    for part in cell.parts {
      for position in goals.entries(of: part) {
        let entry = goals.entries[position]
        guard facts.incentives.scopes[Int(entry.scope)].contains(place) else { continue }
        let room = JointFacts.goalLimit + 1 - found.count
        found += goals.incentives[Int(entry.range.lowerBound)..<Int(entry.range.upperBound)]
          .prefix(room)
        if found.count > JointFacts.goalLimit { return found }
      }
    }
    return found
  }
}

/// What a few goals want of each lever.
struct LeverMatrix {
  private var rows: [[Int8]]
  private let metrics: [Int32]

  /// Takes the clear levers of each goal.
  init(_ levers: [ArraySlice<Int32>]) {
    metrics = Set(levers.joined().map { $0 >> 1 }).sorted()
    rows = [[Int8]](repeating: [Int8](repeating: 0, count: metrics.count), count: levers.count)
    for (row, list) in levers.enumerated() {
      for lever in list {
        let column = metrics[...].position(notBelow: lever >> 1)
        rows[row][column] = lever & 1 == 1 ? 1 : -1
      }
    }
  }

  func levers(of row: Int) -> [Int32] {
    metrics.indices.filter { rows[row][$0] != 0 }.map { metrics[$0] }
  }

  /// Returns the sets of three or four rows that cancel out where no subset does, with weights.
  func minimalSets() -> [(rows: [Int], weights: [Int])] {
    var found: [(rows: [Int], weights: [Int])] = []
    let all = rows.indices
    for first in all {
      for second in all where second > first {
        for third in all where third > second {
          add([first, second, third], to: &found)
          for fourth in all where fourth > third {
            add([first, second, third, fourth], to: &found)
          }
        }
      }
    }
    return found
  }

  private func add(_ set: [Int], to found: inout [(rows: [Int], weights: [Int])]) {
    if let cancellation = Cancellation(of: set.map { rows[$0] }) {
      found.append((set, cancellation.weights))
    }
  }
}
