import Diagnostics

/// Finds the known ids nearest to one that is wrong, with a bound on the work of a run.
struct IDSuggestions {
  private var known: [String: [String]] = [:]

  /// How many edits a suggested id may be away.
  private let distance: Int

  init(distance: Int) {
    self.distance = min(max(0, distance), 8)
  }

  /// How many different wrong ids get a suggestion: each costs a look at every id of its kinds.
  private static let limit = 200

  /// Returns at most three ids of the kinds, nearest first.
  mutating func find(_ value: String, _ kinds: [EntityKind], in graph: OrgGraph) -> [String] {
    let key = kinds.map(\.section).joined(separator: " ") + " " + value
    if let found = known[key] { return found }
    guard known.count < IDSuggestions.limit else { return [] }
    let id = value.split(separator: "/", maxSplits: 1).last.map(String.init) ?? value
    let wanted = LetterSet(Array(id.utf8)[...])
    let length = id.utf8.count
    var candidates: [String] = []
    for kind in kinds {
      for record in graph.entities[Int(kind.rawValue)] {
        let bytes = graph.symbols[record.symbol]
        guard abs(bytes.count - length) <= 4 * distance,
          LetterSet(bytes).isNear(wanted, distance)
        else { continue }
        candidates.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    let found = NearestNames.of(id, among: candidates, within: distance)
    known[key] = found
    return found
  }
}

/// Which letters a text has, letter case ignored: an edit seldom changes more than four of them.
private struct LetterSet {
  private var bits: UInt64 = 0

  init(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      bits |= 1 << UInt64(folded & 0x3F)
    }
  }

  func isNear(_ other: LetterSet, _ distance: Int) -> Bool {
    (bits ^ other.bits).nonzeroBitCount <= 4 * distance
  }
}
