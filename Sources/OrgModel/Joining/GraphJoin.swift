package import Diagnostics
package import SourceText

/// Joins the parts of all files into one design and resolves its references.
///
/// - Parameters:
///   - parts: One for each org file, in the order of the files' paths.
///   - sources: All files of the run, org files or not.
///   - suggestionDistance: How many edits a suggested id may be away from one that names nothing.
///   - isPlaceholder: Whether an id is no name, such as `TBD`; asked once for each distinct id.
package func joinParts(
  _ parts: [GraphPart],
  sources: SourceSet,
  suggestionDistance: Int = 2,
  isPlaceholder: (ArraySlice<UInt8>) -> Bool
) -> OrgGraph {
  // What is joined is handed on whole: kept by two, all values would be copied at the first change.
  let (graph, notes) = GraphJoin.join(parts, sources)
  var resolver = ReferenceResolver(graph: consume graph, suggestionDistance: suggestionDistance)
  resolver.resolve(isPlaceholder: isPlaceholder)
  resolver.nameIncentives(notes)
  resolver.findCycles()
  return resolver.graph
}

/// A design that grows by one file after the other.
private struct GraphJoin {
  private var graph: OrgGraph

  /// The places of each id that is declared again, by kind and entry.
  private var repeated: [EntityRef: [SourceSpan]] = [:]

  /// The problems in incentives, whose number among those of a holder only all files tell.
  private var notes: [IncentiveNote] = []

  static func join(
    _ parts: [GraphPart],
    _ sources: SourceSet
  ) -> (graph: OrgGraph, notes: [IncentiveNote]) {
    var join = GraphJoin(sources: sources)
    join.reserve(for: parts)
    for part in parts { join.append(part) }
    join.finish(fileCount: sources.files.count)
    return (join.graph, join.notes)
  }

  private init(sources: SourceSet) {
    let kinds = EntityKind.allCases.count
    graph = OrgGraph(
      sources: sources,
      symbols: SymbolTable(minimumCapacity: 1024),
      entities: [[EntityRecord]](repeating: [], count: kinds),
      holders: [],
      organizations: [],
      waivers: [],
      ignoreComments: [],
      items: [],
      fileStarts: [],
      numbers: [],
      storedTexts: [],
      entityOfSymbol: [[UInt32]](repeating: [], count: kinds),
      sections: [],
      diagnostics: [],
      problems: GraphProblems(),
      incompleteFiles: [],
      fileCount: 0
    )
  }

  private mutating func reserve(for parts: [GraphPart]) {
    graph.items.reserveCapacity(parts.reduce(0) { $0 + $1.items.count })
    graph.symbols = SymbolTable(minimumCapacity: parts.reduce(0) { $0 + $1.symbols.count })
    for kind in EntityKind.allCases {
      let index = Int(kind.rawValue)
      graph.entities[index].reserveCapacity(parts.reduce(0) { $0 + $1.entities[index].count })
    }
  }

  private mutating func append(_ part: GraphPart) {
    while graph.fileStarts.count <= Int(part.file.index) {
      graph.fileStarts.append(UInt32(graph.items.count))
    }
    let symbols = (0..<part.symbols.count).map {
      graph.symbols.intern(UInt32($0), from: part.symbols)
    }
    let firstItem = graph.items.count
    appendItems(part, symbols)
    for kind in EntityKind.allCases {
      for record in part.entities[Int(kind.rawValue)] {
        append(record, of: kind, symbols, firstItem)
      }
    }
    for holder in part.holders {
      var holder = holder
      holder.symbol = symbols[Int(holder.symbol)]
      holder.body = ItemID(holder.body.index + firstItem)
      graph.holders.append(holder)
    }
    graph.organizations += part.organizations.map { ItemID($0.index + firstItem) }
    graph.waivers += part.waivers.map { ItemID($0.index + firstItem) }
    graph.ignoreComments += part.ignoreComments
    graph.sections.formUnion(part.sections)
    for note in part.incentiveNotes {
      notes.append(
        IncentiveNote(
          incentive: ItemID(note.incentive.index + firstItem),
          problem: note.problem
            + (note.isUnknownKey ? graph.problems.unknownKeys.count : graph.diagnostics.count),
          isUnknownKey: note.isUnknownKey
        )
      )
    }
    graph.diagnostics += part.diagnostics
    graph.problems.unknownKeys += part.unknownKeys
    graph.fileCount += 1
    if part.hasRefusedEntries { graph.hasRefusedEntries = true }
    graph.refusedKinds.formUnion(part.refusedKinds)
    if part.hasRefusedReferences { graph.hasRefusedReferences = true }
    if !part.isComplete { graph.incompleteFiles.append(part.file) }
  }

  private mutating func appendItems(_ part: GraphPart, _ symbols: [UInt32]) {
    let firstNumber = UInt32(graph.numbers.count)
    let firstText = UInt32(graph.storedTexts.count)
    graph.numbers += part.numbers
    graph.storedTexts += part.storedTexts
    for item in part.items {
      var item = item
      switch item.type {
      case .unread, .name, .entry: item.payload = symbols[Int(item.payload)]
      case .number: item.payload += firstNumber
      case .text where item.flags.contains(.stored): item.payload += firstText
      default: break
      }
      graph.items.append(item)
    }
  }

  private mutating func append(
    _ record: EntityRecord,
    of kind: EntityKind,
    _ symbols: [UInt32],
    _ firstItem: Int
  ) {
    let index = Int(kind.rawValue)
    var record = record
    record.symbol = symbols[Int(record.symbol)]
    record.body = ItemID(record.body.index + firstItem)
    let symbol = Int(record.symbol)
    if graph.entityOfSymbol[index].count <= symbol {
      let missing = graph.symbols.count - graph.entityOfSymbol[index].count
      graph.entityOfSymbol[index] += repeatElement(0, count: missing)
    }
    let known = graph.entityOfSymbol[index][symbol]
    guard known == 0 else {
      repeated[EntityRef(kind, Int(known) - 1), default: []].append(record.keySpan)
      graph.repeats.append((kind, record))
      return
    }
    guard graph.entities[index].count < EntityRef.limit - 1 else { return }
    graph.entities[index].append(record)
    graph.entityOfSymbol[index][symbol] = UInt32(graph.entities[index].count)
  }

  private mutating func finish(fileCount: Int) {
    while graph.fileStarts.count <= fileCount {
      graph.fileStarts.append(UInt32(graph.items.count))
    }
    for (entity, places) in repeated {
      graph.problems.duplicates.append(
        DuplicateID(
          form: .twice,
          targets: [graph.path(entity)],
          places: [graph.keySpan(entity)] + places,
          fields: []
        )
      )
    }
    findLetterCaseTwins()
    if let designs = DesignsInRun(graph).find() { graph.problems.duplicates.append(designs) }
    graph.problems.duplicates.sort {
      $0.places[0] != $1.places[0] ? $0.places[0] < $1.places[0] : $0.places[1] < $1.places[1]
    }
  }

  /// Finds ids of one kind that differ only in letter case; at least one has a capital letter.
  private mutating func findLetterCaseTwins() {
    for kind in EntityKind.allCases {
      var byFolded: [String: [EntityRef]] = [:]
      for index in 0..<graph.count(kind) {
        let entity = EntityRef(kind, index)
        let bytes = graph.symbols[graph.record(entity).symbol]
        guard bytes.contains(where: { $0 >= 0x80 || (0x41...0x5A).contains($0) }) else { continue }
        let id = String(decoding: bytes, as: UTF8.self)
        let folded = id.lowercased()
        byFolded[folded, default: []].append(entity)
      }
      for (folded, twins) in byFolded {
        let lower = graph.entity(kind, id: folded).map { twins.contains($0) ? [] : [$0] } ?? []
        // Each is told with the smallest id, wherever they stand.
        let sorted = (twins + lower).sorted { graph.idPrecedes($0, $1) }
        for other in sorted.dropFirst() { appendTwins([sorted[0], other]) }
      }
    }
  }

  private mutating func appendTwins(_ pair: [EntityRef]) {
    graph.problems.duplicates.append(
      DuplicateID(
        form: .letterCase,
        targets: pair.map(graph.path),
        // It stands at whichever was declared second.
        places: pair.map(graph.keySpan).sorted(),
        fields: []
      )
    )
  }
}

extension OrgGraph {
  /// Adds what was met while the files were looked for.
  package mutating func add(_ problems: [Diagnostic]) {
    diagnostics += problems
  }
}
