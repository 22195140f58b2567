// The signatures of the operators. The evaluator does their work itself.

extension UnaryOperator {
  /// The types that the operator takes and gives.
  var overloads: [Overload] {
    switch self {
    case .not: Self.negations
    case .negate: Self.minuses
    }
  }

  private static let negations: [Overload] = [.function([.bool], .bool)]
  private static let minuses: [Overload] = [
    .function([.int], .int), .function([.double], .double),
  ]
}

extension BinaryOperator {
  /// The types that the operator takes and gives.
  var overloads: [Overload] {
    switch self {
    case .equal, .notEqual: Self.equalities
    case .less, .lessOrEqual, .greater, .greaterOrEqual: Self.orders
    case .isIn: Self.memberships
    case .add: Self.sums
    case .subtract: Self.differences
    case .multiply, .divide: Self.products
    case .remainder: Self.remainders
    }
  }

  private static let element = CELType.parameter("T")

  private static let equalities: [Overload] = [.function([element, element], .bool)]

  private static let orders: [Overload] =
    [.int, .uint, .double, .string, .timestamp, .duration, .bool, .bytes].map {
      .function([$0, $0], .bool)
    } + [
      .function([.int, .uint], .bool), .function([.int, .double], .bool),
      .function([.uint, .int], .bool), .function([.uint, .double], .bool),
      .function([.double, .int], .bool), .function([.double, .uint], .bool),
    ]

  private static let memberships: [Overload] = [
    .function([element, .list(element)], .bool),
    .function([element, .map(key: element, value: .parameter("V"))], .bool),
  ]

  private static let products: [Overload] = [.int, .uint, .double].map {
    .function([$0, $0], $0)
  }

  private static let remainders: [Overload] = [.int, .uint].map { .function([$0, $0], $0) }

  private static let sums: [Overload] =
    products + [
      .function([.string, .string], .string),
      .function([.bytes, .bytes], .bytes),
      .function([.list(element), .list(element)], .list(element)),
      .function([.timestamp, .duration], .timestamp),
      .function([.duration, .timestamp], .timestamp),
      .function([.duration, .duration], .duration),
    ]

  private static let differences: [Overload] =
    products + [
      .function([.timestamp, .duration], .timestamp),
      .function([.timestamp, .timestamp], .duration),
      .function([.duration, .duration], .duration),
    ]
}
