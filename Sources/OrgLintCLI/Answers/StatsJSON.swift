import Documentation
import OrgAnalysis
import OrgModel
import Reporting

/// The numbers of a design, for programs.
struct StatsJSON {
  private let statistics: OrgStatistics
  private let name: String?

  init(_ statistics: OrgStatistics, _ name: String?) {
    self.statistics = statistics
    self.name = name
  }

  var text: String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.field("format", "orglint/1")
        writer.field("version", Release.version)
        writer.field("organization", orNull: name)
        writer.key("counts")
        writer.object { writer in
          for (kind, count) in statistics.counts { writer.field(kind.section, count) }
        }
        writer.field("people", statistics.people)
        writer.field("vacantSeats", statistics.vacantSeats)
        writer.field("teams", statistics.teams)
        writer.field("checkedProducts", statistics.checkedProducts)
        writer.field("dottedLines", statistics.dottedLines)
        writer.key("peopleByLayer")
        writer.array(of: statistics.peopleByLayer, inline: true) { $0.append($1) }
        writeSpans(&writer)
        writeDecisions(&writer)
        writer.key("pocketsByLevel")
        writer.array(of: statistics.pocketsByLevel, inline: true) { $0.append($1) }
        write("productsOfLeafPockets", statistics.productsOfLeaves, &writer)
        write("scorecards", statistics.scorecards, &writer)
        writeCoverage(&writer)
      }
    }
  }

  private func writeSpans(_ writer: inout JSONWriter) {
    write("spans", statistics.spans, &writer)
    writer.key("spansByArchetype")
    writer.array(of: statistics.spansByArchetype) { writer, entry in
      writer.object { writer in
        writer.field("archetype", entry.archetype)
        write("spans", entry.spans, &writer)
      }
    }
  }

  private func writeDecisions(_ writer: inout JSONWriter) {
    writer.key("decisions")
    writer.array(of: statistics.decisions) { writer, entry in
      writer.object { writer in
        writer.field("class", entry.name)
        write("hands", entry.hands, &writer)
        write("climb", entry.climb, &writer)
      }
    }
  }

  private func writeCoverage(_ writer: inout JSONWriter) {
    writer.key("coverage")
    writer.array(of: statistics.coverage) { writer, line in
      writer.object(inline: true) { writer in
        writer.field("family", line.family)
        writer.field("declared", line.declared)
        writer.field("of", line.of)
        writer.field("text", line.text)
      }
    }
  }

  private func write(
    _ key: String,
    _ distribution: Distribution?,
    _ writer: inout JSONWriter
  ) {
    writer.key(key)
    guard let distribution else { return writer.appendNull() }
    writer.object(inline: true) { writer in
      writer.field("count", distribution.count)
      writer.field("least", distribution.least)
      writer.key("median")
      writer.append(distribution.median)
      writer.field("most", distribution.greatest)
    }
  }
}
