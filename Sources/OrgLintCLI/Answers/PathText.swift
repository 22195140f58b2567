import OrgAnalysis
import OrgModel
import Reporting
import SourceText

/// The way of a decision, as Markdown.
struct PathText {
  private let decision: Int
  private let names: AnswerNames
  private let words: StepWords

  /// The worst first: by hand-offs, climb and id.
  private let answers: [DecisionAnswer]
  private var facts: OrgFacts { names.facts }

  /// How many products are listed beside the one that is shown.
  private static let mostProducts = 20

  init(_ decision: Int, _ answers: [DecisionAnswer], _ names: AnswerNames) {
    self.decision = decision
    self.names = names
    words = StepWords(names: names)
    self.answers = answers.sorted { first, second in
      let (a, b) = (first.path.hands, second.path.hands)
      if a != b { return a > b }
      let (c, d) = (first.climb?.levels ?? 0, second.climb?.levels ?? 0)
      if c != d { return c > d }
      return names.productID(of: first).utf8.lexicographicallyPrecedes(
        names.productID(of: second).utf8
      )
    }
  }

  var text: String {
    let name = names.text(.decisionName, .decision, decision)
    var out = "## " + markdownText(name.map { "\($0) (" } ?? "") + title + (name == nil ? "" : ")")
    out += "\n\n" + rights
    guard let worst = answers.first else {
      return out + "It is about no product that is live, in build or in sunset.\n"
    }
    out += way(worst)
    if answers.count > 1 { out += "\n" + others }
    return out
  }

  private var title: String {
    let kind = facts.decisions.type(of: decision)
    let id = names.id(.decision, decision)
    return markdownText("decision '\(id)': \(kind), \(facts.className(of: decision))")
  }

  /// For which amounts it holds, who can overrule it and where it escalates to.
  private var rights: String {
    var lines = facts.decisions.limits(of: decision).map { limit in
      let from = AnswerNames.number(limit.minimum)
      let to =
        limit.maximum == .infinity ? "on" : "to below " + AnswerNames.number(limit.maximum)
      return "limit: \(facts.graph.symbols.text(limit.name)) from \(from) \(to)"
    }
    let product = answers.first?.path.product
    let escalations = facts.escalations(of: decision, for: product).map { names.actor($0.actor) }
    if !escalations.isEmpty {
      lines.append("escalates to: " + escalations.joined(separator: ", then "))
    }
    let overrules = facts.overrules(of: decision, for: product).map { names.actor($0.actor) }
    if !overrules.isEmpty {
      lines.append("can be overruled by: " + overrules.joined(separator: ", "))
    }
    return lines.isEmpty ? "" : lines.map { "- " + markdownText($0) + "\n" }.joined() + "\n"
  }

  private func way(_ answer: DecisionAnswer) -> String {
    var table = TextTable("step#", "part", "who", "hand-off", "why")
    table.append("", "asks", answer.path.requester.map(names.actor) ?? asker)
    let steps = facts.decisions.steps(of: decision)
    for (position, step) in steps.enumerated() {
      let verdict = answer.steps[position]
      table.append(
        String(position + 1),
        facts.decisions.steps[step].part.rawValue,
        answer.path.actors[position].map(names.actor) ?? "nobody",
        verdict.counts ? "yes" : "no",
        words.why(verdict, step: step)
      )
    }
    return heading(of: answer) + "\n" + table.text
  }

  /// Who asks where that is nobody in particular.
  private var asker: String {
    let requester = facts.graph.field(.decisionRequester, of: EntityRef(.decision, decision))
    return requester.map { facts.graph[$0].type == .anyone } == true ? "anyone" : "nobody"
  }

  private func heading(of answer: DecisionAnswer) -> String {
    var text = answer.path.product.map { "For product '\(names.id(.product, $0))': " } ?? ""
    text += answer.path.hands == 1 ? "1 hand-off" : "\(answer.path.hands) hand-offs"
    if answer.path.way.count > 1 {
      text += ", " + answer.path.way.map(names.actor).joined(separator: " → ")
    }
    if let climb = answer.climb {
      let levels = climb.levels == 1 ? "1 level" : "\(climb.levels) levels"
      text +=
        "; it climbs \(levels), from \(names.id(.person, climb.from)) to "
        + names.id(.person, climb.to)
    }
    return markdownText(text) + ".\n"
  }

  private var others: String {
    var table = TextTable("product", "hand-offs#", "climb#", "way")
    for answer in answers.prefix(PathText.mostProducts) {
      table.append(
        names.productID(of: answer),
        String(answer.path.hands),
        String(answer.climb?.levels ?? 0),
        answer.path.way.map(names.actor).joined(separator: " → ")
      )
    }
    let more = answers.count - PathText.mostProducts
    return table.text + (more > 0 ? "\nand \(more) more; --format json has all\n" : "")
  }
}

extension AnswerNames {
  /// Returns the id of the product a decision is looked at for; empty without one.
  fileprivate func productID(of answer: DecisionAnswer) -> String {
    answer.path.product.map { id(.product, $0) } ?? ""
  }
}
