import CEL
import Testing

@Suite struct CheckerTests {
  @Test(arguments: [
    Case("1 + 2", "int"), Case("[1, 2.0]", "list(dyn)"), Case("[]", "list(dyn)"),
    Case("[1, null]", "list(dyn)"), Case("[u.headcount, 1]", "list(wrapper(int))"),
    Case("u.headcount", "wrapper(int)"), Case("u.people", "list(person)"),
    Case("u.people.map(x, x.level)", "list(wrapper(int))"), Case("p.depth()", "int"),
    Case("u.?headcount", "optional_type(int)"), Case("u.?headcount.orValue(0)", "int"),
    Case("{'a': 1}.map(k, k)", "list(string)"), Case("p == null ? 1 : 2", "int"),
    Case("u.owner == null", "bool"), Case("any.x.y", "dyn"), Case("[p, null][0]", "person"),
    Case("[1].transformMap(i, v, string(v))", "map(int, string)"), Case("type(1)", "type(int)"),
    Case("cel.bind(x, [1], x + x)", "list(int)"), Case("{}.?a.optMap(x, 1)", "optional_type(int)"),
    Case("['a'].transformMapEntry(i, v, {v: i})", "map(string, int)"),
    Case("math.greatest(1, 2)", "int"), Case("math.greatest(1, 2.0)", "dyn"),
    Case("[[1], [2]].flatten()", "list(int)"), Case("[3, 1].sort()", "list(int)"),
    Case("1 < 2.5", "bool"), Case("person", "type(person)"),
    Case("u.people.first()", "optional_type(person)"),
  ])
  func `deduces types`(test: Case) throws {
    #expect(
      try TestHost.environment().compile(test.expression).get().type.description == test.expected
    )
  }

  @Test(arguments: [
    Case("u.head", "2..<6: unit has no field 'head'"),
    Case("u.headcnt > 1", "2..<9: unit has no field 'headcnt'; did you mean 'headcount'?"),
    Case("lmit > 1", "0..<4: nothing is called 'lmit' here; did you mean 'limit'?"),
    Case("zzz", "0..<3: nothing is called 'zzz' here"),
    Case(
      "p.name.startWith('a')",
      "7..<16: there is no function 'startWith'; did you mean 'startsWith'?"
    ),
    Case("siz([1])", "0..<3: there is no function 'siz'; did you mean 'size'?"),
    Case("mth.abs(1)", "4..<7: there is no function 'mth.abs'; did you mean 'math.abs'?"),
    Case("startsWith('a', 'b')", "0..<10: startsWith is called as x.startsWith(…)"),
    Case("'a'.type()", "4..<8: type is called as type(x, …)"),
    Case("p.manager()", "2..<9: 'manager' is a field and is read without parentheses"),
    Case("p.depth", "2..<7: person has no field 'depth'; did you mean 'depth()'?"),
    Case(
      "1 + 'a'",
      "2..<3: '+' can't be applied to int and string; it takes int + int or uint + uint or double + double or string + string or bytes + bytes or list(T) + list(T) or timestamp + duration or duration + timestamp or duration + duration"
    ),
    Case("-'a'", "0..<1: '-' can't be applied to a string; it takes -int or -double"),
    Case("1 && true", "0..<1: expected a value of type bool, found int"),
    Case(
      "true ? 1 : 'a'",
      "5..<6: '?:' can't be applied to int and string; it takes two values of one type"
    ),
    Case("5.all(x, true)", "0..<1: expected a list or a map to go through, found int"),
    Case("[1].all(x, x)", "11..<12: expected a value of type bool, found int"),
    Case("{1.5: 1}", "1..<4: double can't be the key of a map"),
    Case("limit.x", "6..<7: a value of type int has no fields, so '.x' can't be read"),
    Case("[?1]", "2..<3: expected an optional value, found int"),
    Case(
      "p.depth(1)",
      "2..<7: depth can't be applied to a person with (int); it takes person.depth() -> int"
    ),
    Case("unit{}", "0..<6: 'unit' can't be made in an expression"),
    Case(
      "math.greatest('a')",
      "5..<13: math.greatest can't be applied to (string); it takes math.greatest(int, …) -> int or math.greatest(uint, …) -> uint or math.greatest(double, …) -> double or math.greatest(number, …) -> dyn or math.greatest(list(int)) -> int or math.greatest(list(uint)) -> uint or math.greatest(list(double)) -> double or math.greatest(list(number)) -> dyn"
    ),
    Case(
      "[[1]].sort()",
      "6..<10: sort can't be applied to a list(list(int)) with (); it takes list(int).sort() -> list(int) or list(uint).sort() -> list(uint) or list(double).sort() -> list(double) or list(bool).sort() -> list(bool) or list(string).sort() -> list(string) or list(bytes).sort() -> list(bytes) or list(timestamp).sort() -> list(timestamp) or list(duration).sort() -> list(duration)"
    ),
  ])
  func `names what is wrong and what is near`(test: Case) {
    guard case .failure(let failure) = TestHost.environment().compile(test.expression) else {
      Issue.record("no problem")
      return
    }
    #expect(failure.problems.map { "\($0.range): \($0.message)" } == [test.expected])
  }

  @Test func `reports every problem in the order of the text`() {
    let result = TestHost.environment().compile("u.hedcount > 1 && p.nam == 'a' || lmit == 1")
    guard case .failure(let failure) = result else {
      Issue.record("no problem")
      return
    }
    #expect(failure.problems.map(\.suggestion) == ["headcount", "name", "limit"])
  }

  @Test func `a condition must be a bool when the caller wants one`() {
    let result = TestHost.environment().compile("limit", expecting: .bool)
    #expect(throws: CompilationFailure.self) { try result.get() }
    #expect(throws: Never.self) {
      try TestHost.environment().compile("any", expecting: .bool).get()
    }
  }

  @Test func `scalar fields of null are nullable only when fields of null are null`() throws {
    let text = "u.owner.name == null"
    #expect(throws: Never.self) { try TestHost.environment().compile(text).get() }
    #expect(throws: CompilationFailure.self) {
      try TestHost.environment(fieldsOfNullAreNull: false).compile(text).get()
    }
  }

  @Test func `knows the variables that an expression reads`() throws {
    let checked = try TestHost.environment().compile("limit > 1 && [p].all(u, u == p)").get()
    #expect(checked.freeVariables == [0, 3])
  }

  @Test func `a constant part that fails is a problem when the caller wants that`() throws {
    var environment = TestHost.environment()
    #expect(throws: Never.self) { try environment.compile("limit > 1 || 1 / 0 == 1").get() }
    environment.reportsFailingConstants = true
    for (text, message) in [
      ("limit > 1 || 1 / 0 == 1", "this always fails: division by zero"),
      ("p.name.matches('(')", "this always fails: \"(\" is no pattern: the group has no ')'"),
      (
        "timestamp('2026-13-01T00:00:00Z') == timestamp(0)",
        "this always fails: \"2026-13-01T00:00:00Z\" can't be converted to timestamp"
      ),
    ] {
      guard case .failure(let failure) = environment.compile(text) else {
        Issue.record("no problem in \(text)")
        continue
      }
      #expect(failure.problems.map(\.message) == [message])
    }
  }
}
