import CEL

/// A thousand invented units, as columns, with what a condition may ask of them.
final class BenchmarkHost: Host {
  static let count = 1_000

  /// The conditions that are measured; the neighbor's script reads them from here.
  static let conditions = [
    "unit.headcount > 10",
    "unit.headcount > 10 && unit.depth < 5 && unit.kind == 'team'",
    "unit.kind in ['team', 'group', 'division']",
    "unit.headcount + 2 * unit.depth <= 40",
    "!unit.retired && (unit.headcount == 0 || unit.depth >= 3)",
    "has(unit.owner) && unit.owner.depth <= unit.depth",
    "unit.name.startsWith('unit-1') || unit.name.endsWith('7')",
    "unit.name.matches('^[a-z]+(-[a-z0-9]+)*$')",
    "unit.units.all(u, u.depth > unit.depth)",
    "unit.units.filter(u, u.headcount > 10).size() >= 2",
  ]

  private let headcounts = (0..<count).map { $0 * 7 % 31 }
  private let depths = (0..<count).map { $0 * 3 % 7 }
  private let kinds = (0..<count).map { ["team", "group", "tribe"][$0 % 3] }
  private let names = (0..<count).map { "unit-\($0)" }
  /// The units below each, eight in a row.
  private let below = (0..<count * 8).map { Int32($0 % count) }

  func value(ofField slot: Int, of object: ObjectReference) -> Value {
    let unit = Int(object.index)
    switch slot {
    case 0: return .int(headcounts[unit])
    case 1: return .int(depths[unit])
    case 2: return .string(kinds[unit])
    case 3: return .bool(unit % 5 == 0)
    case 4: return .string(names[unit])
    case 5:
      return unit % 4 == 0
        ? .null : .object(ObjectReference(type: 0, index: Int32(unit * 13 % Self.count)))
    default: return .list(ValueList(objectsOfType: 0, in: below, unit * 8..<unit * 8 + 8))
    }
  }

  static let environment = Environment(
    variables: [VariableDeclaration("unit", .object("unit"))],
    objectTypes: [
      ObjectType(
        "unit",
        number: 0,
        fields: [
          .init("headcount", .int, slot: 0), .init("depth", .int, slot: 1),
          .init("kind", .string, slot: 2), .init("retired", .bool, slot: 3),
          .init("name", .string, slot: 4), .init("owner", .object("unit"), slot: 5),
          .init("units", .list(.object("unit")), slot: 6),
        ]
      )
    ]
  )
}
