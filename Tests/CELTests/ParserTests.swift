import CEL
import Testing

@Suite struct ParserTests {
  @Test(arguments: [
    Case("1+2*3", "1 + 2 * 3"), Case("(1+2)*3", "(1 + 2) * 3"), Case("1-(2-3)", "1 - (2 - 3)"),
    Case("a.b[0].c(1,x)", "a.b[0].c(1, x)"), Case("a&&b||c&&!d", "a && b || c && !d"),
    Case("a && (b || c)", "a && (b || c)"), Case("a?b:c?d:e", "a ? b : c ? d : e"),
    Case("(a?b:c)?d:e", "(a ? b : c) ? d : e"), Case("-(5)", "-(5)"), Case("--5", "--5"),
    Case("-(5).f()", "-(5.f())"), Case("-a.b", "-a.b"), Case("(-a).b", "(-a).b"),
    Case("-9223372036854775808", "-9223372036854775808"), Case("0xFFu", "255u"),
    Case("'a\\n\"'", "\"a\\n\\\"\""), Case("r'\\d'", "\"\\\\d\""), Case("b'\\xff'", "b\"\\xff\""),
    Case("[1,?a.?b,]", "[1, ?a.?b]"), Case("{?'k':o,1:2}", "{?\"k\": o, 1: 2}"),
    Case("x[?1]", "x[?1]"), Case(".a.b", ".a.b"), Case("m.`a-b`", "m.`a-b`"),
    Case("has(a.b.c)", "has(a.b.c)"), Case("xs.existsOne(k,v,k==v)", "xs.exists_one(k, v, k == v)"),
    Case("xs.map(x,x>1,x*2)", "xs.map(x, x > 1, x * 2)"),
    Case("cel.bind(x,1,x+x)", "cel.bind(x, 1, x + x)"),
    Case("o.optMap(x,x+1)", "o.optMap(x, x + 1)"), Case("1 in [1] == true", "1 in [1] == true"),
    Case("a // why\n && b", "a && b"), Case("xs.sortBy(x,-x)", "xs.sortBy(x, -x)"),
  ])
  func `writes what it read in its usual form`(test: Case) {
    let (tree, problems) = parseExpression(test.expression)
    #expect(problems.isEmpty)
    #expect(tree.text == test.expected)
    #expect(parseExpression(tree.text).tree == tree)
  }

  @Test(arguments: [
    Case("1 +", "3..<3: expected a value, found the end of the expression"),
    Case("a b", "2..<3: expected an operator or the end of the expression, found 'b'"),
    Case("f(1,)", "4..<5: expected an argument, found ')'"),
    Case("[1 2]", "3..<4: expected ',' or ']', found a number"),
    Case("a ? b", "5..<5: expected ':' and the value for false, found the end of the expression"),
    Case("{1 2}", "3..<4: expected ':' and the value of the key, found a number"),
    Case("a.1", "1..<3: expected an operator or the end of the expression, found a number"),
    Case("a.[1]", "2..<3: expected the name of a field or a function, found '['"),
    Case("'abc", "0..<4: the string has no closing quote"),
    Case("'a\\qb'", "2..<4: '\\q' is not an escape sequence"),
    Case("'\\ud800'", "1..<7: '\\ud800' is not an escape sequence"),
    Case("é", "0..<2: 'é' has no meaning here"), Case("a # b", "2..<3: '#' has no meaning here"),
    Case("12ab", "0..<4: '12ab' is not a number"), Case("0x", "0..<2: '0x' is not a number"),
    Case("9223372036854775808", "0..<19: the number is outside the range of int"),
    Case("18446744073709551616u", "0..<21: the number is outside the range of uint"),
    Case("for + 1", "0..<3: 'for' is a reserved word and can't be a name"),
    Case("has(a)", "4..<5: has() asks for a field: expected an argument like x.field"),
    Case("xs.all(1, true)", "7..<8: all() declares a variable here: expected a simple name"),
    Case("xs.all(a, a, true)", "10..<11: 'a' is declared twice by one macro"),
    Case("a.`b", "2..<4: the name has no closing backquote"),
    Case("", "0..<0: expected a value, found the end of the expression"),
  ])
  func `says what it expected and where`(test: Case) throws {
    let problem = try #require(parseExpression(test.expression).problems.first)
    #expect("\(problem.range): \(problem.message)" == test.expected)
  }

  @Test(arguments: [
    ("((((", 50_000), ("!", 99_000), ("-", 99_000), ("[", 99_000), ("a.b", 30_000),
    ("1+", 49_000), ("a?", 49_000), ("f(", 49_000), ("{1:", 33_000), ("x[", 49_000),
    ("a?b:", 24_000), ("xs.all(x,", 11_000), ("a.", 49_000),
  ])
  func `ends deep nesting with a problem`(piece: String, count: Int) {
    let text = String(repeating: piece, count: count / piece.utf8.count * piece.utf8.count / 4)
    let (tree, problems) = parseExpression(text)
    #expect(problems.count == 1)
    #expect(tree.text.utf8.count < 200_000)
  }

  @Test func `a long chain of one logical operator is not deep`() throws {
    let text = Array(repeating: "limit > 1", count: 5_000).joined(separator: " && ")
    #expect(try TestHost.evaluate(text).asBool == true)
  }

  @Test func `an expression that is too long is a problem`() {
    let problems = parseExpression(String(repeating: " ", count: 100_001)).problems
    #expect(problems.map(\.message) == ["the expression is longer than 100000 bytes"])
  }
}
