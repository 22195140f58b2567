/// Returns the known name that is nearest to a wrong one, or nil when none is near.
///
/// Near is an edit distance (insertions, deletions, replacements, swaps of neighbors) of at most a
/// third of the name's length; of names that are equally near the first in the alphabet wins.
func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8.prefix(64))
  var best: (name: String, distance: Int)?
  for candidate in known where candidate != name {
    let limit = best.map { $0.distance } ?? max(1, wanted.count / 3)
    let bytes = Array(candidate.utf8.prefix(64))
    guard abs(bytes.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, bytes)
    guard distance <= limit else { continue }
    if let best, distance == best.distance, best.name <= candidate { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// Counts the edits between two words; letters that differ in case only count as equal.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
  var older: [Int] = []
  var previous = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let isSame = folded(left[row]) == folded(right[column])
      var distance = min(
        previous[column] + (isSame ? 0 : 1),
        previous[column + 1] + 1,
        current[column] + 1
      )
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, older[column - 1] + 1)
      }
      current.append(distance)
    }
    older = previous
    previous = current
  }
  return previous[right.count]
}
