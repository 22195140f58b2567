import CEL
import Testing

/// Makes expressions of wanted types over the variables of the test host.
private struct ExpressionMaker {
  var random: SeededGenerator

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  mutating func expression(_ type: CELType, _ depth: Int) -> String {
    guard depth > 0 else { return leaf(type) }
    let less = depth - 1
    switch type {
    case .bool:
      return pick([
        "(\(expression(.int, less)) < \(expression(.int, less)))",
        "(\(expression(.bool, less)) && \(expression(.bool, less)) || \(expression(.bool, less)))",
        "!\(expression(.bool, less))",
        "(\(expression(.string, less)) == \(expression(.string, less)))",
        "\(expression(.list(.int), less)).exists(v, v > \(expression(.int, less)))",
        "(\(expression(.int, less)) in \(expression(.list(.int), less)))",
        "\(expression(.string, less)).startsWith(\(expression(.string, less)))",
        "has(u.owner)", "u.people.all(q, q.level < \(expression(.int, less)))",
      ])
    case .int:
      return pick([
        "(\(expression(.int, less)) + \(expression(.int, less)))",
        "(\(expression(.int, less)) % \(expression(.int, less)))", "-\(expression(.int, less))",
        "\(expression(.list(.int), less)).size()", "size(\(expression(.string, less)))",
        "(\(expression(.bool, less)) ? \(expression(.int, less)) : \(expression(.int, less)))",
        "cel.bind(v, \(expression(.int, less)), v * 2)",
        "u.?headcount.orValue(\(expression(.int, less)))",
        "math.greatest(\(expression(.int, less)), \(expression(.int, less)))",
      ])
    case .string:
      return pick([
        "(\(expression(.string, less)) + \(expression(.string, less)))",
        "string(\(expression(.int, less)))", "\(expression(.string, less)).reverse()",
        "\(expression(.list(.string), less)).join(',')", "'%s'.format([\(expression(.int, less))])",
      ])
    case .list(.int):
      return pick([
        "[\(expression(.int, less)), \(expression(.int, less))]",
        "\(expression(.list(.int), less)).map(v, v + \(expression(.int, less)))",
        "\(expression(.list(.int), less)).filter(v, \(expression(.bool, less)))",
        "\(expression(.list(.int), less)).sort()", "(\(expression(.list(.int), less)) + [limit])",
      ])
    default:
      return "\(expression(.list(.int), less)).map(v, string(v))"
    }
  }

  private mutating func leaf(_ type: CELType) -> String {
    switch type {
    case .bool: pick(["true", "false", "(p == u.owner)", "(u.owner == null)"])
    case .int: pick(["0", "7", "limit", "p.depth()", "-3", "9223372036854775807"])
    case .string: pick(["''", "'é'", "\"a\\n\"", "string(limit)"])
    case .list(.int): pick(["[]", "[1, 2]", "lists.range(3)"])
    default: "['x', 'y']"
    }
  }

  mutating func mutated(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where position < bytes.count: bytes.remove(at: position)
      case 1 where position < bytes.count:
        bytes[position] = UInt8.random(in: 0...255, using: &random)
      case 2:
        let pieces = [
          "(", ")", "[", "{", ".", "?", "&&", "'", "0x", "1e9", ".all(x,", "-", "\\u00", "in ",
        ]
        bytes.insert(contentsOf: Array(pick(pieces).utf8), at: position)
      default:
        let end = min(bytes.count, position + 10)
        bytes.insert(contentsOf: bytes[position..<end], at: 0)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@Suite struct PropertyTests {
  private static let types: [CELType] = [.bool, .int, .string, .list(.int), .list(.string)]

  @Test(arguments: 0..<12)
  func `what is checked has the type it was given, and reads as it is written`(seed: Int) throws {
    var maker = ExpressionMaker(random: SeededGenerator(seed: UInt64(seed)))
    let environment = TestHost.environment()
    for round in 0..<60 {
      let type = Self.types[round % Self.types.count]
      let text = maker.expression(type, 4)
      let (tree, problems) = parseExpression(text)
      #expect(problems.isEmpty)
      #expect(parseExpression(tree.text).tree == tree, "\(text)")
      let checked = try environment.compile(text).get()
      #expect(checked.type == type, "\(text)")
      try expect(TestHost.evaluate(text, steps: 20_000), isOf: type, text)
      let unchecked = Program(try environment.compileUnchecked(text).get())
      #expect(unchecked.type == type, "\(text)")
    }
  }

  /// Expects a value of a type, or a failure that no checker can foresee.
  private func expect(_ value: Value, isOf type: CELType, _ text: String) {
    guard let error = value.asError else {
      #expect(value.typeName == type.runtimeName, "\(text)")
      return
    }
    switch error.kind {
    case .overflow, .modulusByZero, .costLimit, .sizeLimit: break
    default: Issue.record("\(error.message) in \(text)")
    }
  }

  @Test(arguments: 0..<8)
  func `no text makes it trap`(seed: Int) {
    var maker = ExpressionMaker(random: SeededGenerator(seed: UInt64(1_000 + seed)))
    let environment = TestHost.environment()
    for round in 0..<150 {
      let text = maker.mutated(maker.expression(Self.types[round % Self.types.count], 3))
      let (tree, problems) = parseExpression(text)
      for problem in problems { #expect(problem.range.upperBound <= text.utf8.count + 1) }
      guard problems.isEmpty else { continue }
      #expect(parseExpression(tree.text).tree == tree, "\(text)")
      for compiled in [environment.compile(text), environment.compileUnchecked(text)] {
        guard case .success(let checked) = compiled else { continue }
        var frame = environment.makeFrame()
        _ = Program(checked).evaluate(&frame, host: TestHost(), steps: 20_000)
      }
    }
  }

  @Test(arguments: 0..<4)
  func `no pattern makes it trap`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "a", "b", "(", ")", "[", "]", "^", "$", "*", "+", "?", "{2,3}", "{", "|", ".", "\\b", "\\d",
      "-",
      "é", "(?i)", "\\", "[:alpha:]", "\\x{3b1}",
    ]
    for _ in 0..<300 {
      let pattern = (0..<Int.random(in: 1...12, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      guard let compiled = try? LinearPattern(pattern) else { continue }
      for text in ["", "ab", "aéb a", "βα-1\n"] {
        let whole = try? LinearPattern(pattern, extent: .whole)
        if whole?.matches(text) == true { #expect(compiled.matches(text), "\(pattern) in \(text)") }
      }
    }
  }
}
