import OrgModel

/// Which of many sets of products meet a run of products, and how many holders these have.
struct RunMembers: Sendable {
  /// Which sets have which product.
  private let ofProduct: RangeIndex

  /// The runs of products of all sets by where they begin, and the set of each.
  private let starts: [Int32]
  private let setsByStart: [Int32]

  /// How many holders, before each product, have a run that begins there or before.
  private let holdersBegun: [Int32]
  private let holdersEnded: [Int32]

  /// - Parameter holderCount: How many holders a set has.
  init(_ sets: [ProductSet], productCount: Int, holderCount: (Int) -> Int) {
    ofProduct = RangeIndex(count: productCount, sets: sets)
    var begun = [Int32](repeating: 0, count: productCount + 1)
    var ended = begun
    var runs: [(start: Int32, set: Int32)] = []
    for (number, set) in sets.enumerated() {
      let count = Int32(truncatingIfNeeded: holderCount(number))
      for range in set.ranges {
        runs.append((range.start, Int32(truncatingIfNeeded: number)))
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
    setsByStart = runs.map(\.set)
  }

  /// Returns the sets that have a product, ascending.
  func sets(at product: Int32) -> [Int32] { ofProduct.sets(at: product) }

  /// Returns the sets that have one of a run of products; some come several times.
  func sets(meeting range: ProductRange) -> [Int32] {
    let first = starts[...].position(notBelow: range.start + 1)
    let end = starts[...].position(notBelow: range.end)
    return ofProduct.sets(at: range.start) + (first < end ? setsByStart[first..<end] : [])
  }

  /// Returns no less than how many holders have one of a run of products.
  func count(meeting range: ProductRange) -> Int {
    Int(holdersBegun[Int(range.end) - 1]) - Int(holdersEnded[Int(range.start)])
  }
}
