import OrgModel

/// The products that decisions, stewardships or initiatives are about, by their `scope`.
package final class ScopeFacts: Sendable {
  /// For each entry its checked products; every one where no scope is declared.
  package let sets: [ProductSet]

  /// Whether each entry declares a scope.
  package let isDeclared: [Bool]

  /// Which entries have which product.
  private let index: RangeIndex

  init(_ graph: OrgGraph, _ kind: EntityKind, _ field: Field, _ reader: ScopeReader) {
    let everything = reader.products.everything
    let records = graph.entities[Int(kind.rawValue)]
    let scopes = records.map { reader.declared(graph.field(field, of: $0.body)) }
    sets = scopes.map { $0 ?? everything }
    isDeclared = scopes.map { $0 != nil }
    index = RangeIndex(count: reader.products.checked.count, sets: sets)
  }

  /// Returns the entries whose scope has a place, in the order of the files.
  package func entries(at place: Int32) -> [Int32] {
    index.sets(at: place)
  }
}

/// Reads the fields of the form of a scope.
struct ScopeReader: Sendable {
  let graph: OrgGraph
  let units: Forest
  let products: ProductFacts
  let pockets: PocketFacts

  /// Returns the checked products of a declared scope; nil where none is declared.
  ///
  /// A scope of which nothing resolves is empty; one that says nothing is not declared.
  func declared(_ scope: ItemID?) -> ProductSet? {
    guard let scope, graph[scope].type != .absent else { return nil }
    guard graph[scope].type == .mapping else { return .empty }
    var parts: [ProductRange] = []
    var saysSomething = false
    for value in graph.children(of: scope) where graph[value].type != .absent {
      saysSomething = true
      for element in graph.elements(of: value) {
        guard let entity = graph.reference(element) else { continue }
        append(entity, to: &parts)
      }
    }
    return saysSomething ? ProductSet(parts) : nil
  }

  private func append(_ entity: EntityRef, to parts: inout [ProductRange]) {
    switch entity.kind {
    case .product:
      guard let place = products.place(of: entity.index) else { return }
      parts.append(ProductRange(place, place + 1))
    case .unit: parts.append(products.range(within: entity.index, units))
    case .pocket: parts += pockets.footprint(of: entity.index).ranges
    default: return
    }
  }
}
