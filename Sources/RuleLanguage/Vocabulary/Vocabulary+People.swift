import CEL
import Diagnostics
import OrgAnalysis
import OrgModel

extension Vocabulary {
  /// What every entry has.
  static func entityMembers(_ kind: EntityKind) -> [Member] {
    [
      Member("id", .string, "its id") { host, index in
        .string(host.graph.id(EntityRef(kind, index)))
      },
      Member("path", .string, "its kind and id, as in product/app") { host, index in
        .string(host.graph.path(EntityRef(kind, index)))
      },
    ] + kind.shape.fields.prefix(5).compactMap { shownMember($0, kind) }
  }

  /// What every entry has for its readers.
  private static func shownMember(_ field: Field, _ kind: EntityKind) -> Member? {
    switch field.key {
    case "name", "description":
      Member(field.key, .text, "its \(field.key), which is shown only") { host, index in
        host.text(field, of: EntityRef(kind, index))
      }
    case "links", "contacts":
      Member(field.key, .texts, "its \(field.key), which are shown only") { host, index in
        host.texts(field, of: EntityRef(kind, index))
      }
    case "aliases":
      Member("aliases", .texts, "its earlier ids, and what other systems call it") { host, index in
        host.texts(field, of: EntityRef(kind, index))
      }
    default: nil
    }
  }

  static let personMembers: [Member] = [
    Member("manager", .one(.person), "the manager by the solid line") { host, person in
      .one(.person, host.facts.people.manager(of: person))
    },
    Member("managers", .many(.person), "the managers up the line, the nearest first") {
      host,
      person in
      .many(.person, host.facts.people.managers(above: person).map { Int($0) })
    },
    Member("reports", .many(.person), "the direct reports, vacant seats included") {
      host,
      person in
      .many(.person, host.facts.people.reports(of: person))
    },
    Member("report_count", .int, "how many direct reports there are") { host, person in
      .int(host.facts.people.reports(of: person).count)
    },
    Member("all_reports", .many(.person), "everybody below in the line, in seats acted in too") {
      host,
      person in
      .many(.person, host.facts.people.everybody(below: person))
    },
    Member("reports_to", .many(.person), "everybody that reports_to names") { host, person in
      host.references(.personReportsTo, of: EntityRef(.person, person))
    },
    Member("dotted", .many(.person), "the managers by dotted lines") { host, person in
      host.references(.personDotted, of: EntityRef(.person, person))
    },
    Member("unit", .one(.unit), "the person's unit: the own one, else the one that lists them") {
      host,
      person in
      .one(.unit, host.facts.unit(ofPerson: person))
    },
    Member("grade", .number, "the grade, where it is a number") { host, person in
      host.number(.personGrade, of: EntityRef(.person, person))
    },
    Member("archetype", .text, "how the person manages") { host, person in
      host.text(.personArchetype, of: EntityRef(.person, person))
    },
    Member("discipline", .text, "the discipline") { host, person in
      host.text(.personDiscipline, of: EntityRef(.person, person))
    },
    Member("responsibilities", .texts, "what the person answers for") { host, person in
      host.texts(.personResponsibilities, of: EntityRef(.person, person))
    },
    Member("vacant", .bool, "whether the seat is empty") { host, person in
      .bool(host.facts.people.isVacant[person])
    },
    Member("since", .timestamp, "since when the seat is empty") { host, person in
      host.date(.personSince, of: EntityRef(.person, person))
    },
    Member("filled", .bool, "whether somebody is in the seat, or acts in it") { host, person in
      .bool(host.facts.people.isFilled(person))
    },
    Member("filled_by", .one(.person), "who is in the seat, or acts in it") { host, person in
      .one(.person, host.facts.people.resolved(person))
    },
    Member("holder", .text, "whom the entry says holds the seat; no entry of its own") {
      host,
      person in
      host.text(.personHolder, of: EntityRef(.person, person))
    },
    Member("seats", .many(.person), "every entry that is the same person, itself too, by id") {
      host,
      person in
      .many(.person, host.seats(of: person))
    },
    Member("first_seat", .one(.person), "the entry that stands for the person: the first by id") {
      host,
      person in
      .one(.person, host.facts.people.identity(of: person))
    },
    Member("units", .many(.unit), "every unit the person is in, leads or is a member of") {
      host,
      person in
      .many(.unit, host.units(of: person))
    },
    Member("share", .number, "the percent of full time") { host, person in
      host.number(.personShare, of: EntityRef(.person, person))
    },
    Member("employment", .string, "employee, contractor, vendor or advisor") { host, person in
      host.textOr("employee", .personEmployment, of: EntityRef(.person, person))
    },
    Member("deputy", .one(.person), "who steps in") { host, person in
      .one(host.graph.firstReference(.personDeputy, of: EntityRef(.person, person)))
    },
    Member("title", .text, "the title, which is shown only") { host, person in
      host.text(.personTitle, of: EntityRef(.person, person))
    },
    Member("acting", .one(.person), "who is named as acting in the seat") { host, person in
      .one(host.graph.firstReference(.personActing, of: EntityRef(.person, person)))
    },
    Member("acting_seats", .many(.person), "the empty seats the person acts in") { host, person in
      .many(.person, host.facts.people.seats(actedInBy: person))
    },
    Member("is_root", .bool, "whether the person has reports and no manager") { host, person in
      .bool(host.facts.people.isTop(person))
    },
    Member("layer", .int, "the number of managers up to the top, and one") { host, person in
      .int(host.facts.people.layer(of: person))
    },
    Member("products_owned", .many(.product), "the checked products the person owns") {
      host,
      person in
      .many(.product, host.targets(.productOwner, of: person))
    },
    Member("products_led", .many(.product), "the checked products the person leads technically") {
      host,
      person in
      .many(.product, host.targets(.technologyLead, of: person))
    },
    Member("pockets_owned", .many(.pocket), "the pockets the person owns") { host, person in
      .many(.pocket, host.targets(.pocketOwner, of: person))
    },
    Member("stewardships", .many(.stewardship), "what the person is steward of") { host, person in
      .many(.stewardship, host.targets(.steward, of: person))
    },
    Member("anchored", .many(.initiative), "the quality initiatives the person anchors") {
      host,
      person in
      .many(.initiative, host.targets(.anchor, of: person))
    },
    Member(
      "products_of_several_roles",
      .many(.product),
      "those in which the person has two or more of owner, technology lead, pocket owner and anchor"
    ) { host, person in
      .many(.product, host.productsOfSeveralRoles(of: person))
    },
    Member("forums_chaired", .many(.forum), "the forums the person chairs") { host, person in
      .many(.forum, host.targets(.chair, of: person))
    },
    Member("forums", .many(.forum), "the forums the person chairs or belongs to") {
      host,
      person in
      .many(
        .forum,
        Set(host.targets(.chair, of: person) + host.targets(.forumMember, of: person)).sorted()
      )
    },
    Member("units_led", .many(.unit), "the units the person leads") { host, person in
      .many(.unit, host.targets(.unitLead, of: person))
    },
    Member("roles", .many(.role), "the accountable roles the person holds") { host, person in
      host.roles(of: person)
    },
    Member("incentives", .many(.incentive), "the person's own incentives, of seats acted in too") {
      host,
      person in
      .many(.incentive, host.facts.incentives(ofPerson: person))
    },
    Member("scorecard", .many(.incentive), "the own incentives and those of the units led") {
      host,
      person in
      .many(.incentive, host.facts.scorecard(of: person))
    },
  ]

  /// What people do beside their roles.
  static let partMembers: [Member] = [
    Member("decides", .many(.decision), "the decisions with a decide step that is the person's") {
      host,
      person in
      .many(.decision, host.parts(\.decided, of: person))
    },
    Member("sole_products", .many(.product), "those whose tactical decisions are all the person's")
    {
      host,
      person in
      .many(.product, host.parts(\.soleProducts, of: person))
    },
    Member("arbitrates", .many(.tradeoff), "the trade-offs the person arbitrates") { host, person in
      .many(.tradeoff, host.parts(\.arbitrated, of: person))
    },
    Member("in_steps", .many(.decision), "the decisions with a step that names the person") {
      host,
      person in
      .many(.decision, host.parts(\.inSteps, of: person))
    },
  ]

  static let unitMembers: [Member] = [
    Member("units_of_unknown_kind", .many(.unit), "of the first unit of a kind no rule knows, all")
    {
      host,
      unit in
      .many(.unit, host.unknownKinds.get().value.units[unit] ?? [])
    },
    Member("nearest_kind", .text, "the word for a kind that is nearest to its own") { host, unit in
      .optional(
        host.facts.units.kind(of: unit).flatMap {
          NearestNames.of($0, among: OrgAnalysis.Settings.unitKinds).first
        }
      )
    },
    Member("is_in_part", .bool, "whether it, or a unit above, lists fewer people than declared") {
      host,
      unit in
      .bool(host.isInPart.get().value[unit])
    },
    Member("kind", .text, "team, product-group or any other, as unit_kinds maps it") {
      host,
      unit in
      .optional(host.facts.units.kind(of: unit))
    },
    Member("responsibilities", .texts, "what it answers for, which is shown only") { host, unit in
      host.texts(.unitResponsibilities, of: EntityRef(.unit, unit))
    },
    Member("type", .text, "the type of a team") { host, unit in
      host.text(.unitType, of: EntityRef(.unit, unit))
    },
    Member("parent", .one(.unit), "the unit above") { host, unit in
      .one(.unit, host.facts.units.tree.parent(of: unit))
    },
    Member("children", .many(.unit), "the units right below") { host, unit in
      .many(.unit, host.facts.units.tree.declaredChildren[unit])
    },
    Member("ancestors", .many(.unit), "the units above, the nearest first") { host, unit in
      .many(.unit, host.facts.units.tree.ancestors(of: unit).map { Int($0) })
    },
    Member("subtree", .many(.unit), "the unit and all below it") { host, unit in
      .many(.unit, host.facts.units.tree.subtree(of: unit).map { Int($0) })
    },
    Member("lead", .one(.person), "who leads the unit") { host, unit in
      .one(.person, host.facts.units.lead(of: unit))
    },
    Member("members", .many(.person), "whom members lists") { host, unit in
      host.references(.unitMembers, of: EntityRef(.unit, unit))
    },
    Member("people", .many(.person), "everybody of the unit and the units below it") {
      host,
      unit in
      .many(.person, host.facts.units.members(within: unit))
    },
    Member("listed_people", .many(.person), "those of the unit alone: members, own unit, lead") {
      host,
      unit in
      .many(.person, host.facts.units.listed[unit])
    },
    Member("incentives", .many(.incentive), "the unit's own incentives") { host, unit in
      .many(.incentive, host.facts.incentives.incentives(of: EntityRef(.unit, unit)))
    },
    Member("headcount", .number, "the declared number of people") { host, unit in
      host.number(.unitHeadcount, of: EntityRef(.unit, unit))
    },
    Member("size", .double, "the number of people, listed or declared, whichever is greater") {
      host,
      unit in
      .double(host.facts.units.size(of: unit))
    },
    Member("listed_in_part", .bool, "whether fewer people are listed than declared") {
      host,
      unit in
      .bool(host.facts.units.isListedInPart(unit))
    },
    Member("builds", .many(.product), "the products the unit builds") { host, unit in
      host.references(.unitBuilds, of: EntityRef(.unit, unit))
    },
    Member("built_products", .many(.product), "the checked products it has a part in building") {
      host,
      unit in
      .many(.product, host.facts.products.list(host.facts.products(builtWith: unit)))
    },
    Member("is_builder", .bool, "whether it is a builder of a product in any stage") {
      host,
      unit in
      .bool(host.isBuilder(unit))
    },
    Member("products", .many(.product), "the checked products at home in the unit") {
      host,
      unit in
      .many(
        .product,
        host.facts.products.list(
          ProductSet([host.facts.products.range(within: unit, host.facts.units.tree)])
        )
      )
    },
    Member("teams", .many(.unit), "the teams of the unit and the units below it") { host, unit in
      .many(.unit, host.facts.units.teams(within: unit))
    },
    Member("is_team", .bool, "whether it is a team") { host, unit in
      .bool(host.facts.units.isTeam[unit])
    },
    Member("is_product_group", .bool, "whether it is a product group") { host, unit in
      .bool(host.facts.units.isGroup[unit])
    },
    Member("cost_split", .many(.share), "how its cost is split over pockets") { host, unit in
      host.entries(.unitCostSplit, of: EntityRef(.unit, unit), as: .share)
    },
    Member("cost_split_total", .double, "the sum of the percentages in cost_split") { host, unit in
      .double(host.percentTotal(.unitCostSplit, of: EntityRef(.unit, unit)))
    },
    Member("covered_by", .many(.claim), "the pockets that name it or a unit above it") {
      host,
      unit in
      host.claims(onUnit: unit)
    },
    Member(
      "clashing_claims",
      .many(.claim),
      "those of covered_by whose pockets have one dimension and are not nested, one naming the unit"
    ) { host, unit in
      host.clashingClaims(onUnit: unit)
    },
    Member("overlapping_pockets", .many(.pocket), "its pockets of one dimension, none nested") {
      host,
      unit in
      .many(.pocket, host.facts.pockets.pocketsOverlapping(onUnit: unit))
    },
  ]
}
