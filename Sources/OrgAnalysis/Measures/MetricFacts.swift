package import OrgModel

/// The metrics, their tags and what they drive.
package final class MetricFacts: Sendable {
  /// Positions in the format's lists, -1 where absent: business, product, process, satisfaction;
  /// up, down, band.
  package let levels: [Int8]
  package let goods: [Int8]

  /// Whether each metric is one thing for everybody.
  package let isAcross: [Bool]

  /// The names of all tags, sorted; a tag is its position.
  package let tagNames: [String]

  /// The tags of each metric, declared or inferred.
  package let tags: IndexLists

  /// The influences, by their source.
  package let influences: [Influence]

  /// Positions in `influences` of what each metric drives and of what drives it.
  package let outgoing: IndexLists
  package let incoming: IndexLists

  /// Whether somebody is named in `controllable_by`.
  package let isControllable: [Bool]

  init(_ graph: OrgGraph, _ settings: Settings) {
    var columns = Columns(graph.count(.metric))
    let records = graph.entities[Int(EntityKind.metric.rawValue)]
    for metric in records.indices { columns.read(metric, records[metric].body, graph) }
    levels = columns.levels
    goods = columns.goods
    isAcross = columns.isAcross
    isControllable = columns.isControllable
    let influences = columns.influences
    self.influences = influences
    outgoing = IndexLists(count: records.count, keys: influences.map(\.source))
    incoming = IndexLists(count: records.count, keys: influences.map(\.target))
    let tagging = Tagging(graph, settings, columns.declaredTags)
    tagNames = tagging.names
    tags = tagging.tags
  }

  /// What the entries say, in one pass.
  struct Columns {
    var levels: [Int8]
    var goods: [Int8]
    var isAcross: [Bool]
    var isControllable: [Bool]
    var influences: [Influence] = []
    var declaredTags: [(metric: Int, tag: String)] = []

    init(_ count: Int) {
      levels = [Int8](repeating: -1, count: count)
      goods = levels
      isAcross = [Bool](repeating: false, count: count)
      isControllable = isAcross
    }

    mutating func read(_ metric: Int, _ body: ItemID, _ graph: OrgGraph) {
      graph.forEachField(of: body) { field, value in
        switch field {
        case .metricLevel: levels[metric] = graph.choice(value).map { Int8($0) } ?? -1
        case .metricGood: goods[metric] = graph.choice(value).map { Int8($0) } ?? -1
        case .metricAcross: isAcross[metric] = graph.choice(value) == 1
        case .metricControllableBy: isControllable[metric] = graph.firstReference(in: value) != nil
        case .metricDrives: readInfluences(metric, value, graph)
        case .metricTags:
          for element in graph.elements(of: value) where graph[element].type == .text {
            declaredTags.append((metric, graph.text(element)))
          }
        default: break
        }
      }
    }

    private mutating func readInfluences(_ metric: Int, _ value: ItemID, _ graph: OrgGraph) {
      let first = influences.count
      for entry in graph.entries(of: value) {
        guard let target = entry.names?.index, target != metric, let influence = entry.value,
          let effect = graph.choice(.influenceEffect, of: influence),
          !influences[first...].contains(where: { Int($0.target) == target })
        else { continue }
        let confidence = graph.choice(.influenceConfidence, of: influence) ?? 0
        influences.append(
          Influence(
            source: Int32(truncatingIfNeeded: metric),
            target: Int32(truncatingIfNeeded: target),
            sign: effect & 1 == 0 ? 1 : -1,
            confidence: UInt8(clamping: confidence),
            item: entry.key
          )
        )
      }
    }
  }

  /// The tags that are declared and those that ids and names stand for.
  private struct Tagging {
    var names: [String]
    var tags: IndexLists

    init(_ graph: OrgGraph, _ settings: Settings, _ declared: [(metric: Int, tag: String)]) {
      let words = settings.infersTags ? settings.tagWords : [:]
      let matcher = TagMatcher(words, further: declared.map(\.tag))
      names = matcher.names
      let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
      var pairs = IndexPairs()
      var next = 0
      for metric in 0..<graph.count(.metric) {
        var found: [Int32] = []
        while next < declared.count, declared[next].metric == metric {
          if let tag = numbers[declared[next].tag], !found.contains(tag) { found.append(tag) }
          next += 1
        }
        if settings.infersTags {
          let record = graph.record(EntityRef(.metric, metric))
          matcher.match(graph.symbols[record.symbol], into: &found)
          if let name = graph.present(.metricName, of: record.body) {
            matcher.match(Array(graph.text(name).utf8)[...], into: &found)
          }
        }
        for tag in found {
          pairs.keys.append(Int32(truncatingIfNeeded: metric))
          pairs.values.append(tag)
        }
      }
      tags = pairs.lists(graph.count(.metric))
    }
  }
}

/// A declared influence of one metric on another.
package struct Influence: Hashable, Sendable {
  package var source: Int32
  package var target: Int32

  /// 1 where the target moves with the source, -1 where against it.
  package var sign: Int8

  /// 0 hypothesized, 1 correlated, 2 verified.
  package var confidence: UInt8

  /// The key of the driven metric; its value follows.
  package var item: ItemID
}

extension MetricFacts {
  /// Returns the position of a tag; nil where no metric can have it.
  package func tag(named name: String) -> Int32? {
    tagNames.firstIndex(of: name).map { Int32(truncatingIfNeeded: $0) }
  }

  /// Returns whether a metric has a tag, declared or inferred.
  package func hasTag(_ metric: Int, _ tag: Int32) -> Bool {
    tags[metric].contains(tag)
  }

  /// Returns whether a metric has a tag, declared or inferred, by its name.
  package func hasTag(_ metric: Int, named name: String) -> Bool {
    tags[metric].contains { tagNames[Int($0)] == name }
  }

  /// Returns the tags of a metric, sorted.
  package func tagNames(of metric: Int) -> [String] {
    tags[metric].map { tagNames[Int($0)] }.sorted()
  }
}
