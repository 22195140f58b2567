import OrgModel

extension ProductFacts {
  /// What the entries say, in one pass.
  struct Columns {
    var units: [Int32]
    var stages: [UInt8]
    var kinds: [UInt8]
    var isSoftware: [Bool]
    var namesOwner: [Bool]
    var owners = IndexPairs()
    var leads = IndexPairs()

    init(_ graph: OrgGraph, _ people: PeopleFacts) {
      let records = graph.entities[Int(EntityKind.product.rawValue)]
      units = [Int32](repeating: -1, count: records.count)
      stages = [UInt8](repeating: 0, count: records.count)
      kinds = stages
      isSoftware = [Bool](repeating: true, count: records.count)
      namesOwner = [Bool](repeating: false, count: records.count)
      for product in records.indices {
        graph.forEachField(of: records[product].body) { field, value in
          switch field {
          case .productUnit: units[product] = graph.firstIndex(in: value)
          case .productStage: stages[product] = UInt8(clamping: graph.choice(value) ?? 0)
          case .productKind: kinds[product] = UInt8(clamping: graph.choice(value) ?? 0)
          case .productSoftware: isSoftware[product] = graph.choice(value) != 0
          case .productProductOwner:
            namesOwner[product] = true
            owners.addPeople(value, of: product, graph, people)
          case .productTechnologyLead: leads.addPeople(value, of: product, graph, people)
          default: break
          }
        }
      }
    }
  }

  /// The checked products in the order of the unit tree.
  struct Order {
    var checked: [Int32] = []
    var places: [Int32]
    var starts: [Int32] = []
    var startsOfAll: [Int32] = []

    init(_ units: [Int32], _ isChecked: [Bool], _ tree: Forest) {
      let byUnit = IndexLists(count: tree.count, keys: units)
      var all: Int32 = 0
      for unit in tree.preorder {
        starts.append(Int32(truncatingIfNeeded: checked.count))
        startsOfAll.append(all)
        all += Int32(truncatingIfNeeded: byUnit.count(of: Int(unit)))
        checked += byUnit[Int(unit)].filter { isChecked[Int($0)] }
      }
      starts.append(Int32(truncatingIfNeeded: checked.count))
      startsOfAll.append(all)
      for product in units.indices where isChecked[product] && units[product] < 0 {
        checked.append(Int32(truncatingIfNeeded: product))
      }
      places = [Int32](repeating: -1, count: units.count)
      for (place, product) in checked.enumerated() {
        places[Int(product)] = Int32(truncatingIfNeeded: place)
      }
    }
  }

  /// Who builds each product, and where it is at home.
  struct Building {
    var builders: IndexLists
    var homes: [Int32]

    init(_ graph: OrgGraph, _ units: [Int32], _ tree: Forest) {
      var pairs = IndexPairs()
      // The last unit that was seen to build each product: a list may name a product twice.
      var lastBuilder = [Int32](repeating: -1, count: units.count)
      for unit in 0..<graph.count(.unit) {
        let value = graph.field(.unitBuilds, of: EntityRef(.unit, unit))
        guard let value else { continue }
        let builder = Int32(truncatingIfNeeded: unit)
        for element in graph.elements(of: value) {
          guard let product = graph.reference(element)?.index, lastBuilder[product] != builder
          else { continue }
          lastBuilder[product] = builder
          pairs.keys.append(Int32(truncatingIfNeeded: product))
          pairs.values.append(builder)
        }
      }
      for product in units.indices where lastBuilder[product] < 0 && units[product] >= 0 {
        pairs.keys.append(Int32(truncatingIfNeeded: product))
        pairs.values.append(units[product])
      }
      let builders = pairs.lists(units.count)
      self.builders = builders
      homes = units.indices.map { product in
        if units[product] >= 0 { return units[product] }
        guard let first = builders[product].first else { return -1 }
        var common: Int? = Int(first)
        for builder in builders[product].dropFirst() {
          common = common.flatMap { tree.commonAncestor($0, Int(builder)) }
        }
        return common.map { Int32(truncatingIfNeeded: $0) } ?? -1
      }
    }
  }
}

extension ProductFacts.Columns {
  /// Returns for each product without `product_owner` who leads its group; -1 where nobody does.
  func inheritOwners(_ groups: [Int32], _ units: UnitFacts, _ people: PeopleFacts) -> [Int32] {
    groups.indices.map { product in
      guard !namesOwner[product], groups[product] >= 0,
        let lead = units.lead(of: Int(groups[product])), people.isFilled(lead)
      else { return -1 }
      return Int32(truncatingIfNeeded: lead)
    }
  }
}
