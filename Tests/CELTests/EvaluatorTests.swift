import CEL
import Testing

@Suite struct EvaluatorTests {
  @Test(arguments: [
    Case("u.headcount", "12"), Case("u.headcount > limit", "true"),
    Case("p.manager.name", "\"bo\""),
    Case("p.manager.manager.manager", "null"), Case("p.manager.manager.manager.name", "null"),
    Case("has(p.manager)", "true"), Case("has(p.manager.manager.manager)", "false"),
    Case("has(p.manager.manager.manager.name)", "false"), Case("p.depth()", "2"),
    Case("p.manager.manager.manager.depth()", "error: nobody has no depth"),
    Case("p.?manager.name", "optional.of(\"bo\")"),
    Case("u.people.map(x, x.name)", "[\"ana\", \"bo\", \"cy\"]"),
    Case("u.people.filter(x, x.level > 0).size()", "2"), Case("p in u.people", "false"),
    Case("u.owner in u.people", "true"), Case("u.people[1] == p.manager", "true"),
    Case("u.people[3]", "error: index 3 is outside a list of 3"),
    Case("u.people[?3]", "optional.none()"),
    Case("u.people.exists(x, x.manager == null)", "true"),
    Case("u.people.map(x, x.manager).filter(x, x != null).distinct() == [u.owner]", "true"),
    Case("any.headcount + 1", "13"),
    Case("any.wrong", "error: a value of type object has no field 'wrong'"),
    Case("any.owner.name.size()", "3"),
    Case("any + 1", "error: + can't be applied to (object, int)"),
    Case("type(u) == unit", "false"), Case("u == any", "true"), Case("dyn(p) == u", "false"),
    Case("limit / (limit - 10) == 1 || true", "true"),
    Case("limit / (limit - 10) == 1", "error: division by zero"),
    Case("false && limit / 0 == 1", "false"),
    Case("limit / 0 == 1 && true", "error: division by zero"),
    Case("9223372036854775807 + limit", "error: the result is too large for its type"),
    Case("-(-9223372036854775807 - 1)", "error: the result is too large for its type"),
    Case("[limit, 2, 1].sort()", "[1, 2, 10]"),
    Case("u.people.sortBy(x, -x.level).map(x, x.name)", "[\"cy\", \"bo\", \"ana\"]"),
    Case("cel.bind(x, limit, [x, x].map(y, y + x))", "[20, 20]"),
    Case("[[1, 2], [3]].map(x, x.map(y, y * limit))", "[[10, 20], [30]]"),
    Case("'e\\u0301' == '\\u00e9'", "false"), Case("{'e\\u0301': 1, '\\u00e9': 2}.size()", "2"),
    Case("[1, 1.0, 1u, 2].distinct().size()", "2"), Case("{1: 'a'}[dyn(1u)]", "\"a\""),
    Case("[0.0/0.0, 1.0, -1.0].sort()[1]", "-1"),
    Case("optional.none().value()", "error: the optional is empty"),
    Case("duration('1h') > duration('59m')", "true"),
    Case("timestamp(0) + duration('1ns') > timestamp(0)", "true"),
    Case(
      "string(timestamp('2024-02-29T23:59:60Z'))",
      "error: \"2024-02-29T23:59:60Z\" can't be converted to timestamp"
    ),
    Case("timestamp('2024-02-29T12:00:00.5+05:30').getDayOfYear()", "59"),
    Case("int('+1')", "error: \"+1\" can't be converted to int"),
    Case("double('0x1p3')", "error: \"0x1p3\" can't be converted to double"),
    Case("'abc'.split('')", "[\"a\", \"b\", \"c\"]"), Case("'abc'.replace('', '-')", "\"-a-b-c-\""),
    Case("'aaaa'.replace('aa', 'b', 1)", "\"baa\""),
    Case("'a,b,c'.split(',', 2)", "[\"a\", \"b,c\"]"),
    Case("'%e'.format([0.0])", "\"0.000000e+00\""), Case("'%.1f'.format([0.25])", "\"0.2\""),
    Case("'%.2f'.format([-0.005])", "\"-0.01\""), Case("'%.3f'.format([1e-310])", "\"0.000\""),
    Case("'%.0e'.format([9.5])", "\"1e+01\""),
    Case("'%.2f'.format([123456789012345680000.0])", "\"123456789012345683968.00\""),
    Case("'%x'.format([-255])", "\"-ff\""),
    Case("'%'.format([])", "error: the format ends after a '%'"),
  ])
  func `evaluates over the objects of a host`(test: Case) throws {
    #expect(try TestHost.evaluate(test.expression).text == test.expected)
  }

  @Test(arguments: [
    Case("u.headcount == null", "true"), Case("u.headcount == 3", "false"),
    Case("u.headcount > 1", "error: > can't be applied to (null_type, int)"),
    Case("u.?headcount.orValue(7)", "7"), Case("has(u.headcount)", "false"),
    Case("u.owner.name", "null"), Case("u.owner.manager.name == 'ana'", "false"),
    Case("u.people", "[]"), Case("u.owner.depth()", "error: nobody has no depth"),
  ])
  func `reads absent fields as null`(test: Case) throws {
    #expect(try TestHost.evaluate(test.expression, unit: 1).text == test.expected)
  }

  @Test func `a field of null fails unless the environment says otherwise`() throws {
    let value = try TestHost.evaluate("u.owner.name", unit: 1, fieldsOfNullAreNull: false)
    #expect(value.text == "error: a value of type null_type has no field 'name'")
    #expect(value.asError?.range == 0..<12)
  }

  @Test(
    arguments: [
      ("limit + 1 / (limit - 10)", 8..<24), ("limit > 1 && [1][limit] == 1", 13..<23),
      ("[1].map(x, x / (limit - 10))", 11..<27), ("p.name.matches(p.name + '(')", 0..<28),
    ] as [(String, Range<Int>)]
  )
  func `says where it failed`(text: String, range: Range<Int>) throws {
    #expect(try TestHost.evaluate(text).asError?.range == range)
  }

  @Test(arguments: [
    "lists.range(1000).all(x, lists.range(1000).all(y, x + y >= 0))",
    "lists.range(1000).all(x, lists.range(1000).all(y, x + y >= 0)) || true",
    "lists.range(100000).exists(x, x in lists.range(100000).map(y, -y - 1))",
    "lists.range(3000).map(x, lists.range(3000)).flatten().size() > 0",
  ])
  func `stops at the limit of steps, whatever else decides`(text: String) throws {
    #expect(
      try TestHost.evaluate(text, steps: 100_000).asError?.kind == .costLimit(100_000)
    )
  }

  @Test(arguments: [
    "lists.range(1000000000)", "'a'.replace('', 'x').split('').map(x, 'aaaaaaaa').join(p.name)",
  ])
  func `large results are failures or cheap`(text: String) throws {
    _ = try TestHost.evaluate(text)
  }

  @Test(arguments: [
    "a9 == a9", "a9 in [a9]", "'%s'.format([a9])", "a9.flatten(9)", "[a9, a9].distinct()",
    "sets.contains(a9, a9)", "dyn(a9)[a9]", "size(a9) == 10", "[a9].map(x, x)",
    "optional.of(a9) == optional.of(a9)",
    "{'k': a9} == {'k': a9}",
  ])
  func `lists that share their elements can't hide how much there is`(body: String) throws {
    var text = body
    for depth in (0..<10).reversed() {
      let element = depth == 0 ? "limit" : "a\(depth - 1)"
      text = "cel.bind(a\(depth), lists.range(100).map(x, dyn(\(element))), \(text))"
    }
    let value = try TestHost.evaluate(text)
    #expect(value.text.utf8.count < 10_000)
  }

  @Test(arguments: [
    "[s].map(x, s).sort()", "lists.range(9999).filter(x, s == t)",
    "lists.range(9999).filter(x, s < t)",
    "lists.range(9999).filter(x, s in {s: 1})", "lists.range(9999).filter(x, {s: 1}[t] == 1)",
    "lists.range(9999).map(x, s).sortBy(x, x)", "lists.range(9999).all(x, s.contains(t))",
    "lists.range(9999).map(x, s).distinct()", "lists.range(9999).map(x, s).join()",
  ])
  func `long strings cost what they are long`(body: String) throws {
    let long = "lists.range(8000).map(x, 'abcdefgh').join()"
    let text = "cel.bind(s, \(long), cel.bind(t, \(long), \(body)))"
    _ = try TestHost.evaluate(text)
  }

  @Test func `doubling a string again and again ends with a failure`() throws {
    var text = "x39"
    for depth in (0..<40).reversed() {
      let value = depth == 0 ? "'ab'" : "x\(depth - 1) + x\(depth - 1)"
      text = "cel.bind(x\(depth), \(value), \(text))"
    }
    #expect(try TestHost.evaluate(text).isError)
  }

  @Test(arguments: [
    ("(1 + ", "1", ")"), ("[", "limit", "]"), ("(p == null || ", "false", ")"),
    ("(limit > 1 ? ", "1", " : 2)"), ("[limit].map(x, ", "x", ")"),
    ("cel.bind(y, limit, ", "y", ")"),
    ("size(", "'a'", ") + 1 > 1 ? string(1) : 'b'"), ("{'k': ", "limit", "}"),
    ("optional.of(", "p", ")"),
  ])
  func `evaluates what is nested as deep as it may be`(
    open: String,
    inner: String,
    close: String
  ) async throws {
    let depth = open.hasPrefix("size") ? 1 : Limits.nesting - 2
    let text =
      String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
    // A task runs on a thread whose stack is smaller than that of the main one.
    let value = try await Task { try TestHost.evaluate(text) }.value
    #expect(!value.isError)
  }

  @Test func `one frame serves many evaluations of many programs`() throws {
    let environment = TestHost.environment()
    let first = Program(try environment.compile("limit > 5 && p.level == 3").get())
    let second = Program(try environment.compile("[1, 2].map(x, x + limit)").get())
    var frame = environment.makeFrame()
    for limit in 0..<10 {
      frame[0] = .object(ObjectReference(type: TestHost.person, index: 3))
      frame[3] = .int(limit)
      #expect(first.test(&frame, host: TestHost()) == .success(limit > 5))
      #expect(second.evaluate(&frame, host: TestHost()).text == "[\(1 + limit), \(2 + limit)]")
    }
  }

  @Test func `a program runs on many threads at once`() async throws {
    let environment = TestHost.environment()
    let program = Program(try environment.compile("[1, 2, 3].map(x, x * limit)").get())
    let results = await withTaskGroup(of: String.self) { group in
      for limit in 0..<8 {
        group.addTask {
          var frame = environment.makeFrame()
          frame[3] = .int(limit)
          var text = ""
          for _ in 0..<200 { text = program.evaluate(&frame, host: EmptyHost()).text }
          return text
        }
      }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(results == Set((0..<8).map { "[\($0), \(2 * $0), \(3 * $0)]" }))
  }

  @Test func `an expression that was not checked fails where its names are unknown`() throws {
    let checked = try TestHost.environment().compileUnchecked("nothing(1) || limit > 1").get()
    var frame = TestHost.environment().makeFrame()
    #expect(
      Program(checked).evaluate(&frame, host: EmptyHost()).text
        == "error: nothing is called 'nothing' here"
    )
    frame[3] = .int(2)
    #expect(Program(checked).evaluate(&frame, host: EmptyHost()).asBool == true)
  }
}
