import CEL
import OrgAnalysis
import OrgModel

extension Vocabulary {
  static let problemMembers: [Member] = [
    Member("outcome", .string, "unresolved, wrong-kind, placeholder or ambiguous") { host, index in
      .string(host.graph.problems.references[index].outcome.rawValue)
    },
    Member("holder", .string, "what holds the reference, as kind/id") { host, index in
      .string(host.graph.problems.references[index].holder)
    },
    Member("holder_kind", .string, "the kind of what holds it") { host, index in
      .string(host.graph.problems.references[index].holder.pathKind)
    },
    Member("holder_id", .string, "the id of what holds it") { host, index in
      .string(host.graph.problems.references[index].holder.pathID)
    },
    Member("field", .string, "the field") { host, index in
      .string(host.graph.problems.references[index].field)
    },
    Member("value", .string, "the value as written") { host, index in
      .string(host.graph.problems.references[index].value)
    },
    Member("accepted", .string, "the kinds the field takes, as in person or unit") { host, index in
      let kinds = host.graph.problems.references[index].accepted
      // Only ids in `after` are looked up among something that is no entry.
      return .string(kinds.isEmpty ? "step" : kinds.map(\.name).joined(separator: " or "))
    },
    Member("found", .string, "the kinds that have the id") { host, index in
      .string(host.graph.problems.references[index].found.map(\.name).joined(separator: " or "))
    },
    Member("is_group_in_role", .bool, "whether a role that only a person holds names a group") {
      host,
      index in
      .bool(host.isGroupInRole(host.graph.problems.references[index]))
    },
    Member("kinds", .texts, "the kinds that have the id, those the field takes first") {
      host,
      index in
      .texts(host.graph.problems.references[index].found.map(\.name))
    },
    Member("suggestions", .texts, "the nearest known ids, nearest first") { host, index in
      .texts(host.graph.problems.references[index].suggestions)
    },
    Member("role", .text, "product_owner, technology_lead, pocket_owner or steward") {
      host,
      index in
      .optional(host.graph.problems.references[index].role?.rawValue)
    },
  ]

  static let duplicateMembers: [Member] = [
    Member("form", .string, "twice, organization or case") { host, index in
      .string(host.graph.problems.duplicates[index].form.rawValue)
    },
    Member("targets", .texts, "the entries, as kind/id") { host, index in
      .texts(host.graph.problems.duplicates[index].targets)
    },
    Member("kind", .string, "the kind of the entries") { host, index in
      .string(host.graph.problems.duplicates[index].targets.first?.pathKind ?? "")
    },
    Member("id", .string, "the id of the first entry") { host, index in
      .string(host.graph.problems.duplicates[index].targets.first?.pathID ?? "")
    },
    Member("other_id", .string, "the id of the second entry") { host, index in
      .string(host.graph.problems.duplicates[index].targets.last?.pathID ?? "")
    },
    Member("count", .int, "how many places there are") { host, index in
      .int(host.graph.problems.duplicates[index].places.count)
    },
    Member("places", .many(.span), "where they stand, in order") { host, index in
      host.places(ofDuplicate: index)
    },
    Member("designs", .texts, "the folders of the designs in one run") { host, index in
      .texts(host.graph.problems.duplicates[index].designs)
    },
    Member("fields", .texts, "the fields that disagree") { host, index in
      .texts(host.graph.problems.duplicates[index].fields)
    },
  ]

  static let cycleMembers: [Member] = [
    Member("kind", .string, "the kind of the entries") { host, index in
      .string(host.graph.problems.cycles[index].members.first?.kind.name ?? "")
    },
    Member("field", .string, "the field that goes round") { host, index in
      .string(host.graph.problems.cycles[index].field.key)
    },
    Member("members", .list(.dyn), "the entries, from the smallest id") { host, index in
      .many(host.graph.problems.cycles[index].members)
    },
  ]

  static let unknownKeyMembers: [Member] = [
    Member("key", .string, "the key") { host, index in
      .string(host.graph.problems.unknownKeys[index].key)
    },
    Member("holder", .string, "the entry, as kind/id") { host, index in
      .string(host.graph.problems.unknownKeys[index].holder)
    },
    Member("holder_kind", .string, "the kind of the entry") { host, index in
      .string(host.graph.problems.unknownKeys[index].holder.pathKind)
    },
    Member("holder_id", .string, "the id of the entry") { host, index in
      .string(host.graph.problems.unknownKeys[index].holder.pathID)
    },
    Member("key_path", .string, "the keys from the entry to the unknown one") { host, index in
      .string(host.graph.problems.unknownKeys[index].path)
    },
    Member("suggestion", .text, "the nearest known key") { host, index in
      .optional(host.graph.problems.unknownKeys[index].suggestion)
    },
    Member("in_waiver", .bool, "whether it stands in a waiver, for the holder") { host, index in
      .bool(host.graph.problems.unknownKeys[index].isInWaiver)
    },
    Member("entries", .int, "how many entries have it, through aliases and merge keys") {
      host,
      index in
      .int(host.graph.problems.unknownKeys[index].entries)
    },
  ]

  static let seatMembers: [Member] = [
    Member("person", .one(.person), "the seat") { host, index in
      .one(.person, host.seats[index].person)
    },
    Member("roles", .texts, "its roles, as in product_owner of 'app'") { host, index in
      .texts(host.seats[index].roles)
    },
    Member("fields", .texts, "the fields that name it, as in product/app product_owner") {
      host,
      index in
      .texts(
        host.seats[index].places.map { "\(host.graph.path($0.holder)) \($0.field.key)" }
      )
    },
    Member("age", .wrapper(.int), "days since it is vacant, 0 for a date to come") { host, index in
      .optional(host.seats[index].age)
    },
    Member("acting", .one(.person), "who acts in it") { host, index in
      let person = host.seats[index].person
      return .one(.person, host.facts.people.resolved(person))
    },
  ]

  static let chainRootMembers: [Member] = [
    Member("person", .one(.person), "the top of a reporting line") { host, index in
      .one(.person, Int(host.chainRoots[index]))
    },
    Member("chain", .many(.person), "the longest line below it, itself first") { host, index in
      host.longestChain(fromRoot: index)
    },
    Member("length", .int, "how many people the longest line has") { host, index in
      host.chainLength(fromRoot: index)
    },
  ]

  static let roleMembers: [Member] = [
    Member("name", .string, "product_owner, technology_lead, pocket_owner, steward, anchor, chair")
    { host, index in
      .string(host.roleHoldings[index].name)
    },
    Member("target", .dyn, "what the role is for") { host, index in
      .one(host.roleHoldings[index].target)
    },
    Member("words", .string, "the role in words, as in PO of 'app'") { host, index in
      .string(host.roleWords(index))
    },
  ]

  static let selectorGapMembers: [Member] = [
    Member("decision", .one(.decision), "the decision the selector stands in") { host, index in
      .one(.decision, host.selectorGaps.get().value[index].decision)
    },
    Member("selector", .string, "the selector as written") { host, index in
      .string(host.graph.symbols.text(host.selectorGaps.get().value[index].symbol))
    },
    Member("products", .many(.product), "the products it names nobody for") { host, index in
      .many(.product, host.selectorGaps.get().value[index].products)
    },
  ]

  static let organizationMembers: [Member] = [
    Member("stage", .string, "draft, proposed or approved") { host, _ in
      .string(host.stage)
    },
    Member("coverage", .texts, "how far the used sections are filled in, a line each") { host, _ in
      .texts(host.facts.coverage.map(\.text))
    },
    Member("products", .many(.product), "the checked products") { host, _ in
      .many(.product, host.facts.products.checked)
    },
    Member("people", .many(.person), "everybody") { host, _ in host.all(.person) },
    Member("units", .many(.unit), "all units") { host, _ in host.all(.unit) },
    Member("pockets", .many(.pocket), "all pockets") { host, _ in host.all(.pocket) },
    Member("metrics", .many(.metric), "all metrics") { host, _ in host.all(.metric) },
    Member("decisions", .many(.decision), "all decisions") { host, _ in host.all(.decision) },
    Member("stewardships", .many(.stewardship), "all stewardships") { host, _ in
      host.all(.stewardship)
    },
    Member("forums", .many(.forum), "all forums") { host, _ in host.all(.forum) },
    Member("roots", .many(.person), "people with reports and no manager") { host, _ in
      .many(.person, host.tops)
    },
    Member("pocket_roots", .many(.pocket), "pockets that name no parent") { host, _ in
      .many(.pocket, host.pocketRoots)
    },
    Member("pocket_cycles", .list(.many(.pocket)), "the cycles of pocket parents") { host, _ in
      .list(
        ValueList(host.facts.pockets.tree.cycles.map { .many(.pocket, $0) })
      )
    },
    Member("deepest_pocket", .one(.pocket), "the pocket with the longest chain above it") {
      host,
      _ in
      .one(.pocket, host.deepestPocket)
    },
    Member("product_groups", .many(.unit), "the product groups of checked products") { host, _ in
      .many(.unit, host.productGroups)
    },
    Member("has_placed_people", .bool, "whether anybody has a manager or a unit") { host, _ in
      .bool(host.uses.get().value.hasPlacedPeople)
    },
    Member("has_team_with_parent", .bool, "whether a team has a parent") { host, _ in
      .bool(host.uses.get().value.hasTeamWithParent)
    },
    Member("has_builds", .bool, "whether any unit builds a product") { host, _ in
      .bool(host.uses.get().value.hasBuilds)
    },
    Member("is_complete", .bool, "whether every file was read to its end") { host, _ in
      .bool(!host.graph.isIncomplete)
    },
    Member("decision_types", .texts, "the types of decisions that there are") { host, _ in
      .texts(host.decisionTypes)
    },
    Member("decision_pairs", .int, "how many pairs of a type of decision and a product there are") {
      host,
      _ in
      .int(host.facts.decisionPairCount())
    },
  ]
}
