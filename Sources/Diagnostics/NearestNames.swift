/// The known names nearest to one that is wrong, for "did you mean".
package enum NearestNames {
  private static let longest = 256

  /// Returns the names within a distance, at most three, nearest first, then by their bytes.
  ///
  /// The distance counts inserted, deleted and replaced characters and swapped neighbors (optimal
  /// string alignment); letter case is ignored. A name that takes as many edits as the wrong one
  /// has characters shares nothing with it, and is no answer. Nor has a text of more than 256
  /// characters one.
  package static func of(
    _ wrong: String,
    among names: some Sequence<String>,
    within distance: Int = 2
  ) -> [String] {
    guard wrong.utf8.count <= 4 * longest else { return [] }
    let folded = Array(wrong.lowercased().unicodeScalars)
    return
      names
      .compactMap { name in
        let other = Array(name.lowercased().unicodeScalars)
        return self.distance(folded, other, atMost: min(distance, folded.count - 1))
          .map { (distance: $0, name: name) }
      }
      .sorted {
        $0.distance != $1.distance
          ? $0.distance < $1.distance : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
      }
      .prefix(3).map(\.name)
  }

  /// Returns whether so many edits make one name of ASCII letters the other, letter case ignored.
  ///
  /// Made for going through very many names: nothing is allocated, and four to the power of the
  /// edits bounds how often the rests of the names are compared.
  package static func isNear(
    _ first: ArraySlice<UInt8>,
    _ second: ArraySlice<UInt8>,
    edits: Int
  ) -> Bool {
    var (row, column) = (first.startIndex, second.startIndex)
    while row < first.endIndex, column < second.endIndex,
      folded(first[row]) == folded(second[column])
    {
      row += 1
      column += 1
    }
    let (first, second) = (first[row...], second[column...])
    guard abs(first.count - second.count) <= edits else { return false }
    if first.isEmpty || second.isEmpty { return true }
    guard edits > 0 else { return false }
    if isNear(first.dropFirst(), second.dropFirst(), edits: edits - 1) { return true }
    if isNear(first.dropFirst(), second, edits: edits - 1) { return true }
    if isNear(first, second.dropFirst(), edits: edits - 1) { return true }
    return first.count > 1 && second.count > 1
      && folded(first[row]) == folded(second[column + 1])
      && folded(first[row + 1]) == folded(second[column])
      && isNear(first.dropFirst(2), second.dropFirst(2), edits: edits - 1)
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// Returns the distance of two names; nil where it is greater than the limit.
  ///
  /// Cost: the product of the lengths; names that differ in length by more are not compared.
  private static func distance(
    _ first: [Unicode.Scalar],
    _ second: [Unicode.Scalar],
    atMost limit: Int
  ) -> Int? {
    guard limit >= 0, abs(first.count - second.count) <= limit, first.count <= longest
    else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let replaced = previous[column] + (first[row] == second[column] ? 0 : 1)
        var best = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      guard current.contains(where: { $0 <= limit }) else { return nil }
      (beforePrevious, previous) = (previous, current)
    }
    let distance = previous[second.count]
    return distance <= limit ? distance : nil
  }
}
