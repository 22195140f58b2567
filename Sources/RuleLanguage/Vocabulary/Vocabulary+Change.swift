import CEL
import OrgAnalysis
import OrgModel

extension Vocabulary {
  static let changeMembers: [Member] = [
    Member("edits", .many(.edit), "the entries that came, went or say something else") {
      host,
      _ in
      .many(.edit, host.comparison?.edits.indices ?? 0..<0)
    },
    Member("figures", .many(.figure), "layers, spans, hand-offs and the like, before and after") {
      host,
      _ in
      .many(.figure, host.comparison?.figures.indices ?? 0..<0)
    },
    Member("people_before", .int, "how many people and seats the base has") { host, _ in
      .int(host.comparison?.base.people.count ?? 0)
    },
    Member("people_removed", .int, "how many people and seats went") { host, _ in
      .int(
        host.comparison?.edits.count { $0.what == .removed && $0.kind == EntityKind.person.name }
          ?? 0
      )
    },
  ]

  static let editMembers: [Member] = [
    Member("what", .string, "added, removed or changed") { host, edit in
      .string(host.edit(edit)?.what.rawValue ?? "")
    },
    Member("kind", .string, "person, pocket and so on; incentive, waiver, organization") {
      host,
      edit in
      .string(host.edit(edit)?.kind ?? "")
    },
    Member("id", .string, "the id of the entry, also of one that went") { host, edit in
      .string(host.edit(edit)?.id ?? "")
    },
    Member("path", .string, "the entry, as in pocket/retail-pnl") { host, edit in
      .string(host.edit(edit)?.path ?? "")
    },
    Member("entity", .dyn, "the entry; null for one that went and for what is no entry") {
      host,
      edit in
      .one(host.edit(edit).flatMap { host.graph.entity(path: $0.path) })
    },
    Member("field", .string, "the field that says something else, as in owner") { host, edit in
      .string(host.edit(edit)?.field ?? "")
    },
    Member("before", .string, "what the field said, in one line") { host, edit in
      .string(host.edit(edit)?.before ?? "")
    },
    Member("after", .string, "what the field says, in one line") { host, edit in
      .string(host.edit(edit)?.after ?? "")
    },
    Member("references", .many(.problem), "the references that still name an entry that went") {
      host,
      edit in
      .many(.problem, host.danglingReferences(toEdit: edit))
    },
  ]

  static let figureMembers: [Member] = [
    Member("name", .string, "layers, span, hands, approvals, pocket-depth, conflicts and so on") {
      host,
      figure in
      .string(host.figure(figure)?.name.rawValue ?? "")
    },
    Member("decision", .one(.decision), "the decision, of a figure of one decision") {
      host,
      figure in
      .one(host.figure(figure).flatMap { host.decision(of: $0) })
    },
    Member("before", .int, "the number in the base") { host, figure in
      .int(host.figure(figure)?.before ?? 0)
    },
    Member("after", .int, "the number in the head") { host, figure in
      .int(host.figure(figure)?.after ?? 0)
    },
    Member("rose", .bool, "whether the organization became more complex in this regard") {
      host,
      figure in
      .bool(host.figure(figure)?.rose ?? false)
    },
    Member("is_total", .bool, "whether it belongs to the complexity of the whole") {
      host,
      figure in
      .bool(host.figure(figure)?.isTotal ?? false)
    },
  ]
}
