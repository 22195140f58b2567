import OrgModel
import SourceText

/// Finds what a change does to the entries of a design.
///
/// Cost: linear in both designs, and next to nothing for entries of files that did not change.
struct EditFinder {
  private let base: OrgFacts
  private let head: OrgFacts
  private let isUntouched: [Bool]
  private let renames: Renames
  private(set) var edits: [Edit] = []

  init(base: OrgFacts, head: OrgFacts, _ renames: Renames) {
    self.base = base
    self.head = head
    self.renames = renames
    isUntouched = EditFinder.untouchedFiles(base: base.graph, head: head.graph)
  }

  /// Returns the edits in the order of kinds, ids and fields; then those to incentives and waivers.
  static func edits(base: OrgFacts, head: OrgFacts, _ renames: Renames) -> [Edit] {
    var finder = EditFinder(base: base, head: head, renames)
    finder.compareOrganization()
    for kind in EntityKind.allCases { finder.compareEntries(of: kind) }
    finder.compareScorecards()
    finder.compareWaivers()
    return finder.edits
  }

  /// Whether each file of the head stands in the base with the same bytes.
  private static func untouchedFiles(base: OrgGraph, head: OrgGraph) -> [Bool] {
    let known = Dictionary(
      base.sources.files.map { ($0.path, $0.bytes) },
      uniquingKeysWith: { first, _ in first }
    )
    return head.sources.files.map { known[$0.path] == $0.bytes }
  }

  private func isUntouched(_ record: EntityRecord, _ other: EntityRecord) -> Bool {
    isUntouched[Int(record.file.index)]
      && head.graph.sources[record.file].path == base.graph.sources[other.file].path
  }

  private mutating func compareOrganization() {
    let fields = Shape.organization.fields
    guard base.graph.organizations.first != nil || head.graph.organizations.first != nil else {
      return
    }
    for field in fields {
      let old = base.graph.organizations.lazy.compactMap { [base] in
        base.graph.present(field, of: $0)
      }.first
      let new = head.graph.organizations.lazy.compactMap { [head] in
        head.graph.present(field, of: $0)
      }.first
      compare(field, old, new, path: "organization", key: nil)
    }
  }

  private mutating func compareEntries(of kind: EntityKind) {
    let first = edits.count
    for index in 0..<head.graph.count(kind) {
      let entity = EntityRef(kind, index)
      let record = head.graph.record(entity)
      guard let old = before(entity) else {
        add(.added, head.graph.path(entity), base: nil, head: record.keySpan)
        continue
      }
      let other = base.graph.record(old)
      if isUntouched(record, other)
        || head.graph.saysTheSame(record.body, as: other.body, of: base.graph, renames)
      {
        continue
      }
      compareFields(kind.shape, record, other, path: head.graph.path(entity))
    }
    for index in 0..<base.graph.count(kind) {
      let entity = EntityRef(kind, index)
      if now(entity) == nil {
        add(.removed, base.graph.path(entity), base: base.graph.keySpan(entity), head: nil)
      }
    }
    sort(from: first)
  }

  /// What an entry of the head is in the base, under its id or one it had.
  private func before(_ entity: EntityRef) -> EntityRef? {
    counterpart(of: entity, from: head.graph, in: base.graph) ?? renames.before(entity)
  }

  /// What an entry of the base is in the head, under its id or another.
  private func now(_ entity: EntityRef) -> EntityRef? {
    counterpart(of: entity, from: base.graph, in: head.graph) ?? renames.now(entity)
  }

  private func counterpart(
    of entity: EntityRef,
    from graph: OrgGraph,
    in other: OrgGraph
  ) -> EntityRef? {
    other.symbols.find(graph.symbols[graph.record(entity).symbol])
      .flatMap { other.entity(entity.kind, symbol: $0) }
  }

  private mutating func compareFields(
    _ shape: Shape,
    _ record: EntityRecord,
    _ other: EntityRecord,
    path: String
  ) {
    for field in shape.fields {
      compare(
        field,
        base.graph.present(field, of: other.body),
        head.graph.present(field, of: record.body),
        path: path,
        key: record.keySpan
      )
    }
  }

  /// Notes a field that says something else; `key` is the place where a field that went stood.
  private mutating func compare(
    _ field: Field,
    _ old: ItemID?,
    _ new: ItemID?,
    path: String,
    key: SourceSpan?
  ) {
    if let old, let new, head.graph.saysTheSame(new, as: old, of: base.graph, renames) { return }
    guard old != nil || new != nil else { return }
    edits.append(
      Edit(
        what: .changed,
        path: path,
        field: field.key,
        before: old.map { base.graph.shownText($0) } ?? "nothing",
        after: new.map { head.graph.shownText($0) } ?? "nothing",
        basePlace: old.map { base.graph.span($0) },
        headPlace: new.map { head.graph.span($0) } ?? key
      )
    )
  }

  private mutating func add(
    _ what: Edit.What,
    _ path: String,
    base: SourceSpan?,
    head: SourceSpan?
  ) {
    edits.append(
      Edit(
        what: what,
        path: path,
        field: "",
        before: "",
        after: "",
        basePlace: base,
        headPlace: head
      )
    )
  }

  /// Sorts the edits of one kind by id; those of one entry stay in the order of its fields.
  private mutating func sort(from first: Int) {
    let sorted = edits[first...].enumerated().sorted {
      $0.element.path == $1.element.path
        ? $0.offset < $1.offset
        : $0.element.path.utf8.lexicographicallyPrecedes($1.element.path.utf8)
    }
    edits.replaceSubrange(first..., with: sorted.map(\.element))
  }
}

// MARK: - Waivers

extension EditFinder {
  /// Compares the waivers by rule and target, in the order of the files.
  private mutating func compareWaivers() {
    let known = Dictionary(
      base.graph.waivers.map { (path(of: $0, base.graph), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var met: Set<String> = []
    for waiver in head.graph.waivers {
      let path = path(of: waiver, head.graph)
      guard met.insert(path).inserted else { continue }
      guard let other = known[path] else {
        add(.added, path, base: nil, head: head.graph.span(waiver))
        continue
      }
      compareFields(of: .waiver, other, waiver, path: path)
    }
    for waiver in base.graph.waivers {
      let path = path(of: waiver, base.graph)
      guard met.insert(path).inserted else { continue }
      add(.removed, path, base: base.graph.span(waiver), head: nil)
    }
  }

  /// Compares two mappings of one shape field by field, unless they say the same.
  private mutating func compareFields(
    of shape: Shape,
    _ old: ItemID,
    _ new: ItemID,
    path: String
  ) {
    if head.graph.saysTheSame(new, as: old, of: base.graph, renames) { return }
    for field in shape.fields {
      compare(
        field,
        base.graph.present(field, of: old),
        head.graph.present(field, of: new),
        path: path,
        key: head.graph.span(new)
      )
    }
  }

  private func path(of waiver: ItemID, _ graph: OrgGraph) -> String {
    let rule = graph.present(.waiverRule, of: waiver).map { graph.text($0) } ?? "?"
    let target = graph.present(.waiverTarget, of: waiver).map { graph.text($0) } ?? "organization"
    return "waiver/\(rule) for \(target)"
  }
}

// MARK: - Scorecards

extension EditFinder {
  private mutating func compareScorecards() {
    let first = edits.count
    // An incentive whose holder is gone is still written down, under a name nobody has.
    let orphaned = Set(
      head.incentives.list.indices.lazy.filter { [head] in head.incentives.list[$0].holder < 0 }
        .map { [head] in head.path(ofIncentive: $0) }
    )
    for (number, holder) in head.incentives.holders.enumerated() {
      let new = head.incentives.byHolder[number]
      guard let old = before(holder) else {
        for incentive in new { addIncentive(.added, Int(incentive), of: head) }
        continue
      }
      compare(Array(base.incentives.incentives(of: old)), Array(new))
    }
    for (number, holder) in base.incentives.holders.enumerated() {
      let match = now(holder)
      guard match.map({ head.incentives.incentives(of: $0).isEmpty }) ?? true else { continue }
      // A holder who is still there and holds nothing any more is not met above.
      for incentive in base.incentives.byHolder[number]
      where !orphaned.contains(basePath(Int(incentive))) {
        addIncentive(.removed, Int(incentive), of: base)
      }
    }
    sort(from: first)
  }

  /// Compares the incentives of one holder, by metric and number.
  private mutating func compare(_ old: [Int32], _ new: [Int32]) {
    let known = Dictionary(
      old.map { (basePath(Int($0)), Int($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    var met: Set<String> = []
    for incentive in new {
      let path = head.path(ofIncentive: Int(incentive))
      met.insert(path)
      guard let other = known[path] else {
        addIncentive(.added, Int(incentive), of: head)
        continue
      }
      compareFields(
        of: .incentive,
        item(other, base),
        item(Int(incentive), head),
        path: path
      )
    }
    for incentive in old where !met.contains(basePath(Int(incentive))) {
      addIncentive(.removed, Int(incentive), of: base)
    }
  }

  /// The path of an incentive of the base, with ids as they are now.
  private func basePath(_ incentive: Int) -> String {
    renames.now(base.path(ofIncentive: incentive))
  }

  private func item(_ incentive: Int, _ facts: OrgFacts) -> ItemID {
    facts.incentives.list[incentive].item
  }

  private mutating func addIncentive(_ what: Edit.What, _ incentive: Int, of facts: OrgFacts) {
    let span = facts.graph.span(item(incentive, facts))
    add(
      what,
      facts.path(ofIncentive: incentive),
      base: what == .removed ? span : nil,
      head: what == .added ? span : nil
    )
  }
}
