/// The known names nearest to one that is wrong, for "did you mean".
package enum NearestNames {
  /// Returns the names within a distance, at most three, nearest first, then by their bytes.
  ///
  /// The distance counts inserted, deleted and replaced characters and swapped neighbors (optimal
  /// string alignment); letter case is ignored.
  package static func of(
    _ wrong: String,
    among names: some Sequence<String>,
    within distance: Int = 2
  ) -> [String] {
    let folded = Array(wrong.lowercased().unicodeScalars)
    return
      names
      .compactMap { name in
        let other = Array(name.lowercased().unicodeScalars)
        return self.distance(folded, other, atMost: distance).map { (distance: $0, name: name) }
      }
      .sorted {
        $0.distance != $1.distance
          ? $0.distance < $1.distance : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
      }
      .prefix(3).map(\.name)
  }

  /// Returns the distance of two names; nil where it is greater than the limit.
  ///
  /// Cost: the product of the lengths; names that differ in length by more are not compared.
  private static func distance(
    _ first: [Unicode.Scalar],
    _ second: [Unicode.Scalar],
    atMost limit: Int
  ) -> Int? {
    guard abs(first.count - second.count) <= limit, first.count <= 256 else { return nil }
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
