import Documentation
import OrgModel
import Reporting
import RuleLanguage
import SourceText

/// Conflicts for programs; ids are `kind/id`.
struct ConflictsJSON {
  private let answer: ConflictsAnswer

  init(_ answer: ConflictsAnswer) {
    self.answer = answer
  }

  var text: String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.field("format", "orglint/1")
        writer.field("version", Release.version)
        writer.field("about", orNull: answer.entry.map(answer.host.graph.path))
        writer.key("pairs")
        writer.array(of: answer.conflicts) { writer, conflict in
          writer.object { write(conflict, &$0) }
        }
        writer.key("managed")
        writer.array(of: answer.managed) { writer, tension in
          writer.object { write(tension, &$0) }
        }
        writer.field("weaklyCoupled", answer.weakCount)
        writer.key("products")
        writer.array(of: answer.products) { writer, product in
          writer.object { write(product, &$0) }
        }
        writer.field("coverage", inline: answer.coverage)
      }
    }
  }

  private func write(_ conflict: ConflictAnswer, _ writer: inout JSONWriter) {
    writer.key("first")
    writer.object { write(conflict.first, &$0) }
    writer.key("second")
    writer.object { write(conflict.second, &$0) }
    writer.field("kind", conflict.kind)
    writer.field("severity", conflict.severity)
    writer.field("witness", orNull: conflict.witness.map { "metric/" + $0 })
    writer.field("ambiguous", conflict.isAmbiguous)
    writer.field("confidence", orNull: conflict.confidence)
    writer.field("coupling", conflict.coupling)
    writer.field("couplingText", conflict.couplingWords)
    writer.field("mitigation", inline: conflict.mitigations)
    writer.field("arbiter", orNull: conflict.manager.map { "person/" + $0 })
    writer.field("arbiterHoldsBoth", conflict.managerHolds)
    writer.field("furtherLevers", conflict.further)
    writer.field("waived", conflict.isWaived)
    if let tradeoff = conflict.tradeoff {
      writer.key("tradeoff")
      writer.object { write(tradeoff, &$0) }
    }
  }

  private func write(_ tradeoff: ConflictAnswer.Tradeoff, _ writer: inout JSONWriter) {
    writer.field("target", "tradeoff/" + tradeoff.id)
    writer.field("policy", orNull: tradeoff.policy)
    writer.field("arbiter", orNull: tradeoff.arbiter.map { "person/" + $0 })
    writer.field("reviewBy", orNull: tradeoff.reviewBy)
    writer.field("holds", tradeoff.holds)
    writer.field("faults", inline: tradeoff.faults)
  }

  private func write(_ side: ConflictAnswer.Side, _ writer: inout JSONWriter) {
    writer.field("incentive", side.incentive)
    writer.field("holder", side.holder)
    writer.field("metric", side.metric)
    writer.field("direction", side.direction)
    writer.field("place", answer.place(side.place))
    writer.field("chainText", side.words)
    writer.key("chain")
    writer.array(of: side.chain) { writer, link in
      writer.object(inline: true) { writer in
        writer.field("source", link.source)
        writer.field("target", link.target)
        writer.field("effect", link.effect)
        writer.field("confidence", link.confidence)
        writer.field("evidence", orNull: link.evidence)
        writer.field("place", answer.place(link.place))
      }
    }
  }

  private func write(_ product: ProductTieAnswer, _ writer: inout JSONWriter) {
    writer.field("target", product.target)
    writer.key("freeLevers")
    writer.array(of: product.freeLevers) { writer, lever in
      writer.object(inline: true) { writer in
        writer.field("metric", lever.metric)
        writer.field("direction", lever.isUp ? "up" : "down")
        writer.field("holders", inline: lever.holders)
      }
    }
    writer.key("camps")
    writer.array(of: product.camps) { writer, camp in
      writer.array(of: camp, inline: true) { $0.append($1) }
    }
    if let triangle = product.triangle {
      writer.field("middle", orNull: triangle.middle)
      writer.field("frustrated", inline: [triangle.middle].compactMap(\.self) + triangle.others)
    }
    if let frustration = product.frustration { writer.field("frustration", frustration) }
  }
}
