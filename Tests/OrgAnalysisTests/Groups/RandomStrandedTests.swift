import OrgAnalysis
import Testing

/// Stranded goals against the definition, tried out on many small random designs.
@Suite struct RandomStrandedTests {
  @Test func `what is found is what the definition says`() {
    var random = SeededRandom(seed: 7)
    var told = 0
    for _ in 0..<150 {
      let small = StrandedDesign(&random)
      let found = Design(small.yaml).strandings().sorted()
      let expected = small.strandings().sorted()
      #expect(found == expected, "\(small.yaml)")
      told += found.count
    }
    // The designs are dense enough to tell something.
    #expect(told > 10)
  }

  @Test func `a hypothesis more changes nothing that is known`() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<60 {
      var small = StrandedDesign(&random)
      // Without controllers the levers are what nothing drives, hypotheses included.
      small.metrics[0].controller = 0
      let known = Design(small.yaml).strandings().filter { $0.contains(" correlated ") }
      let source = Int.random(in: 0..<small.metrics.count, using: &random)
      let target = Int.random(in: 0..<small.metrics.count, using: &random)
      guard source != target,
        !small.edges.contains(where: { $0.source == source && $0.target == target })
      else { continue }
      small.edges.append(
        StrandedDesign.Edge(source: source, target: target, sign: 1, confidence: 0)
      )
      let after = Design(small.yaml).strandings().filter { $0.contains(" correlated ") }
      #expect(known == after, "\(small.yaml)")
    }
  }
}

/// Five people around two products, and what the definition says of their goals.
struct StrandedDesign {
  struct Edge {
    var source: Int
    var target: Int
    var sign: Int
    var confidence: Int
  }

  struct Goal {
    var holder: Int
    var metric: Int
    var sign: Int
    /// One bit for each product.
    var scope: Int
  }

  /// Whether each metric is across, and who controls it.
  var metrics: [(isAcross: Bool, controller: Int?)]
  var edges: [Edge] = []
  var goals: [Goal] = []

  /// Who is in the team that builds both products, who owns each, who stewards and for which.
  var members: [Int]
  var owners: [Int]
  var steward: (person: Int, scope: Int)

  private static let longest = 4

  init(_ random: inout SeededRandom) {
    let count = Int.random(in: 2...5, using: &random)
    let isControlled = Bool.random(using: &random)
    metrics = (0..<count).map { _ in
      (
        Int.random(in: 0..<5, using: &random) == 0,
        isControlled && Bool.random(using: &random) ? Int.random(in: 0..<5, using: &random) : nil
      )
    }
    for source in 0..<count {
      for target in 0..<count
      where source != target && Int.random(in: 0..<3, using: &random) == 0 {
        edges.append(
          Edge(
            source: source,
            target: target,
            sign: Bool.random(using: &random) ? 1 : -1,
            confidence: Int.random(in: 0...2, using: &random)
          )
        )
      }
    }
    for holder in 0..<5 {
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        goals.append(
          Goal(
            holder: holder,
            metric: Int.random(in: 0..<count, using: &random),
            sign: Int.random(in: -1...1, using: &random),
            scope: [1, 2, 3, 3].randomElement(using: &random) ?? 3
          )
        )
      }
    }
    members = (0..<5).filter { _ in Bool.random(using: &random) }
    owners = (0..<2).map { _ in Int.random(in: 0..<5, using: &random) }
    steward = (Int.random(in: 0..<5, using: &random), Int.random(in: 1...3, using: &random))
  }

  var yaml: String {
    let people = (0..<5).map { "h\($0): { \(members.contains($0) ? "unit: lab" : "") }" }
    let lines = metrics.indices.map { metric in
      let drives = edges.filter { $0.source == metric }.map { edge in
        "m\(edge.target): { effect: \(edge.sign > 0 ? "raises" : "lowers"), confidence: "
          + "\(["hypothesized", "correlated", "verified"][edge.confidence]) }"
      }
      let controller = metrics[metric].controller.map { "controllable_by: [h\($0)], " } ?? ""
      return "  m\(metric): { across: \(metrics[metric].isAcross), \(controller)"
        + "drives: { \(drives.joined(separator: ", ")) } }\n"
    }
    let cards = (0..<5).map { holder in
      let own = goals.filter { $0.holder == holder }.map { goal in
        "{ metric: m\(goal.metric), direction: \(["decrease", "maintain", "increase"][goal.sign + 1])"
          + ", scope: { products: [\(products(goal.scope))] } }"
      }
      return own.isEmpty ? "" : "  h\(holder): [\(own.joined(separator: ", "))]\n"
    }
    return """
      people: { \(people.joined(separator: ", ")) }
      units: { lab: { builds: [p, q] } }
      products: { p: { product_owner: h\(owners[0]) }, q: { product_owner: h\(owners[1]) } }
      stewardships: { s: { steward: h\(steward.person), scope: { products: [\(products(steward.scope))] } } }
      metrics:
      \(lines.joined())incentives:
      \(cards.joined())
      """
  }

  private func products(_ scope: Int) -> String {
    ["p", "q"].enumerated().filter { scope >> $0.offset & 1 == 1 }.map(\.element)
      .joined(separator: ", ")
  }

  // MARK: - The definition

  struct Move: Hashable {
    var metric: Int
    var sign: Int
  }

  /// Everything that serves a goal, over edges of at least a confidence.
  private func wants(_ goal: Goal, _ confidence: Int) -> Set<Move> {
    guard goal.sign != 0 else { return [] }
    var found: Set<Move> = []
    func walk(_ path: [Int], _ sign: Int, from start: Int) {
      if path.last == goal.metric { found.insert(Move(metric: start, sign: sign * goal.sign)) }
      guard path.count <= StrandedDesign.longest else { return }
      for edge in edges
      where edge.confidence >= confidence && edge.source == path.last
        && !path.contains(edge.target)
      {
        walk(path + [edge.target], sign * edge.sign, from: start)
      }
    }
    for start in metrics.indices { walk([start], 1, from: start) }
    return found
  }

  private var levers: Set<Int> {
    let named = metrics.indices.filter { metrics[$0].controller != nil }
    return Set(
      named.isEmpty
        ? metrics.indices.filter { metric in !edges.contains { $0.target == metric } } : named
    )
  }

  /// The groups of at least two holders of goals, the smallest first.
  private var groups: [(name: String, holders: Set<Int>)] {
    let held = Set(goals.map(\.holder))
    return ["p", "q"].enumerated().map { number, name in
      var people = Set(members + [owners[number]])
      if steward.scope >> number & 1 == 1 { people.insert(steward.person) }
      return (name, people.intersection(held))
    }.filter { $0.1.count > 1 }.sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }
  }

  func strandings() -> [String] {
    var settled: Set<Int> = []
    var told: Set<String> = []
    var found: [String] = []
    for (layer, confidence) in [("correlated", 1), ("all", 0)] {
      let wants = goals.map { self.wants($0, confidence) }
      for index in goals.indices where !settled.contains(index) {
        let actionable = wants[index].filter {
          levers.contains($0.metric) && !wants[index].contains(flipped($0))
        }
        guard !actionable.isEmpty else { continue }
        for group in groups where group.holders.contains(goals[index].holder) {
          let opponents = actionable.map { self.opponents(of: index, at: $0, group.holders, wants) }
          guard opponents.allSatisfy({ !$0.isEmpty }) else { continue }
          settled.insert(index)
          let isPair = actionable.count == 1 && opponents[0].count == 1
          let name = "h\(goals[index].holder) m\(goals[index].metric)"
          if !isPair, told.insert(name).inserted {
            let levers = zip(actionable, opponents).sorted { $0.0.metric < $1.0.metric }
              .map { move, people in
                "m\(move.metric) \(move.sign > 0 ? "up" : "down") against "
                  + people.sorted().map { "h\($0)" }.joined(separator: ", ")
              }
            found.append("\(name) \(layer) \(group.name): \(levers.joined(separator: "; "))")
          }
          break
        }
      }
    }
    return found
  }

  private func opponents(
    of index: Int,
    at move: Move,
    _ holders: Set<Int>,
    _ wants: [Set<Move>]
  ) -> Set<Int> {
    let goal = goals[index]
    return Set(
      goals.indices.filter { other in
        goals[other].holder != goal.holder && holders.contains(goals[other].holder)
          && (metrics[move.metric].isAcross || goals[other].scope & goal.scope != 0)
          && wants[other].contains(flipped(move)) && !wants[other].contains(move)
      }.map { goals[$0].holder }
    )
  }

  private func flipped(_ move: Move) -> Move { Move(metric: move.metric, sign: -move.sign) }
}
