import Diagnostics

/// Finds the known ids nearest to one that is wrong, with a bound on the work of a run.
struct IDSuggestions {
  private var known: [String: [String]] = [:]

  /// How many edits a suggested id may be away.
  private let distance: Int

  /// What is known of each id before it is compared, by kind; empty until first asked for.
  private var outlines = [[IDOutline]](repeating: [], count: EntityKind.allCases.count)

  init(distance: Int) {
    self.distance = min(max(0, distance), 8)
  }

  /// How many different wrong ids get a suggestion: each costs a look at every id of its kinds.
  static let limit = 200

  /// The most edits that bytes are compared for before texts are: each takes four times as long.
  private static let cheapDistance = 3

  /// Returns at most three ids of the kinds, nearest first.
  mutating func find(_ value: String, _ kinds: [EntityKind], in graph: OrgGraph) -> [String] {
    let key = kinds.map(\.section).joined(separator: " ") + " " + value
    if let found = known[key] { return found }
    guard known.count < IDSuggestions.limit else { return [] }
    let id = value.split(separator: "/", maxSplits: 1).last.map(String.init) ?? value
    let candidates = kinds.flatMap { self.candidates(for: Array(id.utf8)[...], $0, in: graph) }
    let found = NearestNames.of(id, among: candidates, within: distance)
    known[key] = found
    return found
  }

  /// Returns the ids of a kind that may be near.
  private mutating func candidates(
    for id: ArraySlice<UInt8>,
    _ kind: EntityKind,
    in graph: OrgGraph
  ) -> [String] {
    let records = graph.entities[Int(kind.rawValue)]
    if outlines[Int(kind.rawValue)].isEmpty {
      outlines[Int(kind.rawValue)] = records.map { IDOutline(graph.symbols[$0.symbol]) }
    }
    let wanted = IDOutline(id)
    var candidates: [String] = []
    for (record, outline) in outlines[Int(kind.rawValue)].enumerated()
    where outline.isNear(wanted, distance) {
      let bytes = graph.symbols[records[record].symbol]
      let isCheap =
        wanted.isASCII && outline.isASCII && distance <= IDSuggestions.cheapDistance
      guard !isCheap || NearestNames.isNear(id, bytes, edits: distance) else { continue }
      candidates.append(String(decoding: bytes, as: UTF8.self))
    }
    return candidates
  }
}

/// The length of an id and which letters it has an odd number of times, letter case ignored.
private struct IDOutline {
  private var oddLetters: UInt64 = 0
  private let length: Int
  private(set) var isASCII = true

  init(_ bytes: ArraySlice<UInt8>) {
    length = bytes.count
    for byte in bytes {
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      oddLetters ^= 1 << UInt64(folded & 0x3F)
      if byte >= 0x80 { isASCII = false }
    }
  }

  /// An edit changes the length by at most one character and at most two letters; a character
  /// beyond ASCII has up to four bytes.
  func isNear(_ other: IDOutline, _ distance: Int) -> Bool {
    let width = isASCII && other.isASCII ? 1 : 4
    return abs(length - other.length) <= distance * width
      && (oddLetters ^ other.oddLetters).nonzeroBitCount <= 2 * distance * width
  }
}
