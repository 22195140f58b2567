extension StandardLibrary {
  static let lists: [FunctionDeclaration] = [
    FunctionDeclaration(
      "slice",
      "The elements from one position up to another.",
      overloads: [
        .member([.list(element), .int, .int], .list(element)) { arguments, _ in
          let (list, start, end) = (arguments.list(0), arguments.int(1), arguments.int(2))
          guard start >= 0, start <= end, end <= list.count else {
            return .failure(
              .invalidArgument("\(start) to \(end) is no part of a list of \(list.count)")
            )
          }
          return .list(ValueList(Array(list[start..<end])))
        }
      ],
      examples: [.init("[1, 2, 3].slice(1, 3)", "[2, 3]")]
    ),
    FunctionDeclaration(
      "flatten",
      "The elements of the lists in a list, as many levels deep as wanted, else one.",
      overloads: [
        .member([.list(.list(element))], .list(element)) { arguments, _ in
          flatten(arguments.list(0), depth: 1)
        },
        .member([.list(.dyn)], .list(.dyn)) { arguments, _ in
          flatten(arguments.list(0), depth: 1)
        },
        .member([.list(.dyn), .int], .list(.dyn)) { arguments, _ in
          guard arguments.int(1) >= 0 else {
            return .failure(.invalidArgument("the number of levels can't be negative"))
          }
          return flatten(arguments.list(0), depth: arguments.int(1))
        },
      ],
      examples: [
        .init("[[1], [2, 3]].flatten()", "[1, 2, 3]"),
        .init("[1, [2, [3]]].flatten(2)", "[1, 2, 3]"),
      ]
    ),
    FunctionDeclaration(
      "distinct",
      "The elements without those that equal an earlier one.",
      overloads: [
        .member([.list(element)], .list(element)) { arguments, _ in
          .list(arguments.list(0).distinct)
        }
      ],
      examples: [.init("[1, 2, 1].distinct()", "[1, 2]")]
    ),
    FunctionDeclaration(
      "sort",
      "The elements in ascending order.",
      overloads: ordered.map { type in
        .member([.list(type)], .list(type)) { arguments, _ in
          arguments.list(0).sorted(by: arguments.list(0).values)
        }
      },
      examples: [.init("[3, 1, 2].sort()", "[1, 2, 3]")]
    ),
    FunctionDeclaration(
      "reverse",
      "The elements in reverse order.",
      overloads: [
        .member([.list(element)], .list(element)) { arguments, _ in
          .list(ValueList(arguments.list(0).reversed()))
        }
      ],
      examples: [.init("[1, 2].reverse()", "[2, 1]")]
    ),
    FunctionDeclaration(
      "first",
      "The first element, none of an empty list.",
      overloads: [
        .member([.list(element)], .optional(element)) { arguments, _ in
          arguments.list(0).first.map(Value.some) ?? .none
        }
      ],
      examples: [.init("[1, 2].first().value()", "1"), .init("[].first().hasValue()", "false")]
    ),
    FunctionDeclaration(
      "last",
      "The last element, none of an empty list.",
      overloads: [
        .member([.list(element)], .optional(element)) { arguments, _ in
          arguments.list(0).last.map(Value.some) ?? .none
        }
      ],
      examples: [.init("[1, 2].last().value()", "2")]
    ),
    FunctionDeclaration(
      "lists.range",
      "The ints from 0 up to a number.",
      overloads: [
        .function([.int], .list(.int)) { arguments, _ in
          Value.limited(arguments.int(0)) {
            .list(ValueList((0..<max(0, arguments.int(0))).map { .int($0) }))
          }
        }
      ],
      examples: [.init("lists.range(3)", "[0, 1, 2]")]
    ),
  ]

  /// The types whose values have an order.
  static let ordered: [CELType] = [
    .int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration,
  ]

  private static func flatten(_ list: ValueList, depth: Int) -> Value {
    if depth == 1, list.count == 1, case .list = list[0] { return list[0] }
    var flat: [Value] = []
    /// Goes as deep as the value is nested, which no value is more than an expression.
    func add(_ list: ValueList, _ depth: Int) {
      for element in list {
        if depth > 0, case .list(let inner) = element {
          add(inner, depth - 1)
        } else {
          flat.append(element)
        }
      }
    }
    add(list, depth)
    return .list(ValueList(flat))
  }

  static let sets: [FunctionDeclaration] = [
    relation(
      "sets.contains",
      "Whether every element of the second list is in the first.",
      [.init("sets.contains([1, 2, 3], [2, 3.0])", "true")]
    ) { first, second in second.isSubset(of: first) },
    relation(
      "sets.equivalent",
      "Whether each of two lists has all elements of the other.",
      [.init("sets.equivalent([1, 2], [2, 1, 1])", "true")]
    ) { first, second in first == second },
    relation(
      "sets.intersects",
      "Whether two lists have an element in common.",
      [
        .init("sets.intersects([1, 2], [2, 3])", "true"),
        .init("sets.intersects([], [1])", "false"),
      ]
    ) { first, second in !first.isDisjoint(with: second) },
  ]

  private static func relation(
    _ name: String,
    _ summary: String,
    _ examples: [FunctionDeclaration.Example],
    _ test: @escaping @Sendable (Set<HashedValue>, Set<HashedValue>) -> Bool
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      summary,
      overloads: [
        .function([.list(element), .list(element)], .bool) { arguments, _ in
          .bool(
            test(
              Set(arguments.list(0).map { HashedValue(value: $0) }),
              Set(arguments.list(1).map { HashedValue(value: $0) })
            )
          )
        }
      ],
      examples: examples
    )
  }

  static let optionals: [FunctionDeclaration] = [
    FunctionDeclaration(
      "optional.of",
      "The optional that holds a value.",
      overloads: [
        .function([element], .optional(element)) { arguments, _ in .some(arguments[0]) }
      ],
      examples: [.init("optional.of(1).value()", "1")]
    ),
    FunctionDeclaration(
      "optional.ofNonZeroValue",
      "The optional of a value; none of null, zero, false and empty.",
      overloads: [
        .function([element], .optional(element)) { arguments, _ in
          arguments[0].isZero ? .none : .some(arguments[0])
        }
      ],
      examples: [.init("optional.ofNonZeroValue('').hasValue()", "false")]
    ),
    FunctionDeclaration(
      "optional.none",
      "The optional that holds nothing.",
      overloads: [.function([], .optional(element)) { _, _ in .none }],
      examples: [.init("optional.none().hasValue()", "false")]
    ),
    FunctionDeclaration(
      "hasValue",
      "Whether the optional holds a value.",
      overloads: [
        .member([.optional(element)], .bool) { arguments, _ in
          .bool(arguments.wrapped(0) != nil)
        }
      ],
      examples: [.init("{'a': 1}.?a.hasValue()", "true")]
    ),
    FunctionDeclaration(
      "value",
      "What the optional holds; a failure when it holds nothing.",
      overloads: [
        .member([.optional(element)], element) { arguments, _ in
          arguments.wrapped(0) ?? .failure(.noOptionalValue)
        }
      ],
      examples: [
        .init("optional.of(1).value()", "1"),
        .init("optional.none().value()", "error: the optional is empty"),
      ]
    ),
    FunctionDeclaration(
      "or",
      "The optional, or another when it holds nothing.",
      overloads: [
        .member([.optional(element), .optional(element)], .optional(element)) { arguments, _ in
          arguments.wrapped(0) == nil ? arguments[1] : arguments[0]
        }
      ],
      examples: [.init("optional.none().or(optional.of(2)).value()", "2")]
    ),
    FunctionDeclaration(
      "orValue",
      "What the optional holds, or another value when it holds nothing.",
      overloads: [
        .member([.optional(element), element], element) { arguments, _ in
          arguments.wrapped(0) ?? arguments[1]
        }
      ],
      examples: [.init("{'a': 1}.?b.orValue(0)", "0")]
    ),
  ]
}

extension ValueList {
  /// The elements without those that equal an earlier one.
  fileprivate var distinct: ValueList {
    if count < 2 { return self }
    var seen: Set<HashedValue> = []
    return ValueList(filter { seen.insert(HashedValue(value: $0)).inserted })
  }
}

extension Arguments {
  /// Returns what an argument that is declared an optional holds.
  fileprivate func wrapped(_ position: Int) -> Value? {
    if case .optional(let optional) = self[position] { optional.wrapped } else { nil }
  }
}

extension Value {
  /// Whether the value is what its type has for nothing.
  fileprivate var isZero: Bool {
    switch self {
    case .null, .bool(false), .int(0), .uint(0): true
    case .double(let double): double == 0
    case .string, .bytes, .list, .map: size == 0
    case .duration(let duration): duration.nanoseconds == 0
    case .timestamp(let timestamp): timestamp.seconds == 0 && timestamp.nanoseconds == 0
    case .optional(let optional): optional.wrapped == nil
    default: false
    }
  }
}
