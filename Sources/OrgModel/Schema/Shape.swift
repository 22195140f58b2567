/// A mapping of the format: which keys it takes.
package enum Shape: UInt8, CaseIterable, Hashable, Sendable {
  case organization, person, unit, product, pocket, metric, incentive, tradeoff, decision, step
  case stewardship, initiative, forum, waiver
  case covers, scope, influence, target, limit, parallel, anyOf

  /// The fields of the shape, in the order of the format's table.
  package var fields: [Field] { Shape.fieldsByShape[Int(rawValue)] }

  /// The marks of the fields' keys, in the order of the fields.
  var keyMarks: [KeyMark] { Shape.keyMarksByShape[Int(rawValue)] }

  private static let keyMarksByShape = fieldsByShape.map { fields in
    fields.map { KeyMark($0.keyBytes.span) }
  }

  private static let fieldsByShape: [[Field]] = Shape.allCases.map { shape in
    Field.allCases.filter { $0.spec.shape == shape }
  }

  /// The word for an entry of this shape in a message.
  package var name: String {
    switch self {
    case .anyOf: "any"
    default: Shape.names[Int(rawValue)]
    }
  }

  private static let names = Shape.allCases.map { String(describing: $0) }

  /// Whether entries take `name`, `description` and `links`, which are shown only.
  package var takesShownTexts: Bool {
    switch self {
    case .organization, .person, .unit, .product, .pocket, .metric, .incentive, .tradeoff,
      .decision, .stewardship, .initiative, .forum, .waiver:
      true
    case .step, .covers, .scope, .influence, .target, .limit, .parallel, .anyOf: false
    }
  }
}
