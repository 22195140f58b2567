/// A small random design: a few metrics, people in one of four arrangements, goals, trade-offs.
///
/// Many stand side by side in one file, each under a prefix of its own, so that thousands are read
/// as one design.
struct SmallDesign: Sendable {
  struct Metric: Sendable {
    var isAcross = false
    var good: Int?
    var opposes: [Int] = []
  }

  struct Edge: Sendable {
    var source: Int
    var target: Int
    var sign: Int
    var confidence: Int
  }

  struct Goal: Sendable {
    var holder: Int
    var metric: Int
    var direction: Int
    var minimum: Double?
    var maximum: Double?
    var weight: Double?

    /// One bit for each of two products; both where none is declared.
    var scope: Int
    var isScopeDeclared: Bool
  }

  struct Tradeoff: Sendable {
    var between: [Int]
    var hasPolicy: Bool

    /// A holder, or the number behind the last for somebody outside; nil for nobody.
    var arbiter: Int?
    var isOverdue: Bool
  }

  /// How the holders stand to each other.
  enum Arrangement: CaseIterable, Sendable {
    case team, line, boss, teamAndBoss
  }

  var prefix: String
  var metrics: [Metric]
  var edges: [Edge]
  var goals: [Goal]
  var tradeoffs: [Tradeoff]
  var arrangement: Arrangement

  /// Whether somebody outside owns the first of the two products.
  var isOwnedOutside: Bool

  /// What metrics and holders are called, in the order of their ids; the last is somebody outside.
  var metricNames = ["a", "b", "c", "d", "e", "f"]
  var holderNames: [String]

  /// The number of whoever is outside, and how many holders there are.
  var outside: Int { holderNames.count - 1 }

  func metric(_ index: Int) -> String { prefix + metricNames[index] }
  func holder(_ index: Int) -> String { prefix + holderNames[index] }
}

extension SmallDesign {
  struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }

    mutating func one(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
  }

  /// Makes up a design; with many holders nobody stands far below another.
  init(_ random: inout Random, prefix: String, holders: Int = 4) {
    let count = Int.random(in: 2...6, using: &random)
    self.prefix = prefix
    holderNames = (0..<holders).map { "w\(100 + $0)" } + ["zo"]
    metrics = (0..<count).map { _ in
      Metric(
        isAcross: random.one(in: 4),
        good: [nil, 1, -1, 0].randomElement(using: &random) ?? nil
      )
    }
    if random.one(in: 3) {
      metrics[0].opposes = [Int.random(in: 0..<count, using: &random)]
    }
    edges = SmallDesign.edges(count, &random)
    arrangement =
      Arrangement.allCases.filter { holders == 4 || $0 != .line }.randomElement(using: &random)
      ?? .team
    isOwnedOutside = random.one(in: 2)
    goals = (0..<holders).flatMap { SmallDesign.goals(of: $0, count, &random) }
    tradeoffs = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      Tradeoff(
        between: Array(Set((0..<3).map { _ in Int.random(in: 0..<count, using: &random) }))
          .sorted(),
        hasPolicy: !random.one(in: 5),
        arbiter: random.one(in: 5) ? nil : Int.random(in: 0...holders, using: &random),
        isOverdue: random.one(in: 5)
      )
    }
  }

  private static func edges(_ count: Int, _ random: inout Random) -> [Edge] {
    var edges: [Edge] = []
    let density = Int.random(in: 2...5, using: &random)
    for source in 0..<count {
      for target in 0..<count where source != target && random.one(in: density) {
        edges.append(
          Edge(
            source: source,
            target: target,
            sign: random.one(in: 2) ? 1 : -1,
            confidence: Int.random(in: 0...2, using: &random)
          )
        )
      }
    }
    return edges
  }

  private static func goals(of holder: Int, _ count: Int, _ random: inout Random) -> [Goal] {
    let goals = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      var goal = Goal(
        holder: holder,
        metric: Int.random(in: 0..<count, using: &random),
        direction: [1, 1, -1, -1, 0].randomElement(using: &random) ?? 1,
        scope: [1, 2, 3, 3].randomElement(using: &random) ?? 3,
        isScopeDeclared: true
      )
      if random.one(in: 2) { (goal.scope, goal.isScopeDeclared) = (3, false) }
      if random.one(in: 2) { goal.minimum = Double(Int.random(in: 0...6, using: &random)) }
      if random.one(in: 3) { goal.maximum = Double(Int.random(in: 0...6, using: &random)) }
      return goal
    }
    guard goals.count == 2, random.one(in: 3) else { return goals }
    return zip(goals, [15.0, 85]).map { goal, weight in
      var goal = goal
      goal.weight = weight
      return goal
    }
  }
}

// MARK: - As text

/// The sections of many small designs, side by side.
struct SmallDesigns {
  var designs: [SmallDesign]

  init(_ designs: [SmallDesign]) { self.designs = designs }

  init(seed: UInt64, count: Int, holders: Int = 4) {
    var random = SmallDesign.Random(state: seed)
    designs = (0..<count).map {
      SmallDesign(&random, prefix: "n\(100_000 + $0)-", holders: holders)
    }
  }

  var yaml: String {
    section("people", \.people) + section("units", \.units) + section("products", \.products)
      + section("metrics", \.metricLines) + section("incentives", \.goalLines)
      + section("tradeoffs", \.tradeoffLines)
  }

  /// The same with everything in another order that means nothing.
  func shuffledYAML(_ random: inout SmallDesign.Random) -> String {
    var other = self
    other.designs.shuffle(using: &random)
    for index in other.designs.indices { other.designs[index].edges.shuffle(using: &random) }
    func lines(_ path: KeyPath<SmallDesign, [String]>) -> [String] {
      other.designs.flatMap { $0[keyPath: path] }.shuffled(using: &random)
    }
    return "tradeoffs:\n" + lines(\.tradeoffLines).map { "  \($0)\n" }.joined()
      + "metrics:\n" + lines(\.metricLines).map { "  \($0)\n" }.joined()
      + other.section("incentives", \.goalLines)
      + "products:\n" + lines(\.products).map { "  \($0)\n" }.joined()
      + "units:\n" + lines(\.units).map { "  \($0)\n" }.joined()
      + "people:\n" + lines(\.people).map { "  \($0)\n" }.joined()
  }

  private func section(_ name: String, _ lines: KeyPath<SmallDesign, [String]>) -> String {
    let all = designs.flatMap { $0[keyPath: lines] }
    return all.isEmpty ? "" : name + ":\n" + all.map { "  " + $0 + "\n" }.joined()
  }
}

extension SmallDesign {
  fileprivate var people: [String] {
    (0...outside).map { holder in
      var fields: [String] = []
      if let manager = manager(of: holder) { fields.append("reports_to: \(self.holder(manager))") }
      if isInTeam(holder) { fields.append("unit: \(prefix)t") }
      return "\(self.holder(holder)): { \(fields.joined(separator: ", ")) }"
    }
  }

  /// The manager of a holder, as the arrangement has it.
  func manager(of holder: Int) -> Int? {
    switch (arrangement, holder) {
    case (.line, 1..<outside): holder - 1
    case (.boss, 1..<outside), (.teamAndBoss, 1..<outside): 0
    default: nil
    }
  }

  /// Whether a holder is in the team.
  func isInTeam(_ holder: Int) -> Bool {
    switch arrangement {
    case .team: holder < outside
    case .teamAndBoss: (1..<outside).contains(holder)
    case .line, .boss: false
    }
  }

  fileprivate var units: [String] { ["\(prefix)t: { kind: team }"] }

  fileprivate var products: [String] {
    let owner = isOwnedOutside ? "product_owner: \(holder(outside))" : ""
    return ["\(prefix)p: { \(owner) }", "\(prefix)q: {}"]
  }

  fileprivate var metricLines: [String] {
    metrics.indices.map { index in
      var fields: [String] = []
      if metrics[index].isAcross { fields.append("across: true") }
      if let good = metrics[index].good {
        fields.append("good: \(good > 0 ? "up" : good < 0 ? "down" : "band")")
      }
      if !metrics[index].opposes.isEmpty {
        let ids = metrics[index].opposes.map(metric).joined(separator: ", ")
        fields.append("opposes: [\(ids)]")
      }
      let drives = edges.filter { $0.source == index }.map(text)
      if !drives.isEmpty { fields.append("drives: { \(drives.joined(separator: ", ")) }") }
      return "\(metric(index)): { \(fields.joined(separator: ", ")) }"
    }
  }

  private func text(_ edge: Edge) -> String {
    let effect = edge.sign > 0 ? "raises" : "lowers"
    let confidence = ["hypothesized", "correlated", "verified"][edge.confidence]
    return "\(metric(edge.target)): { effect: \(effect), confidence: \(confidence) }"
  }

  fileprivate var goalLines: [String] {
    (0..<outside).flatMap { holder -> [String] in
      let own = goals.filter { $0.holder == holder }
      guard !own.isEmpty else { return [] }
      return ["\(self.holder(holder)):"] + own.map { "  - { \(text($0)) }" }
    }
  }

  private func text(_ goal: Goal) -> String {
    let direction = goal.direction > 0 ? "increase" : goal.direction < 0 ? "decrease" : "maintain"
    let ends = [goal.minimum.map { "min: \($0)" }, goal.maximum.map { "max: \($0)" }]
      .compactMap { $0 }
    let products = ["p", "q"].enumerated().filter { goal.scope >> $0.offset & 1 == 1 }
      .map { prefix + $0.element }
    var fields = ["metric: \(metric(goal.metric))", "direction: \(direction)"]
    if !ends.isEmpty { fields.append("target: { \(ends.joined(separator: ", ")) }") }
    if let weight = goal.weight { fields.append("weight: \(weight)") }
    if goal.isScopeDeclared {
      fields.append("scope: { products: [\(products.joined(separator: ", "))] }")
    }
    return fields.joined(separator: ", ")
  }

  fileprivate var tradeoffLines: [String] {
    tradeoffs.enumerated().map { number, entry in
      var fields = ["between: [\(entry.between.map(metric).joined(separator: ", "))]"]
      if entry.hasPolicy { fields.append("policy: budget") }
      if let arbiter = entry.arbiter { fields.append("arbiter: \(holder(arbiter))") }
      fields.append("review_by: \(entry.isOverdue ? "2025-12-31" : "2027-12-31")")
      return "\(prefix)o\(number): { \(fields.joined(separator: ", ")) }"
    }
  }
}
