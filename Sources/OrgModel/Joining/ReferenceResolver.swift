import Diagnostics
import SourceText

/// Turns every reference of a joined design into the entry it names, or into what went wrong.
struct ReferenceResolver {
  var graph: OrgGraph

  /// For each symbol whether it is a placeholder.
  private var placeholders: [Bool] = []
  private var suggestions: IDSuggestions
  private var owners: ItemOwners?
  private var unknownSteps = 0

  /// What selectors name by id, with the kind it has to be of.
  private var namedInSelectors: [(item: ItemID, kind: EntityKind, text: String)] = []

  init(graph: OrgGraph, suggestionDistance: Int) {
    self.graph = graph
    suggestions = IDSuggestions(distance: suggestionDistance)
  }

  mutating func resolve(isPlaceholder: (ArraySlice<UInt8>) -> Bool) {
    placeholders = (0..<graph.symbols.count).map { isPlaceholder(graph.symbols[UInt32($0)]) }
    for index in graph.holders.indices { resolveHolder(index) }
    for index in graph.items.indices {
      switch graph.items[index].type {
      case .unread: resolve(ItemID(index))
      case .name where graph.items[index].field == .personHolder: checkHolder(index)
      default: continue
      }
    }
    for named in namedInSelectors { check(named, isPlaceholder: isPlaceholder) }
    reportPlaceholderIDs()
    reportUnknownSteps()
  }

  /// An id in `after` names a step of its own decision.
  private mutating func reportUnknownSteps() {
    for index in 0..<graph.count(.decision) {
      let body = graph.record(EntityRef(.decision, index)).body
      let all = body.index..<body.index + Int(graph[body].length)
      guard all.contains(where: { isAfter($0) }) else { continue }
      let ids = Set(
        all.filter { graph.items[$0].fieldNumber == Field.stepID.rawValue }
          .map { graph.items[$0].payload }
      )
      for item in all where isAfter(item) && !ids.contains(graph.items[item].payload) {
        appendUnknownStep(ItemID(item), index, ids)
      }
    }
  }

  private func isAfter(_ item: Int) -> Bool {
    graph.items[item].fieldNumber == Field.stepAfter.rawValue && graph.items[item].type == .name
  }

  private mutating func appendUnknownStep(_ item: ItemID, _ decision: Int, _ ids: Set<UInt32>) {
    let value = graph.text(item)
    // Each suggestion takes a look at every step.
    unknownSteps += 1
    let names =
      unknownSteps > IDSuggestions.limit ? [] : ids.map { graph.symbols.text($0) }.sorted()
    graph.problems.references.append(
      ReferenceProblem(
        outcome: .unresolved,
        holder: graph.path(EntityRef(.decision, decision)),
        field: Field.stepAfter.displayName,
        value: value,
        span: graph.span(item),
        accepted: [],
        found: [],
        suggestions: NearestNames.of(value, among: names)
      )
    )
  }

  private mutating func resolve(_ id: ItemID) {
    let item = graph.items[id.index]
    // An anchor's key is a product, its value a person.
    let isAnchorValue = item.field == .initiativeAnchors && item.length == 1 && !isKey(id)
    let kinds = isAnchorValue ? [EntityKind.person] : item.field.type.kinds
    let type = item.field.type
    if placeholders[Int(item.payload)] {
      graph.items[id.index].type = .placeholder
      appendProblem(.placeholder, id, graph.text(id), kinds, found: [])
    } else if type.takesSelectors, let selector = Selector(graph.symbols.text(item.payload)) {
      graph.items[id.index].type = .selector
      if let named = selector.named { namedInSelectors.append((id, named.kind, named.text)) }
    } else if case .requester = type, graph.symbols[item.payload].elementsEqual("anyone".utf8) {
      graph.items[id.index].type = .anyone
    } else {
      resolveReference(id, kinds)
    }
  }

  /// A placeholder is nobody's key, so that seats with `holder: TBD` are not one person.
  private mutating func checkHolder(_ index: Int) {
    if placeholders[Int(graph.items[index].payload)] { graph.items[index].type = .placeholder }
  }

  /// Whether an item is the key of a mapping with free keys: its value follows as its own item.
  private func isKey(_ id: ItemID) -> Bool { graph.items[id.index].length > 1 }

  /// Reports an id inside a selector that names nothing, or nothing of the right kind.
  private mutating func check(
    _ named: (item: ItemID, kind: EntityKind, text: String),
    isPlaceholder: (ArraySlice<UInt8>) -> Bool
  ) {
    let (id, kind, text) = named
    if graph.entity(kind, id: text) != nil { return }
    let qualified = graph.entity(path: text)
    if qualified?.kind == kind { return }
    let found =
      qualified.map { [$0.kind] }
      ?? EntityKind.allCases.filter { graph.entity($0, id: text) != nil }
    if isPlaceholder(Array(text.utf8)[...]) {
      appendProblem(.placeholder, id, text, [kind], found: [])
    } else if !mayBeUnread([kind]) {
      appendProblem(found.isEmpty ? .unresolved : .wrongKind, id, text, [kind], found: found)
    }
  }

  private mutating func resolveReference(_ id: ItemID, _ kinds: [EntityKind]) {
    let symbol = graph.items[id.index].payload
    var entity: EntityRef?
    var fitting = 0
    for kind in kinds {
      guard let found = graph.entity(kind, symbol: symbol) else { continue }
      entity = entity ?? found
      fitting += 1
    }
    if let entity {
      graph.items[id.index].type = .reference
      graph.items[id.index].payload = entity.packed
      guard fitting > 1 else { return }
      let found = kinds.filter { graph.entity($0, symbol: symbol) != nil }
      appendProblem(.ambiguous, id, graph.text(id), kinds, found: found)
      return
    }
    if let (kind, entity) = qualified(symbol) {
      if kinds.contains(kind), let entity {
        graph.items[id.index].type = .reference
        graph.items[id.index].payload = entity.packed
        return
      }
      fail(id, kinds, found: entity == nil ? [] : [kind])
    } else {
      fail(id, kinds, found: EntityKind.allCases.filter { graph.entity($0, symbol: symbol) != nil })
    }
  }

  /// Reads `kind/id`, split at the first slash; the entry is nil where there is none.
  private func qualified(_ symbol: UInt32) -> (kind: EntityKind, entity: EntityRef?)? {
    let bytes = graph.symbols[symbol]
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
      let kind = EntityKind(name: String(decoding: bytes[..<slash], as: UTF8.self))
    else { return nil }
    let entity = graph.symbols.find(bytes[(slash + 1)...]).flatMap {
      graph.entity(kind, symbol: $0)
    }
    return (kind, entity)
  }

  /// Whether an id of some kinds may be declared in what was not read.
  private func mayBeUnread(_ kinds: [EntityKind]) -> Bool {
    graph.isIncomplete || kinds.contains(where: graph.refusedKinds.contains)
  }

  /// A reference names nothing, or nothing of the right kind; where a part of the design was not
  /// read, what it names may stand there.
  private mutating func fail(_ id: ItemID, _ kinds: [EntityKind], found: [EntityKind]) {
    if mayBeUnread(kinds) {
      graph.items[id.index].type = .unknown
      return
    }
    graph.items[id.index].type = found.isEmpty ? .unresolved : .wrongKind
    appendProblem(
      found.isEmpty ? .unresolved : .wrongKind,
      id,
      graph.text(id),
      kinds,
      found: found
    )
  }

  private mutating func appendProblem(
    _ outcome: ReferenceProblem.Outcome,
    _ id: ItemID,
    _ value: String,
    _ kinds: [EntityKind],
    found: [EntityKind]
  ) {
    let item = graph.items[id.index]
    graph.problems.references.append(
      ReferenceProblem(
        outcome: outcome,
        holder: ownerPath(of: id),
        field: item.field.displayName,
        value: value,
        span: graph.span(id),
        accepted: kinds,
        found: found,
        suggestions: outcome == .unresolved ? suggested(for: value, kinds, item.field) : [],
        role: item.field.role
      )
    )
  }

  /// Returns what may be meant: a selector by a name that people have for it, else ids that are near.
  private mutating func suggested(
    for value: String,
    _ kinds: [EntityKind],
    _ field: Field
  ) -> [String] {
    if field.type.takesSelectors, let selector = Selector.meant(by: value) { return [selector] }
    return suggestions.find(value, kinds, in: graph)
  }

  private mutating func ownerPath(of item: ItemID) -> String {
    if owners == nil { owners = ItemOwners(graph) }
    return owners?.path(of: item, in: graph) ?? "organization"
  }

  /// Says which of a holder's incentives on one metric each problem of the reader is about.
  mutating func nameIncentives(_ notes: [IncentiveNote]) {
    for note in notes {
      let path = ownerPath(of: note.incentive)
      if note.isUnknownKey {
        graph.problems.unknownKeys[note.problem].holder = path
      } else {
        graph.diagnostics[note.problem].targets = [path]
      }
    }
  }

  /// Resolves the key of a scorecard.
  private mutating func resolveHolder(_ index: Int) {
    let record = graph.holders[index]
    let kinds: [EntityKind] = [.person, .unit]
    let value = graph.symbols.text(record.symbol)
    var outcome = ReferenceProblem.Outcome.unresolved
    var found: [EntityKind] = []
    if placeholders[Int(record.symbol)] {
      outcome = .placeholder
    } else if let person = graph.entity(.person, symbol: record.symbol) {
      graph.holders[index].holder = person
      return
    } else if let unit = graph.entity(.unit, symbol: record.symbol) {
      graph.holders[index].holder = unit
      return
    } else if let (kind, entity) = qualified(record.symbol), let entity {
      if kinds.contains(kind) {
        graph.holders[index].holder = entity
        return
      }
      (outcome, found) = (.wrongKind, [kind])
    } else {
      found = EntityKind.allCases.filter { graph.entity($0, symbol: record.symbol) != nil }
      if !found.isEmpty { outcome = .wrongKind }
    }
    if outcome != .placeholder, mayBeUnread(kinds) { return }
    graph.problems.references.append(
      ReferenceProblem(
        outcome: outcome,
        holder: "incentive/" + value,
        field: "holder",
        value: value,
        span: record.keySpan,
        accepted: kinds,
        found: found,
        suggestions: outcome == .unresolved ? suggestions.find(value, kinds, in: graph) : []
      )
    )
  }

  /// An id can be a placeholder as well as a reference can.
  private mutating func reportPlaceholderIDs() {
    for kind in EntityKind.allCases {
      for index in 0..<graph.count(kind) {
        let record = graph.entities[Int(kind.rawValue)][index]
        guard placeholders[Int(record.symbol)] else { continue }
        graph.problems.references.append(
          ReferenceProblem(
            outcome: .placeholder,
            holder: graph.path(EntityRef(kind, index)),
            field: "id",
            value: graph.symbols.text(record.symbol),
            span: record.keySpan,
            accepted: [],
            found: [],
            suggestions: []
          )
        )
      }
    }
  }

  mutating func findCycles() {
    for (kind, field) in [
      (EntityKind.person, Field.personReportsTo), (.unit, .unitParent), (.person, .personActing),
    ] {
      var parents = [Int32](repeating: -1, count: graph.count(kind))
      for index in parents.indices {
        guard let parent = graph.firstReference(field, of: EntityRef(kind, index)) else { continue }
        parents[index] = Int32(parent.index)
      }
      for cycle in ParentCycles.find(in: parents) {
        appendCycle(cycle.map { EntityRef(kind, $0) }, field)
      }
    }
  }

  /// Turns the cycle so that its smallest id stands first.
  private mutating func appendCycle(_ members: [EntityRef], _ field: Field) {
    let first = members.indices.min { graph.idPrecedes(members[$0], members[$1]) } ?? 0
    let rotated = Array(members[first...] + members[..<first])
    guard let item = graph.field(field, of: rotated[0]) else { return }
    let element = graph.elements(of: item).first { graph.reference($0) != nil }
    graph.problems.cycles.append(
      ReferenceCycle(field: field, members: rotated, span: graph.span(element ?? item))
    )
  }
}
