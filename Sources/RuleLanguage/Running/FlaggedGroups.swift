import CEL
import SourceText

/// A candidate that the flag is true for.
struct Flagged {
  var element: Value?

  /// Whether it names a seat that somebody acts in.
  var isStandIn: Bool
  var worst: [Double]
  var elements: [String]
  var places: [SourceSpan]
  var more: Int
}

/// The candidates of one object, of each identity the worst.
struct FlaggedGroups {
  private var flagged: [Flagged] = []
  private var all: [Set<String>] = []
  private var places: [[SourceSpan]] = []
  private var positions: [[String]: Int] = [:]

  mutating func add(_ candidate: Flagged, identity: [String]) {
    guard let position = positions[identity] else {
      positions[identity] = flagged.count
      all.append(Set(candidate.elements))
      places.append(candidate.places)
      flagged.append(candidate)
      return
    }
    all[position].formUnion(candidate.elements)
    places[position] += candidate.places
    if isWorse(candidate, than: flagged[position]) { flagged[position] = candidate }
  }

  /// The shown candidates with the elements and places of all, and how many elements they do not
  /// speak of.
  var merged: [Flagged] {
    flagged.indices.map { position in
      var candidate = flagged[position]
      candidate.more = all[position].subtracting(candidate.elements).count
      candidate.elements = Array(all[position])
      candidate.places = places[position]
      return candidate
    }
  }

  /// One about the person before one about a seat the person acts in; of equals the one with the
  /// smallest element counts.
  private func isWorse(_ candidate: Flagged, than known: Flagged) -> Bool {
    if candidate.isStandIn != known.isStandIn { return known.isStandIn }
    if candidate.worst != known.worst {
      return known.worst.lexicographicallyPrecedes(candidate.worst)
    }
    return candidate.elements.lexicographicallyPrecedes(known.elements)
  }
}
