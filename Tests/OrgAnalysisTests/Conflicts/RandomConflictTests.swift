import OrgModel
import Testing

@testable import OrgAnalysis

/// The engine against brute force, on thousands of small random designs.
@Suite struct RandomConflictTests {
  /// So many designs in each of 20 files.
  private static let count = 500

  private static func settings(_ seed: Int) -> Settings {
    var settings = Settings()
    settings.maxPath = 2 + seed % 4
    return settings
  }

  @Test(arguments: 1...20)
  func `all conflicts are those of brute force`(seed: Int) {
    compare(SmallDesigns(seed: UInt64(seed), count: RandomConflictTests.count), seed)
  }

  /// With 120 holders of a handful of metrics, lists of who shares one are cut short on the way.
  @Test(arguments: 51...54)
  func `all conflicts of many who share a metric are those of brute force`(seed: Int) {
    compare(SmallDesigns(seed: UInt64(seed), count: 3, holders: 120), seed)
  }

  private func compare(_ designs: SmallDesigns, _ seed: Int) {
    let settings = RandomConflictTests.settings(seed)
    let fast = ConflictDesign(designs.yaml, settings: settings)
    var expected: [String] = []
    var offset = 0
    for design in designs.designs {
      expected += SlowConflicts(design: design, bound: settings.maxPath).findings(offset: offset)
      offset += design.goals.count
    }
    let found = fast.pairs
    #expect(expected.count > designs.designs.count / 2)
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) where found != expected {
      Issue.record("found \(found), expected \(expected)")
      break
    }
  }

  @Test(arguments: 21...22)
  func `what serves a goal is what forward enumeration finds, with the best path`(seed: Int) {
    let designs = SmallDesigns(seed: UInt64(seed), count: 60)
    let settings = RandomConflictTests.settings(seed)
    let fast = ConflictDesign(designs.yaml, settings: settings)
    var base = 0
    for design in designs.designs {
      let slow = SlowConflicts(design: design, bound: settings.maxPath)
      for goal in Set(design.goals.map(\.metric)) {
        for (number, layer) in InfluenceLayer.allCases.enumerated() {
          let wants = fast.influence.wants(base + goal, -1, layer)
          let expected = slow.wants(goal, -1, number)
          #expect(wants.count == expected.count)
          for (move, path) in expected {
            let metric = base + move.metric
            let found = wants.find(Int32(metric), move.sign)
            #expect(found.map { Int($0.length) } == path.length)
            #expect(found.map { Int($0.confidence) } == path.confidence)
            let edges = fast.influence.path(
              from: metric,
              sign: -move.sign,
              to: base + goal,
              layer
            )
            let sources = edges.map { Int(fast.influence.graph.edges[Int($0)].source) - base }
            #expect(sources + [goal] == path.backwards.reversed())
          }
        }
      }
      base += design.metrics.count
    }
  }

  @Test(arguments: 31...31)
  func `candidates by goal and by coupling give the same conflicts`(seed: Int) {
    let yaml = SmallDesigns(seed: UInt64(seed), count: RandomConflictTests.count).yaml
    let pairs = ConflictDesign(yaml).pairs
    #expect(ConflictDesign(yaml, ways: .byGoal).pairs == pairs)
    #expect(ConflictDesign(yaml, ways: .byCoupling).pairs == pairs)
  }

  @Test(arguments: 41...41)
  func `the frontier is empty only where nothing conflicts`(seed: Int) {
    let designs = SmallDesigns(seed: UInt64(seed), count: 100)
    let settings = RandomConflictTests.settings(seed)
    let fast = ConflictDesign(designs.yaml, settings: settings)
    var search = fast.conflicts.newSearch()
    var base: Int32 = 0
    for design in designs.designs {
      let slow = SlowConflicts(design: design, bound: settings.maxPath)
      for first in design.goals {
        for second in design.goals {
          let frontier = search.frontier(
            Goal(metric: base + Int32(first.metric), direction: first.direction),
            Goal(metric: base + Int32(second.metric), direction: second.direction),
            .all,
            scopesMeet: first.scope & second.scope != 0
          )
          #expect(frontier.isEmpty == slow.hits(first, second, 2).isEmpty)
          let expected = slow.frontier(first, second, 2)
          #expect(frontier.map { Int($0.metric - base) } == expected.map(\.metric))
          #expect(frontier.map(\.isAmbiguous) == expected.map(\.isAmbiguous))
          // What is held twice works both ways for one of the two.
          let kept = slow.hits(first, second, 2)
          let dropped = slow.allHits(first, second, 2).filter { !kept.contains($0) }
          #expect(!dropped.map(\.isAmbiguous).contains(false))
        }
      }
      base += Int32(design.metrics.count)
    }
  }
}

extension ConflictDesign {
  /// Every conflict of a file of small designs, managed ones too, by the positions of its
  /// incentives.
  var pairs: [String] {
    (conflicts.conflicts + conflicts.managed)
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
      .map(pairText)
  }

  private func pairText(_ conflict: Conflict) -> String {
    var text = "\(conflict.first) × \(conflict.second): \(conflict.kind.name) at "
    text += conflict.witness.map { String(metric($0).split(separator: "-")[1]) } ?? "-"
    if conflict.kind == .sideEffect || conflict.kind == .lever, let contest = conflict.contest {
      text += " \(contest.sign > 0 ? "up" : "down") in \(conflict.layer.rawValue)"
      text += ", \(conflict.further) further"
    }
    let entry = conflict.tradeoff < 0 ? "" : String(tradeoff(conflict.tradeoff).suffix(1))
    if conflict.isManaged { return text + " managed by \(entry)" }
    text += " \(conflict.severity)"
    if conflict.mitigation.sharedMetric >= 0 { text += " shared" }
    if conflict.mitigation.pairedIncentive >= 0 { text += " paired" }
    if conflict.mitigation.arbiterIncentive >= 0 { text += " arbiter" }
    return entry.isEmpty ? text : text + " not by \(entry)"
  }

  private func tradeoff(_ index: Int32) -> String {
    design.graph.id(EntityRef(.tradeoff, Int(index)))
  }
}
