/// An immutable map that keeps the order in which its entries were added.
///
/// Keys are strings, booleans, ints and uints; numbers of equal worth are one key.
public struct ValueMap: Sendable {
  /// One entry of a map.
  public typealias Entry = (key: Value, value: Value)

  /// What makes two keys one.
  enum Key: Hashable {
    case bool(Bool)
    case int(Int)
    case uint(UInt)
    case string(String)
  }

  /// The entries, oldest first.
  public let entries: [Entry]
  /// Positions by key; empty as long as the map is small enough to look through.
  private let positions: [Key: Int]
  /// How many values there are on all levels together, strings counting by their length.
  let weight: Int32

  /// The map without entries.
  public static let empty = ValueMap(unique: [])

  /// The most entries that a map looks through without an index.
  private static let scanLimit = 8

  /// Makes a map, or returns nil when a key is of a type that keys can't have or stands twice.
  public init?(_ entries: [Entry]) {
    var builder = ValueMapBuilder()
    for entry in entries where !builder.insert(entry.key, entry.value) { return nil }
    self = builder.map
  }

  /// Makes a map with strings for keys; of equal keys the first counts.
  public init(_ entries: [(String, Value)]) {
    var builder = ValueMapBuilder()
    for (key, value) in entries { _ = builder.insert(.string(key), value) }
    self = builder.map
  }

  /// Makes a map of entries whose keys are known to be valid and different.
  init(unique entries: [Entry]) {
    self.entries = entries
    weight = entries.reduce(0) { Weight.sum($0, Weight.sum($1.key.weight, $1.value.weight)) }
    var positions: [Key: Int] = [:]
    if entries.count > Self.scanLimit {
      positions.reserveCapacity(entries.count)
      for (position, entry) in entries.enumerated() {
        if let key = Key(entry.key) { positions[key] = position }
      }
    }
    self.positions = positions
  }

  /// The number of entries.
  public var count: Int { entries.count }

  /// Returns the value of a key; nil when the map doesn't have it.
  public subscript(key: Value) -> Value? {
    guard let key = Key(key) else { return nil }
    if entries.count > Self.scanLimit { return positions[key].map { entries[$0].value } }
    for entry in entries where Key(entry.key) == key { return entry.value }
    return nil
  }

  /// Returns the value of a key that is a string; nil when the map doesn't have it.
  public subscript(key: String) -> Value? { self[.string(key)] }
}

extension ValueMap.Key {
  /// Finds what a value is as a key; nil for a value that can't be one.
  init?(_ value: Value) {
    switch value {
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = .int(int)
    case .uint(let uint): self = uint <= UInt(Int.max) ? .int(Int(uint)) : .uint(uint)
    case .string(let string): self = .string(string)
    case .double(let double):
      if let int = Int(exactly: double) {
        self = .int(int)
      } else if let uint = UInt(exactly: double) {
        self = .uint(uint)
      } else {
        return nil
      }
    default: return nil
    }
  }

  static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.uint(let left), .uint(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
    default: false
    }
  }
}

/// A map in the making.
struct ValueMapBuilder {
  private var entries: [ValueMap.Entry] = []
  private var seen: Set<ValueMap.Key> = []

  /// Adds an entry; returns false when the key is there already or can't be a key.
  mutating func insert(_ key: Value, _ value: Value) -> Bool {
    guard key.isMapKey, let identity = ValueMap.Key(key), seen.insert(identity).inserted else {
      return false
    }
    entries.append((key, value))
    return true
  }

  /// The map of all that was added.
  var map: ValueMap { ValueMap(unique: entries) }
}

extension Value {
  /// Whether a map may have the value as a key.
  var isMapKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    default: false
    }
  }
}
