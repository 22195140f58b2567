import OrgModel

/// The products, who answers for them and who builds them.
package final class ProductFacts: Sendable {
  /// Whether each product is live, in build or in sunset.
  package let isChecked: [Bool]

  /// The checked products in the order of the unit tree, those without a unit last.
  package let checked: [Int32]

  /// The place of each product in `checked`; -1 for products that are not.
  @usableFromInline let places: [Int32]

  /// The stage and the kind, as positions in the format's lists.
  package let stages: [UInt8]
  package let kinds: [UInt8]

  package let isSoftware: [Bool]

  /// The filled entries of `product_owner`, of one person the first.
  package let owners: IndexLists

  /// The filled entries of `technology_lead`, of one person the first.
  package let leads: IndexLists

  /// The units that build each product: by `builds`, else the product's own.
  package let builders: IndexLists

  /// The product's own unit; -1 where it names none.
  let units: [Int32]

  /// Where each product is at home; -1 where that is open.
  let homes: [Int32]

  /// The nearest product group at or above home, else home; -1 where that is open.
  let groups: [Int32]

  /// Who owns a product because they lead its group; -1 where nobody does.
  let inheritedOwners: [Int32]

  /// The products that each unit builds, by the position of the unit in preorder.
  private let built: IndexLists

  /// How many checked products stand before each unit in preorder, and at the end all.
  private let starts: [Int32]

  /// The same for products of every stage.
  private let startsOfAll: [Int32]

  init(_ graph: OrgGraph, _ people: PeopleFacts, _ unitFacts: UnitFacts, _ settings: Settings) {
    var columns = Columns(graph, people)
    let tree = unitFacts.tree
    units = columns.units
    stages = columns.stages
    kinds = columns.kinds
    isSoftware = columns.isSoftware
    isChecked = columns.stages.map { $0 < 3 }
    let building = Building(graph, columns.units, tree)
    builders = building.builders
    homes = building.homes
    built = building.builders.inverted(count: tree.count) { Int(tree.positions[$0]) }
    let groups = building.homes.map { home in
      home < 0 || unitFacts.nearestGroup[Int(home)] < 0 ? home : unitFacts.nearestGroup[Int(home)]
    }
    self.groups = groups
    inheritedOwners = columns.inheritOwners(groups, unitFacts, people)
    let count = columns.units.count
    if settings.inheritsFromGroup { columns.owners.add(inheritedOwners) }
    owners = columns.owners.lists(count)
    leads = columns.leads.lists(count)
    let order = Order(columns.units, isChecked, tree)
    checked = order.checked
    places = order.places
    starts = order.starts
    startsOfAll = order.startsOfAll
  }
}

extension ProductFacts {
  /// The number of products of every stage.
  package var count: Int { isChecked.count }

  /// Returns the place of a product among the checked ones; nil where it is none.
  @inlinable @inline(__always)
  package func place(of product: Int) -> Int32? {
    places[product] < 0 ? nil : places[product]
  }

  /// Returns the product at a place.
  @inlinable @inline(__always)
  package func product(at place: Int32) -> Int {
    Int(checked[Int(place)])
  }

  /// Every checked product.
  package var everything: ProductSet {
    ProductSet([ProductRange(0, Int32(truncatingIfNeeded: checked.count))])
  }

  /// Returns the products of a set, in the order of their places; of `all` every checked one.
  package func list(_ set: ProductSet) -> [Int32] {
    set.isAll ? checked : set.ranges.flatMap { checked[Int($0.start)..<Int($0.end)] }
  }

  /// Returns the run of checked products whose own unit is a unit or below it.
  package func range(within unit: Int, _ tree: Forest) -> ProductRange {
    let range = tree.range(of: unit)
    return ProductRange(starts[range.lowerBound], starts[range.upperBound])
  }

  /// Returns the checked products that a unit or one below it builds.
  package func built(within unit: Int, _ tree: Forest) -> ProductSet {
    ProductSet(places: built[tree.range(of: unit)].compactMap { place(of: Int($0)) })
  }

  /// Returns the checked products that a unit builds, those of the units below left out.
  package func built(by unit: Int, _ tree: Forest) -> ProductSet {
    ProductSet(places: built[Int(tree.positions[unit])].compactMap { place(of: Int($0)) })
  }

  /// Returns whether any product of any stage has a unit, or one below it, as its own.
  package func hasAny(within unit: Int, _ tree: Forest) -> Bool {
    let range = tree.range(of: unit)
    return startsOfAll[range.upperBound] > startsOfAll[range.lowerBound]
  }

  /// Returns the one product owner that counts, where there are several the first listed.
  @inlinable @inline(__always)
  package func owner(of product: Int) -> Int? {
    owners[product].first.map { Int($0) }
  }

  /// Returns the one technology lead that counts, where there are several the first listed.
  @inlinable @inline(__always)
  package func lead(of product: Int) -> Int? {
    leads[product].first.map { Int($0) }
  }

  /// Returns the product's own unit.
  package func unit(of product: Int) -> Int? {
    units[product] < 0 ? nil : Int(units[product])
  }

  /// Returns the product's own unit, else the nearest unit that all its builders are within.
  package func home(of product: Int) -> Int? {
    homes[product] < 0 ? nil : Int(homes[product])
  }

  /// Returns the nearest product group at or above the home of a product, else the home.
  package func group(of product: Int) -> Int? {
    groups[product] < 0 ? nil : Int(groups[product])
  }

  /// Returns who leads the group of a product that names no owner, vacant seats left out.
  package func inheritedOwner(of product: Int) -> Int? {
    inheritedOwners[product] < 0 ? nil : Int(inheritedOwners[product])
  }
}
