import OrgModel

/// The declared trade-offs: which metrics each is between, and what keeps it from holding.
package struct TradeoffFacts: Sendable {
  /// The metrics of each entry.
  private let between: [[Int32]]

  /// The entries with each metric.
  private let byMetric: IndexLists

  /// The place of each entry by its id.
  private let ranks: [Int32]

  /// Whether each entry says how it is settled.
  private let hasPolicy: [Bool]

  /// The filled arbiter of each entry, or -1.
  package let arbiters: [Int32]

  /// Whether the review of each entry is past.
  private let isOverdue: [Bool]

  /// The products of which each arbiter is owner, technology lead or in the line of pockets.
  private let products: [ProductSet]

  /// What keeps an entry from holding.
  package enum Fault: CaseIterable, Sendable {
    case noPolicy, noArbiter, arbiterIsParty, arbiterOutside, overdue
  }

  init(_ facts: OrgFacts) {
    let graph = facts.graph
    let entries = (0..<graph.count(.tradeoff)).map { EntityRef(.tradeoff, $0) }
    between = entries.map { entry in
      Set(graph.references(.tradeoffBetween, of: entry).map { Int32($0.index) }).sorted()
    }
    byMetric = TradeoffFacts.byMetric(between, graph)
    ranks = IDOrder(graph, .tradeoff).ranks
    hasPolicy = entries.map { entry in
      guard let policy = graph.field(.tradeoffPolicy, of: entry) else { return false }
      let isText = graph[policy].type == .text || graph[policy].type == .number
      return isText && !graph.text(policy).allSatisfy(\.isWhitespace)
    }
    let arbiters = entries.map { entry -> Int32 in
      guard let arbiter = graph.firstReference(.tradeoffArbiter, of: entry),
        facts.people.isFilled(arbiter.index)
      else { return -1 }
      return Int32(truncatingIfNeeded: arbiter.index)
    }
    self.arbiters = arbiters
    isOverdue = entries.map { entry in
      let date = graph.field(.tradeoffReviewBy, of: entry).flatMap { graph.date($0) }
      return date.map { $0 < facts.today } ?? false
    }
    products = arbiters.map { $0 < 0 ? .empty : facts.productsSteered(by: Int($0)) }
  }

  private static func byMetric(_ between: [[Int32]], _ graph: OrgGraph) -> IndexLists {
    var pairs = IndexPairs()
    for (entry, metrics) in between.enumerated() {
      pairs.keys += metrics
      pairs.values += metrics.map { _ in Int32(truncatingIfNeeded: entry) }
    }
    return pairs.lists(graph.count(.metric))
  }

  package var isEmpty: Bool { between.isEmpty }

  /// Returns the entries that cover a pair of metrics with a witness, by their ids: those between
  /// both, and those between the witness and another one of them.
  func covering(_ first: Int32, _ second: Int32, witness: Int32?) -> [Int32] {
    guard !isEmpty else { return [] }
    var entries = self.entries(with: first, second)
    if let witness {
      for goal in [first, second] where goal != witness {
        entries += self.entries(with: witness, goal)
      }
    }
    return Set(entries).sorted { ranks[Int($0)] < ranks[Int($1)] }
  }

  /// Returns the entries that are between two metrics, looked for from the rarer one.
  private func entries(with first: Int32, _ second: Int32) -> [Int32] {
    let isFewer = byMetric.count(of: Int(first)) < byMetric.count(of: Int(second))
    let (rare, other) = isFewer ? (first, second) : (second, first)
    return byMetric[Int(rare)].filter { has(other, in: between[Int($0)]) }
  }

  private func has(_ metric: Int32, in metrics: [Int32]) -> Bool {
    var (low, high) = (0, metrics.count)
    while low < high {
      let middle = (low + high) / 2
      if metrics[middle] < metric { low = middle + 1 } else { high = middle }
    }
    return low < metrics.count && metrics[low] == metric
  }

  /// Returns all that keeps an entry from holding for two people, either of whom may be missing,
  /// and the products that both of their incentives are for.
  package func faults(
    of entry: Int,
    _ pair: [Int?],
    common: ProductSet,
    _ people: PeopleFacts
  ) -> [Fault] {
    var faults: [Fault] = []
    if !hasPolicy[entry] { faults.append(.noPolicy) }
    let arbiter = Int(arbiters[entry])
    if arbiter < 0 {
      faults.append(.noArbiter)
    } else if people.isParty(arbiter, in: pair) {
      if !people.settlesOwnCase(arbiter, in: pair) { faults.append(.arbiterIsParty) }
    } else if !people.isAboveOne(of: pair, arbiter),
      products[entry].isEmpty || !products[entry].meets(common)
    {
      faults.append(.arbiterOutside)
    }
    if isOverdue[entry] { faults.append(.overdue) }
    return faults
  }
}

extension OrgFacts {
  /// Returns the checked products a person owns or leads, or carries the result of in a pocket
  /// above.
  func productsSteered(by person: Int) -> ProductSet {
    var parts: [ProductRange] = []
    for holding in roles(of: person) {
      let index = holding.target.index
      switch holding.role {
      case .productOwner, .technologyLead:
        guard let place = products.place(of: index) else { continue }
        parts.append(ProductRange(place, place + 1))
      case .pocketOwner where pockets.owner(of: index) != nil:
        parts += pocketProducts(at: index).map { ProductRange($0, $0 + 1) }
      default: continue
      }
    }
    return ProductSet(parts)
  }

  /// The places of the products whose smallest pocket is a pocket or below it.
  private func pocketProducts(at pocket: Int) -> [Int32] {
    pockets.footprint(of: pocket).places.filter { place in
      guard let smallest = pockets.pocket(of: Int(products.checked[Int(place)])) else {
        return false
      }
      return pockets.tree.isWithin(smallest, pocket)
    }
  }
}
