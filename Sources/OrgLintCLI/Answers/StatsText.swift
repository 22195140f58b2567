import OrgAnalysis
import OrgModel
import Reporting
import SourceText

/// The numbers of a design, as Markdown.
struct StatsText {
  private let statistics: OrgStatistics
  private let name: String?

  init(_ statistics: OrgStatistics, _ name: String?) {
    self.statistics = statistics
    self.name = name
  }

  var text: String {
    var out = "## \(markdownText(name ?? "The organization")) in numbers\n\n" + size.text
    for table in [layers, spans, handOffs, pockets, coverage] where !table.isEmpty {
      out += "\n" + table.text
    }
    return out
  }

  private var size: TextTable {
    var table = TextTable("size", "number#", "of these")
    for (kind, count) in statistics.counts {
      table.append(kind.section, String(count), note(on: kind))
    }
    if let scorecards = statistics.scorecards {
      table.append("scorecards", String(scorecards.count), "measures on each: \(words(scorecards))")
    }
    if statistics.dottedLines > 0 {
      table.append("dotted lines", String(statistics.dottedLines))
    }
    return table
  }

  private func note(on kind: EntityKind) -> String {
    switch kind {
    case .person:
      let seats = statistics.vacantSeats
      let vacant = seats == 0 ? [] : ["\(seats) vacant \(seats == 1 ? "seat" : "seats")"]
      let entries = statistics.counts.first { $0.kind == .person }?.count ?? 0
      let shared = entries - statistics.people
      let second =
        shared == 0
        ? [] : ["\(shared) \(shared == 1 ? "seat" : "seats") of people who hold another"]
      return (vacant + second).joined(separator: ", ")
    case .unit:
      return "\(statistics.teams) \(statistics.teams == 1 ? "team" : "teams")"
    case .product:
      return "\(statistics.checkedProducts) live, in build or in sunset"
    default: return ""
    }
  }

  private func words(_ distribution: Distribution) -> String {
    if distribution.least == distribution.greatest { return String(distribution.least) }
    return "\(distribution.least) to \(distribution.greatest), "
      + "median \(AnswerNames.number(distribution.median))"
  }

  private var layers: TextTable {
    var table = TextTable("layer", "people#")
    for (layer, count) in statistics.peopleByLayer.enumerated() {
      table.append(String(layer + 1), String(count))
    }
    return table
  }

  private var spans: TextTable {
    var table = TextTable("span of managers", "managers#", "least#", "median#", "most#")
    if let spans = statistics.spans { append("all", spans, to: &table) }
    for (archetype, spans) in statistics.spansByArchetype { append(archetype, spans, to: &table) }
    return table
  }

  private func append(_ name: String, _ distribution: Distribution, to table: inout TextTable) {
    table.append(
      name,
      String(distribution.count),
      String(distribution.least),
      AnswerNames.number(distribution.median),
      String(distribution.greatest)
    )
  }

  private var handOffs: TextTable {
    var table = TextTable(
      "hand-offs of decisions",
      "decisions#",
      "least#",
      "median#",
      "most#",
      "highest climb#"
    )
    for (name, hands, climb) in statistics.decisions {
      table.append(
        name,
        String(hands.count),
        String(hands.least),
        AnswerNames.number(hands.median),
        String(hands.greatest),
        String(climb.greatest)
      )
    }
    return table
  }

  private var pockets: TextTable {
    var table = TextTable("level of pockets", "pockets#", "products in each leaf")
    for (level, count) in statistics.pocketsByLevel.enumerated() {
      let isLast = level == statistics.pocketsByLevel.count - 1
      let leaves = isLast ? statistics.productsOfLeaves.map { words($0) + " (all leaves)" } : nil
      table.append(String(level + 1), String(count), leaves ?? "")
    }
    return table
  }

  private var coverage: TextTable {
    var table = TextTable("coverage", "share#")
    for line in statistics.coverage {
      table.append(line.text, line.isShare ? "\(line.declared * 100 / max(1, line.of)) %" : "")
    }
    return table
  }
}
