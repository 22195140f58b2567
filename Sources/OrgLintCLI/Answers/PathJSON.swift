import Documentation
import OrgAnalysis
import OrgModel
import Reporting

/// The way of a decision, for programs.
struct PathJSON {
  private let decision: Int
  private let answers: [DecisionAnswer]
  private let names: AnswerNames
  private let words: StepWords
  private var facts: OrgFacts { names.facts }

  init(_ decision: Int, _ answers: [DecisionAnswer], _ names: AnswerNames) {
    self.decision = decision
    self.answers = answers
    self.names = names
    words = StepWords(names: names)
  }

  var text: String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.field("format", "orglint/1")
        writer.field("version", Release.version)
        writer.field("decision", names.path(.decision, decision))
        writer.field("type", facts.decisions.type(of: decision))
        writer.field("class", facts.className(of: decision))
        writeLimits(&writer)
        writer.key("products")
        writer.array(of: answers) { writer, answer in writer.object { write(answer, &$0) } }
      }
    }
  }

  private func writeLimits(_ writer: inout JSONWriter) {
    writer.key("limits")
    writer.array(of: facts.decisions.limits(of: decision)) { writer, limit in
      writer.object(inline: true) { writer in
        writer.field("name", facts.graph.symbols.text(limit.name))
        writer.key("min")
        writer.append(limit.minimum)
        // A limit without an end is null.
        writer.key("max")
        writer.append(limit.maximum)
      }
    }
  }

  private func write(_ answer: DecisionAnswer, _ writer: inout JSONWriter) {
    let path = answer.path
    writer.field("product", orNull: path.product.map { names.path(.product, $0) })
    writer.field("requester", orNull: path.requester.flatMap { names.paths(of: $0).first })
    writer.field("hands", path.hands)
    writer.field("climb", answer.climb?.levels ?? 0)
    writer.field("climbFrom", orNull: answer.climb.map { names.path(.person, $0.from) })
    writer.field("climbTo", orNull: answer.climb.map { names.path(.person, $0.to) })
    writer.key("way")
    writer.array(of: path.way, inline: true) { writer, actor in write(actor, &writer) }
    writer.key("steps")
    let steps = facts.decisions.steps(of: decision)
    writer.array(of: zip(steps, answer.steps)) { writer, step in
      let actor = path.actors[step.0 - steps.lowerBound]
      writer.object { write(step.0, actor, step.1, &$0) }
    }
    let escalations = facts.escalations(of: decision, for: path.product).map(\.actor)
    writer.key("escalatesTo")
    writer.array(of: escalations, inline: true) { writer, actor in write(actor, &writer) }
    writer.key("overrule")
    let overrules = facts.overrules(of: decision, for: path.product).map(\.actor)
    writer.array(of: overrules, inline: true) { writer, actor in write(actor, &writer) }
  }

  /// Writes an actor as the list of its members: several for any one of them.
  private func write(_ actor: Actor, _ writer: inout JSONWriter) {
    writer.array(of: names.paths(of: actor), inline: true) { $0.append($1) }
  }

  private func write(
    _ step: Int,
    _ actor: Actor?,
    _ verdict: StepVerdict,
    _ writer: inout JSONWriter
  ) {
    let step = (number: step, facts: facts.decisions.steps[step])
    writer.field("part", step.facts.part.rawValue)
    writer.field("actor", inline: actor.map(names.paths) ?? [])
    let grounds = facts.graph.field(.stepGrounds, of: step.facts.item)
    writer.field("grounds", orNull: grounds.map { facts.graph.text($0) })
    writer.field("counts", verdict.counts)
    writer.field("why", words.why(verdict, step: step.number))
  }
}
