import OrgAnalysis
import OrgModel
import Reporting
import SourceText

/// Who answers for a product, as Markdown.
struct WhoText {
  private let answer: ProductAnswer
  private let names: AnswerNames
  private var facts: OrgFacts { names.facts }
  private var product: Int { answer.product }

  init(_ answer: ProductAnswer, _ names: AnswerNames) {
    self.answer = answer
    self.names = names
  }

  var text: String {
    let id = names.id(.product, product)
    let name = names.text(.productName, .product, product) ?? id
    var out = "## \(markdownText(name)) (product '\(markdownText(id))')\n\n" + roles.text
    if !decisions.isEmpty { out += "\n" + decisions.text }
    return out
  }

  private var roles: TextTable {
    var table = TextTable("role", "who")
    table.append("product", facets)
    table.append("product owner", owner)
    table.append("technology lead", lead)
    table.append("unit", unit)
    table.append("built by", builders)
    for (position, pocket) in answer.pockets.enumerated() {
      table.append(position == 0 ? "pays" : "above", self.pocket(pocket))
    }
    if answer.pockets.isEmpty { table.append("pays", openPockets) }
    let shares = facts.pockets.shares(of: product)
    if facts.pockets.isShared(product) {
      table.append("shared by", shares.map(share).joined(separator: ", "))
    }
    for stewardship in answer.stewardships { table.append("steward", steward(stewardship)) }
    return table
  }

  private var facets: String {
    let stage = names.text(.productStage, .product, product) ?? "live"
    let kind = names.text(.productKind, .product, product) ?? "customer"
    return [stage, kind, facts.products.isSoftware[product] ? "software" : "no software"]
      .joined(separator: ", ")
  }

  private var owner: String {
    let named = names.named(.productProductOwner, .product, product)
    if named.isEmpty, let inherited = facts.products.owner(of: product) {
      return names.person(inherited) + ", who leads the product group"
    }
    return names.people(named)
  }

  private var lead: String {
    let named = names.named(.productTechnologyLead, .product, product)
    if named.isEmpty, !facts.products.isSoftware[product] { return "none needed: no software" }
    return names.people(named)
  }

  private var unit: String {
    let own = facts.products.unit(of: product).map { names.id(.unit, $0) }
    let group = facts.products.group(of: product).map { names.id(.unit, $0) }
    switch (own, group) {
    case (let own?, let group?) where own != group: return "\(own), in \(group)"
    case (let own?, _): return own
    case (nil, let group?): return "none of its own; at home in \(group)"
    case (nil, nil): return "none"
    }
  }

  private var builders: String {
    let units = facts.products.builders[product].map { unit in
      let index = Int(unit)
      let lead = facts.units.lead(of: index).map { ", led by " + names.person($0) } ?? ""
      return names.id(.unit, index) + lead
    }
    return units.isEmpty ? "nobody" : units.joined(separator: "; ")
  }

  private func pocket(_ pocket: Int) -> String {
    let owners = names.named(.pocketOwner, .pocket, pocket)
    return "pocket '\(names.id(.pocket, pocket))': " + names.people(owners)
  }

  private var openPockets: String {
    if answer.openPockets.isEmpty { return "no pocket" }
    let ids = answer.openPockets.map { "'" + names.id(.pocket, $0) + "'" }.sorted()
    return "open between the pockets " + ids.joined(separator: ", ")
  }

  private func share(_ share: Share) -> String {
    let percent = share.percent.map { " \(AnswerNames.number($0)) %" } ?? ""
    return names.id(.pocket, Int(share.pocket)) + percent
  }

  private func steward(_ stewardship: Int) -> String {
    let kind = names.text(.stewardshipKind, .stewardship, stewardship).map { " (\($0))" } ?? ""
    let stewards = names.named(.stewardshipSteward, .stewardship, stewardship)
    return "'\(names.id(.stewardship, stewardship))'\(kind): " + names.people(stewards)
  }

  private var decisions: TextTable {
    var table = TextTable("type", "decision", "decider", "from the owner", "hand-offs#", "climb#")
    for decided in answer.decisions {
      let decision = decided.path.decision
      table.append(
        facts.decisions.type(of: decision),
        names.id(.decision, decision),
        decided.deciders.isEmpty
          ? "nobody" : decided.deciders.map(names.actor).joined(separator: ", "),
        standing(decided.standing),
        String(decided.path.hands),
        String(decided.climb)
      )
    }
    return table
  }

  private func standing(_ standing: Standing?) -> String {
    switch standing {
    case nil: "–"
    case .same: "the owner decides"
    case .above(let levels): "\(levels) up"
    case .beside(let steps, let common):
      "\(steps) away, over \(names.id(.person, common))"
    case .apart: "in another line"
    }
  }
}
