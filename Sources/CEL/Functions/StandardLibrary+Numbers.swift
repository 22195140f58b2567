extension StandardLibrary {
  static let extremes: [FunctionDeclaration] = [
    extreme(
      "math.greatest",
      "The greatest of some numbers, or of a list of numbers.",
      .after,
      [.init("math.greatest(1, 3, 2)", "3"), .init("math.greatest([1.5, 2.5])", "2.5")]
    ),
    extreme(
      "math.least",
      "The least of some numbers, or of a list of numbers.",
      .before,
      [
        .init("math.least(3, 1.5)", "1.5"),
        .init("math.least([])", "error: the list has no elements"),
      ]
    ),
  ]

  private static let numbers: [CELType] = [.int, .uint, .double]

  private static func extreme(
    _ name: String,
    _ summary: String,
    _ wanted: ValueOrder,
    _ examples: [FunctionDeclaration.Example]
  ) -> FunctionDeclaration {
    let body: FunctionBody = { arguments, _ in
      if case .list(let list) = arguments[0] { return pick(list.values, wanted, arguments, name) }
      return pick(arguments.all, wanted, arguments, name)
    }
    let same = numbers.map { Overload.function([$0], $0, isVariadic: true, body: body) }
    let lists = numbers.map { Overload.function([.list($0)], $0, body: body) }
    let mixed = Overload.function([.number], .dyn, isVariadic: true, body: body)
    let list = Overload.function([.list(.number)], .dyn, body: body)
    return FunctionDeclaration(
      name,
      summary,
      overloads: same + [mixed] + lists + [list],
      examples: examples
    )
  }

  private static func pick(
    _ values: [Value],
    _ wanted: ValueOrder,
    _ arguments: Arguments,
    _ name: String
  ) -> Value {
    guard var best = values.first else {
      return .failure(.invalidArgument("the list has no elements"))
    }
    for value in values {
      guard value.isNumber, let order = value.order(to: best) else {
        return arguments.mismatch(name)
      }
      if order == wanted { best = value }
    }
    return best
  }

  static let rounding: [FunctionDeclaration] = [
    rounding("math.ceil", "The least whole number that is not less.", "1.2", "2.0", .up),
    rounding("math.floor", "The greatest whole number that is not greater.", "-1.2", "-2.0", .down),
    rounding(
      "math.round",
      "The nearest whole number, of two the one farther from zero.",
      "2.5",
      "3.0",
      .toNearestOrAwayFromZero
    ),
    rounding("math.trunc", "The whole number without the fraction.", "-1.8", "-1.0", .towardZero),
    FunctionDeclaration(
      "math.sqrt",
      "The square root as a double; NaN of a negative number.",
      overloads: numbers.map { type in
        .function([type], .double) { arguments, _ in
          switch arguments[0] {
          case .int(let int): .double(Double(int).squareRoot())
          case .uint(let uint): .double(Double(uint).squareRoot())
          default: .double((arguments[0].asDouble ?? .nan).squareRoot())
          }
        }
      },
      examples: [.init("math.sqrt(81)", "9.0")]
    ),
    FunctionDeclaration(
      "math.abs",
      "The number without its sign.",
      overloads: numbers.map { type in
        .function([type], type) { arguments, _ in
          switch arguments[0] {
          case .int(let int) where int < 0: arguments[0].negated
          case .double(let double): .double(double.magnitude)
          default: arguments[0]
          }
        }
      },
      examples: [.init("math.abs(-2)", "2")]
    ),
    FunctionDeclaration(
      "math.sign",
      "-1, 0 or 1, as the number is negative, zero or positive.",
      overloads: numbers.map { type in
        .function([type], type) { arguments, _ in
          switch arguments[0] {
          case .int(let int): .int(int.signum())
          case .uint(let uint): .uint(min(uint, 1))
          case .double(let double) where double != 0 && !double.isNaN: .double(double < 0 ? -1 : 1)
          default: arguments[0]
          }
        }
      },
      examples: [.init("math.sign(-2.5)", "-1.0")]
    ),
  ]

  private static func rounding(
    _ name: String,
    _ summary: String,
    _ example: String,
    _ result: String,
    _ rule: FloatingPointRoundingRule
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      summary,
      overloads: [
        .function([.double], .double) { arguments, _ in
          .double((arguments[0].asDouble ?? 0).rounded(rule))
        }
      ],
      examples: [.init("\(name)(\(example))", result)]
    )
  }

  static let numberTests: [FunctionDeclaration] = [
    numberTest("math.isNaN", "Whether a double is not a number.", "0.0 / 0.0", \.isNaN),
    numberTest("math.isInf", "Whether a double is infinite.", "1.0 / 0.0", \.isInfinite),
    numberTest("math.isFinite", "Whether a double is a finite number.", "1.5", \.isFinite),
  ]

  private static func numberTest(
    _ name: String,
    _ summary: String,
    _ example: String,
    _ test: @escaping @Sendable (Double) -> Bool
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      summary,
      overloads: [
        .function([.double], .bool) { arguments, _ in .bool(test(arguments[0].asDouble ?? 0)) }
      ],
      examples: [.init("\(name)(\(example))", "true")]
    )
  }

  static let bits: [FunctionDeclaration] = [
    bitwise("math.bitAnd", "The bits that are set in both of two integers.", "2", { $0 & $1 }),
    bitwise("math.bitOr", "The bits that are set in one of two integers.", "7", { $0 | $1 }),
    bitwise("math.bitXor", "The bits that are set in just one of two integers.", "5", { $0 ^ $1 }),
    FunctionDeclaration(
      "math.bitNot",
      "The integer with every bit changed.",
      overloads: [CELType.int, .uint].map { type in
        .function([type], type) { arguments, _ in
          switch arguments[0] {
          case .int(let int): .int(~int)
          case .uint(let uint): .uint(~uint)
          default: arguments[0]
          }
        }
      },
      examples: [.init("math.bitNot(1)", "-2")]
    ),
    shift("math.bitShiftLeft", "The bits moved toward the higher ones.", "8") { $0 << $1 },
    shift("math.bitShiftRight", "The bits moved toward the lower ones, zeros coming after.", "0") {
      $0 >> $1
    },
  ]

  private static func bitwise(
    _ name: String,
    _ summary: String,
    _ result: String,
    _ combine: @escaping @Sendable (UInt, UInt) -> UInt
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      summary,
      overloads: [CELType.int, .uint].map { type in
        .function([type, type], type) { arguments, _ in
          switch (arguments[0], arguments[1]) {
          case (.int(let left), .int(let right)):
            .int(Int(bitPattern: combine(UInt(bitPattern: left), UInt(bitPattern: right))))
          case (.uint(let left), .uint(let right)): .uint(combine(left, right))
          default: arguments.mismatch(name)
          }
        }
      },
      examples: [.init("\(name)(6, 3)", result)]
    )
  }

  private static func shift(
    _ name: String,
    _ summary: String,
    _ result: String,
    _ move: @escaping @Sendable (UInt, Int) -> UInt
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      summary,
      overloads: [CELType.int, .uint].map { type in
        .function([type, .int], type) { arguments, _ in
          let distance = arguments.int(1)
          guard distance >= 0 else {
            return .failure(.invalidArgument("bits can't be moved by \(distance)"))
          }
          switch arguments[0] {
          case .int(let int): return .int(Int(bitPattern: move(UInt(bitPattern: int), distance)))
          case .uint(let uint): return .uint(move(uint, distance))
          default: return arguments.mismatch(name)
          }
        }
      },
      examples: [.init("\(name)(1, 3)", result)]
    )
  }
}

extension Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }
}
