extension StandardLibrary {
  static let stringCuts: [FunctionDeclaration] = [
    FunctionDeclaration(
      "substring",
      "The characters from one position up to another, or to the end.",
      overloads: [
        .member([.string, .int], .string) { arguments, _ in
          let scalars = Array(arguments.string(0).unicodeScalars)
          return cut(scalars, from: arguments.int(1), to: scalars.count)
        },
        .member([.string, .int, .int], .string) { arguments, _ in
          cut(
            Array(arguments.string(0).unicodeScalars),
            from: arguments.int(1),
            to: arguments.int(2)
          )
        },
      ],
      examples: [.init("'hello'.substring(1, 3)", "'el'"), .init("'hello'.substring(3)", "'lo'")]
    ),
    FunctionDeclaration(
      "split",
      "The parts between separators; no more of them than the limit, if it isn't negative.",
      overloads: [
        .member([.string, .string], .list(.string)) { arguments, _ in split(arguments, limit: -1) },
        .member([.string, .string, .int], .list(.string)) { arguments, _ in
          split(arguments, limit: arguments.int(2))
        },
      ],
      examples: [
        .init("'a,b,c'.split(',')", "['a', 'b', 'c']"),
        .init("'a,b,c'.split(',', 2)", "['a', 'b,c']"),
      ]
    ),
    FunctionDeclaration(
      "replace",
      "The string with one part replaced by another, as often as the limit says.",
      overloads: [
        .member([.string, .string, .string], .string) { arguments, _ in
          replace(arguments, limit: -1)
        },
        .member([.string, .string, .string, .int], .string) { arguments, _ in
          replace(arguments, limit: arguments.int(3))
        },
      ],
      examples: [
        .init("'hello'.replace('l', 'L')", "'heLLo'"),
        .init("'hello'.replace('l', 'L', 1)", "'heLlo'"),
      ]
    ),
    FunctionDeclaration(
      "join",
      "The strings of a list with a separator between them.",
      overloads: [
        .member([.list(.string)], .string) { arguments, _ in join(arguments) },
        .member([.list(.string), .string], .string) { arguments, _ in join(arguments) },
      ],
      examples: [.init("['a', 'b'].join('-')", "'a-b'"), .init("['a', 'b'].join()", "'ab'")]
    ),
  ]

  private static func cut(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Value {
    for position in [start, end] where !(0...scalars.count).contains(position) {
      return outside(position, scalars.count)
    }
    guard start <= end else {
      return .failure(.invalidArgument("the part from \(start) to \(end) ends before it begins"))
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return .string(String(view))
  }

  /// Cuts bytes at each separator, an empty one standing between any two characters.
  private static func parts(_ text: String, _ separator: String, limit: Int) -> [String] {
    guard limit < 0 || limit > 1 else { return limit == 0 ? [] : [text] }
    if separator.isEmpty {
      let scalars = Array(text.unicodeScalars)
      guard limit > 0, scalars.count > limit else { return scalars.map { String($0) } }
      var rest = String.UnicodeScalarView()
      rest.append(contentsOf: scalars[(limit - 1)...])
      return scalars.prefix(limit - 1).map { String($0) } + [String(rest)]
    }
    let (bytes, wanted) = (Array(text.utf8), Array(separator.utf8))
    var parts: [String] = []
    var start = 0
    while limit < 0 || parts.count < limit - 1,
      let next = bytes[start...].firstPosition(of: wanted)
    {
      parts.append(String(decoding: bytes[start..<start + next], as: UTF8.self))
      start += next + wanted.count
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  private static func split(_ arguments: Arguments, limit: Int) -> Value {
    let parts = parts(arguments.string(0), arguments.string(1), limit: limit)
    return .list(ValueList(parts.map { .string($0) }))
  }

  private static func replace(_ arguments: Arguments, limit: Int) -> Value {
    let (text, old, new) = (arguments.string(0), arguments.string(1), arguments.string(2))
    if limit == 0 { return .string(text) }
    let times = limit < 0 || limit == .max ? -1 : limit
    // An empty part stands before each character and at the end.
    let found =
      old.isEmpty
      ? [""] + parts(text, "", limit: times) + (times < 0 ? [""] : [])
      : parts(text, old, limit: times < 0 ? -1 : times + 1)
    let size = text.utf8.count + max(0, found.count - 1) * new.utf8.count
    return Value.limited(size) { .string(found.joined(separator: new)) }
  }

  private static func join(_ arguments: Arguments) -> Value {
    let list = arguments.list(0)
    let separator = arguments.count > 1 ? arguments.string(1) : ""
    var strings: [String] = []
    var size = max(0, list.count - 1) * separator.utf8.count
    for element in list {
      guard case .string(let string) = element else { return arguments.mismatch("join") }
      strings.append(string)
      size += string.utf8.count
    }
    return Value.limited(size) { .string(strings.joined(separator: separator)) }
  }
}
