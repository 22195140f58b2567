import Documentation
import OrgAnalysis
import OrgModel
import Reporting

/// Who answers for a product, for programs.
struct WhoJSON {
  private let answer: ProductAnswer
  private let names: AnswerNames
  private var facts: OrgFacts { names.facts }
  private var product: Int { answer.product }

  init(_ answer: ProductAnswer, _ names: AnswerNames) {
    self.answer = answer
    self.names = names
  }

  var text: String {
    JSONWriter.text { writer in
      writer.object { writer in
        writer.field("format", "orglint/1")
        writer.field("version", Release.version)
        writer.field("product", names.path(.product, product))
        writer.field("name", orNull: names.text(.productName, .product, product))
        writer.field("stage", names.text(.productStage, .product, product) ?? "live")
        writer.field("kind", names.text(.productKind, .product, product) ?? "customer")
        writer.field("software", facts.products.isSoftware[product])
        writePeople("productOwners", owners, &writer)
        writePeople("technologyLeads", leads, &writer)
        writer.field("unit", orNull: facts.products.unit(of: product).map(unit))
        writer.field("group", orNull: facts.products.group(of: product).map(unit))
        writer.field("builders", inline: facts.products.builders[product].map { unit(Int($0)) })
        writePockets(&writer)
        writeStewards(&writer)
        writer.key("decisions")
        writer.array(of: answer.decisions) { writer, decided in
          writer.object { write(decided, &$0) }
        }
      }
    }
  }

  private func unit(_ unit: Int) -> String { names.path(.unit, unit) }

  private var owners: [Int] {
    let named = names.named(.productProductOwner, .product, product)
    return named.isEmpty ? facts.products.owner(of: product).map { [$0] } ?? [] : named
  }

  private var leads: [Int] { names.named(.productTechnologyLead, .product, product) }

  private func writePeople(_ key: String, _ people: [Int], _ writer: inout JSONWriter) {
    writer.key(key)
    writer.array(of: people) { writer, person in
      writer.object(inline: true) { writer in
        writer.field("target", names.path(.person, person))
        writer.field("name", orNull: names.text(.personName, .person, person))
        writer.field("vacant", facts.people.isVacant[person])
        let acting = facts.people.resolved(person).flatMap { $0 == person ? nil : $0 }
        writer.field("acting", orNull: acting.map { names.path(.person, $0) })
        let seats = names.seats(besides: person)
        writer.field("seats", inline: seats.map { names.path(.person, $0) })
      }
    }
  }

  private func writePockets(_ writer: inout JSONWriter) {
    writer.key("pockets")
    writer.array(of: answer.pockets) { writer, pocket in
      writer.object { writer in
        writer.field("target", names.path(.pocket, pocket))
        writePeople("owners", names.named(.pocketOwner, .pocket, pocket), &writer)
      }
    }
    let open = answer.openPockets.map { names.path(.pocket, $0) }
    writer.field("openPockets", inline: open.sorted())
  }

  private func writeStewards(_ writer: inout JSONWriter) {
    writer.key("stewardships")
    writer.array(of: answer.stewardships) { writer, stewardship in
      writer.object { writer in
        writer.field("target", names.path(.stewardship, stewardship))
        writer.field("kind", orNull: names.text(.stewardshipKind, .stewardship, stewardship))
        let stewards = names.named(.stewardshipSteward, .stewardship, stewardship)
        writePeople("stewards", stewards, &writer)
      }
    }
  }

  private func write(_ decided: ProductAnswer.Decided, _ writer: inout JSONWriter) {
    let decision = decided.path.decision
    writer.field("target", names.path(.decision, decision))
    writer.field("type", facts.decisions.type(of: decision))
    writer.field("class", facts.className(of: decision))
    writer.field("deciders", inline: decided.deciders.flatMap(names.paths))
    writer.field("hands", decided.path.hands)
    writer.field("climb", decided.climb)
    writer.key("standing")
    writer.object(inline: true) { write(decided.standing, &$0) }
  }

  /// How the decider stands to the product owner; `kind` says what the numbers mean.
  private func write(_ standing: Standing?, _ writer: inout JSONWriter) {
    switch standing {
    case nil: writer.field("kind", "unknown")
    case .same: writer.field("kind", "owner")
    case .above(let levels):
      writer.field("kind", "above")
      writer.field("levels", levels)
    case .beside(let steps, let common):
      writer.field("kind", "beside")
      writer.field("steps", steps)
      writer.field("over", names.path(.person, common))
    case .apart: writer.field("kind", "apart")
    }
  }
}
