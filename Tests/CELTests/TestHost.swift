import CEL
import Testing

/// A handful of invented people and units, for tests of what expressions ask of a host.
final class TestHost: Host {
  static let person: Int32 = 0
  static let unit: Int32 = 2

  /// Managers by person; -1 for nobody.
  private let managers: [Int32] = [-1, 0, 0, 1]
  private let names = ["ana", "bo", "cy", "di"]
  private let headcounts: [Int?] = [12, nil, 0]
  private let owners: [Int32] = [0, -1, 3]
  /// The people of the units, one row after the other.
  private let members: [Int32] = [0, 1, 2, 3, 3]
  private let rows = [0..<3, 3..<3, 3..<5]

  func value(ofField slot: Int, of object: ObjectReference) -> Value {
    let index = Int(object.index)
    switch (object.type, slot) {
    case (Self.person, 0): return .string(names[index])
    case (Self.person, 1): return Self.person(managers[index])
    case (Self.person, 2): return .int(index)
    case (Self.unit, 0): return headcounts[index].map { .int($0) } ?? .null
    case (Self.unit, 1): return Self.person(owners[index])
    case (Self.unit, 2):
      return .list(ValueList(objectsOfType: Self.person, in: members, rows[index]))
    default: return .null
    }
  }

  private static func person(_ index: Int32) -> Value {
    index < 0 ? .null : .object(ObjectReference(type: person, index: index))
  }

  static let types = [
    ObjectType(
      "person",
      number: person,
      summary: "Somebody.",
      fields: [
        .init("name", .string, slot: 0, summary: "The name."),
        .init("manager", .object("person"), slot: 1), .init("level", .int, slot: 2),
      ]
    ),
    ObjectType(
      "unit",
      number: unit,
      fields: [
        .init("headcount", .wrapper(.int), slot: 0), .init("owner", .object("person"), slot: 1),
        .init("people", .list(.object("person")), slot: 2),
      ]
    ),
  ]

  /// How many managers are between a person and the top, asked of the host when it is evaluated.
  static let depth = FunctionDeclaration(
    "depth",
    "The number of managers above a person.",
    overloads: [
      .member([.object("person")], .int) { arguments, host in
        guard var person = arguments.object(0) else {
          return .failure(.host("nobody has no depth"))
        }
        var depth = 0
        while let manager = host.value(ofField: 1, of: person).asObject {
          person = manager
          depth += 1
        }
        return .int(depth)
      }
    ]
  )

  /// An environment with the variables p, a person, and u, a unit.
  static func environment(fieldsOfNullAreNull: Bool = true) -> Environment {
    Environment(
      variables: [
        VariableDeclaration("p", .object("person")), VariableDeclaration("u", .object("unit")),
        VariableDeclaration("any", .dyn), VariableDeclaration("limit", .int),
      ],
      objectTypes: types,
      functions: [depth],
      fieldsOfNullAreNull: fieldsOfNullAreNull
    )
  }

  /// Evaluates an expression with p being person 3 and u being a unit.
  static func evaluate(
    _ text: String,
    unit index: Int32 = 0,
    fieldsOfNullAreNull: Bool = true,
    steps: Int = Limits.evaluationSteps
  ) throws -> Value {
    let environment = environment(fieldsOfNullAreNull: fieldsOfNullAreNull)
    var frame = environment.makeFrame()
    frame[0] = .object(ObjectReference(type: person, index: 3))
    frame[1] = .object(ObjectReference(type: unit, index: index))
    frame[2] = .object(ObjectReference(type: unit, index: index))
    frame[3] = .int(10)
    let program = Program(try environment.compile(text).get())
    return program.evaluate(&frame, host: TestHost(), steps: steps)
  }
}

/// An expression and the text of what comes of it.
struct Case: Sendable, CustomTestStringConvertible {
  let expression: String
  let expected: String

  init(_ expression: String, _ expected: String) {
    self.expression = expression
    self.expected = expected
  }

  var testDescription: String { expression }
}
