/// The smallest number in any run of an array, found in logarithmic time.
struct MinimumIndex: Sendable {
  /// A tree over the numbers: the leaves from `width`, and the smallest of two nodes above them.
  private var nodes: [Int32]
  private let width: Int

  init(_ numbers: [Int32]) {
    width = max(1, numbers.count)
    nodes = [Int32](repeating: .max, count: width) + numbers
    if numbers.isEmpty { nodes.append(.max) }
    for node in stride(from: width - 1, to: 0, by: -1) {
      nodes[node] = min(nodes[node * 2], nodes[node * 2 + 1])
    }
  }

  /// Returns the smallest number in a run; nil where the run is empty.
  func minimum(in range: ProductRange) -> Int32? {
    var low = Int(range.start) + width
    var high = Int(range.end) + width
    var found = Int32.max
    while low < high {
      if low & 1 == 1 {
        found = min(found, nodes[low])
        low += 1
      }
      if high & 1 == 1 {
        high -= 1
        found = min(found, nodes[high])
      }
      low /= 2
      high /= 2
    }
    return found == .max ? nil : found
  }
}
