import OrgModel

extension PocketFacts {
  /// What the entries say, in one pass.
  struct Columns {
    var parents: [Int32]
    var isRoot: [Bool]
    var owners = IndexPairs()
    var claims: [Claim] = []
    /// As written: a position in `dimensionNames`, or -1; 0, 1, or -1.
    var dimensions: [Int32]
    var primary: [Int32]
    var dimensionNames = ["product"]
    private var numberOfDimension: [String: Int32] = ["product": 0]

    init(_ graph: OrgGraph, _ people: PeopleFacts) {
      let records = graph.entities[Int(EntityKind.pocket.rawValue)]
      parents = [Int32](repeating: -1, count: records.count)
      dimensions = parents
      primary = parents
      isRoot = [Bool](repeating: true, count: records.count)
      for pocket in records.indices { read(pocket, records[pocket].body, graph, people) }
    }

    private mutating func read(
      _ pocket: Int,
      _ body: ItemID,
      _ graph: OrgGraph,
      _ people: PeopleFacts
    ) {
      graph.forEachField(of: body) { field, value in
        switch field {
        case .pocketParent:
          parents[pocket] = graph.firstIndex(in: value)
          isRoot[pocket] = false
        case .pocketOwner: owners.addPeople(value, of: pocket, graph, people)
        case .pocketDimension: dimensions[pocket] = number(of: graph.text(value))
        case .pocketPrimary: primary[pocket] = graph.choice(value).map { Int32($0) } ?? -1
        case .pocketCovers: readCovers(pocket, value, graph)
        default: break
        }
      }
    }

    private mutating func number(of dimension: String) -> Int32 {
      if let known = numberOfDimension[dimension] { return known }
      let number = Int32(truncatingIfNeeded: dimensionNames.count)
      dimensionNames.append(dimension)
      numberOfDimension[dimension] = number
      return number
    }

    private mutating func readCovers(_ pocket: Int, _ covers: ItemID, _ graph: OrgGraph) {
      guard graph[covers].type == .mapping else { return }
      for (field, way) in [(Field.coversProducts, Claim.Ways.direct), (.coversUnits, .unit)] {
        guard let value = graph.present(field, of: covers) else { continue }
        for element in graph.elements(of: value) {
          guard let index = graph.reference(element)?.index else { continue }
          claims.append(
            Claim(
              pocket: Int32(truncatingIfNeeded: pocket),
              product: way == .direct ? Int32(truncatingIfNeeded: index) : -1,
              unit: way == .unit ? Int32(truncatingIfNeeded: index) : -1,
              ways: way,
              place: element
            )
          )
        }
      }
    }

    /// Gives every pocket the dimension and the mark of its parent where it has none of its own.
    func inherited(_ tree: Forest) -> (dimensions: [Int32], isPrimary: [Bool]) {
      var dimensions = dimensions
      var isPrimary = primary.map { $0 == 1 }
      for pocket in tree.preorder {
        let above = Int(tree.parents[Int(pocket)])
        if dimensions[Int(pocket)] < 0 {
          dimensions[Int(pocket)] = above < 0 ? 0 : dimensions[above]
        }
        if primary[Int(pocket)] < 0, above >= 0 { isPrimary[Int(pocket)] = isPrimary[above] }
      }
      return (dimensions, isPrimary)
    }
  }

  /// What `shared_by` of the products says.
  struct Sharing {
    var products: [Int32] = []
    var shares: [Share] = []
    var claims: [Claim] = []

    init(_ graph: OrgGraph) {
      let records = graph.entities[Int(EntityKind.product.rawValue)]
      for product in records.indices {
        guard let value = graph.present(.productSharedBy, of: records[product].body) else {
          continue
        }
        read(Int32(truncatingIfNeeded: product), graph.entries(of: value), graph)
      }
    }

    private mutating func read(
      _ product: Int32,
      _ entries: [(key: ItemID, names: EntityRef?, value: ItemID?)],
      _ graph: OrgGraph
    ) {
      var seen: Set<Int> = []
      for entry in entries {
        guard let pocket = entry.names, seen.insert(pocket.index).inserted else { continue }
        let number = Int32(truncatingIfNeeded: pocket.index)
        products.append(product)
        shares.append(
          Share(pocket: number, percent: entry.value.flatMap { graph.number($0) }, place: entry.key)
        )
        claims.append(
          Claim(pocket: number, product: product, unit: -1, ways: .shared, place: entry.key)
        )
      }
    }
  }
}
