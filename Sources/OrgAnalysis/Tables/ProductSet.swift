/// A run of checked products, by their places; the end is exclusive.
package struct ProductRange: Hashable, Sendable {
  package let start: Int32
  package let end: Int32

  package init(_ start: Int32, _ end: Int32) {
    self.start = start
    self.end = end
  }
}

/// A set of checked products as runs of places; a unit's products are one run.
package struct ProductSet: Hashable, Sendable {
  /// Whether it is everything there is or could be: it meets every set, itself included.
  package let isAll: Bool

  /// Ascending, neither touching nor overlapping.
  package let ranges: [ProductRange]

  /// The set that meets every other.
  package static let all = ProductSet(isAll: true, ranges: [])

  package static let empty = ProductSet(isAll: false, ranges: [])

  private init(isAll: Bool, ranges: [ProductRange]) {
    self.isAll = isAll
    self.ranges = ranges
  }

  /// Puts runs in order and joins those that touch.
  package init(_ parts: [ProductRange]) {
    isAll = false
    if parts.count < 2 {
      ranges = parts.filter { $0.start < $0.end }
      return
    }
    var joined: [ProductRange] = []
    for part in parts.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) })
    where part.start < part.end {
      if let last = joined.last, part.start <= last.end {
        joined[joined.count - 1] = ProductRange(last.start, max(last.end, part.end))
      } else {
        joined.append(part)
      }
    }
    ranges = joined
  }

  /// Makes a set of single places.
  package init(places: some Sequence<Int32>) {
    self.init(places.map { ProductRange($0, $0 + 1) })
  }

  /// Whether nothing is in it.
  package var isEmpty: Bool { !isAll && ranges.isEmpty }

  /// The number of products; of `all` none, for it names none.
  package var count: Int {
    ranges.reduce(0) { $0 + Int($1.end - $1.start) }
  }

  /// The places, ascending.
  package var places: [Int32] {
    ranges.flatMap { $0.start..<$0.end }
  }

  /// Returns whether a place is in it, by binary search.
  package func contains(_ place: Int32) -> Bool {
    if isAll { return true }
    let index = firstRange(endingAfter: place)
    return index < ranges.count && ranges[index].start <= place
  }

  /// Returns whether two sets have a product in common, or one of them is `all`.
  package func meets(_ other: ProductSet) -> Bool {
    if isAll || other.isAll { return true }
    if ranges.count > other.ranges.count { return other.meets(self) }
    return ranges.contains { range in
      let index = other.firstRange(endingAfter: range.start)
      return index < other.ranges.count && other.ranges[index].start < range.end
    }
  }

  /// Returns what both have; with `all` it is the other set.
  package func intersection(_ other: ProductSet) -> ProductSet {
    if isAll { return other }
    if other.isAll { return self }
    var common: [ProductRange] = []
    for range in ranges {
      var index = other.firstRange(endingAfter: range.start)
      while index < other.ranges.count, other.ranges[index].start < range.end {
        let second = other.ranges[index]
        common.append(ProductRange(max(range.start, second.start), min(range.end, second.end)))
        index += 1
      }
    }
    return ProductSet(common)
  }

  /// Returns what is in this set and not in the other one; neither may be `all`.
  package func subtracting(_ other: ProductSet) -> ProductSet {
    var rest: [ProductRange] = []
    for range in ranges {
      var start = range.start
      var index = other.firstRange(endingAfter: start)
      while index < other.ranges.count, other.ranges[index].start < range.end {
        if other.ranges[index].start > start {
          rest.append(ProductRange(start, other.ranges[index].start))
        }
        start = other.ranges[index].end
        index += 1
      }
      if start < range.end { rest.append(ProductRange(start, range.end)) }
    }
    return ProductSet(rest)
  }

  /// Returns the first run that ends behind a place, by binary search.
  private func firstRange(endingAfter place: Int32) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
