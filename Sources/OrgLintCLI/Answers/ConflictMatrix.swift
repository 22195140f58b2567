import Documentation
import OrgAnalysis
import OrgModel
import Reporting
import RuleLanguage

/// Every pair of incentives with what it is, coupled or not, counting every influence.
struct ConflictMatrix {
  private let host: DesignHost
  private let incentives: [Int32]

  /// Row by row above the diagonal.
  private let labels: [ConflictLabel]

  /// More incentives make more pairs than anybody reads.
  private static let mostIncentives = 1_000

  /// More columns do not fit on a page; then pairs are listed.
  private static let mostColumns = 30

  init(_ host: DesignHost, about entry: EntityRef?) throws(UsageError) {
    self.host = host
    incentives = host.incentives(about: entry)
    guard incentives.count <= ConflictMatrix.mostIncentives else {
      throw UsageError(
        "\(incentives.count) incentives are too many for a matrix (limit "
          + "\(ConflictMatrix.mostIncentives)); name a person, unit, product or pocket"
      )
    }
    labels = host.conflictLabels(incentives)
  }

  private func label(_ row: Int, _ column: Int) -> ConflictLabel {
    let (first, second) = (min(row, column), max(row, column))
    return labels[first * (2 * incentives.count - first - 1) / 2 + second - first - 1]
  }

  private var pairs: [(first: Int, second: Int)] {
    incentives.indices.flatMap { first in
      ((first + 1)..<incentives.count).map { (first, $0) }
    }
  }

  var text: String {
    guard incentives.count > 1 else { return "There are fewer than two incentives to compare.\n" }
    return (incentives.count <= ConflictMatrix.mostColumns ? grid : list)
      + "\nd direct, t target, o declared opposed, s side effect, l lever, ? works both ways\n"
  }

  private var grid: String {
    var table = TextTable(["", "incentive"] + incentives.indices.map { String($0 + 1) })
    for row in incentives.indices {
      let cells = incentives.indices.map { column in
        row == column ? "-" : ConflictMatrix.sign(label(row, column))
      }
      table.append([String(row + 1), name(row)] + cells)
    }
    return table.text
  }

  private var list: String {
    var table = TextTable(["incentive", "incentive", "what", "over"])
    for (first, second) in pairs {
      let label = label(first, second)
      guard let kind = label.kind else { continue }
      let what = kind.name + (label.isAmbiguous ? "?" : "")
      table.append([name(first), name(second), what, witness(label).map(\.pathID) ?? ""])
    }
    return table.text
  }

  private static func sign(_ label: ConflictLabel) -> String {
    let letter =
      switch label.kind {
      case nil: ""
      case .direct: "d"
      case .target: "t"
      case .declaredSplit: "o"
      case .sideEffect: "s"
      case .lever: "l"
      }
    return letter + (label.isAmbiguous ? "?" : "")
  }

  private func name(_ position: Int) -> String {
    let path = host.path(ofIncentive: Int(incentives[position]))
    let goal = host.facts.incentives.list[Int(incentives[position])]
    return "\(path.pathID) \(goal.direction)"
  }

  private func witness(_ label: ConflictLabel) -> String? {
    label.witness < 0 ? nil : host.graph.path(EntityRef(.metric, Int(label.witness)))
  }

  var json: String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.field("format", "orglint/1")
        writer.field("version", Release.version)
        writer.key("pairs")
        writer.array(of: pairs) { writer, pair in
          writer.object { writer in
            write("first", pair.first, &writer)
            write("second", pair.second, &writer)
            let label = label(pair.first, pair.second)
            writer.field("kind", label.kind?.name ?? "none")
            writer.field("witness", orNull: witness(label))
            writer.field("ambiguous", label.isAmbiguous)
          }
        }
      }
    }
  }

  private func write(_ key: String, _ position: Int, _ writer: inout JSONWriter) {
    let incentive = incentives[position]
    let goal = host.facts.incentives.list[Int(incentive)]
    writer.key(key)
    writer.object(inline: true) { writer in
      writer.field("holder", host.holderPath(ofIncentive: incentive))
      writer.field("metric", host.graph.path(EntityRef(.metric, Int(goal.metric))))
      writer.field("direction", goal.direction.word)
    }
  }
}
