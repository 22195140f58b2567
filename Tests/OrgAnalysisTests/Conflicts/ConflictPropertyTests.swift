import Testing

@testable import OrgAnalysis

/// What must hold whatever the design: changes that mean nothing change nothing.
@Suite struct ConflictPropertyTests {
  private static let seeds: [UInt64] = [101, 102, 103]

  private func designs(_ seed: UInt64) -> SmallDesigns { SmallDesigns(seed: seed, count: 60) }

  /// What the first contest of each two goals says, by the positions of metrics; design by design.
  private func labels(
    _ designs: SmallDesigns,
    _ layer: InfluenceLayer = .all,
    reversed: Bool = false
  ) -> [String] {
    let read = ConflictDesign(designs.yaml)
    var search = read.conflicts.newSearch()
    var base: Int32 = 0
    var labels: [String] = []
    for design in designs.designs {
      for first in design.goals.indices {
        for second in design.goals.indices where second > first {
          let pair = [first, second].map { design.goals[$0] }
          let goals = pair.map {
            Goal(metric: base + Int32($0.metric), direction: $0.direction)
          }
          let contest = search.frontier(
            goals[reversed ? 1 : 0],
            goals[reversed ? 0 : 1],
            layer,
            scopesMeet: pair[0].scope & pair[1].scope != 0
          ).first
          labels.append(
            contest.map { "\($0.kind) at \($0.metric - base) \($0.isAmbiguous)" } ?? "none"
          )
        }
      }
      base += Int32(design.metrics.count)
    }
    return labels
  }

  @Test(arguments: seeds)
  func `the order of two goals means nothing`(seed: UInt64) {
    let designs = designs(seed)
    let expected = labels(designs)
    #expect(expected.contains { $0 != "none" })
    #expect(labels(designs, reversed: true) == expected)
  }

  @Test(arguments: seeds)
  func `all directions turned round give the same labels`(seed: UInt64) {
    var turned = designs(seed)
    for index in turned.designs.indices {
      for goal in turned.designs[index].goals.indices {
        turned.designs[index].goals[goal].direction *= -1
      }
    }
    #expect(labels(turned) == labels(designs(seed)))
  }

  @Test(arguments: seeds)
  func `a metric measured upside down gives the same labels`(seed: UInt64) {
    var turned = designs(seed)
    for index in turned.designs.indices {
      var design = turned.designs[index]
      for edge in design.edges.indices {
        let ends = [design.edges[edge].source, design.edges[edge].target]
        if ends.contains(1) { design.edges[edge].sign *= -1 }
      }
      for goal in design.goals.indices where design.goals[goal].metric == 1 {
        design.goals[goal].direction *= -1
      }
      turned.designs[index] = design
    }
    #expect(labels(turned) == labels(designs(seed)))
  }

  @Test(arguments: seeds)
  func `the order of entries and files means nothing`(seed: UInt64) {
    let designs = designs(seed)
    var random = SmallDesign.Random(state: seed)
    let shuffled = ConflictDesign(designs.shuffledYAML(&random))
    #expect(shuffled.findings == ConflictDesign(designs.yaml).findings)
  }

  @Test(arguments: seeds)
  func `a design alone has the conflicts it has among others`(seed: UInt64) {
    let designs = designs(seed)
    let together = ConflictDesign(designs.yaml).findings
    let alone = designs.designs.flatMap { ConflictDesign(SmallDesigns([$0]).yaml).findings }
    #expect(alone.sorted() == together.sorted())
  }

  @Test(arguments: seeds)
  func `an influence that is only believed changes nothing above information`(seed: UInt64) {
    let before = designs(seed)
    var after = before
    var random = SmallDesign.Random(state: seed)
    for index in after.designs.indices {
      let count = after.designs[index].metrics.count
      let (source, target) = (Int.random(in: 0..<count, using: &random), index % count)
      let isKnown = after.designs[index].edges.contains {
        $0.source == source && $0.target == target
      }
      guard source != target, !isKnown else { continue }
      after.designs[index].edges.append(
        SmallDesign.Edge(source: source, target: target, sign: 1, confidence: 0)
      )
    }
    for layer in [InfluenceLayer.verified, .correlated] {
      #expect(labels(after, layer) == labels(before, layer))
    }
    func grave(_ designs: SmallDesigns) -> [String] {
      ConflictDesign(designs.yaml).pairs.filter { $0.contains(" warning") || $0.contains(" error") }
    }
    #expect(grave(after) == grave(before))
  }

  @Test(arguments: 1...4)
  func `what serves a goal within a bound serves it within the next`(bound: Int) {
    let yaml = designs(200 + UInt64(bound)).yaml
    let facts = [bound, bound + 1].map { bound in
      var settings = Settings()
      settings.maxPath = bound
      return InfluenceFacts(Design(yaml, settings: settings).facts)
    }
    for metric in 0..<facts[0].graph.count {
      let (narrow, wide) = (facts[0].wants(metric, 1, .all), facts[1].wants(metric, 1, .all))
      for position in 0..<narrow.count {
        let want = narrow[position]
        #expect(wide.find(want.metric, Int(want.sign)) == want)
      }
    }
  }

  @Test(arguments: seeds)
  func `other ids in the same order rename the conflicts and nothing else`(seed: UInt64) {
    var renamed = designs(seed)
    for index in renamed.designs.indices {
      renamed.designs[index].metricNames = ["ax", "bx", "cx", "dx", "ex", "fx"]
      renamed.designs[index].holderNames = ["h1", "h2", "h3", "h4", "h5"]
    }
    let pairs = ConflictDesign(renamed.yaml).pairs.map { text in
      text.split(separator: " ").map { $0.count == 2 && $0.hasSuffix("x") ? $0.prefix(1) : $0 }
        .joined(separator: " ")
    }
    #expect(pairs == ConflictDesign(designs(seed).yaml).pairs)
  }

  @Test(arguments: seeds)
  func `a trade-off raises no severity`(seed: UInt64) {
    let with = ConflictDesign(designs(seed).yaml).conflicts
    var plain = designs(seed)
    for index in plain.designs.indices { plain.designs[index].tradeoffs = [] }
    let without = ConflictDesign(plain.yaml).conflicts
    var severities: [[Int32]: ConflictSeverity] = [:]
    for conflict in without.conflicts {
      severities[[conflict.first, conflict.second]] = conflict.severity
    }
    #expect(without.conflicts.count == with.conflicts.count + with.managed.count)
    #expect(!with.managed.isEmpty)
    for conflict in with.conflicts {
      #expect(severities[[conflict.first, conflict.second]] == conflict.severity)
    }
  }

  @Test(arguments: seeds)
  func `a waiver that names a holder takes that holder's pairs out and no others`(seed: UInt64) {
    let design = ConflictDesign(designs(seed).yaml)
    let before = design.conflicts
    for kind in Conflict.Kind.allCases {
      guard let named = before.conflicts.first(where: { $0.kind == kind }) else { continue }
      let holder = design.design.facts.incentives.list[Int(named.first)].holder
      let after = ConflictFacts(
        design.design.facts,
        design.influence,
        CouplingFacts(design.design.facts),
        exemptions: [ConflictExemption(kind: kind, holder: holder, waiver: 0)]
      )
      #expect(after.usedExemptions.count == 1)
      #expect(after.conflicts.count == before.conflicts.count)
      for (now, then) in zip(after.conflicts, before.conflicts) {
        let isNamed =
          now.kind == kind
          && [now.first, now.second].contains {
            design.design.facts.incentives.list[Int($0)].holder == holder
          }
        #expect((now.exemption == 0) == isNamed)
        #expect(now.severity == then.severity)
      }
      for (now, then) in zip(after.groups, before.groups) {
        let left = after.conflicts[now.pairs].filter { $0.exemption < 0 }
        #expect(now.remaining == left.count)
        #expect(now.isTakenOut || left.contains(after.conflicts[now.printed]))
        if now.remaining == then.pairs.count { #expect(now == then) }
      }
    }
  }

  @Test func `a search that visits too many paths ends and is named`() {
    let metrics = (0..<40).map { source in
      let drives = (1...19).map { "m\((source + $0) % 40): { effect: raises }" }
      return "  m\(source): { drives: { \(drives.joined(separator: ", ")) } }"
    }
    let design = ConflictDesign(
      """
      people: { ana: { reports_to: tim }, tim: {} }
      metrics:
      \(metrics.joined(separator: "\n"))
      incentives:
        ana: [{ metric: m0, direction: increase }]
        tim: [{ metric: m1, direction: decrease }]
      """
    )
    #expect(design.conflicts.cutGoals.map(design.metric) == ["m0", "m1"])
    #expect(!design.influence.isCut(design.design.metric("m0"), .correlated))
    #expect(design.findings == ["side-effect m0 m1 m0: ana × tim info"])
  }
}
