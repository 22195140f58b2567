import OrgModel

/// Which places of holders have a product, team or pocket.
struct PlaceMembers: Sendable {
  /// The places that have each team, pocket and pocket above, by rank.
  let ofTeam: IndexLists
  let ofPocket: IndexLists
  let ofParent: IndexLists

  /// Which places have which product.
  private let ofProduct: RangeIndex

  /// The runs of products of all places by where they begin, and the place of each.
  private let starts: [Int32]
  private let placesByStart: [Int32]

  /// How many holders, before each product, have a run that begins there or before.
  private let holdersBegun: [Int32]
  private let holdersEnded: [Int32]

  init(_ places: HolderPlaces, productCount: Int) {
    ofTeam = places.teams.inverted(count: places.teamOrder.entries.count) { $0 }
    ofPocket = places.pockets.inverted(count: places.pocketOrder.entries.count) { $0 }
    ofParent = places.parents.inverted(count: places.pocketOrder.entries.count) { $0 }
    ofProduct = RangeIndex(count: productCount, sets: places.products)
    var begun = [Int32](repeating: 0, count: productCount + 1)
    var ended = begun
    var runs: [(start: Int32, place: Int32)] = []
    for (place, set) in places.products.enumerated() {
      let count = Int32(truncatingIfNeeded: places.holders.count(of: place))
      for range in set.ranges {
        runs.append((range.start, Int32(truncatingIfNeeded: place)))
        begun[Int(range.start)] += count
        ended[Int(range.end)] += count
      }
    }
    for index in 0..<productCount {
      begun[index + 1] += begun[index]
      ended[index + 1] += ended[index]
    }
    holdersBegun = begun
    holdersEnded = ended
    runs.sort { $0 < $1 }
    starts = runs.map(\.start)
    placesByStart = runs.map(\.place)
  }

  /// Returns the places that have a product, ascending.
  func places(withProductAt product: Int32) -> [Int32] { ofProduct.sets(at: product) }

  /// Adds the places that have one of a run of products; some come several times.
  func addPlaces(meeting range: ProductRange, to found: inout [Int32]) {
    found += ofProduct.sets(at: range.start)
    let first = starts[...].position(notBelow: range.start + 1)
    let end = starts[...].position(notBelow: range.end)
    if first < end { found += placesByStart[first..<end] }
  }

  /// Returns no less than how many holders have one of a run of products.
  func count(meeting range: ProductRange) -> Int {
    Int(holdersBegun[Int(range.end) - 1]) - Int(holdersEnded[Int(range.start)])
  }
}
