extension StandardLibrary {
  static let sizes: [FunctionDeclaration] = [
    FunctionDeclaration(
      "size",
      "The number of code points, bytes, elements or entries.",
      overloads: [
        CELType.string, .bytes, .list(element), .map(key: .parameter("K"), value: element),
      ]
      .flatMap { type -> [Overload] in
        [
          .function([type], .int) { arguments, _ in arguments[0].measured },
          .member([type], .int) { arguments, _ in arguments[0].measured },
        ]
      },
      examples: [.init("size('été')", "3"), .init("[1, 2].size()", "2")]
    )
  ]

  static let stringTests: [FunctionDeclaration] = [
    stringTest(
      "contains",
      "Whether a string holds another.",
      "'hello'.contains('ell')"
    ) { Array($0.utf8).firstPosition(of: Array($1.utf8)) != nil },
    stringTest("startsWith", "Whether a string begins with another.", "'hello'.startsWith('he')") {
      $0.utf8.starts(with: $1.utf8)
    },
    stringTest("endsWith", "Whether a string ends with another.", "'hello'.endsWith('lo')") {
      $0.utf8.count >= $1.utf8.count && $0.utf8.suffix($1.utf8.count).elementsEqual($1.utf8)
    },
    FunctionDeclaration(
      "matches",
      "Whether a part of a string matches a pattern in the syntax of RE2.",
      overloads: [
        .member([.string, .string], .bool) { arguments, _ in matches(arguments) },
        .function([.string, .string], .bool) { arguments, _ in matches(arguments) },
      ],
      examples: [
        .init("'unit-7'.matches('^unit-[0-9]+$')", "true"), .init("matches('abc', 'x|b')", "true"),
      ]
    ),
  ]

  static let strings: [FunctionDeclaration] = [
    FunctionDeclaration(
      "charAt",
      "The character at a position; empty at the end of the string.",
      overloads: [
        .member([.string, .int], .string) { arguments, _ in
          let scalars = Array(arguments.string(0).unicodeScalars)
          let position = arguments.int(1)
          if position == scalars.count { return .string("") }
          guard scalars.indices.contains(position) else { return outside(position, scalars.count) }
          return .string(String(scalars[position]))
        }
      ],
      examples: [.init("'hello'.charAt(1)", "'e'")]
    ),
    search("indexOf", "The first", fromEnd: false, [.init("'hello'.indexOf('l', 3)", "3")]),
    search("lastIndexOf", "The last", fromEnd: true, [.init("'hello'.lastIndexOf('l')", "3")]),
    mapping(
      "lowerAscii",
      "The string with lower case for ASCII letters.",
      "'ÀB'.lowerAscii()",
      "'Àb'"
    ) {
      String(decoding: $0.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    },
    mapping(
      "upperAscii",
      "The string with upper case for ASCII letters.",
      "'àb'.upperAscii()",
      "'àB'"
    ) {
      String(decoding: $0.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
    },
    mapping("trim", "The string without white space around it.", "' a b '.trim()", "'a b'") {
      $0.trimmed
    },
    mapping("reverse", "The characters in reverse order.", "'abc'.reverse()", "'cba'") {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: $0.unicodeScalars.reversed())
      return String(scalars)
    },
    FunctionDeclaration(
      "strings.quote",
      "The string as a literal, with quotes and escapes.",
      overloads: [
        .function([.string], .string) { arguments, _ in .string(arguments.string(0).quoted) }
      ],
      examples: [.init("strings.quote('a\\nb')", "'\"a\\\\nb\"'")]
    ),
  ]

  private static func stringTest(
    _ name: String,
    _ summary: String,
    _ example: String,
    _ test: @escaping @Sendable (String, String) -> Bool
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      summary,
      overloads: [
        .member([.string, .string], .bool) { arguments, _ in
          .bool(test(arguments.string(0), arguments.string(1)))
        }
      ],
      examples: [.init(example, "true")]
    )
  }

  private static func mapping(
    _ name: String,
    _ summary: String,
    _ example: String,
    _ result: String,
    _ change: @escaping @Sendable (String) -> String
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      summary,
      overloads: [
        .member([.string], .string) { arguments, _ in .string(change(arguments.string(0))) }
      ],
      examples: [.init(example, result)]
    )
  }

  private static func search(
    _ name: String,
    _ which: String,
    fromEnd: Bool,
    _ examples: [FunctionDeclaration.Example]
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      "\(which) position of a string in another, -1 without one; the search may start inside.",
      overloads: [
        .member([.string, .string], .int) { arguments, _ in
          let (text, part) = (arguments.scalars(0), arguments.scalars(1))
          return position(of: part, in: text, from: fromEnd ? text.count : 0, fromEnd: fromEnd)
        },
        .member([.string, .string, .int], .int) { arguments, _ in
          position(
            of: arguments.scalars(1),
            in: arguments.scalars(0),
            from: arguments.int(2),
            fromEnd: fromEnd
          )
        },
      ],
      examples: examples
    )
  }

  private static func position(
    of part: [UInt32],
    in text: [UInt32],
    from start: Int,
    fromEnd: Bool
  ) -> Value {
    guard (0...text.count).contains(start) else { return outside(start, text.count) }
    let found =
      fromEnd
      ? text.prefix(min(start + part.count, text.count)).lastPosition(of: part)
      : text.firstPosition(of: part, from: start)
    return .int(found ?? -1)
  }

  static func outside(_ position: Int, _ count: Int) -> Value {
    .failure(.invalidArgument("position \(position) is outside a string of \(count) characters"))
  }

  private static func matches(_ arguments: Arguments) -> Value {
    do throws(PatternError) {
      let pattern = try LinearPattern(arguments.string(1))
      let text = arguments.string(0)
      guard pattern.cost(ofBytes: text.utf8.count) <= Limits.evaluationSteps else {
        return .failure(.costLimit(Limits.evaluationSteps))
      }
      return .bool(pattern.matches(text.utf8))
    } catch {
      return .failure(.invalidPattern(arguments.string(1), reason: error.message))
    }
  }
}

extension Arguments {
  /// Returns the code points of an argument that is declared a string.
  func scalars(_ position: Int) -> [UInt32] { string(position).unicodeScalars.map(\.value) }
}

extension Value {
  /// The number of code points, bytes, elements or entries.
  fileprivate var measured: Value {
    switch self {
    case .string(let string): .int(string.unicodeScalars.count)
    case .bytes(let bytes): .int(bytes.count)
    case .list(let list): .int(list.count)
    case .map(let map): .int(map.count)
    default: .failure(.noMatchingOverload(function: "size", arguments: typeName))
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let scalars = Array(unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[first...last])
    return String(view)
  }
}
