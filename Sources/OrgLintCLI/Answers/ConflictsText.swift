import OrgModel
import Reporting
import RuleLanguage
import SourceText

/// Conflicts as Markdown, the gravest first.
struct ConflictsText {
  private let answer: ConflictsAnswer
  private let isVerbose: Bool

  /// Products shown; the JSON has all.
  private static let mostProducts = 20

  init(_ answer: ConflictsAnswer, isVerbose: Bool) {
    self.answer = answer
    self.isVerbose = isVerbose
  }

  var text: String {
    let about = answer.entry.map { " about " + markdownText(answer.host.graph.path($0)) } ?? ""
    var out = "## Goals that pull against each other\(about)\n\n"
    if answer.conflicts.isEmpty, answer.weakCount == 0 {
      out +=
        answer.host.graph.isIncomplete
        ? "None was found in what could be read.\n" : "None was found.\n"
    }
    out += answer.conflicts.map(words).joined(separator: "\n") + weak
    out += managed + products
    if !answer.coverage.isEmpty {
      out += "\n" + answer.coverage.map { "- \(markdownText($0))\n" }.joined()
    }
    return out
  }

  private var weak: String {
    guard answer.weakCount > 0 else { return "" }
    let pairs = answer.weakCount == 1 ? "pair conflicts, but its" : "pairs conflict, but their"
    return (answer.conflicts.isEmpty ? "" : "\n")
      + "\(answer.weakCount) more \(pairs) holders are only weakly coupled: --matrix\n"
  }

  private func words(for conflict: ConflictAnswer) -> String {
    var lines = ["### \(title(conflict))", ""]
    lines += [conflict.first, conflict.second].flatMap(side)
    lines += notes(conflict).map { "- \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func title(_ conflict: ConflictAnswer) -> String {
    let holders = "\(conflict.first.holderShown) and \(conflict.second.holderShown)"
    let over = conflict.witness.map { " over '\($0)'" } ?? ""
    return markdownText(
      "\(conflict.severity): \(holders), \(kindWords(conflict.kind))\(over) "
        + "(\(conflict.couplingWords))"
    )
  }

  private func kindWords(_ kind: String) -> String {
    switch kind {
    case "direct": "opposite directions"
    case "target": "targets that exclude each other"
    case "declared": "two sides of a declared trade-off"
    case "side-effect": "a side effect"
    default: "one lever"
    }
  }

  private func side(_ side: ConflictAnswer.Side) -> [String] {
    var lines = ["- \(side.holderShown): \(side.words) (\(answer.place(side.place)))"]
    guard isVerbose else { return lines.map(markdownText) }
    for link in side.chain {
      let evidence = link.evidence.map { ", evidence: \($0)" } ?? ""
      lines.append(
        "  - '\(link.source.pathID)' \(link.effect) '\(link.target.pathID)': \(link.confidence)"
          + "\(evidence) (\(answer.place(link.place)))"
      )
    }
    return lines.map(markdownText)
  }

  private func notes(_ conflict: ConflictAnswer) -> [String] {
    var notes: [String] = []
    if let confidence = conflict.confidence { notes.append("confidence: \(confidence)") }
    if conflict.isAmbiguous { notes.append("for one of the two it works both ways") }
    if let lever = conflict.onlyLever { notes.append(lever) }
    notes += conflict.mitigations.map { "eased: \($0)" }
    if let tradeoff = conflict.tradeoff, !tradeoff.holds {
      notes.append(
        "trade-off '\(tradeoff.id)' does not hold: \(tradeoff.faults.joined(separator: ", "))"
      )
    }
    if let manager = conflict.manager {
      let holds = conflict.managerHolds ? "" : ", who holds nothing downstream of both"
      notes.append("could arbitrate: \(manager)\(holds)")
    }
    if conflict.further > 0 { notes.append("+\(conflict.further) further contested levers") }
    if conflict.isWaived { notes.append("waived") }
    return notes.map(markdownText)
  }

  private var managed: String {
    guard !answer.managed.isEmpty else { return "" }
    var out = "\n## Managed tensions\n\n"
    for tension in answer.managed {
      guard let tradeoff = tension.tradeoff else { continue }
      let holders = "\(tension.first.holderShown) and \(tension.second.holderShown)"
      let goals = "'\(tension.first.metric.pathID)' and '\(tension.second.metric.pathID)'"
      var words = "\(holders), \(goals): \(tradeoff.policy ?? tradeoff.id)"
      words += tradeoff.arbiter.map { ", \($0) arbitrates" } ?? ""
      words += tradeoff.reviewBy.map { ", review by \($0)" } ?? ""
      out += "- \(markdownText(words))\n"
    }
    return out
  }

  private var products: String {
    let told = answer.products.filter { !$0.isEmpty }
    guard !told.isEmpty else { return "" }
    var out = "\n## Free levers and camps\n\n"
    for product in told.prefix(ConflictsText.mostProducts) {
      out += lines(of: product).map { "- \(markdownText("\(product.target): \($0)"))\n" }.joined()
    }
    let more = told.count - ConflictsText.mostProducts
    return more > 0 ? out + "- and \(more) more products\n" : out
  }

  private func lines(of product: ProductTieAnswer) -> [String] {
    var lines = product.freeLevers.map { lever in
      "'\(lever.metric.pathID)' \(lever.isUp ? "up" : "down") helps \(ids(lever.holders)) "
        + "and hurts nobody"
    }
    if !product.camps.isEmpty {
      lines.append("two camps: \(product.camps.map(ids).joined(separator: " / "))")
    }
    if let triangle = product.triangle {
      let others = triangle.others.map(\.pathID)
      lines.append(
        triangle.middle.map {
          "no two camps: \($0.pathID) agrees with \(others.joined(separator: " and with ")), who conflict"
        } ?? "no two camps: \(others.joined(separator: ", ")) all conflict with each other"
      )
    }
    return lines
  }

  private func ids(_ paths: [String]) -> String { paths.map(\.pathID).joined(separator: ", ") }
}
