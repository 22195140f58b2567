import OrgModel

/// Reads decisions: their actors, selectors and the order of their steps.
///
/// The graph is handed on and not kept: a copy costs as much as all its tables.
struct DecisionReader {
  private(set) var selectors: [(symbol: UInt32, role: RoleSelector)] = []
  private(set) var typeNames: [String] = []
  private(set) var numberOfSelector: [UInt32: Int32] = [:]
  private var numberOfType: [String: Int32] = [:]
  private let defaultRequester: ActorSource

  init() {
    // The first selector is the requester of decisions that name none.
    selectors = [(.max, .productOwner)]
    defaultRequester = .selector(0)
  }

  mutating func type(of decision: EntityRef, _ graph: OrgGraph) -> Int32 {
    let name = graph.field(.decisionType, of: decision).flatMap {
      graph[$0].type == .text ? graph.text($0) : nil
    }
    return number(ofType: name ?? graph.id(decision))
  }

  private mutating func number(ofType name: String) -> Int32 {
    if let known = numberOfType[name] { return known }
    let number = Int32(truncatingIfNeeded: typeNames.count)
    typeNames.append(name)
    numberOfType[name] = number
    return number
  }

  mutating func requester(of decision: EntityRef, _ graph: OrgGraph) -> ActorSource {
    guard let item = graph.field(.decisionRequester, of: decision) else { return defaultRequester }
    return source(item, graph)
  }

  mutating func actors(_ value: ItemID?, _ graph: OrgGraph) -> [ActorEntry] {
    guard let value else { return [] }
    return graph.elements(of: value).map { ActorEntry(item: $0, source: source($0, graph)) }
  }

  /// Reads a reference, a selector, or an any-of of these.
  private mutating func source(_ item: ItemID, _ graph: OrgGraph) -> ActorSource {
    let value = graph[item]
    switch value.type {
    case .reference: return Actor(EntityRef(packed: value.payload)).map { .named($0) } ?? .void
    case .selector: return selector(value.payload, graph)
    case .mapping:
      let members = graph.present(.anyOfAny, of: item).map { list in
        graph.elements(of: list).map { source($0, graph) }
      }
      return members.map { .anyOf($0) } ?? .void
    default: return .void
    }
  }

  private mutating func selector(_ symbol: UInt32, _ graph: OrgGraph) -> ActorSource {
    if let known = numberOfSelector[symbol] { return .selector(known) }
    guard let selector = Selector(graph.symbols.text(symbol)) else { return .void }
    let number = Int32(truncatingIfNeeded: selectors.count)
    selectors.append((symbol, RoleSelector(selector, graph)))
    numberOfSelector[symbol] = number
    return .selector(number)
  }

  func limits(of decision: EntityRef, _ graph: OrgGraph) -> [Limit] {
    guard let value = graph.field(.decisionLimits, of: decision), graph[value].type == .mapping
    else { return [] }
    return graph.children(of: value).map { entry in
      guard let limit = graph.value(ofEntry: entry), graph[limit].type == .mapping else {
        // What was refused is unknown: no amount that two decisions are both for.
        return Limit(
          name: graph[entry].payload,
          minimum: .infinity,
          maximum: -.infinity,
          item: entry
        )
      }
      return Limit(
        name: graph[entry].payload,
        minimum: graph.number(.limitMin, of: limit) ?? 0,
        maximum: graph.number(.limitMax, of: limit) ?? .infinity,
        item: entry
      )
    }
  }

  /// Appends the steps of a decision and returns their order.
  mutating func stepGraph(
    of decision: EntityRef,
    into steps: inout [DecisionStep],
    _ isRefused: inout Bool,
    _ graph: OrgGraph
  ) -> StepGraph {
    var order = StepGraph()
    guard let list = graph.field(.decisionSteps, of: decision) else { return order }
    let first = steps.count
    for item in graph.elements(of: list) {
      if let parallel = graph.field(.parallelParallel, of: item) {
        let start = steps.count
        for inner in graph.elements(of: parallel) where !append(inner, to: &steps, graph) {
          isRefused = true
        }
        order.add(parallel: start..<steps.count)
      } else if append(item, to: &steps, graph) {
        order.add(step: steps.count - 1)
      } else {
        isRefused = true
      }
    }
    setPredecessors(of: first..<steps.count, steps, &order, graph)
    return order
  }

  /// A step that does not say what it does is left out.
  private mutating func append(
    _ item: ItemID,
    to steps: inout [DecisionStep],
    _ graph: OrgGraph
  ) -> Bool {
    guard graph[item].type == .mapping, let choice = graph.choice(.stepAs, of: item),
      DecisionPart.allCases.indices.contains(choice)
    else { return false }
    let by = graph.present(.stepBy, of: item).map { source($0, graph) } ?? .void
    let id = graph.present(.stepID, of: item).map { graph[$0] }
    steps.append(
      DecisionStep(
        item: item,
        part: DecisionPart.allCases[choice],
        by: by,
        name: id?.type == .name ? id?.payload : nil
      )
    )
    return true
  }

  private func setPredecessors(
    of range: Range<Int>,
    _ steps: [DecisionStep],
    _ order: inout StepGraph,
    _ graph: OrgGraph
  ) {
    var stepOfName: [UInt32: Int] = [:]
    for step in range.reversed() {
      if let name = steps[step].name { stepOfName[name] = step }
    }
    for step in range {
      guard let after = graph.present(.stepAfter, of: steps[step].item),
        graph[after].type == .list || graph[after].type == .name
      else { continue }
      let names = graph.elements(of: after).filter { graph[$0].type == .name }
      order.setPredecessors(
        ofStep: step,
        to: names.compactMap { stepOfName[graph[$0].payload] }
      )
    }
  }
}
