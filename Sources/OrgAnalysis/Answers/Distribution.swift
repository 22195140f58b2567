/// The least, middle and greatest of some numbers.
package struct Distribution: Hashable, Sendable {
  package let count: Int
  package let least: Int
  package let greatest: Int

  /// Twice the median, which of an even number of numbers lies between two.
  package let twiceMedian: Int

  /// Nil of no numbers.
  package init?(_ numbers: some Sequence<Int>) {
    let sorted = numbers.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    least = first
    greatest = last
    twiceMedian = sorted[(count - 1) / 2] + sorted[count / 2]
  }

  package var median: Double { Double(twiceMedian) / 2 }
}
